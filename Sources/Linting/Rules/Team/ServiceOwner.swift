import Diagnostics
import SourceText
import Tracing

/// A service without owning team, or with more than one.
struct ServiceOwner: GraphRule {
  static let about = About(
    name: "team/service-owner",
    summary: "Each service is owned by exactly one team.",
    why: """
      A service that two teams own waits for both, and one that nobody owns is not there at night. The team that \
      builds a service runs it, and answers for it alone.
      """,
    source: "“You build it, you run it”: A Conversation with Werner Vogels, ACM Queue 4(4), 2006",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
        - **«Photo API»** reads photographs of bills.
        """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by «Payments») works out what each renter owes.
        """, note: "The document and the catalogue name different teams."
      ).beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: billing-api, title: Billing API}
          spec: {type: service, lifecycle: production, owner: ledger}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: «photo-api»}
          spec: {type: service, lifecycle: production}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata: {name: ledger}
          spec: {type: team, children: []}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata: {name: payments}
          spec: {type: team, children: []}
          """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
        - **Photo API** (owned by Vision) reads photographs of bills.
        """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** works out what each renter owes.
        """, note: "Where no owner is given at all, nothing is missing yet."),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    // A document that names no owners at all has not come to that question.
    var ownedPaths: Set<String> = []
    for service in graph.services {
      for owner in service.owners { ownedPaths.insert(owner.place.path) }
    }
    for service in graph.services where service.origin != .named {
      guard let place = service.places.first else { continue }
      if service.owners.isEmpty {
        guard service.origin == .catalog || ownedPaths.contains(place.path) else { continue }
        report.add(
          "\(service.cited) has no owning team", at: place,
          help: service.origin == .catalog
            ? "Add \"owner:\" below its \"spec:\", with the name of one team."
            : "Write \"(owned by ...)\" behind its name, with one team.")
        continue
      }
      if let person = service.owners.first(where: { OwnerUnknown.isPerson($0) }) {
        report.add(
          "\(service.cited) is owned by a person, “\(Places.short(person.name))”", at: person.place,
          help: "Name the person's team: a service must outlive a holiday.")
        continue
      }
      // Names that lead nowhere are told by team/owner-unknown.
      guard service.owners.count > 1, service.owners.allSatisfy({ $0.target != nil }) else { continue }
      let names = service.owners.compactMap { $0.target.map { graph.teams[$0].name } }
      report.add(
        "\(service.cited) is owned by \(Places.list(names))", at: service.owners[1].place,
        help: "Let one team own it, and correct the other place.",
        related: service.owners.enumerated().filter { $0.offset != 1 }.map {
          ($0.element.place, "\(names[$0.offset]) is named here")
        })
    }
  }
}
