import Diagnostics
import Linting
import Reporting
import SourceText
import Tracing

/// Checks the links of all documents of a run.
///
/// Documents pass through at once until the first that links may add findings to; it and those after it wait until all
/// are read.
struct GraphLint {
  let catalog: Catalog?
  /// What is in force for catalogue files of which nothing else is said.
  let standard: GraphScope.Entry
  /// What is in force for single catalogue files, by path.
  var files: [String: GraphScope.Entry] = [:]
  /// Whether folders were searched, rather than single files named.
  var hasWholeFolders = true
  private var open: [LinkedDocument] = []
  private var closed: [LinkedDocument] = []
  private var waiting: [Waiting] = []

  private struct Waiting: Sendable {
    let document: CheckedDocument
    let linked: LinkedDocument?
  }

  init(catalog: Catalog?, standard: GraphScope.Entry) {
    self.catalog = catalog
    self.standard = standard
  }

  /// Takes the next document; hands it to `each` if nothing can be added to it or those before.
  mutating func add(
    _ document: CheckedDocument, _ linked: LinkedDocument?, each: (CheckedDocument) -> Void
  ) {
    if linked == nil, waiting.isEmpty { return each(document) }
    waiting.append(Waiting(document: document, linked: linked))
    if let linked { open.append(linked) }
  }

  /// Takes a document that links may lead to, and that nothing is said of.
  mutating func add(closed linked: LinkedDocument) { closed.append(linked) }

  /// Hands over the documents that waited, with the findings on their links, and the catalogue files that have some.
  ///
  /// - Throws: a `Failure` or `FileError` for a document that was changed meanwhile.
  func finish(each: (CheckedDocument) -> Void) throws {
    let (findings, coverage) = findings()
    var failure: (any Error)? = nil
    Parallel.inOrder(waiting, { waiting in Result { try GraphLint.settled(waiting, findings, coverage) } }) {
      result in
      switch result {
      case .success(let document): if failure == nil { each(document) }
      case .failure(let error): failure = failure ?? error
      }
    }
    if let failure { throw failure }
    for file in catalog?.files ?? [] {
      guard let own = findings[file.path] else { continue }
      let sorted = own.map { $0.identified(in: file) }.sorted(by: FindingOrder.isBefore)
      each(CheckedDocument(source: file, findings: sorted, isCatalog: true))
    }
  }

  /// What the links give, by path, and what was looked at for it; nil where there are none.
  private func findings() -> ([String: [Finding]], GraphCoverage?) {
    let all = open + closed
    guard catalog != nil || all.contains(where: { $0.unit.declaresAnything }) else { return ([:], nil) }
    let graph = LinkGraph(all.map(\.unit), catalog?.organization)
    var entries = files
    for document in all { entries[document.unit.document.path] = document.entry }
    let scope = GraphScope(
      files: entries, standard: standard,
      closed: Set(closed.map(\.unit.document.path)),
      staleBacklogs: StaleBacklogs.find(graph, open.map(\.notes)))
    return (graph.lint(scope), GraphCoverage(wholeFolders: hasWholeFolders, catalog: catalog != nil))
  }

  private static func settled(
    _ waiting: Waiting, _ findings: [String: [Finding]], _ coverage: GraphCoverage?
  ) throws -> CheckedDocument {
    let document = waiting.document
    guard let linked = waiting.linked else { return document }
    let others = findings[document.source.path]
    guard others != nil || (coverage != nil && linked.silencesLinks) else { return document }
    let file = try linked.file()
    return document.with(
      linked.findings(with: others ?? [], own: document.findings, coverage, in: file), in: file)
  }
}
