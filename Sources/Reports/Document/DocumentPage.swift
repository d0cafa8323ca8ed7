public import Diagnostics
public import PRFAQ
import SourceText

/// What a report shows of one document, its text rendered. Made right after the document was read, so that its tree can
/// go before the next one is read.
public struct DocumentPage: Sendable {
  /// The path as the user wrote it.
  public let path: String
  /// Begins every name within the page, so that many documents fit into one file.
  let prefix: String
  let body: HTML
  let findings: [ShownFinding]
  let readiness: Readiness
  let words: Int
  let releaseWords: Int
  let language: String
  let launch: String
  let owners: [String]

  /// Words of a narrative that are read in a minute, silently and with care (Brysbaert 2019 gives 238 for non-fiction).
  static let wordsPerMinute = 230

  /// Minutes of silent reading, at least one.
  var minutes: Int { max(1, (words + DocumentPage.wordsPerMinute / 2) / DocumentPage.wordsPerMinute) }

  /// Renders a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - findings: what is to stand in its margin.
  ///   - isDraft: whether it was checked as a draft.
  ///   - number: its number in the report, from 0 on.
  public init(_ document: PRFAQDocument, findings: [Finding], isDraft: Bool, number: Int) {
    path = document.source.path
    let prefix = "d\(number)-"
    self.prefix = prefix
    let source = document.source
    let shown = findings.enumerated().map { index, finding in
      ShownFinding(
        id: "\(prefix)f\(index + 1)", finding: finding, line: source.line(at: finding.range.lowerBound))
    }
    self.findings = shown
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    readiness = Readiness(
      errors: count(.error), warnings: count(.warning), notes: count(.note), isDraft: isDraft)
    words = document.prose.words.count
    releaseWords = document.release?.wordCount ?? 0
    language = document.language.rawValue
    launch = document.frontMatter.launch?.text ?? ""
    owners = document.frontMatter.owners.map(\.text)
    var renderer = BodyRenderer(document, shown)
    renderer.render()
    body = renderer.html
  }
}
