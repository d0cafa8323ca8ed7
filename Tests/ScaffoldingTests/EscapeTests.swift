import Foundation
import MarkdownTree
import SourceText
import TestSupport
import Testing

@testable import Scaffolding

/// Whether every context refuses a string, told from outside: YAML refuses only what all refuse.
enum EscapeContextProbe {
  static func refuses(_ text: String) -> Bool {
    do {
      _ = try EscapeContext.yaml.escape(text)
      return false
    } catch { return true }
  }
}

@Suite("Escaping")
struct EscapeTests {
  @Test("1,500 hostile strings, most of which can be written")
  func strings() {
    #expect(HostileStrings.all.count == 1_500)
    #expect(HostileStrings.acceptable.count > 1_000)
  }

  @Test("hostile strings come back intact from YAML, JSON, Python, shells, SQL, CSV and HTML")
  func roundTrip() throws {
    let texts = HostileStrings.acceptable
    func oneLine(_ text: String) -> String {
      text.replacingOccurrences(of: "\n", with: " ").replacingOccurrences(of: "\t", with: " ")
    }
    func cases(
      _ context: EscapeContext, of texts: [String]? = nil, prefix: String = "", suffix: String = "",
      expected: (String) -> String = { $0 }
    ) throws -> [[String]] {
      try (texts ?? HostileStrings.acceptable).map { text in
        let written = try context.escape(text)
        return prefix.isEmpty
          ? [expected(text), written] : ["a " + expected(text) + " z", prefix + written + suffix]
      }
    }
    let forGitHub = texts.filter { !$0.contains("${{") }
    let forCloudFormation = texts.filter { !$0.contains("{{resolve:") }
    let quote = ("\"a ", " z\"")
    let formulas = "=+-@|%＝＋－＠"
    let all: [String: [[String]]] = [
      "yaml": try cases(.yaml) + cases(.yamlPart, prefix: quote.0, suffix: quote.1)
        + cases(.githubYAML, of: forGitHub)
        + cases(.githubYAMLPart, of: forGitHub, prefix: quote.0, suffix: quote.1)
        + cases(.cloudFormation, of: forCloudFormation)
        + cases(.cloudFormationPart, of: forCloudFormation, prefix: quote.0, suffix: quote.1),
      "yaml-keys": try cases(.yaml),
      // What already holds ${! would come back without the mark: the reader of this test takes all away.
      "cloudformation-sub": try cases(
        .cloudFormationSub, of: forCloudFormation.filter { !$0.contains("${!") }),
      "json": try cases(.json) + cases(.jsonPart, prefix: quote.0, suffix: quote.1),
      "python": try cases(.cString) + cases(.cStringPart, prefix: quote.0, suffix: quote.1),
      "bash": try cases(.shell),
      "dash": try cases(.shell),
      "sql": try cases(.sql),
      "csv": try cases(.csv) { text in
        let line = oneLine(text)
        let isFormula =
          text.first == "\t" || line.unicodeScalars.first.map { formulas.unicodeScalars.contains($0) } == true
        return isFormula ? "'" + line : line
      },
      "html": try cases(.html),
      "yaml-comment": try cases(.comment, expected: oneLine),
      "shell-comment": try cases(.comment, expected: oneLine),
      "sql-comment": try cases(.sqlComment, expected: oneLine),
    ]
    let folder = try TemporaryFolder()
    let file = try folder.write(try JSONEncoder().encode(all), to: "cases.json")
    let result = try PythonTool.run("round_trip.py", file)
    #expect(result.status == 0, "\(result.stdout.prefix(4_000))\(result.stderr.suffix(2_000))")
  }

