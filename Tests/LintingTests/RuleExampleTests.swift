import Diagnostics
import Linting
import PRFAQ
import SourceText
import Testing

/// One example of one rule, named so that a failure says which.
struct RuleExample: CustomTestStringConvertible {
  let type: any Rule.Type
  let index: Int
  var example: Example { type.about.examples[index] }
  var testDescription: String { "\(type.about.name), example \(index + 1)" }

  static let all: [RuleExample] = AllRules.types.flatMap { type in
    type.about.examples.indices.map { RuleExample(type: type, index: $0) }
  }
}

@Suite struct RuleExampleTests {
  @Test(arguments: RuleExample.all)
  func findsExactlyWhatIsMarked(_ item: RuleExample) throws {
    let (text, marks) = item.example.parsed
    let document = PRFAQDocument(SourceFile(text, path: "example.md"))
    let findings = LintProbe.run(item.type, on: document, item.example)
    let found = findings.map(\.range)
    #expect(
      found == marks,
      """
      expected \(marks.map { document.source[$0] }), found \(findings.map { "\($0.message): \(document.source[$0.range])" })
      """)
  }

  @Test(arguments: AllRules.abouts.map(\.name))
  func hasAGoodAndABadExample(_ name: String) throws {
    let about = try #require(AllRules.abouts.first { $0.name == name })
    #expect(about.examples.contains { $0.isBad })
    #expect(about.examples.contains { !$0.isBad })
  }

  /// One voice: messages go on after the rule's name, so they begin in lower case or with what they cite, in curly marks;
  /// helps are sentences.
  @Test(arguments: RuleExample.all)
  func speaksInOneVoice(_ item: RuleExample) throws {
    let (text, _) = item.example.parsed
    let document = PRFAQDocument(SourceFile(text, path: "example.md"))
    for finding in LintProbe.run(item.type, on: document, item.example) {
      let first = try #require(finding.message.first)
      #expect(first.isLowercase || first.isNumber || first == "“", "\(finding.message)")
      #expect(!finding.message.contains("\"") && !finding.message.hasSuffix("."), "\(finding.message)")
      #expect(finding.help.first?.isUppercase ?? false, "\(finding.help)")
      #expect(finding.help.last.map { ".?!”`".contains($0) } ?? false, "\(finding.help)")
      #expect(!finding.help.contains("\""), "\(finding.help)")
    }
  }
}
