import Diagnostics
import PRFAQ

/// A PR/FAQ without questions.
struct FaqMissing: Rule {
  static let about = About(
    name: "structure/faq-missing",
    summary: "There is an FAQ with at least one question.",
    why: """
      The release says what you promise; the FAQ says whether you can keep it. Without it, price, risks, dependencies and \
      the reasons against the idea come up one by one in meetings instead of once on paper.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .error, nature: .structure, judged: .init(right: 1, of: 1),
    examples: [
      Example([.title: "«# PR/FAQ: Rentwise»", .externalFAQ: nil, .internalFAQ: nil]),
      Example(without: .externalFAQ, note: "One group of questions is enough for this rule."),
      Example([.externalFAQ: "«## FAQ»\n\nIt follows once the bank has agreed.", .internalFAQ: nil]),
      Example(
        [
          .externalFAQ: "## FAQ\n\n**Q: How much does it cost?**\nA: Two pounds per month.",
          .internalFAQ: nil,
        ]),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq, document.questions.isEmpty else { return }
    let help = """
      Add `## External FAQ` with what customers ask and `## Internal FAQ` with what colleagues ask; each question is a \
      heading, such as `### How much does it cost?`.
      """
    if let label = document.faqs.first(where: { $0.labelRange != nil })?.labelRange {
      report.addMissing(
        "the FAQ has no questions", at: Places.firstLine(of: label, in: document), help: help)
    } else {
      report.addMissing("there is no FAQ", at: Places.start(of: document), help: help)
    }
  }
}
