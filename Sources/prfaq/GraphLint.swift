import Backlogs
import Diagnostics
import Linting
import MarkdownTree
import PRFAQ
import Reporting
import SourceText
import Tracing

/// What is kept of a document until all are read, so that links between them can be checked.
struct LinkedDocument: Sendable {
  let unit: TraceUnit
  /// What is in force for it.
  let entry: GraphScope.Entry
  /// The document itself, where its comments may silence a finding on links: it is linted when these are known. Others
  /// are linted at once, and their trees go.
  let document: PRFAQDocument?
  /// What its backlog is made from, where one was accepted.
  let notes: DocumentNotes?

  /// Keeps what is needed; nil for a document that no link can lead to or from. A version of long ago knows nothing of
  /// the backlog that lies beside the document now.
  init?(
    _ document: PRFAQDocument, _ settings: Settings, _ linter: Linter, catalog: Catalog?,
    isEarlier: Bool = false
  ) {
    guard catalog != nil || !document.declared.isEmpty || document.frontMatter.key != nil else { return nil }
    unit = TraceUnit(document)
    notes = !isEarlier && StaleBacklogs.hasLock(beside: document.source.path) ? DocumentNotes(document) : nil
    entry = GraphScope.Entry(settings, linter, document)
    let source = document.source
    let speaks = document.tree.comments.contains { source[$0.content].hasPrefix("prfaq-") }
    self.document = speaks ? document : nil
  }
}

/// Checks the links of all documents of a run, and adds what it finds to the results.
struct GraphLint {
  let catalog: Catalog?
  /// What is in force for catalogue files of which nothing else is said.
  let standard: GraphScope.Entry
  /// What is in force for single catalogue files, by path.
  var files: [String: GraphScope.Entry] = [:]
  /// Whether folders were searched, rather than single files named.
  var hasWholeFolders = true

  /// Adds findings to the documents they stand in, and the catalogue files that have some.
  func complete(_ results: inout LintResults, _ open: [LinkedDocument], closed: [LinkedDocument]) {
    guard catalog != nil || (open + closed).contains(where: { $0.unit.declaresAnything }) else {
      return settle(&results, open, [:], nil)
    }
    let all = open + closed
    let graph = LinkGraph(all.map(\.unit), catalog?.organization)
    var entries = files
    for document in all { entries[document.unit.document.path] = document.entry }
    let scope = GraphScope(
      files: entries, standard: standard,
      closed: Set(closed.map(\.unit.document.path)),
      staleBacklogs: StaleBacklogs.find(graph, open.map(\.notes)))
    let findings = graph.lint(scope)
    settle(
      &results, open, findings,
      GraphCoverage(wholeFolders: hasWholeFolders, catalog: catalog != nil))
    for file in catalog?.files ?? [] {
      guard let own = findings[file.path] else { continue }
      let sorted = own.map { $0.identified(in: file) }.sorted(by: Self.order)
      results.documents.append(CheckedDocument(source: file, findings: sorted, isCatalog: true))
    }
  }

  private func settle(
    _ results: inout LintResults, _ open: [LinkedDocument], _ findings: [String: [Finding]],
    _ coverage: GraphCoverage?
  ) {
    let linked = Dictionary(open.map { ($0.unit.document.path, $0) }) { first, _ in first }
    for index in results.documents.indices {
      let result = results.documents[index]
      guard let document = linked[result.source.path] else { continue }
      let others = findings[result.source.path] ?? []
      let all: [Finding]
      if let kept = document.document {
        let entry = document.entry
        all = entry.linter.lint(kept, entry.settings, others: others, coverage: coverage)
      } else {
        if others.isEmpty { continue }
        all = (result.findings + others.map { $0.identified(in: result.source) }).sorted(by: Self.order)
      }
      results.documents[index] = result.with(all)
    }
  }

  private static func order(_ left: Finding, _ right: Finding) -> Bool {
    (left.range.lowerBound, left.range.upperBound, left.rule)
      < (right.range.lowerBound, right.range.upperBound, right.rule)
  }
}
