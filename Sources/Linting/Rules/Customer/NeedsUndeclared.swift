import Diagnostics
import MarkdownTree
import PRFAQ

/// Customer needs nobody wrote down as such.
struct NeedsUndeclared: Rule {
  static let about = About(
    name: "customer/needs-undeclared",
    summary: "Customer needs are written as such, so that claims, backlog and services can refer to them.",
    why: """
      Work that starts from the customer can be traced back to a need. Needs that are only implied by the prose cannot be \
      counted, ranked or covered, and the backlog quietly starts from the solution instead.
      """,
    source:
      "Bryar & Carr, Working Backwards (2021), ch. 5; own measurement: 1 of 130 public PR/FAQs lists needs",
    severity: .note, nature: .structure,
    examples: [
      Example(without: .needs, [.title: "«# PR/FAQ: Rentwise»", .services: nil]),
      Example(
        .needs, "## What customers need\n\n- **N-1: Know what I owe before it is due.** One in six pays late."
      ),
      Example([
        .title: "«# PR/FAQ: Rentwise»",
        .solution:
          "### Solution\n\n- **Know the amount.** It is on the first screen.\n- **Know the date.** You get a reminder.",
        .needs: nil, .services: nil,
      ]),
      Example(
        .needs,
        "## Customer needs\n\n- **N-1: Settle a bill without an argument.** Seven of ten flats had one in 2026."
      ),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq || document.kind == .pressRelease,
      !document.declared.contains(where: { $0.kind == .need })
    else {
      return
    }
    let candidates = candidates(document)
    var help = "List them: `- **N-1: Know what I owe before it is due.** One renter in six pays late.`"
    if !candidates.isEmpty { help += " `prfaq annotate` proposes some from what you wrote." }
    report.add(
      "no customer need is declared as such", at: document.openingLine, help: help,
      related: candidates.prefix(3).map { Finding.Related(range: $0, message: "may be a need") })
  }

  /// Bold titles of list items in the release: the likeliest needs in documents that declare none.
  private func candidates(_ document: PRFAQDocument) -> [Range<Int>] {
    guard let release = document.release else { return [] }
    let tree = document.tree
    return release.blocks.compactMap { index in
      let block = tree.blocks[index]
      guard block.kind == .paragraph, block.parent >= 0, tree.blocks[Int(block.parent)].kind == .item,
        let span = tree.spans[block.spanRange].first, span.kind == .strong,
        span.plainStart == block.plainStart
      else { return nil }
      return span.range
    }
  }
}
