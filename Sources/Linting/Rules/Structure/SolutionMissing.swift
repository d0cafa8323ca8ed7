import Diagnostics
import PRFAQ

/// The release does not say how the product answers the problem.
struct SolutionMissing: Rule {
  static let about = About(
    name: "structure/solution-missing",
    summary: "A passage says how the product answers the problem.",
    why: """
      After the problem, the reader asks how it goes away. The solution answers exactly that, in what the customer can now \
      do; a list of features beside the problem does not.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .note, nature: .structure,
    examples: [
      Example(
        whole: """
          # PR/FAQ: Rentwise

          ## Press release

          ### Rentwise shows renters what they owe before it is due

          *Renters in shared flats see every charge in one place.*

          ### Summary

          **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account for people who share a flat.

          ### Problem

          Renters in shared flats pay late because they do not know the amount. One in six paid a late fee last year.

          ### Getting started

          «Go to rentwise.example and enter your address.»

          ## FAQ

          ### How much does it cost?

          Two pounds per renter and month.
          """),
      Example(
        .solution,
        "**The solution.** Rentwise adds every bill to one account and splits it by the agreed shares."),
      Example(
        whole: """
          # PR/FAQ: Rentwise

          ## Press release

          ### Rentwise shows renters what they owe before it is due

          ### Summary

          **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account for people who share a flat.

          ### Problem

          Renters in shared flats pay late because they do not know the amount. One in six paid a late fee last year.

          «One renter in six is too many, and the fees have doubled since 2024.»

          ## FAQ

          ### How much does it cost?

          Two pounds per renter and month.
          """),
      Example(
        .solution,
        "Rentwise adds every bill to one account and splits it by the agreed shares. Each renter gets one amount.",
        note: "A paragraph without a label."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), document.first(.solution) == nil,
      !report.paragraphs(of: release).tellsSolution
    else { return }
    let place: Range<Int>
    if document.first(.problem) != nil {
      place = Places.after([.problem], of: release, in: document)
    } else {
      place = Places.problem(of: release, in: document)
    }
    report.addMissing(
      "no passage says how the product answers the problem", at: place,
      help: """
        Put a paragraph after the problem: `**The solution.** Rentwise adds every bill to one account. Each renter gets one \
        amount and one date per month.`
        """)
  }
}
