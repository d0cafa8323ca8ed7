import MarkdownTree
import PRFAQ
import SourceText
import Testing
import Tracing

@testable import Reports

@Suite struct MapTests {
  private static let text = """
    ---
    document: prfaq
    key: RENT
    ---
    # Rentwise tells renters what they owe

    ## What customers need

    - **N-1: Know what I owe before it is due.** One renter in six pays late.
      - Served by: Billing API
      - Measured by: M-1
      - Accepted when: the amount is on the first screen
    - **N-2: Pay in one tap.** It takes nine today.
      - Served by: Pay Desk, Billing API
    - **N-3: Argue with my landlord.** Many do.
    - **N-4: Move out on a Sunday.** Few can.
      - Not built because: vans do not drive on Sundays

    ## How we will know

    - **M-1: Late payments** fall from 17% to 5% by 31 March 2028.

    ## Services

    - **Pay Desk** (owned by Desk, new) takes money.
      - API: `POST /v1/payments`
      - Calls: Billing API
    - **Billing API** (owned by Ledger) knows what is owed.

    """

  private func map() -> (LinkGraph, MapGraph) {
    let graph = LinkGraph([TraceUnit(PRFAQDocument(SourceFile(Self.text)))])
    return (graph, MapGraph(graph, document: 0, services: MapGraph.services(of: graph)[0]))
  }

  @Test func saysWhatIsMissing() throws {
    let (graph, map) = map()
    try #require(map.nodes.count > 4)
    #expect(map.nodes.prefix(4).map(\.label) == ["N-1", "N-2", "N-3", "N-4"])
    #expect(map.nodes.prefix(4).map(\.state) == [.partial, .partial, .gap, .justified])
    #expect(map.nodes[0].detail == "not answered")
    #expect(map.nodes[1].detail == "not answered, no metric, no test")
    #expect(map.nodes[2].detail == "no service, not answered, no metric, no test")
    #expect(map.nodes[3].detail == "not built: vans do not drive on Sundays")
    let coverage = NeedCoverage(map.needs, graph)
    #expect(coverage.parts.map(\.count) == [1, 2, 2, 3])
    #expect(coverage.total == 4)
    #expect(coverage.justified == 1)
  }

  @Test func leadsFromNeedsToTeams() {
    let (_, map) = map()
    func name(_ index: Int) -> String {
      map.nodes[index].label.isEmpty ? map.nodes[index].title : map.nodes[index].label
    }
    let edges = map.edges.map {
      "\(name($0.from)) \($0.kind.rawValue) \(name($0.to))\($0.crossesTeams ? " across" : "")"
    }
    #expect(
      Set(edges) == [
        "N-1 serves Billing API", "N-2 serves Pay Desk", "N-2 serves Billing API", "Pay Desk owns Desk",
        "Billing API owns Ledger", "Pay Desk calls Billing API across",
      ])
    #expect(edges.count == 6)
  }

  @Test func placesNothingOnAnythingElse() {
    let (_, map) = map()
    let layout = MapLayout(map)
    #expect(layout.columns[0] == [0, 1, 2, 3])
    for column in layout.columns {
      for (upper, lower) in zip(column, column.dropFirst()) {
        #expect(layout.boxes[upper].y + layout.boxes[upper].height < layout.boxes[lower].y)
      }
    }
    for box in layout.boxes {
      #expect(box.y >= MapLayout.top && box.y + box.height <= layout.height)
      #expect(box.x >= 0 && box.x + box.width <= MapLayout.width)
    }
    // Billing API serves the first need, too, so it stands above Pay Desk, and its team above the other.
    #expect(layout.columns[1].map { map.nodes[$0].title } == ["Billing API", "Pay Desk"])
    #expect(layout.columns[2].map { map.nodes[$0].title } == ["Ledger", "Desk"])
  }

  @Test(arguments: [
    ("short", ["short"]),
    ("", [""]),
    ("one two three", ["one two", "three"]),
    ("one two three four", ["one two", "three four"]),
    ("one two three fourth", ["one two", "three fou…"]),
    ("incomprehensible", ["incompreh…"]),
    ("東京都千代田区", ["東京都千…"]),
    // Capitals are wider: eight take the room of ten small letters.
    ("ABCDEFGH", ["ABCDEFGH"]),
    ("ABCDEFGHI", ["ABCDEFG…"]),
  ])
  func wraps(_ text: String, _ expected: [String]) {
    #expect(MapLayout.wrap(text, columns: 10, lines: 2) == expected)
  }
}
