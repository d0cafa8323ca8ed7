import Diagnostics
import Tracing

/// A need whose satisfaction nobody measures.
struct NeedWithoutMetric: GraphRule {
  static let about = About(
    name: "trace/need-without-metric",
    summary: "Each declared need is measured by a metric.",
    why: """
      A need that is served but not measured can get worse for a year without anybody knowing. One number per need is \
      enough, and two needs may share one.
      """,
    source: "Bryar & Carr, Working Backwards (2021), chapter 6: controllable input metrics",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Measured by: M-1
        - **N-2: «Settle a shared bill without an argument».** Seven of ten flats had a dispute.
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Measured by: M-1
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Measured by: disputes per 100 flats and month, from 8 to 2
        """, note: "a metric may be said in words"),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for document in graph.documents.indices {
      let needs = graph.tracedNeeds(of: document)
      MissingLinks(
        graph: graph, none: "says how it is measured", one: "does not say how it is measured",
        help: "Add “Measured by:” with the ID of a metric, or with what is counted."
      ).add(
        needs.filter { graph.needs[$0].metrics.isEmpty && !graph.needs[$0].isLeftOut }, of: needs, to: &report
      )
    }
  }
}
