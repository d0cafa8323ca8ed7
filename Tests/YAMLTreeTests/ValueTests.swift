import SourceText
import Testing
import YAMLTree

@Suite("YAML values")
struct ValueTests {
  func read(_ text: String) throws -> YAMLNode {
    try #require(YAMLReader.read(SourceFile(text)).first)
  }

  @Test("Only true and false are truth values")
  func bools() throws {
    let node = try read("a: true\nb: False\nc: yes\nd: \"true\"\ne: !!str true\nf: !!bool \"true\"\n")
    #expect(node[key: "a"]?.bool == true)
    #expect(node[key: "b"]?.bool == false)
    for key in ["c", "d", "e"] { #expect(node[key: key]?.bool == nil, "\(key)") }
    #expect(node[key: "f"]?.bool == true)
    #expect(node[key: "c"]?.string == "yes")
  }

  @Test(
    "Whole numbers of the core schema",
    arguments: [
      ("5", 5), ("-7", -7), ("+7", 7), ("012", 12), ("0o17", 15), ("0xFF", 255), ("1:30", nil), ("5.0", nil),
      ("0x-1", nil), ("\"5\"", nil), ("1_000", nil), ("99999999999999999999", nil), ("5 apples", nil),
    ] as [(String, Int?)])
  func ints(_ text: String, _ value: Int?) throws {
    #expect(try read("a: \(text)")[key: "a"]?.int == value)
  }

  @Test("Null has no text, quoted emptiness has")
  func nulls() throws {
    let node = try read("a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\n")
    for key in ["a", "b", "c"] {
      #expect(node[key: key]?.isNull == true, "\(key)")
      #expect(node[key: key]?.string == nil, "\(key)")
      #expect(node[key: key]?.strings == [], "\(key)")
    }
    #expect(node[key: "d"]?.string == "")
    #expect(node[key: "e"]?.string == "null")
  }

  @Test("Lists of texts, or one text instead")
  func strings() throws {
    let node = try read("a: [x, 5]\nb: one\nc: [x, [y]]\nd: {x: y}\ne: [x, ~]\n")
    #expect(node[key: "a"]?.strings == ["x", "5"])
    #expect(node[key: "b"]?.strings == ["one"])
    for key in ["c", "d", "e"] { #expect(node[key: key]?.strings == nil, "\(key)") }
    #expect(node[key: "missing"] == nil)
    #expect(node[key: "a"]?.items.count == 2)
    #expect(node.entries.map(\.name) == ["a", "b", "c", "d", "e"])
  }

  @Test("Styles tell \"5\" from 5")
  func styles() throws {
    let node = try read("a: 5\nb: \"5\"\nc: '5'\n")
    #expect(node[key: "a"]?.scalar?.style == .plain)
    #expect(node[key: "b"]?.scalar?.style == .doubleQuoted)
    #expect(node[key: "c"]?.scalar?.style == .singleQuoted)
    #expect(node[key: "b"]?.string == "5")
  }

  @Test("Escapes are decoded")
  func escapes() throws {
    #expect(try read("a: \"x\\ty\\u00e9\\\"\"")[key: "a"]?.string == "x\tyé\"")
  }

  @Test(
    "Several documents; empty ones are left out",
    arguments: [
      ("a\n---\nb\n", ["a", "b"]), ("---\n---\nb\n", ["b"]), ("", []), ("# only a comment\n", []),
      ("---\n...\n", []), ("\u{FEFF}", []), ("--- \"\"\n", [""]),
    ] as [(String, [String])])
  func documents(_ text: String, _ roots: [String]) throws {
    #expect(try YAMLReader.read(SourceFile(text)).map { $0.string ?? "?" } == roots)
  }

  @Test("Aliases are copies; a later anchor of the same name wins; anchors end with their document")
  func aliases() throws {
    let node = try read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n*x : key\n")
    #expect(node[key: "b"]?.int == 1)
    #expect(node[key: "d"]?.int == 2)
    #expect(node[key: "2"]?.string == "key")
    #expect(error("&x a\n---\n*x\n")?.kind == .unknownAlias)
  }
}
