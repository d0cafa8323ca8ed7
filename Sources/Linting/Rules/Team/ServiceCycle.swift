import Diagnostics
import SourceText
import Tracing

/// Services that call each other in a circle.
struct ServiceCycle: GraphRule {
  static let about = About(
    name: "team/service-cycle",
    summary: "No service depends on itself by way of others.",
    why: """
      Services that wait for each other in a circle fail together and must be released together: they are one service \
      in several places. A circle that events close does not wait, but a change still travels round it.
      """,
    source: "Robert C. Martin, Agile Software Development (2002): the acyclic dependencies principle",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - Calls: «Ledger API»
        - **Ledger API** (owned by Ledger) keeps the balances.
          - Calls: Rates API
        - **Rates API** (owned by Ledger) knows the interest of the day.
          - Calls: Billing API
        """),
      Example([:], note: "A circle that events close is only a warning.").beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: ledger}
          spec: {type: service, owner: a, providesApis: [ledger-api], consumesApis: [«photo-events»]}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: photo-reader}
          spec: {type: service, owner: b, providesApis: [photo-events], consumesApis: [ledger-api]}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: API
          metadata: {name: ledger-api}
          spec: {type: openapi, owner: a, definition: {$text: ./ledger.yaml}}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: API
          metadata: {name: photo-events}
          spec: {type: asyncapi, owner: b, definition: {$text: ./photo.yaml}}
          """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - Calls: Ledger API
        - **Ledger API** (owned by Ledger) keeps the balances.
        - **Rates API** (owned by Ledger) knows the interest of the day.
          - Calls: Ledger API
        """),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    var told = Set<Int>()
    for kinds: Set<Dependency.Kind> in [[.synchronous], [.synchronous, .asynchronous]] {
      let successors = graph.services.map { service in
        service.dependencies.compactMap { kinds.contains($0.kind) ? $0.service.target : nil }
      }
      for cycle in Cycles.find(count: graph.services.count, { successors[$0] }) {
        // Events besides calls that go round already are the same cause.
        if cycle.contains(where: told.contains) { continue }
        told.formUnion(cycle)
        tell(cycle, kinds, graph, &report)
      }
    }
  }

  private func tell(
    _ cycle: [Int], _ kinds: Set<Dependency.Kind>, _ graph: LinkGraph, _ report: inout GraphReport
  ) {
    let links = cycle.indices.compactMap { at -> Dependency? in
      let next = cycle[(at + 1) % cycle.count]
      // A call tells more than an event.
      let candidates = graph.services[cycle[at]].dependencies.filter {
        $0.service.target == next && kinds.contains($0.kind)
      }
      return candidates.first { $0.kind == .synchronous } ?? candidates.first
    }
    guard links.count == cycle.count, let first = links.first else { return }
    let isAsynchronous = links.contains { $0.kind == .asynchronous }
    let names = cycle.map { graph.services[$0].name }
    let path = Self.path(names)
    let verb = isAsynchronous ? "depend on" : "call"
    report.add(
      cycle.count == 1
        ? "“\(Places.short(names[0]))” calls itself" : "services \(verb) each other in a circle: \(path)",
      at: first.service.place,
      help: isAsynchronous
        ? "Let one of them do without the events of another, or make one service of those that change together."
        : "Turn one call into an event, or make one service of those that change together.",
      cap: isAsynchronous ? .warning : nil,
      related: links.indices.dropFirst().prefix(report.limit(.places)).map { at in
        (
          links[at].service.place,
          "\(names[at]) \(links[at].kind == .asynchronous ? "listens to" : "calls") \(names[(at + 1) % names.count]) here"
        )
      })
  }

  /// `A → B → A`; of a long circle the ends.
  private static func path(_ names: [String]) -> String {
    let shown = names.map { Places.short($0) }
    guard shown.count > 8 else { return (shown + shown.prefix(1)).joined(separator: " → ") }
    return (shown.prefix(4) + ["\(shown.count - 6) more"] + shown.suffix(2) + shown.prefix(1))
      .joined(separator: " → ")
  }
}
