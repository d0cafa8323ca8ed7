public import Diagnostics
import Organization
import PRFAQ
public import SourceText
import Tracing

extension LintProbe {
  /// A file of an example, its text without marks, and where findings are to be.
  public struct MarkedFile: Sendable {
    /// The file.
    public let source: SourceFile
    /// The marked ranges, by position.
    public let marks: [Range<Int>]
  }

  /// The files of an example for a graph rule: its document, the documents beside it, its catalogue.
  public static func files(of example: Example) -> [MarkedFile] {
    var files = [MarkedFile(path: "example.md", example.markedText)]
    for (index, text) in example.neighbours.enumerated() {
      files.append(MarkedFile(path: "neighbour-\(index + 1).md", text))
    }
    if let catalog = example.catalog { files.append(MarkedFile(path: "catalog-info.yaml", catalog)) }
    return files
  }

  /// The findings of a graph rule on an example, by path, sorted by place.
  public static func run(_ type: any GraphRule.Type, on example: Example) -> [String: [Finding]] {
    let profile = example.profile.flatMap(Profile.named) ?? Profile.all[0]
    let settings = Settings(profile: profile, limits: example.limits)
    let files = files(of: example).map(\.source)
    let units = files.filter { $0.path.hasSuffix(".md") }.map { TraceUnit(PRFAQDocument($0)) }
    let catalog = files.filter { $0.path.hasSuffix(".yaml") }
    let graph = LinkGraph(units, catalog.isEmpty ? nil : Organization(catalog))
    var selection = Linter.Selection()
    selection.select = [type.about.name]
    var stale: [StaleBacklog] = []
    if let changes = example.staleBacklog, let source = files.first {
      let title = PRFAQDocument(source).first(.headline)?.range ?? 0..<0
      stale.append(StaleBacklog(at: Place(source, title), changes))
    }
    var report = GraphReport(
      about: type.about,
      scope: GraphScope(standard: GraphScope.Entry(settings, Linter(selection)), staleBacklogs: stale))
    type.init().check(graph, &report)
    return report.findings.mapValues { findings in
      findings.sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    }
  }
}

extension LintProbe.MarkedFile {
  fileprivate init(path: String, _ text: String) {
    let (bytes, marks) = Example.unmarked(text)
    self.init(source: SourceFile(bytes, path: path), marks: marks)
  }
}
