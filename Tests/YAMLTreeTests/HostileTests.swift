import SourceText
import Testing
import YAMLTree

@Suite("Hostile YAML")
struct HostileTests {
  @Test("An alias bomb is refused before it is built")
  func aliasBomb() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
        + "]\n"
    }
    #expect(error(text)?.kind == .tooManyNodes)
  }

  @Test("Aliases count with all they stand for, to the node")
  func expandedCount() {
    // map, a, list, x, y, b, then the alias as list, x, y: 9 nodes.
    let text = "a: &a [x, y]\nb: *a\n"
    #expect(error(text, limits: YAMLLimits(nodes: 9)) == nil)
    #expect(error(text, limits: YAMLLimits(nodes: 8))?.range == 16..<18)
  }

  @Test("Depth is limited, in brackets and in blocks")
  func depth() {
    let closed = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(error(closed(100)) == nil)
    #expect(error(closed(101))?.kind == .tooDeep)
    #expect(error(closed(101))?.range == 100..<101)
    let blocks = (0..<101).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(error(blocks)?.kind == .tooDeep)
  }

  @Test("Depth counts what aliases stand for")
  func depthThroughAliases() {
    let half = { (inside: String) in
      String(repeating: "[", count: 50) + inside + String(repeating: "]", count: 50)
    }
    // The root mapping is one level, so the second value is 1 + 50 + 50 deep.
    #expect(error("a: &a \(half(""))\nb: \(half("*a"))\n")?.kind == .tooDeep)
    #expect(error("a: &a \(half(""))\nb: [*a]\n") == nil)
  }

  @Test(
    "Large unfriendly texts end soon", .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[", count: 200_000), String(repeating: "{", count: 200_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      String(repeating: "a: ", count: 100_000), "[" + String(repeating: "é,", count: 200_000),
      "a: \"" + String(repeating: "é\n", count: 200_000), String(repeating: "\n", count: 500_000) + "\t",
      String(repeating: "&a ", count: 100_000), String(repeating: "!a ", count: 100_000),
    ])
  func large(_ text: String) {
    #expect(error(text) != nil)
  }

  @Test("A long list is read whole within its limit")
  func longList() throws {
    let text = "é:\n" + String(repeating: "- ü\n", count: 90_000)
    // Each item is 5 bytes; the last ends before the last line end.
    let node = try #require(YAMLReader.read(.init(text)).first)
    #expect(node[key: "é"]?.items.count == 90_000)
    #expect(node.range == 0..<(4 + 90_000 * 5 - 1))
  }

  @Test("Every cut and every changed byte of a text gives nodes in bounds or an error in bounds")
  func cuts() throws {
    let text = Array(
      "a: &x [é, \"b\\t\", 'c']\nd: |\n  é\n  f\ng: {h: *x, i: >\n j}\n# k\n--- \nl: - m\n".utf8)
    for end in text.indices {
      for byte in [nil, 0x09, 0x22, 0x5B, 0x3A, 0x0D, 0x26] as [UInt8?] {
        var changed = Array(text[...end])
        if let byte { changed[end / 2] = byte }
        let source = SourceFile(changed, path: "t.yaml")
        do throws(YAMLError) {
          var pending = try YAMLReader.read(source)
          while let node = pending.popLast() {
            #expect(node.range.upperBound <= changed.count)
            pending += node.items + node.entries.flatMap { [$0.key, $0.value] }
          }
        } catch {
          #expect(error.range.upperBound <= changed.count)
        }
      }
    }
  }
}
