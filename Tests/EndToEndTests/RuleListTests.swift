import Foundation
import TestSupport
import Testing

@Suite struct RuleListTests {
  private struct Output: Decodable {
    struct Rule: Decodable {
      let name, category, severity, summary, why, source: String
      let profiles: [String: String]
    }
    let formatVersion: String
    let rules: [Rule]
  }

  private func rules() throws -> [Output.Rule] {
    let result = try Workbench().prfaq("rules", "--format", "json")
    #expect(result.status == 0)
    return try JSONDecoder().decode(Output.self, from: result.output).rules
  }

  @Test func listsRulesSortedByName() throws {
    let rules = try rules()
    #expect(rules.contains { $0.name == "structure/placeholder-left" && $0.severity == "error" })
    #expect(rules.map(\.name) == rules.map(\.name).sorted())
    #expect(rules.allSatisfy { $0.name.hasPrefix($0.category + "/") })
    let problem = try #require(rules.first { $0.name == "structure/problem-missing" })
    #expect(problem.profiles["strict"] == "error")
  }

  @Test func listsTheSameRulesAsText() throws {
    let text = try Workbench().prfaq("rules").stdout
    for rule in try rules() { #expect(text.contains(" \(rule.name) ")) }
  }

  @Test func explainsEveryRule() throws {
    for rule in try rules() {
      let result = try Workbench().prfaq("explain", rule.name)
      #expect(result.status == 0)
      #expect(result.stdout.hasPrefix(rule.name + "\n"))
      #expect(result.stdout.contains("Severity: \(rule.severity)"))
      #expect(result.stdout.contains("\nNot like this"))
      #expect(!result.stdout.contains("«"))
      #expect(!result.stdout.contains("»"))
      #expect(result.output.allSatisfy { $0 == 0x0A || $0 >= 0x20 }, "\(rule.name) shows a control character")
    }
  }

  @Test("docs/rules.md says what the rules say; `make docs` writes it")
  func thePageIsCurrent() throws {
    let page = try String(
      contentsOf: Workbench.package.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    let made = try Workbench().prfaq("rules", "--format", "markdown").stdout
    // The whole page would drown the one line that matters.
    let old = page.split(separator: "\n", omittingEmptySubsequences: false)
    let new = made.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      Issue.record("docs/rules.md is out of date in line \(index + 1): run make docs")
      return
    }
    #expect(old.count == new.count, "docs/rules.md is out of date: run make docs")
    // With a NUL byte in it, git and code hosts take a page for a binary file and show no change of it.
    #expect(page.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
  }

  @Test func explainsARuleWithoutItsCategory() throws {
    let bench = try Workbench()
    #expect(
      try bench.prfaq("explain", "headline-missing").stdout
        == bench.prfaq("explain", "structure/headline-missing").stdout)
  }
}
