import SourceText
import Testing

@testable import MarkdownTree

@Suite("Tables, task boxes, comments")
struct ExtrasTests {
  /// Header and rows of each table, as the cells' source.
  private func tables(_ text: String) -> [[[String]]] {
    let tree = MarkdownTree(SourceFile(text))
    return tree.tables.map { table in ([table.header] + table.rows).map { $0.map { tree.source[$0.range] } } }
  }

  @Test(
    "rows and cells",
    arguments: [
      ("| a | b |\n|---|:-:|\n| 1 | **2** |\n", [[["a", "b"], ["1", "**2**"]]]),
      ("a | b\n--: | -\n1 | 2 | 3\n4", [[["a", "b"], ["1", "2", "3"], ["4"]]]),
      ("| a |\n| - |\n", [[["a"]]]),
      ("text before\n| a | b |\n| - | - |\n| `x|y` | p \\| q |\n", [[["a", "b"], ["`x|y`", "p \\| q"]]]),
      ("- item\n| a | b |\n|---|---|\n| 1 | |\n", [[["a", "b"], ["1", ""]]]),
      ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", [[["a", "b"], ["1", "2"]]]),
      ("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n", [[["a", "b"], ["1", "2"]]]),
      ("| a | b |\n|---|\n| 1 | 2 |\n", []),
      ("a\n:-\nb", []),
      ("| a | b |\n\n|---|---|\n", []),
      ("# | a | b |\n", []),
    ])
  func cells(_ text: String, _ expected: [[[String]]]) {
    #expect(tables(text) == expected)
  }

  @Test("cells have their text, and tables their bytes")
  func text() throws {
    let source = "Intro.\n| *a* | b |\n|---|---|\n| &lt;1 | [2](x) |\n\nEnd."
    let tree = MarkdownTree(SourceFile(source))
    let table = try #require(tree.tables.first)
    #expect(tree.source[table.range] == "| *a* | b |\n|---|---|\n| &lt;1 | [2](x) |")
    #expect(table.header.map { tree.text($0.plainRange) } == ["a", "b"])
    #expect(table.rows.map { $0.map { tree.text($0.plainRange) } } == [["<1", "2"]])
    #expect(tree.blocks[table.block].kind == .paragraph)
  }

  @Test("task boxes")
  func boxes() {
    let tree = MarkdownTree(
      SourceFile("- [ ] a\n- [x] b\n  1. [X] c\n- [y] d\n- e [ ]\n- [ ]f\n- [ ]\n\n[ ] g\n"))
    #expect(tree.taskBoxes.map { tree.source[$0.range] } == ["[ ]", "[x]", "[X]", "[ ]"])
    #expect(tree.taskBoxes.map(\.isChecked) == [false, true, true, false])
    #expect(
      tree.taskBoxes.map { tree.source[tree.blocks[$0.item].range].prefix(7) } == [
        "- [ ] a", "- [x] b", "1. [X] ", "- [ ]",
      ])
  }

  @Test(
    "comments",
    arguments: [
      ("<!-- a -->\n", ["<!-- a -->"], ["a"], [true]),
      ("<!-- a --><!--b-->\n", ["<!-- a -->", "<!--b-->"], ["a", "b"], [true, true]),
      (
        "<!--\n# Not a heading\n> nor a quote\n-->\n# A", ["<!--\n# Not a heading\n> nor a quote\n-->"],
        ["# Not a heading\n> nor a quote"], [true]
      ),
      ("<!-- never\n\nclosed", ["<!-- never\n\nclosed"], ["never\n\nclosed"], [true]),
      ("<div>\n<!-- in -->\n</div>", ["<!-- in -->"], ["in"], [true]),
      ("<!-->\nx", ["<!-->"], [""], [true]),
      (
        "text <!-- a\nb --> more <!-- c -->", ["<!-- a\nb -->", "<!-- c -->"], ["a\nb", "c"], [false, false]
      ),
      ("# H <!-- h -->", ["<!-- h -->"], ["h"], [false]),
      ("<script>\nx = '<!-- no -->'\n</script>", [], [], []),
      ("`<!-- code -->`\n\n    <!-- code -->\n", [], [], []),
    ])
  func comments(_ text: String, _ ranges: [String], _ contents: [String], _ blocks: [Bool]) {
    let tree = MarkdownTree(SourceFile(text))
    #expect(tree.comments.map { tree.source[$0.range] } == ranges)
    #expect(tree.comments.map { tree.source[$0.content] } == contents)
    #expect(tree.comments.map(\.isBlock) == blocks)
    #expect(Invariants.violations(of: tree) == [])
  }

  @Test("a comment hides headings and quotes")
  func hidden() {
    #expect(
      dump("<!--\n# Not a heading\n> nor a quote\n-->\n# A") == [
        "html «<!--⏎# Not a heading⏎> nor a quote⏎-->»", "heading «# A»",
      ])
  }
}
