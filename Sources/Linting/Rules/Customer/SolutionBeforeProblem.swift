import Diagnostics
import PRFAQ

/// The answer comes before the question.
struct SolutionBeforeProblem: Rule {
  static let about = About(
    name: "customer/solution-before-problem",
    summary: "The problem stands before the solution.",
    why: """
      A problem told after its solution is usually fitted to it. Readers who know the answer cannot judge the problem \
      any more. Write the problem first, and let it stand alone.
      """,
    source: "Ian McAllister's press release template (2012); Bryar & Carr, Working Backwards (2021), ch. 5",
    severity: .warning, nature: .structure, judged: .init(right: 1, of: 1),
    examples: [
      Example([
        .problem: "### Solution\n\n«Rentwise adds every bill to one account and splits it.»",
        .solution: """
        ### Problem

        Renters in shared flats pay late because they do not know the amount: one in six paid a fee last year.
        """,
      ]),
      Example(.solution, "### Solution\n\nRentwise adds every bill to one account and splits it."),
      Example([
        .problem: "### Our approach\n\n«Rentwise adds every bill to one account and splits it.»",
        .solution: "### The challenge\n\nOne renter in six paid a late fee last year, 35 pounds on average.",
      ]),
      Example(
        .lead,
        """
        **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, which adds every bill of a shared flat to \
        one account and splits it.
        """, note: "The lead may say what the product does."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, let problem = document.first(.problem) else { return }
    guard let solution = document.first(.solution), solution.range.lowerBound < problem.range.lowerBound
    else {
      return
    }
    // What the lead says of the product is no solution yet.
    if document.first(.summary)?.range == solution.range { return }
    // Two guesses make no order.
    guard solution.origin != .inferred || problem.origin != .inferred else { return }
    report.add(
      "the solution comes before the problem", at: document.opening(of: solution),
      help: "Move the problem up: problem first, then what answers it.",
      origin: max(solution.origin, problem.origin),
      related: [Finding.Related(range: document.opening(of: problem), message: "the problem begins here")])
  }
}
