import Diagnostics
import Tracing

/// A list of needs of which nearly all are musts.
struct MustOverload: GraphRule {
  static let about = About(
    name: "trace/must-overload",
    summary: "At most 60 % of the needs have the priority “must”.",
    why: """
      When everything must be there, nothing can be left out on the day the plan slips, and the team decides by \
      accident. The DSDM method keeps musts at 60 % of the effort at most, so that there is something to give up.
      """,
    source: "DSDM Agile Project Framework, MoSCoW prioritisation, agilebusiness.org",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: «Know what I owe before it is due».** One in six paid a late fee.
          - Priority: must
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Priority: P0
        - **N-3: Move out without a fight.** It takes nine weeks today.
          - Priority: critical
        - **N-4: Add a guest for a week.** A call takes 20 minutes.
          - Priority: must
        - **N-5: See last year's bills.** 4 of 38 renters asked.
          - Priority: could
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Priority: must
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Priority: must
        - **N-3: Move out without a fight.** It takes nine weeks today.
          - Priority: should
        """, note: "of three needs, two may be musts"),
    ])

  /// Fewer needs than this say nothing about habits.
  private static let least = 5

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for document in graph.documents.indices {
      let rated = graph.tracedNeeds(of: document).filter { graph.needs[$0].priority != nil }
      let musts = rated.filter { graph.needs[$0].priority == .must }
      guard rated.count >= Self.least, musts.count * 10 > rated.count * 6, let first = musts.first else {
        continue
      }
      report.add(
        "\(musts.count) of \(rated.count) needs are “must”", at: graph.needs[first].title.place,
        help: "Ask of each: would we launch without it? Make those “should” or “could”.")
    }
  }
}
