import Diagnostics
import SourceText
import Tracing

/// A store that several services keep.
struct DatastoreShared: GraphRule {
  static let about = About(
    name: "team/datastore-shared",
    summary: "Each store belongs to one service.",
    why: """
      Two services on one database are one service with two names: neither can change a table, move, or be restored \
      without the other. What one of them knows, it can tell the other through an API.
      """,
    source: "Sam Newman, Building Microservices (2nd ed., 2021), on shared databases",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - Stores: balances
        - **Photo API** (owned by Vision) reads photographs of bills.
          - Stores: photographs, «balances»
        """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - Stores: balances
        - **Photo API** (owned by Vision) reads photographs of bills.
          - Stores: photographs
          - Calls: Billing API
        """),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for (index, store) in graph.stores.enumerated() where store.owners.count > 1 {
      let links = store.owners.compactMap { owner in
        graph.services[owner].stores.first { $0.target == index }.map {
          (service: graph.services[owner], link: $0)
        }
      }
      guard links.count > 1 else { continue }
      report.add(
        "the store “\(Places.short(store.name))” is kept by \(links.count) services: "
          + Places.list(links.map(\.service.name)),
        at: links[1].link.place, help: "Give it to one of them; the other asks through an API.",
        related: links.enumerated().filter { $0.offset != 1 }.map {
          ($0.element.link.place, "\($0.element.service.name) keeps it here")
        })
    }
  }
}
