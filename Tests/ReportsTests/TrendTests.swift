import Testing

@testable import Reports

@Suite struct TrendTests {
  private func state(_ needs: Int, _ covered: Int, _ readiness: Readiness.State = .ready) -> Trend.State {
    Trend.State(needs: needs, covered: covered, readiness: readiness)
  }

  /// Two documents at three points; the second came later.
  private var trend: Trend {
    Trend(
      points: [
        .init(name: "v1.2", states: [state(3, 1, .blocked), nil]),
        .init(name: "2026-03-04", states: [state(5, 2), state(2, 0, .draft)]),
        .init(name: "now", states: [state(4, 3), state(2, 0, .draft)]),
      ], start: "at v1.2")
  }

  @Test func sumsTheDocumentsThatWereThere() {
    #expect(trend.needs == [3, 7, 6])
    #expect(trend.covered == [1, 2, 3])
    #expect(trend.ready == [0, 1, 1])
    #expect(trend.documents == [1, 2, 2])
  }

  @Test func saysInWordsWhatTheDrawingShows() {
    #expect(TrendWords.change(trend.states(of: 0)) == "+1 need, +2 covered, not ready → ready")
    #expect(TrendWords.change(trend.states(of: 1)) == "new")
    #expect(TrendWords.change([state(4, 2), state(2, 2)]) == "−2 needs")
    #expect(TrendWords.change([state(4, 2), state(4, 2)]) == "no change")
    #expect(
      TrendWords.sentence(trend.states(of: 0), trend.start)
        == "4 needs, 1 more than at v1.2; 3 of 4 covered, 1 of 3 then; ready, not ready then.")
    #expect(
      TrendWords.sentence([state(1, 1), state(1, 1)], "on 2026-03-01")
        == "1 need, as many as on 2026-03-01; 1 of 1 covered.")
    #expect(
      TrendWords.sentence(trend.states(of: 1), trend.start)
        == "2 needs, 0 of 2 covered; the document was not there yet at v1.2.")
    #expect(
      TrendWords.values(trend, document: 1)
        == "Needs since v1.2: none, 2, 2; covered: none, 0, 0; readiness: none, draft, draft")
    #expect(TrendWords.values(trend.needs, trend) == "v1.2 3, 2026-03-04 7, now 6")
  }

  @Test func drawsEachPointInItsPlace() {
    var html = HTML()
    Sparkline(
      whole: [nil, 2, 4], part: [nil, 0, 4], signs: [nil, .blocked, .ready], width: 110, height: 25
    ).write(label: "a <b>", to: &html)
    let text = String(decoding: html.bytes, as: UTF8.self)
    // 110 wide: points at 5, 55 and 105; 25 high: 0 is at 24, the most at 4.
    #expect(text.contains("<path class=\"line\" d=\"M55 14L105 4\">"))
    #expect(text.contains("<path class=\"part\" d=\"M55 24L105 4L105 24L55 24Z\">"))
    #expect(text.contains("<circle cx=\"105\" cy=\"4\" r=\"2.5\">"))
    #expect(text.split(separator: "class=\"mark ").count == 3)
    #expect(text.contains("aria-label=\"a &lt;b&gt;\""))
    var empty = HTML()
    Sparkline(whole: [0, 0], part: [0, 0], width: 110, height: 25).write(label: "none", to: &empty)
    #expect(!String(decoding: empty.bytes, as: UTF8.self).contains("\"line\""))
  }
}
