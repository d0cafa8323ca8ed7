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
  let settings: Settings
  let linter: Linter
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
    self.settings = settings
    self.linter = linter
    let source = document.source
    let speaks = document.tree.comments.contains { source[$0.content].hasPrefix("prfaq-") }
    self.document = speaks ? document : nil
  }
}

/// Checks the links of all documents of a run, and adds what it finds to the results.
struct GraphLint {
  let catalog: Catalog?
  /// What is in force for catalogue files.
  let standard: GraphScope.Entry

  /// Adds findings to the documents they stand in, and the catalogue files that have some.
  func complete(_ results: inout LintResults, _ open: [LinkedDocument], closed: [LinkedDocument]) {
    guard catalog != nil || (open + closed).contains(where: { $0.unit.declaresAnything }) else {
      return settle(&results, open, [:])
    }
    let all = open + closed
    let graph = LinkGraph(all.map(\.unit), catalog?.organization)
    let entries = all.map { ($0.unit.document.path, GraphScope.Entry($0.settings, $0.linter)) }
    let scope = GraphScope(
      documents: Dictionary(entries) { first, _ in first }, standard: standard,
      closed: Set(closed.map(\.unit.document.path)),
      staleBacklogs: StaleBacklogs.find(graph, open.map(\.notes)))
    let findings = graph.lint(scope)
    settle(&results, open, findings)
    for file in catalog?.files ?? [] {
      guard let own = findings[file.path] else { continue }
      let sorted = own.map { $0.identified(in: file) }.sorted(by: Self.order)
      results.documents.append(CheckedDocument(source: file, findings: sorted, isCatalog: true))
    }
  }

  private func settle(
    _ results: inout LintResults, _ open: [LinkedDocument], _ findings: [String: [Finding]]
  ) {
    let linked = Dictionary(open.map { ($0.unit.document.path, $0) }) { first, _ in first }
    for index in results.documents.indices {
      let result = results.documents[index]
      guard let document = linked[result.source.path] else { continue }
      let others = findings[result.source.path] ?? []
      let all: [Finding]
      if let kept = document.document {
        all = document.linter.lint(kept, document.settings, others: others)
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
