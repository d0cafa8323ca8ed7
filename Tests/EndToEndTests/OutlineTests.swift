import Foundation
import TestSupport
import Testing

@Suite struct OutlineTests {
  private struct Output: Decodable {
    struct Document: Decodable {
      struct Element: Decodable {
        let role, origin, text: String
        let line, endLine: Int
        let labelLine: Int?
      }
      struct Question: Decodable {
        let group, text: String
        let line: Int
        let answered: Bool
        let answerLine: Int?
      }
      let path, kind, title, language: String
      let elements: [Element]
      let questions: [Question]
    }
    let formatVersion: String
    let documents: [Document]
  }

  private static let plan = """
    # PR/FAQ: Tidewatch

    ## Press release

    ### Tidewatch tells harbour pilots when the bar is safe

    **Whitby, England, 3 May 2027.** Tidewatch today opened for harbour pilots.

    ### Problem

    Pilots wait \u{1B}[31mfor a call.

    ## External FAQ

    ### How much does it cost?

    Forty pounds a month.

    ### Does it work offline?

    ## Internal FAQ

    ### Why might it fail?

    Harbours may not share their sensors.

    """

  @Test func writesJSON() throws {
    let bench = try Workbench(["plan.md": Self.plan, "notes.md": "# Notes\n"])
    let result = try bench.prfaq("outline", "--format", "json", "plan.md", "notes.md")
    #expect(result.status == 0)
    let output = try JSONDecoder().decode(Output.self, from: result.output)
    #expect(output.formatVersion == "1.0")
    #expect(output.documents.map(\.path) == ["plan.md", "notes.md"])
    #expect(output.documents.map(\.kind) == ["prfaq", "none"])
    let plan = try #require(output.documents.first)
    #expect(plan.language == "en")
    #expect(plan.title == "PR/FAQ: Tidewatch")
    let problem = try #require(plan.elements.first { $0.role == "problem" })
    #expect(problem.labelLine == 9)
    #expect(problem.line == 11)
    #expect(problem.endLine == 11)
    #expect(problem.origin == "heading")
    #expect(problem.text == "Pilots wait \u{1B}[31mfor a call.")
    #expect(plan.questions.map(\.line) == [15, 19, 23])
    #expect(plan.questions.map(\.group) == ["external", "external", "internal"])
    #expect(plan.questions.map(\.answered) == [true, false, true])
    #expect(plan.questions.map(\.answerLine) == [17, nil, 25])
  }

  @Test func drawsATree() throws {
    let bench = try Workbench(["plan.md": Self.plan])
    let text = try bench.prfaq("outline", "plan.md").stdout
    #expect(
      text.hasPrefix("PR/FAQ: Tidewatch\nplan.md · PR/FAQ · English · 3 questions, 1 without an answer\n"))
    #expect(text.contains("✓ How much does it cost?\n"))
    #expect(text.contains("✗ Does it work offline?\n"))
    #expect(text.contains("Pilots wait ␛[31mfor a call."))
    #expect(!text.contains("\u{1B}"))
    #expect(try bench.prfaq("outline", "plan.md", "--color", "always").stdout.contains("\u{1B}["))
  }

  @Test func goesOnAfterAFileItCannotRead() throws {
    let bench = try Workbench(["plan.md": Self.plan])
    let result = try bench.prfaq("outline", "missing.md", "plan.md", "--format", "json")
    #expect(result.status == 2)
    #expect(result.stderr.contains("missing.md: no such file"))
    #expect(try JSONDecoder().decode(Output.self, from: result.output).documents.map(\.path) == ["plan.md"])
  }

  @Test func readsStandardInput() throws {
    let result = try Workbench().prfaq("outline", "-", "--format", "json", stdin: Self.plan)
    #expect(try JSONDecoder().decode(Output.self, from: result.output).documents.map(\.path) == ["<stdin>"])
  }

  /// A heading only this team uses; the problem below it must be found by both commands, or by neither.
  private static let housePlan = plan.replacingOccurrences(
    of: "### Problem", with: "### What keeps pilots ashore")

  @Test func readsTheHeadingsOfTheConfiguration() throws {
    let bench = try Workbench([
      "plan.md": Self.housePlan, "house.yaml": "aliases:\n  problem: [What keeps pilots ashore]\n",
    ])
    func origin(_ result: Command.Result) throws -> String? {
      #expect(result.status == 0)
      let document = try JSONDecoder().decode(Output.self, from: result.output).documents.first
      return document?.elements.first { $0.role == "problem" && $0.labelLine == 9 }?.origin
    }
    #expect(try origin(bench.prfaq("outline", "--format", "json", "plan.md")) == nil)
    let aliased = try bench.prfaq("outline", "--format", "json", "--config", "house.yaml", "plan.md")
    #expect(try origin(aliased) == "heading")
    let rule = "structure/problem-missing"
    #expect(
      try bench.prfaq("lint", "--select", rule, "--format", "concise", "plan.md").stdout.contains(rule))
    #expect(
      try !bench.prfaq("lint", "--select", rule, "--format", "concise", "--config", "house.yaml", "plan.md")
        .stdout.contains(rule))
  }

  @Test func findsTheConfigurationAsLintDoes() throws {
    let bench = try Workbench([
      "plan.md": Self.housePlan, "prfaq.yaml": "aliases:\n  problem: [What keeps pilots ashore]\n",
    ])
    let result = try bench.prfaq("outline", "--format", "json", "plan.md")
    let document = try JSONDecoder().decode(Output.self, from: result.output).documents.first
    #expect(document?.elements.contains { $0.role == "problem" && $0.labelLine == 9 } ?? false)
    let wrong = try Workbench(["plan.md": Self.plan, "prfaq.yaml": "aliases:\n  problme: [Trouble]\n"])
    let failed = try wrong.prfaq("outline", "plan.md")
    #expect(failed.status == 2)
    #expect(failed.stderr.contains("prfaq.yaml:2:3"))
  }
}
