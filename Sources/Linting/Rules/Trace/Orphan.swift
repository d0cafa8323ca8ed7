import Diagnostics
import Tracing

/// A metric, service or team that is declared and that nothing uses.
struct Orphan: GraphRule {
  static let about = About(
    name: "trace/orphan",
    summary: "Each metric measures a need, each service serves one or is called, each team owns a service.",
    why: """
      What nothing uses is left over from an earlier draft, or the link to it is missing. Either way the next reader \
      asks what it is for.
      """,
    source: "Doorstop and OpenFastTrace: orphaned items, github.com/itsallcode/openfasttrace",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .metrics,
        """
        ## How we will know

        - **M-1: Late payments** fall from 16% to 10% by 30 June 2028.
        - **M-2: «Photographs read right»** rise from 91% to 98% by 30 June 2028.
        """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - Calls: Ledger API
        - **Ledger API** (owned by Ledger) keeps the balances.
        - **«Coupon API»** (owned by Marketing) gives discounts.
        """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - Calls: Ledger API
        - **Ledger API** (owned by Ledger) keeps the balances.
        """),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    checkMetrics(graph, &report)
    checkServices(graph, &report)
    guard graph.teams.contains(where: { !$0.services.isEmpty }) else { return }
    for team in graph.teams where team.origin == .declared && team.services.isEmpty {
      guard let place = team.places.first else { continue }
      report.add(
        "the team “\(Places.short(team.name))” owns no service", at: place,
        help: "Write “(owned by \(team.name))” behind the services it owns, or remove the team.")
    }
  }

  private func checkMetrics(_ graph: LinkGraph, _ report: inout GraphReport) {
    // Where the name of a metric leads nowhere, the one that nothing uses is likely what was meant.
    let open = Set(graph.dangling.filter { $0.kind == .metric }.compactMap(\.document))
    for document in graph.documents.indices where !open.contains(document) {
      // Only where needs are measured at all can a metric be left out.
      guard graph.documents[document].needs.contains(where: { !graph.needs[$0].metrics.isEmpty }) else {
        continue
      }
      for index in graph.documents[document].metrics {
        let metric = graph.metrics[index]
        guard metric.needs.isEmpty, metric.origin == .declared, !graph.isCited(metric) else { continue }
        report.add(
          "no need is measured by “\(Places.short(metric.title.text))”", at: metric.title.place,
          help: "Name it in “Measured by:” of the need it measures, or remove it.")
      }
    }
  }

  private func checkServices(_ graph: LinkGraph, _ report: inout GraphReport) {
    var isUsed = graph.services.map { !$0.needs.isEmpty || !$0.steps.isEmpty }
    let serving = Set(
      graph.services.indices.lazy.filter { isUsed[$0] }.flatMap { graph.services[$0].documents })
    for service in graph.services {
      for target in service.dependencies.compactMap(\.service.target) { isUsed[target] = true }
    }
    let meant = Set(graph.dangling.compactMap(\.suggestion).compactMap { graph.service(named: $0) })
    for (index, service) in graph.services.enumerated() where !isUsed[index] && !meant.contains(index) {
      // What only the catalogue declares may serve others; where no need is served at all, nothing is left over.
      guard let place = graph.declaration(of: service),
        service.documents.contains(where: { serving.contains($0) })
      else { continue }
      report.add(
        "no need, step or service uses “\(Places.short(service.name))”", at: place,
        help: "Name it in “Served by:” of the need it serves, or remove it.")
    }
  }
}
