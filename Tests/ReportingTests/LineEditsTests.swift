import Reporting
import Testing

@Suite struct LineEditsTests {
  private func diff(_ old: String, _ new: String) -> String {
    let bytes = Array(old.utf8)
    let edits = UnifiedDiff.edits(from: bytes, to: Array(new.utf8))
    return String(decoding: UnifiedDiff.text(path: "a.md", old: bytes, edits: edits), as: UTF8.self)
  }

  @Test func areNoneForEqualTexts() {
    #expect(UnifiedDiff.edits(from: Array("one\n".utf8), to: Array("one\n".utf8)).isEmpty)
  }

  @Test func keepChangesApartThatAreFar() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = (2...20).map { $0 == 20 ? "twenty\n" : "\($0)\n" }.joined()
    #expect(
      diff(old, new) == """
        --- a/a.md
        +++ b/a.md
        @@ -1,4 +1,3 @@
        -1
         2
         3
         4
        @@ -17,4 +16,4 @@
         17
         18
         19
        -20
        +twenty

        """)
  }

  @Test(arguments: [
    ("", "a\nb\n"), ("a\nb\n", ""), ("a\nb\nc\n", "b\na\nc"), ("a\r\nb", "a\r\nx\r\nb"),
    ("1\n2\n3\n4\n", "0\n1\n3\n5\n4\n6\n"), ("a\na\na\n", "a\n"), ("x", "y"),
  ])
  func makeTheNewText(_ old: String, _ new: String) {
    let bytes = Array(old.utf8)
    var result = bytes
    for edit in UnifiedDiff.edits(from: bytes, to: Array(new.utf8)).reversed() {
      result.replaceSubrange(edit.range, with: edit.replacement)
    }
    #expect(String(decoding: result, as: UTF8.self) == new)
  }
}
