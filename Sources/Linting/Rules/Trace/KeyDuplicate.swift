import Diagnostics
import SourceText
import Tracing

/// Two documents of a portfolio with one key.
struct KeyDuplicate: GraphRule {
  static let about = About(
    name: "trace/key-duplicate",
    summary: "Each PR/FAQ of a portfolio has a key of its own.",
    why: """
      The key makes an ID unique across documents: RENT/N-1. Where two documents claim one key, every such reference, \
      and every item of a backlog made from them, may mean either.
      """,
    source: "research: IDs that are not unique, github.com/useblocks/sphinx-needs/issues/1398",
    severity: .error, nature: .declared,
    examples: [
      Example(.frontMatter, "---\nkey: RENT\n---").beside(
        "---\nkey: «RENT»\n---\n\n# Brightkey launches Lease\n\n**The problem.** Leases take a day.\n"),
      Example(.frontMatter, "---\nkey: RENT\n---").beside(
        "---\nkey: LEASE\n---\n\n# Brightkey launches Lease\n\n**The problem.** Leases take a day.\n"),
      Example(.frontMatter, "---\nkey: RENT\n---", note: "a launch set shares its key").beside(
        "---\nkey: RENT\ndocument: user-manual\n---\n\n# Rentwise manual\n\nOpen the app.\n"),
    ])

  static let evidence = GraphEvidence.portfolio

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    var first: [String: Place] = [:]
    for document in graph.documents {
      guard let place = document.keyPlace else { continue }
      let name = document.key.lowercased() + "\n" + document.part
      if let other = first[name] {
        report.add(
          "the key “\(document.key)” is taken by \(other.path)", at: place,
          help: "Give this document a key of its own.",
          related: [(other, "the other document claims it here")])
      } else {
        first[name] = place
      }
    }
  }
}
