import Testing
import YAMLTree

@Suite("Mistakes in YAML")
struct MistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: YAMLError.Kind
    let range: Range<Int>
    var words = ""
    var related: Range<Int>?
    var testDescription: String { text.debugDescription }
  }

  @Test(
    "Each is reported where it stands",
    arguments: [
      Mistake(
        text: "é: 1\nb: 2\né: 3\n", kind: .duplicateKey, range: 11..<13, words: "\"é\"", related: 0..<2),
      Mistake(text: "{a: 1, \"a\": 2}", kind: .duplicateKey, range: 7..<10, related: 1..<2),
      Mistake(text: "? [a]\n: b\n", kind: .complexKey, range: 2..<3),
      Mistake(text: "a: {{ x }}\n", kind: .complexKey, range: 4..<5, words: "list or a mapping"),
      Mistake(text: "a: &x [1]\n*x : 2\n", kind: .complexKey, range: 10..<12),
      Mistake(text: "a: &x {b: 1}\nc:\n  <<: *x\n", kind: .mergeKey, range: 18..<20),
      Mistake(text: "a: é\nb: *no\n", kind: .unknownAlias, range: 9..<12, words: "\"*no\""),
      Mistake(text: "a: &x\n  - *x\n", kind: .recursiveAlias, range: 10..<12, related: 3..<5),
      Mistake(text: "a:\n\tb: 1\n", kind: .tab, range: 3..<4, words: "tab"),
      Mistake(text: "a: x\n\tb: 1\n", kind: .tab, range: 5..<6),
      Mistake(text: "a: |\n x\n\ty\n", kind: .tab, range: 8..<9),
      Mistake(text: "é: [1, 2\nb: 3\n", kind: .syntax, range: 4..<5, words: "[\" here is not closed"),
      Mistake(text: "a: {b: c\n", kind: .syntax, range: 3..<4, words: "{\" here is not closed"),
      Mistake(text: "a: [\n", kind: .syntax, range: 3..<4, words: "[\" here is not closed"),
      Mistake(text: "a: \"é\nb: 1\n", kind: .syntax, range: 3..<4, words: "quoted"),
      Mistake(text: "a: b: c\n", kind: .syntax, range: 4..<5, words: "colon"),
      Mistake(text: "a: @x\n", kind: .syntax, range: 3..<4, words: "\"@\""),
      Mistake(text: "a: 1\nloose text\nb: 2\n", kind: .syntax, range: 5..<15, words: "key: value"),
      Mistake(text: "a: \"x\" y\n", kind: .syntax, range: 7..<8, words: "nothing may follow"),
      Mistake(text: "- a\nb: c\n", kind: .syntax, range: 4..<5, words: "list it stands in"),
      Mistake(text: "a:\n    b: 1\n  c: 2\n", kind: .syntax, range: 14..<15, words: "mapping it stands in"),
      Mistake(text: "a: \"x\\q\"\n", kind: .syntax, range: 5..<6, words: "backslash"),
      Mistake(text: "é: b\u{1}c\n", kind: .syntax, range: 5..<6, words: "control character"),
      Mistake(text: "a: ]\n", kind: .syntax, range: 3..<4, words: "value is missing"),
      Mistake(text: "a: - b\n", kind: .syntax, range: 3..<4, words: "list cannot start"),
      Mistake(text: "%YAML 3.0\n---\na\n", kind: .syntax, range: 0..<1, words: "not valid YAML"),
    ])
  func mistakes(_ mistake: Mistake) throws {
    let found = try #require(error(mistake.text))
    #expect(found.kind == mistake.kind)
    #expect(found.range == mistake.range)
    #expect(found.related == mistake.related)
    #expect(found.message.contains(mistake.words), "\(found.message)")
    #expect(!found.message.hasSuffix(".") && found.help.hasSuffix("."))
  }

  @Test("A key of a large mapping that occurs twice")
  func duplicateInLargeMapping() throws {
    // Keys k10 … k99, 7 bytes a line; k10 again at 90 * 7.
    let keys = (10...99).map { "k\($0): 1\n" }.joined()
    let found = try #require(error(keys + "k30: 2\n"))
    #expect(found.kind == .duplicateKey)
    #expect(found.range == 630..<633)
    #expect(found.related == 140..<143)
  }
}
