import MarkdownTree
import SourceText
import Testing

@testable import Tracing

@Suite struct HeadingsTests {
  private func headings(_ text: String) -> (Headings, SourceFile) {
    let source = SourceFile(Array(text.utf8), path: "a.md")
    return (Headings(MarkdownTree(source)), source)
  }

  @Test func findsWhatStandsAboveAPlace() throws {
    let text = "# A\n\none\n\n### B\n\ntwo\n\n## C\n\nthree\n\n## D\n\nfour\n\n# E\n\nfive\n"
    let (headings, _) = headings(text)
    func section(_ word: String) throws -> [String] {
      let bytes = Array(text.utf8)
      let start = try #require((0..<bytes.count).first { bytes[$0...].starts(with: word.utf8) })
      return headings.section(at: start)
    }
    #expect(headings.section(at: 0) == [])
    #expect(try section("one") == ["A"])
    #expect(try section("two") == ["A", "B"])
    #expect(try section("three") == ["A", "C"])
    #expect(try section("four") == ["A", "D"])
    #expect(try section("five") == ["E"])
  }

  /// To walk back over all headings of a level for each place would take 20,000 times 20,000 steps here.
  @Test(.timeLimit(.minutes(1))) func growsWithTheNumberOfHeadings() {
    let count = 20_000
    let (headings, source) = headings("# A\n\n" + String(repeating: "## B\n\ntext\n\n", count: count))
    var found = 0
    for start in source.lineStarts where headings.section(at: Int(start)) == ["A", "B"] { found += 1 }
    // All four lines of each part but the first heading's own: a heading stands below the one before it.
    #expect(found == 4 * count - 1)
  }
}
