import Diagnostics
import PRFAQ
import SourceText

/// Two declared items with one ID.
struct IDDuplicate: Rule {
  static let about = About(
    name: "trace/id-duplicate",
    summary: "Each ID is declared once in a document.",
    why: """
      An ID is a promise that it means one thing. Where two items share one, every reference to it, every backlog item \
      and every test made from it may mean either.
      """,
    source: "research: IDs that are not unique, github.com/useblocks/sphinx-needs/issues/1398",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **«N-1»: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
        """),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    if document.declared.isEmpty { return }
    var first: [String: Range<Int>] = [:]
    for item in document.declared {
      guard let range = item.id else { continue }
      let id = document.source[range].uppercased()
      if let other = first[id] {
        report.add(
          "\(document.cited(range)) is declared twice", at: range,
          help: "Give this item the next free number.",
          related: [.init(range: other, message: "the first one is here")])
      } else {
        first[id] = range
      }
    }
  }
}
