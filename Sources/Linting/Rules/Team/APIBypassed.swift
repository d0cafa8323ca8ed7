import Diagnostics
import SourceText
import Tracing

/// A service that reaches into another one.
struct APIBypassed: GraphRule {
  static let about = About(
    name: "team/api-bypassed",
    summary: "Services use each other through their APIs, never through a database, a queue or code.",
    why: """
      A team whose tables others read must ask them before it changes a column. “There will be no other form of \
      interprocess communication allowed: no direct linking, no direct reads of another team's data store.”
      """,
    source: "Jeff Bezos's API mandate (2002), as told by Steve Yegge (2011)",
    severity: .error, nature: .declared,
    examples: [
      Example([:]).beside(catalog: catalog(vision: "dependsOn: [«resource:balances»]")),
      Example([:]).beside(catalog: catalog(vision: "dependsOn: [«component:ledger»]")),
      Example([:]).beside(catalog: catalog(vision: "consumesApis: [ledger-api]")),
      Example([:], note: "Beside its API, naming the service says nothing more.").beside(
        catalog: catalog(vision: "consumesApis: [ledger-api], dependsOn: [component:ledger]")),
    ])

  private static func catalog(vision: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: ledger}
    spec: {type: service, owner: money, providesApis: [ledger-api], dependsOn: [resource:balances]}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata: {name: ledger-api}
    spec: {type: openapi, lifecycle: production, owner: money, definition: {$text: ./ledger.yaml}}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Resource
    metadata: {name: balances}
    spec: {type: database, owner: money}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: photo-reader}
    spec: {type: service, owner: vision, \(vision)}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: money}
    spec: {type: team, children: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: vision}
    spec: {type: team, children: []}
    """
  }

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for service in graph.services where service.dependencies.contains(where: { $0.kind == .bypass }) {
      let proper = Set(service.dependencies.lazy.filter { $0.kind != .bypass }.compactMap(\.service.target))
      for dependency in service.dependencies where dependency.kind == .bypass {
        let written = dependency.service.name
        let isStore = dependency.store != nil
        // Naming the service besides its API is how Backstage draws an arrow; it reaches into nothing.
        if !isStore, let target = dependency.service.target, proper.contains(target) { continue }
        let owner = dependency.service.target.map { graph.services[$0] }
        let what = "“\(Places.short(written))”"
        var related: [(place: Place, message: String)] = []
        if let owner, let place = owner.places.first {
          related.append((place, isStore ? "\(owner.name) keeps it" : "\(owner.name) is declared here"))
        }
        report.add(
          isStore
            ? "\(service.cited) reaches into the store \(what)"
              + (owner.map { " of \($0.cited)" } ?? "")
            : "\(service.cited) depends on the service \(what), not on an API of it",
          at: dependency.service.place,
          help: owner.map { owner in
            let apis = owner.apis.map { graph.apis[$0].name }
            return apis.isEmpty
              ? "Let \(owner.name) declare an API, and use that."
              : "Use an API of \(owner.name) instead: \(Places.list(Array(apis.prefix(3)), "or"))."
          } ?? "Use an API of the service that keeps it.",
          related: related)
      }
    }
  }
}
