import SourceText
import Testing

@testable import MarkdownTree

@Suite("Plain text")
struct PlainTextTests {
  @Test(
    "one line a source line, markup left out",
    arguments: [
      ("# A *b* ##\n\nc  \nd\\\n  e\n", "A b\nc\nd\ne\n"),
      ("> a\n>  b\nc\n\n- d\n\te", "a\nb\nc\nd\ne\n"),
      ("a &amp; b\\*c &#65; &nope; \\q", "a & b*c A &nope; \\q\n"),
      ("`` a`b `` and ` c` and ` `", "a`b and  c and  \n"),
      ("a `b\nc` d", "a b\nc d\n"),
      ("[foo\nbar](u\n\"t\") end", "foo\nbar\n end\n"),
      ("a <b\nc=\"x\"> <i>d</i> <!-- e --> f", "a \n d  f\n"),
      ("![alt *x*](y) <http://z.w?a&amp;b>", "alt x http://z.w?a&b\n"),
      ("#\n\n[a]: b\n\n***\n\n    code\n\nx", "\nx\n"),
      ("a&#10;b", "a b\n"),
      ("- \\\n b", "\nb\n"),
    ])
  func text(_ markdown: String, _ expected: String) {
    #expect(plain(markdown) == expected)
  }

  @Test(
    "plain text leads back to the source",
    arguments: [
      ("> a *b*\n> c &amp; d", "c & d", "c &amp; d"),
      ("> a *b*\n> c &amp; d", "b\nc", "b*\n> c"),
      ("> a *b*\n> c &amp; d", "&", "&amp;"),
      ("x \\*y\\* z", "*y*", "\\*y\\*"),
      ("# T\n\nlong [text here](u) end", "text here", "text here"),
      ("# T\n\nlong [text here](u) end", "here end", "here](u) end"),
      ("a  \r\nb c", "a\nb", "a  \r\nb"),
      ("1. `x y`", "x y", "x y"),
      ("日本 **語** x", "語 x", "語** x"),
    ])
  func back(_ markdown: String, _ searched: String, _ expected: String) throws {
    let tree = MarkdownTree(SourceFile(markdown))
    let all = tree.text(0..<tree.plain.count)
    let found = try #require(all.firstRange(of: searched))
    let start = all.utf8.distance(from: all.startIndex, to: found.lowerBound)
    let range = tree.sourceRange(ofPlain: start..<start + searched.utf8.count)
    #expect(tree.source[range] == expected)
  }

  @Test("spans know their text")
  func spans() {
    let tree = MarkdownTree(SourceFile("**Why\nnow?** See [`it`](x)."))
    #expect(tree.spans.map(\.kind) == [.strong, .link, .code])
    #expect(tree.spans.map { tree.text($0.plainRange) } == ["Why\nnow?", "it", "it"])
  }

  @Test("lines and blocks of the plain text")
  func queries() {
    let tree = MarkdownTree(SourceFile("# A\n\n- b\n  c\n\n***\n\nd\n"))
    #expect(tree.lines(ofPlain: tree.blocks[4].plainRange).map { tree.text($0) } == ["b", "c"])
    #expect(Array(tree.lines(ofPlain: 3..<3)) == [3..<3])
    #expect((0..<8).map { tree.block(atPlain: $0) } == [1, 1, 4, 4, 4, 4, 6, 6])
    #expect(tree.block(atPlain: 8) == nil)
    #expect(tree.block(atPlain: -1) == nil)
  }
}
