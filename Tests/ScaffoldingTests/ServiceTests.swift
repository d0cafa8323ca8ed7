import PRFAQ
import SourceText
import Testing
import Tracing

@testable import Scaffolding

@Suite("Services")
struct ServiceTests {
  @Test(
    "operations are read, never guessed",
    arguments: [
      ("GET /v1/baskets/{basketId}", "GET /v1/baskets/{basketId}"), ("post /v1/x", "POST /v1/x"),
      ("GET /", "GET /"), ("TRACE /x", nil), ("GET v1", nil), ("GET", nil), ("Billing API v2", nil),
      ("GET /a b", nil), ("GET /a?b=c", nil), ("GET /{id}/{id}", nil), ("GET /{a-b}", nil), ("GET /:id", nil),
      ("GET /../x", nil),
    ])
  func operations(_ text: String, _ expected: String?) {
    let operation = try? ServiceOperation(text)
    #expect(operation.map { "\($0.verb) \($0.path)" } == expected)
  }

  @Test("what operations mean together")
  func shapes() throws {
    let texts = [
      "PUT /v1/bins/{binId}", "GET /v1/bins/{id}", "POST /v1/crates", "GET /v1/crates", "GET /v1/crates/{id}",
      "DELETE /v1/crates/{crateId}", "GET /v1/plan", "PATCH /v1/crates/{id}", "POST /v1/crates/{id}",
      "DELETE /v1/plan",
    ]
    let all = try texts.map { try ServiceOperation($0) }
    let shapes = OperationShapes(all)
    #expect(
      all.map { shapes.work(of: $0) } == [
        .replace, .read, .create, .list, .read, .remove, .unbuilt, .unbuilt, .unbuilt, .unbuilt,
      ])
    #expect(shapes.resources == ["bins", "crates", "plan"])
    let names = OperationShapes([
      try ServiceOperation("GET /basket-items"), try ServiceOperation("GET /v1/basketItems"),
      try ServiceOperation("GET /{id}"),
    ])
    #expect(names.resources == ["basket-items", "root"])
    #expect(names.resource(of: try ServiceOperation("GET /v1/basketItems")) == "basket-items")
  }

  @Test(
    "days",
    arguments: [
      ("2027-10-05", "2027-10-04"), ("2027-10-04", "2027-10-04"), ("2028-02-29", "2028-02-28"),
      ("2028-01-01", "2027-12-27"),
      ("2000-03-01", "2000-02-28"),
    ])
  func days(_ text: String, _ monday: String) throws {
    let day = try #require(Day(text))
    #expect(day.text == text)
    #expect(day.monday.text == monday)
  }

  @Test(
    "days that do not exist",
    arguments: ["2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "27-1-1", "x"])
  func noDays(_ text: String) { #expect(Day(text) == nil) }

  @Test("every day of forty years leads back to itself")
  func calendar() throws {
    var day = try #require(Day(year: 1999, month: 12, day: 31))
    for _ in 0..<14_610 {
      let next = day.adding(1)
      let parts = next.parts
      #expect(Day(year: parts.year, month: parts.month, day: parts.day) == next)
      day = next
    }
    #expect(day.text == "2039-12-31")
  }

  static let document = """
    # Wholebasket brings shoppers everything they ordered

    ## Press release

    **Gateshead, England, 5 October 2027** — Shoppers now get every item with Wholebasket.

    **The problem.** Shoppers plan a meal and unpack a different one.

    **The solution.** An item is set aside at once [N-1].

    ## FAQ

    **Q: What does it cost?**

    Four pounds.

    ## What customers need

    - **N-1: Get every *item* I ordered.** Today 29 in 100 orders lack something.
      - Priority: must
      - Customer: online grocery shoppers
      - Measured by: M-1
      - Served by: Basket Promise
      - Accepted when: of 200 test orders, 190 arrive complete
      - Accepted when: nothing is swapped
    - **N-2: Learn before I pay.** At the door is too late.
      - Served by: Stock Map

    ## How we will know

    - **M-1: Orders delivered complete** rise from 71% to 95% by 30 June 2028.

    ## Services and teams

    - **Basket Promise** (owned by Storefront, new) tells a shopper what they will get.
      - API: `POST /v1/baskets/{basketId}/items`, `GET /v1/baskets/{basketId}`, `PUT /v1/baskets/{id}`
      - Calls: Stock Map
      - Stores: baskets
      - Emits: `basket.filled`
    - **Stock Map** (owned by Stow) knows what lies where.
      - API: `GET /v1/items/{itemId}/stock`
    - **Orphan** does nothing yet.
    - **Odd** (owned by Stow) speaks.
      - API: `FETCH /x`

    """

  private func brief(_ name: String) throws -> ServiceBrief {
    let graph = LinkGraph([TraceUnit(PRFAQDocument(SourceFile(Self.document, path: "prfaq.md")))])
    let index = try #require(graph.service(named: name))
    return try ServiceBrief(service: index, of: graph, document: 0, hash: "0123456789abcdef")
  }

  @Test("a brief says what the document says, and no more")
  func brief() throws {
    let brief = try brief("Basket Promise")
    #expect(brief.name == ServiceBrief.Name(title: "Basket Promise", slug: "basket-promise"))
    #expect(brief.owner == ServiceBrief.Name(title: "Storefront", slug: "storefront"))
    #expect(brief.system.slug == "wholebasket")
    #expect(brief.isNew)
    #expect(brief.needs.map(\.id) == ["N-1"])
    #expect(brief.needs.first?.title == "Get every item I ordered")
    #expect(brief.needs.first?.priority == "must")
    #expect(
      brief.needs.first?.acceptances == ["of 200 test orders, 190 arrive complete", "nothing is swapped"])
    #expect(brief.needs.first?.metrics.map(\.id) == ["M-1"])
    // The second name of the same parameter gives way to the first: a contract has a path once.
    #expect(
      brief.operations.map { "\($0.verb) \($0.path)" } == [
        "POST /v1/baskets/{basketId}/items", "GET /v1/baskets/{basketId}", "PUT /v1/baskets/{basketId}",
      ])
    #expect(brief.calls.map(\.name.slug) == ["stock-map"])
    #expect(brief.calls.first?.operations.map(\.path) == ["/v1/items/{itemId}/stock"])
    #expect(brief.emits == ["basket.filled"])
    #expect(brief.stores == ["baskets"])
    #expect(try self.brief("Stock Map").callers.map(\.name.slug) == ["basket-promise"])
    #expect(
      brief.warnings == [
        "fewer than two people of Storefront are known, so the on-call rotation is empty; name them with --catalog."
      ])
  }

  @Test("answers fit the schema, and take their names from the document")
  func answers() throws {
    var brief = try brief("Basket Promise")
    brief.people = ["Ana", "Ben", "Cleo"]
    brief.launch = Day("2027-10-05")
    let answers = brief.answers()
    #expect(ServiceAnswers.schema.mistakes(in: answers) == [])
    #expect(answers["owner.team"] == .text("@example/storefront"))
    guard case .list(let shifts)? = answers["shifts"], case .list(let acceptances)? = answers["acceptances"],
      case .list(let routes)? = answers["routes"], case .list(let operations)? = answers["operations"]
    else {
      Issue.record("lists are missing")
      return
    }
    #expect(shifts.count == 8)
    #expect(shifts[0]["start"] == .text("2027-10-04"))
    #expect(shifts[3]["start"] == .text("2027-10-25"))
    #expect(shifts[3]["primary"] == .text("Ana"))
    #expect(shifts[3]["secondary"] == .text("Ben"))
    #expect(acceptances.map { $0["name"] } == [.text("n1-accepted-1"), .text("n1-accepted-2")])
    #expect(routes.map { $0["allow"] } == [.text("POST"), .text("GET, PUT")])
    #expect(
      operations.map { $0["id"] } == [
        .text("postBasketsByBasketIdItems"), .text("getBasketsByBasketId"), .text("putBasketsByBasketId"),
      ])
  }

  @Test("a service that is not declared well enough is refused")
  func refusals() throws {
    #expect(throws: ServiceBrief.Refusal.noOwner) { try brief("Orphan") }
    #expect(
      throws: ServiceBrief.Refusal.operation(
        "FETCH /x", reason: "the method is none of GET, POST, PUT, PATCH, DELETE")
    ) { try brief("Odd") }
  }
}
