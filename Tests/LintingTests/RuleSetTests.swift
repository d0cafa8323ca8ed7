import Diagnostics
import PRFAQ
import SourceText
import Testing

@testable import Linting

/// A rule that came with rule set 2.
private struct LaterRule: Rule {
  static let about = About(
    name: "writing/later", summary: "", why: "", source: "", severity: .error, nature: .file, since: 2,
    examples: [])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    report.add("late", at: 0..<1, help: "")
  }
}

@Suite struct RuleSetTests {
  private func findings(_ change: (inout Linter.Selection) -> Void) -> [Severity] {
    var selection = Linter.Selection()
    change(&selection)
    let document = PRFAQDocument(SourceFile("# PR/FAQ: Plan\n\n## FAQ\n\n### Why?\n\nBecause.\n"))
    return Linter(selection, rules: [LaterRule.self]).lint(document, Settings(profile: Profile.all[0])).map(
      \.severity)
  }

  @Test func aLaterRuleIsOff() {
    #expect(findings { $0.ruleSet = 1 } == [])
    #expect(findings { $0.ruleSet = 2 } == [.error])
  }

  @Test func aLaterRuleRunsWhenItIsNamed() {
    #expect(
      findings {
        $0.select = ["writing/later"]; $0.ruleSet = 1
      } == [.error])
    #expect(
      findings {
        $0.severities = ["writing/later": .note]; $0.ruleSet = 1
      } == [.note])
    #expect(
      findings {
        $0.select = ["writing"]; $0.ruleSet = 1
      } == [])
  }

  @Test func noRuleBelongsToARuleSetToCome() {
    #expect(AllRules.abouts.allSatisfy { (1...AllRules.ruleSet).contains($0.since) })
  }
}
