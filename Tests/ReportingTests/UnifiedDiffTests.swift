import Reporting
import Testing

@Suite("Differences as diff -u writes them")
struct UnifiedDiffTests {
  private func diff(_ old: String, _ edits: [(Range<Int>, String)]) -> String {
    String(
      decoding: UnifiedDiff.text(
        path: "a.md", old: Array(old.utf8), edits: edits.map { .init($0.0, Array($0.1.utf8)) }), as: UTF8.self
    )
  }

  @Test("a word on one line")
  func word() {
    #expect(
      diff("one\ntwo\nthree\n", [(4..<7, "2")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n")
  }

  @Test("lines added at the end, with and without a last line end")
  func end() {
    #expect(diff("one\n", [(4..<4, "two\n")]) == "--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@\n one\n+two\n")
    #expect(
      diff("one", [(3..<3, "\ntwo\n")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@\n-one\n\\ No newline at end of file\n+one\n+two\n")
    #expect(diff("", [(0..<0, "x\n")]) == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+x\n")
  }

  @Test("two edits on one line are one change, far ones are two hunks with the lines counted on")
  func hunks() {
    #expect(
      diff("a b c\n", [(0..<1, "x"), (4..<5, "z")]) == "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a b c\n+x b z\n"
    )
    let lines = (1...20).map { "line \($0)\n" }.joined()
    // "line 1\n" begins at 0; "line 20\n" is the last 8 bytes.
    let last = lines.utf8.count - 8
    #expect(
      diff(lines, [(0..<0, "new\n"), (last..<last + 7, "end")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,4 @@\n+new\n line 1\n line 2\n line 3\n@@ -17,4 +18,4 @@\n line 17\n line 18\n line 19\n-line 20\n+end\n"
    )
  }

  @Test("lines removed whole, and a line end removed")
  func removal() {
    #expect(
      diff("one\ntwo\nthree\n", [(4..<8, "")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,2 @@\n one\n-two\n three\n")
    #expect(
      diff("one\ntwo\n", [(3..<4, " ")]) == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1 @@\n-one\n-two\n+one two\n")
  }

  @Test("no edit, or one that changes nothing, gives nothing")
  func nothing() {
    #expect(diff("one\n", []).isEmpty)
    #expect(diff("one\n", [(0..<3, "one")]).isEmpty)
  }
}
