import CCMark
import SourceText
import Testing

@testable import MarkdownTree

@Suite("CommonMark's own examples")
struct SpecTests {
  @Test("all 652 examples are there")
  func examplesAreInstalled() {
    #expect(
      SpecExample.all.count == 652,
      "the specification's examples are missing: `make setup` installs golang-github-yuin-goldmark-dev")
  }

  @Test("every block is placed exactly", arguments: SpecExample.all)
  func isExact(_ example: SpecExample) {
    let tree = MarkdownTree(SourceFile(example.markdown))
    #expect(Invariants.violations(of: tree) == [], "\(example.markdown)")
    #expect(visible(tree.plain) == textOfLibcmark(example.markdown), "\(example.markdown)")
  }

  @Test("the same inside a quote and a list, and with CRLF", arguments: SpecExample.all)
  func isExactWhenNested(_ example: SpecExample) {
    let lines = example.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let quoted = "> - \t" + lines.joined(separator: "\n>   \t") + "\n"
    let lazy = "- > " + lines.joined(separator: "\n  ")
    for text in [
      quoted, lazy, example.markdown.replacing("\n", with: "\r\n"), String(example.markdown.dropLast()),
    ] {
      let tree = MarkdownTree(SourceFile(text))
      #expect(Invariants.violations(of: tree) == [], "\(text.debugDescription)")
      #expect(visible(tree.plain) == textOfLibcmark(text), "\(text.debugDescription)")
    }
  }

  /// Blanks and line ends are compared elsewhere: here and there libcmark has other ones.
  private func visible(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }, as: UTF8.self)
  }

  /// The text of all text and code nodes of headings and paragraphs.
  private func textOfLibcmark(_ markdown: String) -> String {
    let document = cmark_parse_document(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT)
    let iterator = cmark_iter_new(document)
    defer {
      cmark_iter_free(iterator)
      cmark_node_free(document)
    }
    var bytes: [UInt8] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      let node = cmark_iter_get_node(iterator)
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_ENTER, type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE,
        let literal = cmark_node_get_literal(node)
      {
        bytes += Array(String(cString: literal).utf8)
      }
    }
    return visible(bytes)
  }
}
