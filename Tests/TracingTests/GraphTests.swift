import Organization
import PRFAQ
import SourceText
import Testing
import Tracing

private func unit(_ text: String, _ path: String = "rent/prfaq.md") -> TraceUnit {
  TraceUnit(PRFAQDocument(SourceFile(text, path: path)))
}

private let rent = """
  ---
  document: prfaq
  key: RENT
  ---

  # Brightkey launches Rentwise

  **The problem.** Renters pay late, in one case of six. See [N-2] too.

  **The solution.** Renters see what they owe on the first screen [N-1]. They settle it there. [N-2] A key such as
  `N-1` or P-256 is no need.

  ## External FAQ

  **Q: Can I dispute a charge?**

  Yes, in the app (N-2), see also [N-9] and LEASE/N-1.

  ## What customers need

  - **N-1: Know what I owe.** One in six pays late.
    - Priority: P0
    - Measured by: M-1
    - Served by: Billing API, the Statement service (new)
    - Accepted when: the amount is on the first screen
  - **N-2: Dispute a charge without calling.** Today it takes two calls.
    - Depends on: N-1, N-8
    - Served by: Biling API
  - **Pay in one tap** with a saved card.
    - Not built because: it waits for the review

  ## How we will know

  - **M-1: Late payments** fall from 16% to 10% by 30 June 2028.

  ## Services and teams

  - **Billing API** (owned by the Payments team, new) works out what each renter owes.
    - API: `GET /v1/balances/{id}`, `POST /v1/disputes`
    - Calls: Ledger API
    - Stores: balances
    - Emits: `balance.changed`
  - **Statement Service** (owned by Documents) keeps past statements.
    - API: `GET /v1/statements`
    - Stores: balances
  """

@Suite struct GraphTests {
  let graph = LinkGraph([unit(rent)])

  @Test func readsNeeds() {
    #expect(graph.needs.filter { $0.origin == .declared }.map(\.id) == ["N-1", "N-2", "pay-in-one-tap"])
    let need = graph.needs[0]
    #expect(need.title.text == "Know what I owe")
    #expect(need.priority == .must)
    #expect(need.acceptance.map(\.text) == ["the amount is on the first screen"])
    #expect(need.section.last == "What customers need")
    #expect(need.place.line == 21)
    #expect(graph.qualifiedID(ofNeed: 0) == "RENT/N-1")
  }

  @Test func linksByID() {
    #expect(graph.needs[0].metrics.map(\.target) == [0])
    #expect(graph.metrics[0].needs == [0])
    #expect(graph.metrics[0].baseline == "16%")
    #expect(graph.metrics[0].target == "10%")
    #expect(graph.metrics[0].by == "30 June 2028")
    #expect(graph.needs[1].dependsOn.map(\.target) == [0, nil])
  }

  @Test func linksServicesByName() throws {
    #expect(graph.services.map(\.key) == ["billing-api", "ledger-api", "statement-service"])
    #expect(graph.needs[0].services.map(\.target) == [0, 2])
    #expect(graph.needs[1].services.map(\.target) == [nil])
    #expect(graph.services[0].needs == [0])
    let billing = graph.services[0]
    #expect(billing.lifecycle == .new)
    #expect(billing.purpose == "works out what each renter owes.")
    #expect(billing.apis.map { graph.apis[$0].name } == ["GET /v1/balances/{id}", "POST /v1/disputes"])
    #expect(billing.dependencies.map(\.service.target) == [1])
    #expect(billing.dependencies.map(\.kind) == [.synchronous])
    #expect(billing.emits.map(\.text) == ["balance.changed"])
    #expect(graph.services[1].origin == .named)
    #expect(graph.services[2].lifecycle == .existing)
    #expect(graph.teams.map(\.name) == ["Documents", "Payments"])
    let owner = try #require(billing.team)
    #expect(graph.teams[owner].services == [0])
    #expect(graph.stores.map(\.owners) == [[0, 2]])
  }

  @Test func countsCitationsOnlyWhereTheyAre() {
    #expect(graph.needs[0].claims.map { graph.claims[$0].text.text }.count == 1)
    #expect(
      graph.needs[1].claims.map { graph.claims[$0].text.text } == ["They settle it there."])
    #expect(graph.needs[1].questions == [0])
    #expect(graph.questions[0].needs.map(\.name) == ["N-2", "N-9"])
  }

  @Test func tellsWhatLeadsNowhere() {
    let names = graph.dangling.map {
      "\($0.kind.rawValue) \($0.name) \($0.place.line) \($0.suggestion ?? "-")"
    }
    #expect(names == ["need N-9 17 -", "need N-8 27 -", "service Biling API 28 Billing API"])
    #expect(graph.dangling.allSatisfy { $0.isCertain })
  }

  @Test func countsCoverage() {
    let service = graph.coverage(.needService)
    #expect((service.covered, service.justified, service.missing) == ([0], [2], [1]))
    #expect(service.total == 3)
    #expect(graph.coverage(.needMetric).missing == [1])
    #expect(graph.coverage(.needClaim).covered == [0, 1])
    #expect(graph.coverage(.needAcceptance).missing == [1])
    #expect(graph.coverage(.stepService).percent == nil)
    #expect(graph.coverage(.serviceTeam).covered == [0, 2])
    #expect(graph.coverage(.serviceAPI).total == 2)
  }

  @Test func linksAcrossDocuments() {
    let lease = """
      ---
      document: prfaq
      ---

      # Brightkey launches Lease

      ## What customers need

      - **N-1: Sign a lease at home.** It takes a day today.
        - Depends on: RENT/N-2, rent/N-7, OTHER/N-1
        - Served by: Billing API

      ## How we will know

      - **M-1: Leases signed at home** rise from 0% to 60% by 30 June 2028.
      """
    let both = LinkGraph([unit(rent), unit(lease, "docs/lease.md")])
    #expect(both.documents.map(\.key) == ["RENT", "lease"])
    #expect(both.documents[1].keyPlace == nil)
    #expect(both.needs[3].dependsOn.map(\.target) == [1, nil])
    #expect(both.needs[3].services.map(\.target) == [0])
    #expect(both.services[0].documents == [0, 1])
    #expect(both.questions[0].needs.map(\.target) == [1, nil, 3])
    #expect(both.needs(named: "lease/N-1") == [3])
    #expect(both.needs(named: "n-1") == [0, 3])
    #expect(both.needs(named: "Pay in one tap") == [2])
    #expect(both.service(named: "billing-api") == 0)
    #expect(both.team(named: "Payments") == both.services[0].team)
  }

  @Test func saysNothingOfWhatNobodyDeclares() {
    let graph = LinkGraph([unit("# Rentwise launches\n\n**The problem.** See P-256 and [N-1].\n")])
    #expect(graph.dangling.isEmpty && graph.services.isEmpty && graph.teams.isEmpty)
    #expect(Coverage.Kind.allCases.allSatisfy { graph.coverage($0).percent == nil })
  }
}
