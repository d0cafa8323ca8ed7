import Diagnostics
import SourceText
import Tracing

/// A service that nobody can use but through its insides.
struct ServiceWithoutAPI: GraphRule {
  static let about = About(
    name: "team/service-without-api",
    summary: "Each service declares the API through which it is used.",
    why: """
      Without a contract, other teams use a service through its database or by asking. Either way its team can change \
      nothing on its own any more.
      """,
    source: "Bryar & Carr, Working Backwards (2021), chapter 3: teams interact through well-defined APIs",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - API: `GET /v1/balances/{renterId}`
        - **«Photo API»** (owned by Vision) reads photographs of bills.
        """),
      Example([:]).beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: ledger}
          spec: {type: service, lifecycle: production, owner: money, providesApis: [ledger-api]}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: API
          metadata: {name: ledger-api}
          spec: {type: openapi, lifecycle: production, owner: money, definition: {$text: ./ledger.yaml}}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: «photo-store»}
          spec: {type: service, lifecycle: production, owner: money}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: renter-app}
          spec: {type: website, lifecycle: production, owner: money, consumesApis: [ledger-api]}
          """),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
          - API: `GET /v1/balances/{renterId}`
        - **Bill Watch** (owned by Vision) tells others when a bill has come.
          - Emits: `bill.came`
        """, note: "Events are a contract, too."),
      Example(
        .services,
        """
        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.
        """, note: "Where no API is given at all, nothing is missing yet."),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    // Who declares no API at all has not come to that question.
    let documents = Set(graph.documents.map(\.path))
    var paths: Set<String> = []
    var hasCatalogAPIs = false
    for api in graph.apis {
      if documents.contains(api.place.path) { paths.insert(api.place.path) } else { hasCatalogAPIs = true }
    }
    for service in graph.services where service.type == "service" && service.origin != .named {
      guard service.apis.isEmpty, service.emits.isEmpty, !service.namesUnknownAPI,
        let place = service.places.first
      else { continue }
      guard service.origin == .catalog ? hasCatalogAPIs : paths.contains(place.path) else { continue }
      report.add(
        "\(service.cited) declares no API", at: place,
        help: service.origin == .catalog
          ? "Describe its API in an entity of kind API, and name that in \"providesApis:\"."
          : "Add \"- API:\" below it, with the operations that others may use.")
    }
  }
}
