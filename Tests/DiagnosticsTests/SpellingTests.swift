import Testing

@testable import Diagnostics

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("", "ab", 2), ("ab", "", 2), ("owned by", "owned by", 0), ("Owned By", "owned by", 0),
    ("ownd by", "owned by", 1), ("sevred by", "served by", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
    ("naïve", "naive", 1), ("naive", "naïve", 1),
  ])
  func countsEdits(_ left: String, _ right: String, _ distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
  }

  @Test func countsWholeColumnsAsItCountsRows() {
    // Few letters, so that words share many of them; lengths on both sides of a machine word.
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word(_ longest: Int) -> String {
      String(
        (0..<next(longest + 1)).map { _ in "abcD "["abcD ".index("abcD ".startIndex, offsetBy: next(5))] })
    }
    for round in 0..<4_000 {
      let longest = round % 4 == 0 ? 70 : 9
      let (left, right) = (word(longest), word(longest))
      let (columns, rows) = (Spelling.distance(left, right), Spelling.distanceByRows(left, right))
      if columns != rows { Issue.record("\(left) and \(right): \(columns), not \(rows)") }
    }
  }

  @Test func takesTheFirstOfEquallyNearNames() {
    #expect(Spelling.nearest(to: "metrics", in: ["metricx", "metricz"]) == "metricx")
    #expect(Spelling.nearest(to: "metrics", in: ["matrixes"]) == nil)
    #expect(Spelling.nearest(to: "ab", in: ["cd", "ac"]) == "ac")
  }
}
