import Foundation
import SourceText
import Testing

@testable import MarkdownTree

/// A document that grows with a number.
struct HostileInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable (Int) -> String

  init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    testDescription = name
    self.make = make
  }

  init(repeating text: String, then tail: String = "") {
    self.init(text.debugDescription) { String(repeating: text, count: $0) + tail }
  }

  static let all: [HostileInput] = [
    .init(repeating: "> ", then: "a"),
    .init(repeating: ">", then: "a"),
    .init(repeating: "- ", then: "a"),
    .init(repeating: "1. ", then: "a"),
    .init(repeating: "[a]("),
    .init(repeating: "[a](b"),
    .init(repeating: "[", then: "a"),
    .init(repeating: "![l"),
    .init(repeating: "*a **a "),
    .init(repeating: "*_"),
    .init(repeating: "_"),
    .init(repeating: "a*"),
    .init(repeating: "`a"),
    .init(repeating: "<!A"),
    .init(repeating: "<![CDATA["),
    .init(repeating: "<?"),
    .init(repeating: "a <!-- "),
    .init(repeating: "&"),
    .init(repeating: "&amp;"),
    .init(repeating: "\\"),
    .init(repeating: "a\\\n"),
    .init(repeating: "- a\n"),
    .init(repeating: "- a\n\n"),
    .init(repeating: "# a\n"),
    .init(repeating: "a\n===\n"),
    .init(repeating: "a  \n"),
    .init(repeating: "| a"),
    .init(repeating: "|-"),
    .init(repeating: "- - x\n  - y\n"),
    .init(repeating: "<!-- x -->\n"),
    .init(repeating: "> a\nb\n"),
    .init(repeating: "[a]: /x\n", then: "[a]"),
    .init(repeating: "[a]:\n/x\n", then: "/x\n[a]:\n/x"),
    .init(repeating: "\n"),
    .init(repeating: "a"),
    .init("images in images") { String(repeating: "![", count: $0) + String(repeating: "](x)", count: $0) },
    .init("emphasis in emphasis") {
      String(repeating: "*a _b ", count: $0) + String(repeating: "_*", count: $0)
    },
    .init("definitions, then the same as text") {
      String(repeating: "[a]:\n/x\n", count: $0) + "/x\n" + String(repeating: "[a]:\n/x\n", count: $0)
    },
    .init("runs of backticks") { number in
      (1...max(1, Int(Double(number).squareRoot()))).map { String(repeating: "`", count: $0) + " a " }
        .joined()
    },
    .init("a table of code") { "| a | b |\n|---|---|\n" + String(repeating: "| `x` | *y* |\n", count: $0) },
    .init("a table of one long row") {
      "| a | b |\n|---|---|\n" + String(repeating: "| `x|` *y* ", count: $0)
    },
    .init("definitions and uses") { number in
      (0..<number).map { "[l\($0)]: /u\n" }.joined() + "\n" + (0..<number).map { "[l\($0)] " }.joined()
    },
  ]
}

@Suite("Hostile input")
struct HostileInputTests {
  @Test("time grows with length only", arguments: HostileInput.all)
  func isLinear(_ input: HostileInput) {
    let size = 4_000
    let small = SourceFile(input.make(size))
    let large = SourceFile(input.make(2 * size))
    // The least of three: what a busy machine adds is never negative. A fixed part keeps tiny times from mattering.
    let ratio = (cost(of: large) + 0.0005) / (cost(of: small) + 0.0005)
    #expect(ratio < 4)
    #expect(Invariants.violations(of: MarkdownTree(small)) == [])
  }

  @Test("nesting of 80,000 is cut off at the limit", arguments: ["- ", "> ", "1. ", "> - ", "* > "])
  func deep(_ marker: String) throws {
    let tree = MarkdownTree(SourceFile(String(repeating: marker, count: 80_000) + "a\n"))
    let tooDeep = try #require(tree.tooDeep)
    #expect(tree.blocks.count == MarkdownTree.depthLimit + 1)
    #expect(tree.blocks.last.map { Int($0.depth) } == MarkdownTree.depthLimit - 1)
    #expect(tooDeep.upperBound == tree.source.bytes.count - 1)
    #expect(Invariants.violations(of: tree) == [])
  }

  @Test("the first container that is too deep is named")
  func firstTooDeep() {
    let tree = MarkdownTree(SourceFile("b\n\n" + String(repeating: "> ", count: 300) + "a\n\nc\n"))
    #expect(tree.tooDeep == 403..<604)
    #expect(tree.blocks.last?.range == 606..<607)
    let allowed = MarkdownTree(SourceFile(String(repeating: "> ", count: 200) + "a"))
    #expect(allowed.tooDeep == nil)
    #expect(allowed.blocks.last?.kind == .paragraph)
    #expect(allowed.blocks.last?.depth == 200)
  }

  /// Seconds of this thread's CPU to parse; the least of three.
  private func cost(of source: SourceFile) -> Double {
    (0..<3).map { _ in
      let start = threadSeconds()
      let tree = MarkdownTree(source)
      let end = threadSeconds()
      return tree.blocks.isEmpty ? .infinity : end - start
    }.min() ?? .infinity
  }

  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
