import Diagnostics
import SourceText
import Tracing

/// A need that many teams must meet together.
struct FanOut: GraphRule {
  static let about = About(
    name: "team/fan-out",
    summary: "One need touches few teams.",
    why: """
      Every team that a need touches must plan it, build it and release it before the customer has anything. Where one \
      need takes many teams, the teams are cut along the wrong line.
      """,
    source:
      "Bryar & Carr, Working Backwards (2021), chapter 3: remove dependencies instead of coordinating them",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        [
          .needs: """
          ## What customers need

          - **N-1: «Know what I owe before it is due».** One in six renters paid a late fee last year.
            - Served by: Billing API, Photo API, Ledger API, Reminders
          """,
          .services: """
          ## Services and teams

          - **Billing API** (owned by Payments) works out what each renter owes.
          - **Photo API** (owned by Vision) reads photographs of bills.
          - **Ledger API** (owned by Ledger) keeps the balances.
          - **Reminders** (owned by Messages) writes to renters.
          """,
        ]),
      Example(
        [
          .needs: """
          ## What customers need

          - **N-1: Know what I owe before it is due.** One in six renters paid a late fee last year.
            - Served by: Billing API, Photo API, Ledger API, Reminders
          """,
          .services: """
          ## Services and teams

          - **Billing API** (owned by Payments) works out what each renter owes.
          - **Photo API** (owned by Vision) reads photographs of bills.
          - **Ledger API** (owned by Payments) keeps the balances.
          - **Reminders** (owned by Messages) writes to renters.
          """,
        ]),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    // By index: a need has many parts, and few are asked for here.
    for index in graph.needs.indices where graph.needs[index].origin == .declared {
      let services = graph.services(ofNeed: index)
      if services.isEmpty { continue }
      let teams = graph.teams(ofNeed: index)
      let need = graph.needs[index]
      let path = graph.documents[need.document].path
      guard teams.count > report.limit(.needTeams, in: path) else { continue }
      report.add(
        "\(need.cited) touches \(teams.count) teams: \(Places.list(teams.map { graph.teams[$0].name }))",
        at: need.title.place,
        help: "Move a service to a team that serves the need anyway, or split the need.",
        related: teams.compactMap { team in
          services.first { graph.services[$0].team == team }.flatMap { service in
            graph.services[service].owners.first.map {
              ($0.place, "\(graph.services[service].name) is owned by \(graph.teams[team].name)")
            }
          }
        })
    }
  }
}
