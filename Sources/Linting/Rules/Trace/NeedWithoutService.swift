import Diagnostics
import Tracing

/// A need that no service serves.
struct NeedWithoutService: GraphRule {
  static let about = About(
    name: "trace/need-without-service",
    summary: "Each declared need is served by a service, or says why it is not built.",
    why: """
      Without a service there is no team that owns the need, and without a team nobody builds it. A reason after "Not \
      built because:" settles it as well: then the gap is a decision, and everybody can read it.
      """,
    source: "Bryar & Carr, Working Backwards (2021), chapter 3: single-threaded leaders own what they build",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Served by: Billing API
        - **N-2: «Settle a shared bill without an argument».** Seven of ten flats had a dispute.
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Served by: Billing API
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Not built because: it waits for the pilot in March
        """),
      Example(
        [
          .needs:
            "## What customers need\n\n- **N-1: Know what I owe before it is due.** One in six paid a late fee.",
          .services: nil,
        ], note: "a document that speaks of no services at all is not asked for them"),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    let declaring = Set(
      graph.services.lazy.filter { $0.origin == .declared || $0.places.count > 1 }.flatMap(\.documents))
    for document in graph.documents.indices {
      let needs = graph.tracedNeeds(of: document)
      let speaksOfServices =
        graph.catalog != .none || declaring.contains(document)
        || needs.contains { !graph.needs[$0].services.isEmpty }
      guard speaksOfServices else { continue }
      // A name that leads nowhere is told by reference-dangling.
      let missing = needs.filter { index in
        let need = graph.needs[index]
        return need.services.isEmpty && !need.isLeftOut
          && !need.steps.contains { !graph.steps[$0].services.isEmpty }
      }
      MissingLinks(
        graph: graph, none: "is served by a service", one: "is served by no service",
        help: "Add “Served by:” with the service that meets it, or “Not built because:” with the reason."
      ).add(missing, of: needs, to: &report)
    }
  }
}
