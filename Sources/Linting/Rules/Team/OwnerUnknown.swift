import Diagnostics
import SourceText
import Tracing

/// An owner that the catalogue does not know.
struct OwnerUnknown: GraphRule {
  static let about = About(
    name: "team/owner-unknown",
    summary: "The team that owns a service, an API or a store is in the catalogue.",
    why: """
      A service whose owner has been renamed or dissolved belongs to nobody, and nobody notices until it fails. After a \
      re-organisation “prfaq/also-known-as” lets old documents lead to the team that has the work today.
      """,
    source:
      "Backstage, “Descriptor Format of Catalog Entities”: spec.owner refers to an entity of the catalogue",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by «Paymetns») works out what each renter owes.
        """
      ).beside(catalog: payments),
      Example([:]).beside(
        catalog: payments + """

          ---
          apiVersion: backstage.io/v1alpha1
          kind: Resource
          metadata: {name: balances}
          spec: {type: database, owner: «payment»}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: System
          metadata: {name: money}
          spec: {owner: payments}
          """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Invoicing) works out what each renter owes.
        """, note: "Another name of a team is as good."
      ).beside(catalog: payments),
    ])

  private static let payments = """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata:
      name: payments
      annotations:
        prfaq/also-known-as: Invoicing
    spec:
      type: team
      children: []
    """

  /// Whether an owner is a person by its reference, which team/service-owner tells.
  static func isPerson(_ owner: Link) -> Bool { owner.name.lowercased().hasPrefix("user:") }

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    guard graph.catalog != .none else { return }
    // One name that is wrong is one cause, however many services bear it.
    var places: [String: [Place]] = [:]
    var names: [String] = []
    for owner in graph.services.flatMap(\.owners) + graph.strayOwners where !Self.isPerson(owner) {
      let isNamedOnly = owner.target.map { graph.teams[$0].origin == .named } ?? true
      guard isNamedOnly else { continue }
      if places[owner.name] == nil { names.append(owner.name) }
      places[owner.name, default: []].append(owner.place)
    }
    let near = graph.nearestTeams(to: names)
    for name in names {
      guard let all = places[name], let first = all.first else { continue }
      let times = all.count == 1 ? "" : " (named \(all.count) times)"
      report.add(
        graph.catalog == .complete
          ? "there is no team “\(Places.short(name))”\(times)"
          : "the catalogue knows no team “\(Places.short(name))”\(times)",
        at: first,
        help: near[name].map { "Did you mean \"\($0)\"?" }
          ?? "Add the team to the catalogue, or name the team that owns the service now.",
        cap: graph.catalog == .complete ? nil : .note,
        related: all.dropFirst().prefix(report.limit(.places)).map { ($0, "named here, too") })
    }
  }
}
