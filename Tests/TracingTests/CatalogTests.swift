import Organization
import PRFAQ
import SourceText
import Testing
import Tracing

private let catalog = """
  apiVersion: backstage.io/v1alpha1
  kind: Group
  metadata: {name: payments, title: Payments}
  spec: {type: team, children: [], members: [ann, bob]}
  ---
  apiVersion: backstage.io/v1alpha1
  kind: Group
  metadata: {name: docs, title: Documents, annotations: {prfaq/also-known-as: Paper}}
  spec: {type: team, children: []}
  ---
  apiVersion: backstage.io/v1alpha1
  kind: Component
  metadata: {name: billing-api, title: Billing API, description: works out what is owed}
  spec:
    type: service
    lifecycle: production
    owner: group:default/payments
    providesApis: [billing-contract]
    consumesApis: [statement-events]
    dependsOn: [resource:balances, component:money-lib]
  ---
  apiVersion: backstage.io/v1alpha1
  kind: Component
  metadata: {name: statement-service, title: Statement Service}
  spec:
    type: service
    lifecycle: production
    owner: docs
    providesApis: [statement-events]
    dependsOn: [resource:balances, component:billing-api]
  ---
  apiVersion: backstage.io/v1alpha1
  kind: Component
  metadata: {name: money-lib}
  spec: {type: library, lifecycle: production, owner: payments}
  ---
  apiVersion: backstage.io/v1alpha1
  kind: API
  metadata: {name: billing-contract}
  spec: {type: openapi, lifecycle: production, owner: payments, definition: "x"}
  ---
  apiVersion: backstage.io/v1alpha1
  kind: API
  metadata: {name: statement-events}
  spec: {type: asyncapi, lifecycle: production, owner: docs, definition: "x"}
  ---
  apiVersion: backstage.io/v1alpha1
  kind: Resource
  metadata: {name: balances}
  spec: {type: database, owner: payments}
  """

private let document = """
  ---
  document: prfaq
  key: RENT
  ---

  # Brightkey launches Rentwise

  **The solution.** Renters see what they owe [N-1]. Statement Service keeps the rest.

  ## What customers need

  - **N-1: Know what I owe.** One in six pays late, says the Billing API.
    - Served by: Billing API, Statement Servce, Coupon Machine
  """

@Suite struct CatalogTests {
  private func graph(_ text: String, finder: Bool = false) -> LinkGraph {
    let organization = Organization([SourceFile(text, path: "catalog-info.yaml")])
    let source = SourceFile(document, path: "prfaq.md")
    let unit = TraceUnit(PRFAQDocument(source), mentions: finder ? MentionFinder(organization) : nil)
    return LinkGraph([unit], organization)
  }

  @Test func linksTheCatalogue() throws {
    let graph = graph(catalog)
    #expect(graph.services.map(\.key) == ["billing-api", "statement-service"])
    #expect(graph.teams.map(\.key) == ["docs", "payments"])
    #expect(graph.services.map(\.team) == [1, 0])
    #expect(graph.teams.map(\.services) == [[1], [0]])
    #expect(graph.teams[1].members == ["ann", "bob"])
    #expect(graph.team(named: "Paper") == 0)
    #expect(graph.team(named: "the Payments team") == 1)
    #expect(graph.services[0].apis.map { graph.apis[$0].name } == ["billing-contract"])
    #expect(graph.services[0].purpose == "works out what is owed")
  }

  @Test func tellsKindsOfDependencyApart() {
    let graph = graph(catalog)
    // The library is no service; the store is Billing's, as Payments owns both.
    #expect(graph.services[0].dependencies.map(\.kind) == [.asynchronous])
    #expect(graph.services[0].dependencies.map(\.service.target) == [1])
    #expect(graph.stores.map(\.owners) == [[0]])
    // Another service's store, and another service without its API.
    #expect(graph.services[1].dependencies.map(\.kind) == [.bypass, .bypass])
    #expect(graph.services[1].dependencies.map(\.service.target) == [0, 0])
  }

  @Test func refusesNamesThatACompleteCatalogueDoesNotHave() {
    let graph = graph(catalog)
    #expect(graph.needs[0].services.map(\.target) == [0, nil, nil])
    #expect(graph.dangling.map(\.name) == ["Statement Servce", "Coupon Machine"])
    #expect(graph.dangling.map(\.suggestion) == ["Statement Service", nil])
    #expect(graph.dangling.allSatisfy { $0.isCertain })
  }

  @Test func onlyNotesThemForAPartialOne() {
    let part =
      catalog + "\n---\napiVersion: backstage.io/v1alpha1\nkind: Location\n"
      + "metadata: {name: here, annotations: {prfaq/catalog-complete: \"false\"}}\nspec: {targets: []}\n"
    let graph = graph(part)
    #expect(graph.needs[0].services.allSatisfy { $0.target != nil })
    #expect(
      graph.services.filter { $0.origin == .named }.map(\.key) == ["coupon-machine", "statement-servce"])
    #expect(graph.dangling.count == 2)
    #expect(graph.dangling.allSatisfy { !$0.isCertain })
  }

  @Test func offersMentionsAndCountsThemNowhere() {
    let graph = graph(catalog, finder: true)
    // Billing API is linked where it is mentioned; Statement Service is not.
    #expect(graph.suggestions.map(\.service) == [1])
    #expect(graph.suggestions.map(\.place.line) == [8])
    #expect(graph.suggestions.map(\.need) == [nil])
    #expect(graph.services[1].needs.isEmpty)
  }

  @Test func findsWhatAChangeReaches() {
    let graph = graph(catalog)
    #expect(graph.callers() == [[1], [0]])
    let reach = graph.reach(ofServices: [1])
    #expect(reach.services == [0, 1])
    #expect(reach.needs == [0])
    #expect(reach.teams == [0, 1])
    #expect(graph.reach(ofNeed: 0).services == [0])
  }

  @Test func movesServicesWithoutTouchingTheGraph() {
    let before = graph(catalog)
    #expect(before.crossings.map(\.from) == [0, 1])
    let after = before.moving([.init(service: 1, team: .known(1))])
    #expect(after.crossings.isEmpty)
    #expect(after.teams.map(\.services) == [[], [0, 1]])
    #expect(before.teams.map(\.services) == [[1], [0]])
    let formed = before.moving([
      .init(service: 0, team: .new("Ledger")), .init(service: 1, team: .new("Ledger")),
    ])
    #expect(formed.teams.last?.key == "ledger")
    #expect(formed.teams.map(\.services) == [[], [], [0, 1]])
  }
}
