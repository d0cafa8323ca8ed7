import Diagnostics
import PRFAQ

/// A PR/FAQ without press release.
struct PressReleaseMissing: Rule {
  static let about = About(
    name: "structure/press-release-missing",
    summary: "There is a press release.",
    why: """
      The press release is where you work backwards from: one page that says, in the customer's words, what they get and \
      why they care. An FAQ alone answers questions about a product that nobody has described yet.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .error, nature: .structure,
    examples: [
      Example(
        whole: """
          «# PR/FAQ: Rentwise»

          ## External FAQ

          ### How much does Rentwise cost?

          Two pounds per renter and month.

          ### How does Rentwise work?

          One renter photographs a bill.

          ## Internal FAQ

          ### Why might it fail?

          Landlords include bills in the rent.
          """),
      Example([:], note: "The release stands under `## Press release`, before the FAQ."),
      Example(
        whole: """
          «# PRFAQ: Rentwise»

          ## FAQ

          **Q: How much does Rentwise cost?**
          A: Two pounds per renter and month.

          **Q: How does Rentwise work?**
          A: One renter photographs a bill.

          **Q: Why might it fail?**
          A: Landlords include bills in the rent.
          """),
      Example(.releaseHeading, "**FOR IMMEDIATE RELEASE**", note: "The newspaper's words will do."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq, document.releases.isEmpty else { return }
    report.addMissing(
      "there is no press release", at: Places.start(of: document),
      help: """
        Put `## Press release` before the FAQ and write one page as of launch day: headline, lead, problem, solution, \
        quotes, first step.
        """)
  }
}
