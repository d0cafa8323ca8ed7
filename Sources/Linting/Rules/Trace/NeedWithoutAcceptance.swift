import Diagnostics
import Tracing

/// A need of which nobody can say whether it is met.
struct NeedWithoutAcceptance: GraphRule {
  static let about = About(
    name: "trace/need-without-acceptance",
    summary: "Each declared need says when it is accepted, in a line that can be tested.",
    why: """
      “Accepted when:” is where a promise becomes a test. Without it the team decides alone what done means, and the \
      customer learns it after launch.
      """,
    source: "ISO/IEC/IEEE 29148:2018, section 5.2.5: a requirement is verifiable",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Accepted when: the amount is on the first screen within 2 seconds of sign-in
        - **N-2: «Settle a shared bill without an argument».** Seven of ten flats had a dispute.
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Accepted when: the amount is on the first screen within 2 seconds of sign-in
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Not built because: it waits for the pilot in March
        """),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for document in graph.documents.indices {
      let needs = graph.tracedNeeds(of: document)
      MissingLinks(
        graph: graph, none: "says when it is accepted", one: "does not say when it is accepted",
        help: "Add “Accepted when:” with what somebody can observe, and a number if there is one."
      ).add(
        needs.filter { graph.needs[$0].acceptance.isEmpty && !graph.needs[$0].isLeftOut }, of: needs,
        to: &report)
    }
  }
}
