import SourceText
import Testing

@testable import MarkdownTree

/// One document and what it must be read as.
struct PositionCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let expected: [String]

  init(_ name: String, _ text: String, _ expected: [String]) {
    self.name = name
    self.text = text
    self.expected = expected
  }

  var testDescription: String { name }
}

@Suite("Exact positions")
struct PositionTests {
  /// Where libcmark 0.30.2 gives other positions, or none.
  static let quirks: [PositionCase] = [
    .init("1 a soft break", "a\nb", ["paragraph «a⏎b»"]),
    .init("2 backticks belong to code", "a `` b `` c", ["paragraph «a `` b `` c»", "· code «`` b ``»"]),
    .init(
      "3 backslash breaks are lines", "a\\\nb\\\nc *x*\nd *y*",
      [
        #"paragraph «a\⏎b\⏎c *x*⏎d *y*»"#, #"· hardBreak «\⏎»"#, #"· hardBreak «\⏎»"#, "· emphasis «*x*»",
        "· emphasis «*y*»",
      ]),
    .init(
      "4, 5 links over lines", "[foo\nbar](u\n\"t\") end *z*",
      [#"paragraph «[foo⏎bar](u⏎"t") end *z*»"#, #"· link «[foo⏎bar](u⏎"t")»"#, "· emphasis «*z*»"]),
    .init(
      "6 indent of later lines", "foo\n  baz *qux*", ["paragraph «foo⏎  baz *qux*»", "· emphasis «*qux*»"]),
    .init(
      "6 lazy lines", "- a\nlazy *x*",
      ["list «- a⏎lazy *x*»", "item «- a⏎lazy *x*»", "paragraph «a⏎lazy *x*»", "· emphasis «*x*»"]),
    .init(
      "6 tabs", "-\tfoo\n\tbar *y*",
      ["list «-⇥foo⏎⇥bar *y*»", "item «-⇥foo⏎⇥bar *y*»", "paragraph «foo⏎⇥bar *y*»", "· emphasis «*y*»"]),
    .init(
      "7 inline HTML over lines", "> a <b\n> c=\"x\"> d",
      [#"quote «> a <b⏎> c="x"> d»"#, #"paragraph «a <b⏎> c="x"> d»"#, #"· html «<b⏎> c="x">»"#]),
    .init(
      "7 code over lines", "> a `b\n> c` d",
      ["quote «> a `b⏎> c` d»", "paragraph «a `b⏎> c` d»", "· code «`b⏎> c`»"]),
    .init(
      "8 emphasis from part of a run", "***a** b*",
      ["paragraph «***a** b*»", "· emphasis «***a** b*»", "· strong «**a**»"]),
    .init(
      "8 emphasis and strong together", "x ***both*** y",
      ["paragraph «x ***both*** y»", "· emphasis «***both***»", "· strong «**both**»"]),
    .init(
      "9 definitions are no text", "[a]: /x\n[b]: /y\ntext *b*", ["paragraph «text *b*»", "· emphasis «*b*»"]),
    .init(
      "9 definitions over lines", "[a]:\n/x\n'title\nmore'\n[b]:\n  /y\n[b] here",
      ["paragraph «[b] here»", "· link «[b]»"]),
    .init("10 closing marks", "## Hi ##  \n", ["heading «## Hi ##»"]),
    .init("11 underline", "Foo\n---\nbar", ["heading «Foo⏎---»", "paragraph «bar»"]),
    .init("11 underline at the end", "Foo\n---", ["heading «Foo⏎---»"]),
    .init("11 underline twice", "Foo\n===\n===", ["heading «Foo⏎===»", "paragraph «===»"]),
    .init("11 underline, then a rule", "Foo\n---\n---", ["heading «Foo⏎---»", "thematicBreak «---»"]),
    .init("11 definition before", "[a]: /x\nFoo *b*\n===\n", ["heading «Foo *b*⏎===»", "· emphasis «*b*»"]),
    .init("11 definition after", "Foo\n===\n[a]: /x=", ["heading «Foo⏎===»"]),
    .init("12 rules", "*** \n\nx", ["thematicBreak «***»", "paragraph «x»"]),
    .init(
      "13 blank lines after lists", "- a\n\n\nb",
      ["list «- a»", "item «- a»", "paragraph «a»", "paragraph «b»"]),
    .init(
      "14 a fence cut off by its quote", "> ```\n> a\n\nb",
      ["quote «> ```⏎> a»", "code «```⏎> a»", "paragraph «b»"]),
    .init("14 indented code", "    code\n\n    more\n\n\nb", ["code «code⏎⏎    more»", "paragraph «b»"]),
    .init("14 HTML", "<div>\nx\n</div>\n\n\nb", ["html «<div>⏎x⏎</div>»", "paragraph «b»"]),
    .init("14 a one-line comment", "<!-- x -->\nb", ["html «<!-- x -->»", "paragraph «b»"]),
    .init("15 blanks before a hard break", "a   \nb", ["paragraph «a   ⏎b»", "· hardBreak «   ⏎»"]),
    .init(
      "16 byte order mark", "\u{FEFF}*x*\n*y*",
      ["paragraph «*x*⏎*y*»", "· emphasis «*x*»", "· emphasis «*y*»"]),
    .init("17 a zero byte", "x\0y *z*", ["paragraph «x?y *z*»", "· emphasis «*z*»"]),
    .init(
      "18 autolink in a list", "- y <http://a.b>",
      [
        "list «- y <http://a.b>»", "item «- y <http://a.b>»", "paragraph «y <http://a.b>»",
        "· autolink «<http://a.b>»",
      ]),
    .init(
      "18 autolink on a later line", "long words here\ny <http://a.b>",
      ["paragraph «long words here⏎y <http://a.b>»", "· autolink «<http://a.b>»"]),
    .init(
      "19 a lazy line after a backslash", "- \\\n b *c*",
      [
        #"list «- \⏎ b *c*»"#, #"item «- \⏎ b *c*»"#, #"paragraph «\⏎ b *c*»"#, #"· hardBreak «\⏎»"#,
        "· emphasis «*c*»",
      ]),
    .init("20 a partly used tab", ">\t\tfoo", ["quote «>⇥⇥foo»", "code «⇥foo»"]),
  ]

  /// Containers, line ends and letters.
  static let others: [PositionCase] = [
    .init(
      "a list in a quote", "> - a\n>   b\n> - c\n\nd",
      [
        "quote «> - a⏎>   b⏎> - c»", "list «- a⏎>   b⏎> - c»", "item «- a⏎>   b»", "paragraph «a⏎>   b»",
        "item «- c»",
        "paragraph «c»", "paragraph «d»",
      ]),
    .init(
      "a quote in a list", "1. > a\n   > b\nlazy\n2. c",
      [
        "list «1. > a⏎   > b⏎lazy⏎2. c»", "item «1. > a⏎   > b⏎lazy»", "quote «> a⏎   > b⏎lazy»",
        "paragraph «a⏎   > b⏎lazy»", "item «2. c»", "paragraph «c»",
      ]),
    .init(
      "a fence in a nested item", "- a\n  - ```\n    x\n    ```\n  - b",
      [
        "list «- a⏎  - ```⏎    x⏎    ```⏎  - b»", "item «- a⏎  - ```⏎    x⏎    ```⏎  - b»", "paragraph «a»",
        "list «- ```⏎    x⏎    ```⏎  - b»", "item «- ```⏎    x⏎    ```»", "code «```⏎    x⏎    ```»",
        "item «- b»",
        "paragraph «b»",
      ]),
    .init("empty items", "-\n- b", ["list «-⏎- b»", "item «-»", "item «- b»", "paragraph «b»"]),
    .init("an empty quote", ">\n>\n\na", ["quote «>⏎>»", "paragraph «a»"]),
    .init(
      "a fence with a heading inside", "``` # x\n# y\n```\n# z", ["code «``` # x⏎# y⏎```»", "heading «# z»"]),
    .init(
      "a fence on one line is code", "``` # x ```\n", ["paragraph «``` # x ```»", "· code «``` # x ```»"]),
    .init("a fence that is never closed", "```\na\n\n", ["code «```⏎a»"]),
    .init(
      "CRLF", "# A\r\n\r\nb  \r\n*c*\r\n\r\n```\r\nd\r\n```\r\n",
      [
        "heading «# A»", "paragraph «b  ␍⏎*c*»", "· hardBreak «  ␍⏎»", "· emphasis «*c*»",
        "code «```␍⏎d␍⏎```»",
      ]),
    .init(
      "lone carriage returns", "# A\rb\r*c*\r", ["heading «# A»", "paragraph «b␍*c*»", "· emphasis «*c*»"]),
    .init(
      "letters of several bytes", "说 *你好* 👩‍💻 “q” **x**\n`é` [ü](ö)",
      [
        "paragraph «说 *你好* 👩‍💻 “q” **x**⏎`é` [ü](ö)»", "· emphasis «*你好*»", "· strong «**x**»", "· code «`é`»",
        "· link «[ü](ö)»",
      ]),
    .init(
      "links of every form", "[a](b) [c][d] [d][] [d] ![e](f 'g') <h@i.jk>\n\n[d]: x",
      [
        "paragraph «[a](b) [c][d] [d][] [d] ![e](f 'g') <h@i.jk>»", "· link «[a](b)»", "· link «[c][d]»",
        "· link «[d][]»", "· link «[d]»", "· image «![e](f 'g')»", "· autolink «<h@i.jk>»",
      ]),
    .init(
      "a form feed is a paragraph without text", "- [a]: b\n\u{C}\n\nc",
      ["list «- [a]: b⏎\u{C}»", "item «- [a]: b⏎\u{C}»", "paragraph «\u{C}»", "paragraph «c»"]),
    .init(
      "bold over two lines", "**Why is this\nthe right time?**\nBecause.",
      ["paragraph «**Why is this⏎the right time?**⏎Because.»", "· strong «**Why is this⏎the right time?**»"]),
  ]

  @Test("what libcmark misplaces", arguments: quirks)
  func quirk(_ example: PositionCase) {
    #expect(dump(example.text) == example.expected)
  }

  @Test("containers, line ends, letters", arguments: others)
  func other(_ example: PositionCase) {
    #expect(dump(example.text) == example.expected)
  }

  @Test("offsets count from the start of the file, whatever comes before the body")
  func bodyStart() {
    let text = "---\nx: y\n---\n# *T*\n\na\n"
    let tree = MarkdownTree(SourceFile(text), from: 13)
    #expect(tree.blocks.map(\.range) == [13..<22, 13..<18, 20..<21])
    #expect(tree.spans.map(\.range) == [15..<18])
    let marked = MarkdownTree(SourceFile("\u{FEFF}# A"))
    #expect(marked.bodyStart == 3)
    #expect(marked.blocks.map(\.range) == [3..<6, 3..<6])
    let twice = MarkdownTree(SourceFile("\u{FEFF}\u{FEFF}# A"))
    #expect(twice.blocks.map(\.range) == [3..<9, 6..<9])
  }

  @Test("nothing at all", arguments: ["", "\u{FEFF}", "\n\n", "[a]: b"])
  func nothing(_ text: String) {
    let tree = MarkdownTree(SourceFile(text))
    #expect(tree.blocks.map(\.kind) == [.document])
    #expect(tree.plain.isEmpty)
    #expect(tree.block(atPlain: 0) == nil)
    #expect(tree.sourceRange(ofPlain: 0..<0) == tree.bodyStart..<tree.bodyStart)
  }

  @Test("levels, parents and depths")
  func shape() {
    let tree = MarkdownTree(SourceFile("### A\n\n1. b\n   > c\n\n~~~\nd\n~~~\n\n    e\n"))
    #expect(
      tree.blocks.map(\.kind) == [
        .document, .heading, .list, .item, .paragraph, .quote, .paragraph, .code, .code,
      ])
    #expect(tree.blocks.map(\.level) == [0, 3, 1, 0, 0, 0, 0, 1, 0])
    #expect(tree.blocks.map(\.parent) == [-1, 0, 0, 2, 3, 3, 5, 0, 0])
    #expect(tree.blocks.map(\.depth) == [0, 0, 0, 1, 2, 2, 3, 0, 0])
    #expect(tree.blocks.map(\.subtreeEnd) == [9, 2, 7, 7, 5, 7, 7, 8, 9])
    #expect(Array(tree.children(of: 0)) == [1, 2, 7, 8])
    #expect(Array(tree.children(of: 3)) == [4, 5])
  }
}
