import PRFAQ
import SourceText
import Testing
import Tracing

@Suite("What a new version changes")
struct ImpactTests {
  private static let text = """
    # PR/FAQ: Tidebox

    ## Press release

    ### Problem

    Owners drive to the harbour.

    ### Solution

    Tidebox measures the bilge [N-1]. It calls a neighbour when it rises [N-2].

    ## FAQ

    **Q: How much does it cost?**

    £80.

    ## What customers need

    - **N-1: Know that the bilge is dry.** Today they drive.
      - Served by: Gauge
      - Measured by: M-1
      - Accepted when: the level is shown within 10 seconds
    - **N-2: Have somebody go and look.** Neighbours are near.
      - Served by: Bell
    - **N-3: Sleep through a storm.** Nobody does.
      - Depends on: N-1
      - Served by: Gauge

    ## Metrics

    - **M-1: Drives to the harbour** fall from 40 to 5 a year by June 2028.

    ## Services and teams

    - **Gauge** (owned by Sensors) measures.
      - API: `GET /v1/levels/{boatId}`
    - **Bell** (owned by Voice) rings.
      - API: `POST /v1/calls`

    """

  private func impact(_ new: String) -> Impact {
    let graph: (String) -> LinkGraph = {
      LinkGraph([TraceUnit(PRFAQDocument(SourceFile($0, path: "tidebox.md")))])
    }
    return Impact(from: graph(Self.text), to: graph(new))
  }

  @Test("nothing, where nothing or only order, wrapping and case of names changed")
  func nothing() {
    #expect(impact(Self.text).isEmpty)
    #expect(impact(Self.text.replacing("Today they drive.", with: "Today\n  they drive.")).isEmpty)
    #expect(impact(Self.text.replacing("Served by: Gauge", with: "Served by: gauge")).isEmpty)
  }

  @Test("a changed condition: what differs, what it reaches, and which links to look at again")
  func changed() throws {
    let impact = impact(Self.text.replacing("within 10 seconds", with: "within 2 seconds"))
    let change = try #require(impact.needs.first)
    #expect(impact.needs.count == 1)
    #expect(change.kind == .changed)
    #expect(change.newID == "N-1")
    #expect(change.differences.map(\.part) == ["acceptance"])
    #expect(change.differences.first?.removed == ["the level is shown within 10 seconds"])
    #expect(change.differences.first?.added == ["the level is shown within 2 seconds"])
    #expect(change.reach.services == ["gauge"])
    #expect(change.reach.teams == ["sensors"])
    #expect(change.reach.apis == ["GET /v1/levels/{boatId}"])
    #expect(change.reach.metrics == ["M-1"])
    #expect(change.suspects.map(\.kind) == ["claim", "need", "metric"])
    #expect(change.suspects.map(\.passage.place.line) == [11, 27, 33])
  }

  @Test("a claim that was rewritten with its need is not asked about")
  func rewritten() throws {
    let new = Self.text.replacing("within 10 seconds", with: "within 2 seconds")
      .replacing("measures the bilge [N-1]", with: "measures the bilge at once [N-1]")
    let change = try #require(impact(new).needs.first)
    #expect(change.suspects.map(\.kind) == ["need", "metric"])
  }

  @Test("a need put between others, and those after it renumbered, is one addition and two renames")
  func inserted() {
    let new = Self.text.replacing("N-3: Sleep", with: "N-4: Sleep").replacing("N-2: Have", with: "N-3: Have")
      .replacing("    - **N-3: Have", with: "    - **N-2: Lend the key.** Rarely.\n    - **N-3: Have")
      .replacing("- **N-3: Have", with: "- **N-2: Lend the key.** Rarely.\n- **N-3: Have")
    let found = impact(new).needs.map { "\($0.kind.rawValue) \($0.oldID ?? "")>\($0.newID ?? "")" }
    #expect(found == ["added >N-2", "renamed N-2>N-3", "renamed N-3>N-4"])
  }

  @Test("another ID by Formerly, and by like words; another title under the same ID is a change")
  func renamed() throws {
    let stated = Self.text.replacing("N-2: Have somebody go and look", with: "N-9: Be told what is wrong")
      .replacing("  - Served by: Bell", with: "  - Served by: Bell\n  - Formerly: N-2")
    let change = try #require(impact(stated).needs.first)
    #expect(change.basis == .stated)
    #expect((change.oldID, change.newID) == ("N-2", "N-9"))
    // The release still says [N-2].
    #expect(change.suspects.map(\.kind) == ["citation"])
    let alike = Self.text.replacing("N-2: Have somebody go and look", with: "N-9: Have somebody go and see")
    #expect(impact(alike).needs.first?.basis == .similar)
    let title = Self.text.replacing("N-2: Have somebody go and look", with: "N-2: Ask a diver")
    #expect(impact(title).needs.map(\.kind) == [.changed])
  }

  @Test("a need that is gone, and where it is still cited")
  func removed() throws {
    let new = Self.text.replacing(
      "- **N-2: Have somebody go and look.** Neighbours are near.\n  - Served by: Bell\n", with: "")
    let change = try #require(impact(new).needs.first)
    #expect(change.kind == .removed)
    #expect(change.reach.services == ["bell"])
    #expect(change.suspects.map(\.passage.text) == ["It calls a neighbour when it rises [N-2]."])
  }

  @Test("owner, operations and targets that changed")
  func items() {
    let new = Self.text.replacing("owned by Voice", with: "owned by Sensors").replacing(
      "POST /v1/calls", with: "PUT /v1/calls"
    )
    .replacing("from 40 to 5", with: "from 40 to 2")
    let impact = impact(new)
    #expect(impact.needs.isEmpty)
    #expect(impact.metrics.map(\.id) == ["M-1"])
    #expect(impact.services.map(\.id) == ["bell"])
    #expect(impact.services.first?.differences.map(\.part) == ["owner", "apis"])
    #expect(impact.allTeams == ["sensors"])
  }
}
