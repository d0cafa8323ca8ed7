import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText
import Testing

@testable import Reports

@Suite struct BodyTests {
  /// The body of a document in which findings cover the given words.
  private func body(_ text: String, _ words: (String, Severity)...) throws -> String {
    let document = PRFAQDocument(SourceFile(text))
    let shown = try words.enumerated().map { index, word in
      let bytes = Array(text.utf8)
      let wanted = Array(word.0.utf8)
      let start = try #require((0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) })
      return ShownFinding(
        id: "f\(index + 1)",
        finding: Finding(
          rule: "test/rule", severity: word.1, message: "m\(index + 1)",
          range: start..<(start + word.0.utf8.count), help: "h\(index + 1)"),
        line: 1)
    }
    var renderer = BodyRenderer(document, shown)
    renderer.render()
    return String(decoding: renderer.html.bytes, as: UTF8.self)
  }

  private func note(_ number: Int, _ severity: String, _ word: String, _ tag: String = "span") -> String {
    "<\(tag) class=\"finding \(severity)\" id=\"f\(number)\" role=\"note\"><span class=\"weight\">\(word):</span> "
      + "<span class=\"what\">M\(number).</span> <span class=\"help\">h\(number)</span> "
      + "<span class=\"rule\">test/rule · line 1</span></\(tag)>"
  }

  @Test func marksTheVeryWordsAndPutsTheNoteBehindThem() throws {
    #expect(
      try body("One two three.\n", ("two", .error))
        == "<p>One <mark class=\"error\" data-f=\"f1\">two</mark>" + note(1, "error", "Blocks review")
        + " three.</p>\n")
  }

  @Test func cutsMarksWhereSpansBeginAndEnd() throws {
    #expect(
      try body("One **two three** four.\n", ("three** four", .warning))
        == "<p>One <strong>two <mark class=\"warning\" data-f=\"f1\">three</mark></strong>"
        + note(1, "warning", "To improve") + "<mark class=\"warning\" data-f=\"f1\"> four</mark>.</p>\n")
  }

  @Test func namesAllFindingsOfOverlappingMarks() throws {
    #expect(
      try body("One two three four.\n", ("two three", .note), ("three four", .error))
        == "<p>One <mark class=\"note\" data-f=\"f1\">two </mark>" + note(1, "note", "Note")
        + "<mark class=\"note error\" data-f=\"f1 f2\">three</mark>" + note(2, "error", "Blocks review")
        + "<mark class=\"error\" data-f=\"f2\"> four</mark>.</p>\n")
  }

  @Test func keepsNotesOutOfLinksAndHeadings() throws {
    #expect(
      try body("# A [b c](https://x.example)\n", ("b", .note))
        == "<div class=\"headed\">" + note(1, "note", "Note", "div")
        + "<h1>A <a href=\"https://x.example\" rel=\"noopener noreferrer\"><mark class=\"note\" data-f=\"f1\">b</mark> c</a></h1></div>\n"
    )
    #expect(
      try body("A [b c](https://x.example)\n", ("b", .note))
        == "<p>A <a href=\"https://x.example\" rel=\"noopener noreferrer\"><mark class=\"note\" data-f=\"f1\">b</mark> c</a>"
        + note(1, "note", "Note") + "</p>\n")
  }

  @Test func dropsWhatCouldRun() throws {
    #expect(
      try body(
        "a <b onclick=\"x()\">c</b> [d](javascript:x) ![e](http://f.example/g.png)\n\n<script>h()</script>\n\n<!-- i -->\n"
      ) == "<p>a c <span>d</span> <span class=\"picture\">e</span></p>\n")
  }

  @Test func setsListsTablesAndCode() throws {
    #expect(
      try body("3. a\n   - b\n4. c\n")
        == "<ol start=\"3\"><li><p>a</p>\n<ul><li><p>b</p>\n</li></ul></li><li><p>c</p>\n</li></ol>")
    #expect(
      try body("| a | b |\n|---|---|\n| `c` | d |\n")
        == "<div class=\"wide\"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>c</code></td>"
        + "<td>d</td></tr></tbody></table></div>\n")
    #expect(try body("```html\n<b>\n  x\n```\n") == "<pre><code>&lt;b&gt;\n  x\n</code></pre>\n")
    #expect(try body("> a\\\n> b\n") == "<blockquote><p>a<br>\nb</p>\n</blockquote>")
  }

  @Test func resolvesReferencesAndAutolinks() throws {
    #expect(
      try body("[a] and <https://b.example> and [c](</d>)\n\n[a]: https://a.example/?x=1&y=2\n")
        == "<p><a href=\"https://a.example/?x=1&amp;y=2\" rel=\"noopener noreferrer\">a</a> and "
        + "<a href=\"https://b.example\" rel=\"noopener noreferrer\">https://b.example</a> and <span>c</span></p>\n"
    )
  }

  @Test func readsCodeInAdvice() {
    #expect(BodyRenderer.sentence("“x” is left") == "“x” is left.")
    #expect(BodyRenderer.sentence("the end.") == "The end.")
  }
}