  @Test("hostile strings come back intact from the Swift compiler")
  func swiftStrings() throws {
    var code = "let texts: [String] = [\n"
    for text in HostileStrings.acceptable {
      code +=
        "  \(try EscapeContext.swift.escape(text)),\n  \"\(try EscapeContext.swiftPart.escape(text))\",\n"
    }
    code += "]\nfor text in texts {\n"
    for text in HostileStrings.acceptable {
      code += "  // Need: \(try EscapeContext.swiftComment.escape(text))\n"
    }
    code += "  print(text, terminator: \"\\0\")\n}\n"
    let folder = try TemporaryFolder()
    let source = try folder.write(code, to: "main.swift")
    let built = try Command.run("swiftc", ["-Onone", "-o", folder.path("texts"), source])
    #expect(built.status == 0, "\(built.stderr.prefix(2_000))")
    let output = try Command.run(folder.path("texts")).output
    let found = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
    let expected = HostileStrings.acceptable.flatMap { [$0, $0] }
    #expect(found.count == expected.count)
    let wrong = zip(expected, found).filter { Array($0.utf8) != Array($1.utf8) }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("hostile strings are one paragraph, heading and table cell of plain text in Markdown")
  func markdown() throws {
    for text in HostileStrings.acceptable {
      let written = try EscapeContext.markdown.escape(text)
      // Markdown itself has no blanks at the ends of a line, and takes other blanks of Unicode for text.
      var expected = text.replacingOccurrences(of: "\n", with: " ").replacingOccurrences(of: "\t", with: " ")
      while expected.first == " " { expected.removeFirst() }
      while expected.last == " " { expected.removeLast() }
      if expected.isEmpty { continue }
      let paragraph = Markdown(written + "\n")
      #expect(paragraph.plain == expected + "\n", "paragraph: \(written.debugDescription)")
      #expect(paragraph.kinds == [.document, .paragraph], "\(written.debugDescription)")
      #expect(Markdown("## Need " + written + "\n").plain == "Need " + expected + "\n")
      #expect(Markdown("- **N-1** " + written + "\n").plain == "N-1 " + expected + "\n")
    }
  }

  private struct Markdown {
    let plain: String
    let kinds: [BlockKind]
    let spans: Int

    init(_ text: String) {
      let tree = MarkdownTree(SourceFile(text))
      plain = String(decoding: tree.plain, as: UTF8.self)
      kinds = tree.blocks.map(\.kind)
      spans = tree.spans.count
    }
  }

  @Test(
    "what cannot be made safe is refused",
    arguments: [
      (EscapeContext.yaml, "a\u{0}b", "holds U+0000, a control character"),
      (.json, "\u{202E}evil", "holds U+202E, an invisible character that changes the direction of text"),
      (.markdown, "\u{2028}", "holds U+2028, a line separator"),
      (.shell, "a\rb", "holds U+000D, a control character"),
      (.html, "\u{FEFF}", "holds U+FEFF, a byte order mark"),
      (.swift, "\u{FFFF}", "holds U+FFFF, a code that is no character"),
      (.githubYAML, "x ${{ secrets.A }}", "holds \"${{\", which GitHub runs wherever it stands"),
      (.githubYAMLPart, "$${{", "holds \"${{\", which GitHub runs wherever it stands"),
      (
        .cloudFormation, "{{resolve:ssm:x}}",
        "holds \"{{resolve:\", with which CloudFormation reads a secret"
      ),
      (
        .cloudFormationSubPart, "{{{resolve:ssm:x}}",
        "holds \"{{resolve:\", with which CloudFormation reads a secret"
      ),
    ])
  func refused(_ context: EscapeContext, _ text: String, _ reason: String) {
    #expect(throws: EscapeRefusal(reason: reason)) { try context.escape(text) }
  }

  @Test(
    "names",
    arguments: [
      (
        "basket-promise", "basketPromise", "BasketPromise", "basket_promise", "BASKET_PROMISE",
        "basketPromise"
      ),
      ("N-1", "n1", "N1", "n_1", "N_1", "n1"),
      ("in", "in", "In", "in", "IN", "`in`"),
      ("item.ran-out", "itemRanOut", "ItemRanOut", "item_ran_out", "ITEM_RAN_OUT", "itemRanOut"),
      (
        "getBasketsByBasketId", "getBasketsByBasketId", "GetBasketsByBasketId", "get_baskets_by_basket_id",
        "GET_BASKETS_BY_BASKET_ID", "getBasketsByBasketId"
      ),
      ("3-way", "n3Way", "N3Way", "n3_way", "N3_WAY", "n3Way"),
    ])
  func names(
    _ word: String, _ camel: String, _ pascal: String, _ snake: String, _ upper: String, _ swiftName: String
  ) throws {
    #expect(try EscapeContext.camel.escape(word) == camel)
    #expect(try EscapeContext.pascal.escape(word) == pascal)
    #expect(try EscapeContext.snake.escape(word) == snake)
    #expect(try EscapeContext.upper.escape(word) == upper)
    #expect(try EscapeContext.swiftName.escape(word) == swiftName)
    #expect(try EscapeContext.sqlName.escape(word) == "\"\(snake)\"")
  }

  @Test("a LABEL expands nothing")
  func label() throws {
    #expect(try EscapeContext.label.escape("a \"b\" $HOME \\ \n c") == "\"a \\\"b\\\" \\$HOME \\\\   c\"")
  }

  @Test(
    "kinds",
    arguments: [
      (AnswerKind.slug, "basket-promise", true), (.slug, "Basket", false), (.slug, "a--b", false),
      (.slug, "-a", false),
      (.slug, "a-", false), (.slug, "../a", false), (.slug, "", false), (.slug, "1a", false),
      (.slug, String(repeating: "a", count: 64), false),
      (.word, "N-1", true), (.word, "-n", false), (.word, ".a", false), (.word, "a b", false),
      (.word, "a\nb", false),
      (.number, "201", true), (.number, "-1", false), (.date, "2027-10-04", true), (.date, "2027-1-4", false),
      (.path, "/v1/baskets/{basketId}/items", true), (.path, "/v1/:id", true), (.path, "v1", false),
      (.path, "/", true),
      (.path, "/a//b", false), (.path, "/../a", false), (.path, "/a b", false), (.path, "/{}", false),
      (.path, "/a\n", false),
      (.team, "@fairbrook/storefront", true), (.team, "@fairbrook", false), (.team, "@a/b\n* @c/d", false),
      (.team, "@a/b @c/d", false),
    ])
  func kinds(_ kind: AnswerKind, _ text: String, _ isOne: Bool) {
    #expect(kind.holds(text) == isOne)
  }
}
