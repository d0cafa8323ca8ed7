import Testing
import Tracing

@Suite struct CyclesTests {
  private func find(_ links: [[Int]]) -> [[Int]] { Cycles.find(count: links.count) { links[$0] } }

  @Test func findsNoneInATree() { #expect(find([[1, 2], [3], [3], []]) == []) }

  @Test func findsOneCycleAGroup() {
    // 0 → 1 → 2 → 0 with a shortcut 1 → 0; 3 → 4 → 3; 5 alone leads into both.
    #expect(find([[1], [2, 0], [0], [4], [3], [0, 3]]) == [[0, 1], [3, 4]])
  }

  @Test func findsANodeThatLeadsToItself() { #expect(find([[], [1], [0]]) == [[1]]) }

  @Test func takesALongChainWithoutRecursion() {
    let count = 200_000
    let cycles = Cycles.find(count: count) { $0 + 1 < count ? [$0 + 1] : [0] }
    #expect(cycles.count == 1)
    #expect(cycles[0].count == count)
  }
}
