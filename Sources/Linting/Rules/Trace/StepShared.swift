import Diagnostics
import Tracing

/// A step of a process that several teams share.
struct StepShared: GraphRule {
  static let about = About(
    name: "trace/step-shared",
    summary: "Each step of a process is served by the services of one team.",
    why: """
      Steps are cut so that one small team can own each from end to end. Two teams on one step must agree on every \
      change, which is the waiting that the cut was to end.
      """,
    source: "Bryar & Carr, Working Backwards (2021), chapter 3: separable, single-threaded teams",
    severity: .warning, nature: .declared,
    examples: [
      Example([
        .services: """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
        - **Photo API** (owned by Vision) reads bills.
        """,
        .appendix: """
        ## Process

        1. **«Photograph».** A renter photographs the bill.
           - Served by: Billing API, Photo API
        """,
      ]),
      Example([
        .services: """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
        - **Photo API** (owned by Payments) reads bills.
        """,
        .appendix: """
        ## Process

        1. **Photograph.** A renter photographs the bill.
           - Served by: Billing API, Photo API
        """,
      ]),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for step in graph.steps {
      var owners: [(team: Int, service: Int)] = []
      for service in step.services.compactMap(\.target) {
        guard let team = graph.services[service].team, !owners.contains(where: { $0.team == team }) else {
          continue
        }
        owners.append((team, service))
      }
      guard owners.count > 1 else { continue }
      report.add(
        "the step “\(Places.short(step.title.text))” is split over the teams "
          + Places.list(owners.map { graph.teams[$0.team].name }),
        at: step.title.place, help: "Cut the step in two, or give its services to one team.",
        related: owners.compactMap { owner in
          graph.services[owner.service].owners.first.map {
            ($0.place, "\(graph.services[owner.service].name) is owned by \(graph.teams[owner.team].name)")
          }
        })
    }
  }
}
