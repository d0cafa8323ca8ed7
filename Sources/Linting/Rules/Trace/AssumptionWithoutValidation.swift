import Diagnostics
import Tracing

/// An assumption nobody means to test.
struct AssumptionWithoutValidation: GraphRule {
  static let about = About(
    name: "trace/assumption-without-validation",
    summary: "Each assumption of a need says how and when it is tested, or that the risk is accepted.",
    why: """
      An assumption is a risk with a polite name. Written down with the test that settles it, it costs a week before \
      the build instead of a launch after it; “accepted, because ...” is an answer, too.
      """,
    source: "Bland & Osterwalder, Testing Business Ideas (2019)",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Assumption: «renters open the app at least once a week»
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Assumption: renters open the app at least once a week
          - Validated by: a pilot with 50 flats, 1 March 2027
        """),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for index in graph.needs.indices where graph.needs[index].validatedBy.isEmpty {
      guard let assumption = graph.needs[index].assumptions.first else { continue }
      report.add(
        "nothing says how “\(Places.short(assumption.text))” is tested", at: assumption.place,
        help: "Add “Validated by:” with the test and its date, or say that the risk is accepted and why.")
    }
  }
}
