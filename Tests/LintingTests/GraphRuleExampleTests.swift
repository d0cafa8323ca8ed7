import Diagnostics
import Linting
import SourceText
import Testing

/// One example of one graph rule.
struct GraphRuleExample: CustomTestStringConvertible {
  let type: any GraphRule.Type
  let index: Int
  var example: Example { type.about.examples[index] }
  var testDescription: String { "\(type.about.name), example \(index + 1)" }

  static let all: [GraphRuleExample] = AllRules.graphTypes.flatMap { type in
    type.about.examples.indices.map { GraphRuleExample(type: type, index: $0) }
  }
}

@Suite struct GraphRuleExampleTests {
  @Test(arguments: GraphRuleExample.all)
  func findsExactlyWhatIsMarked(_ item: GraphRuleExample) {
    let found = LintProbe.run(item.type, on: item.example)
    let files = LintProbe.files(of: item.example)
    for file in files {
      let findings = found[file.source.path] ?? []
      #expect(
        findings.map(\.range) == file.marks,
        """
        \(file.source.path): expected \(file.marks.map { file.source[$0] }), found \
        \(findings.map { "\($0.message): \(file.source[$0.range])" })
        """)
    }
    #expect(Set(found.keys).isSubset(of: Set(files.map(\.source.path))))
  }

  @Test(arguments: AllRules.graphTypes.map { $0.about.name })
  func isSilentOnTheFaultlessDocument(_ name: String) throws {
    let type = try #require(AllRules.graphTypes.first { $0.about.name == name })
    #expect(LintProbe.run(type, on: Example([:])).values.joined().map(\.message) == [])
  }
}
