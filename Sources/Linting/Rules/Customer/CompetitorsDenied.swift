import Diagnostics
import PRFAQ

/// "We have no competitors".
struct CompetitorsDenied: Rule {
  static let about = About(
    name: "customer/competitors-denied",
    summary: "Nobody has no competitors: customers do something today.",
    why: """
      Whoever has the problem does something about it now, if only nothing. “No competitors” usually means that nobody \
      looked, or that there is no demand.
      """,
    source:
      "Bryar & Carr, workingbackwards.com/resources/working-backwards-pr-faq (mistakes); punt-labs checklist",
    severity: .warning, nature: .wording,
    examples: [
      Example(
        .internalFAQ,
        "## Internal FAQ\n\n### Who are our competitors?\n\nThere are «no direct competitors» in England."),
      Example(
        .internalFAQ,
        "## Internal FAQ\n\n### Are there no competitors?\n\nSpreadsheets, and two banks that split bills."),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### How does Rentwise compare?\n\n«Nothing like this exists» for people who share a flat."
      ),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### How does Rentwise compare?\n\nNine flats in ten use chat messages, which nobody adds up."
      ),
    ])

  static let phrases = PhraseSet([
    "no competitors", "no direct competitors", "no real competitors", "no known competitors",
    "no true competitors",
    "no direct competitor", "no real competitor", "no serious competitors", "no competition",
    "no direct competition",
    "no real competition", "nothing like it exists", "nothing like this exists",
    "nothing like it on the market",
    "nothing like this on the market", "nobody else does this", "no one else does this",
    "no one else is doing this",
    "nobody else is doing this", "no one else does", "nobody else does", "no comparable product",
    "no comparable products", "no comparable solution", "no comparable tool", "without competitors",
    "without competition", "don't have any competitors", "don't have competitors", "not have any competitors",
    "not have competitors", "no similar product", "no similar products", "no similar tool",
    "no similar solution",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    report.addSome(
      text.ranges(text.hits(Self.phrases)), citing: document, " leaves out what customers do today",
      help: "Name what customers use or do today instead, even if it is paper or nothing.")
  }
}
