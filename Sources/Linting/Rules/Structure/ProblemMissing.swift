import Diagnostics
import PRFAQ

/// The release does not say what is wrong today.
struct ProblemMissing: Rule {
  static let about = About(
    name: "structure/problem-missing",
    summary: "The customer's problem has a passage of its own.",
    why: """
      The problem is what the whole document works backwards from. Written down on its own, before the solution, it can be \
      tested: is it true, how often does it happen, what does it cost? A product sentence with half a clause of problem in \
      it cannot.
      """,
    source: "Bryar & Carr, Working Backwards, ch. 5; Ian McAllister: write the problem paragraph first.",
    severity: .warning, nature: .structure, judged: .init(right: 15, of: 15),
    examples: [
      Example(
        without: .problem,
        [
          .solution: """
          ### Solution

          «Rentwise adds every bill to one account and splits it by the shares the flat agreed.»
          Each renter gets one amount and one date per month.
          """
        ]),
      Example(
        .problem,
        """
        **The problem.** Renters in shared flats pay late because they do not know the amount. One in six paid a late \
        fee last year.
        """, note: "A bold label at the start of the paragraph will do."),
      Example(
        without: .problem,
        [
          .companyQuote:
            "\"Renters are charged late fees every month,\" said Dana Whitfield, head of Brightkey.",
          .solution: """
          ### Solution

          «Rentwise adds every bill to one account and splits it.»
          Each renter gets one amount and one date per month.
          """,
        ], note: "A quote is no passage of its own: it says what a person thinks."),
      Example(
        .problem,
        "Until today, renters added up paper bills by hand. The sums were never right, and nobody had the hours to check.",
        note: "Told in a paragraph without a label."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), document.first(.problem) == nil,
      !report.paragraphs(of: release).tellsProblem
    else { return }
    report.addMissing(
      "the customer's problem has no passage of its own", at: Places.problem(of: release, in: document),
      help: """
        Put a paragraph before the solution: `**The problem.** Renters pay late because they do not know the amount. It \
        cost one in six of them 35 pounds last year.` Leave the product out of it.
        """)
  }
}
