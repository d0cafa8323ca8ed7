import Foundation
import TestSupport
import Testing

/// Rules of a configuration, explained and listed.
@Suite struct CustomRuleTests {
  private func bench() throws -> Workbench {
    try Workbench([
      ".prfaq.yml": """
      extends: base.yml
      severity: {custom/no-synergy: error}
      custom:
        security:
          require-section: [Security, Data protection]
        privacy:
          require-question: [personal data]
          group: external
        often:
          phrases: [customer]
          at-least: 2
          at-most: 9

      """,
      "base.yml": """
      custom:
        no-synergy:
          phrases: [synergy, low-hanging fruit]
          message: "“{text}” is a word that only meetings use"
          help: Say what changes, and for whom.
          why: Nobody can build it.
          bad: ["It brings\\e[31m synergy."]
          good: [It adds every bill to one account.]
        house:
          replace: {utilise: use, learnings: ""}
          in: [problem, Open questions]
          unsafe: true

      """,
    ])
  }

  @Test func areExplained() throws {
    let bench = try bench()
    let result = try bench.prfaq("explain", "custom/no-synergy")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(
      result.stdout == """
        custom/no-synergy
        synergy or low-hanging fruit is not used.

        Severity: warning; error by .prfaq.yml:2.

        Looks for
          “synergy” or “low-hanging fruit”, which is not to be used.

        Looks in
          The author's own prose: no quotes of others, no code, no links.

        Message
          “{text}” is a word that only meetings use

        Help
          Say what changes, and for whom.

        Why
          Nobody can build it.

        Not like this
          | It brings␛[31m synergy.

        Like this
          | It adds every bill to one account.

        Defined in
          base.yml:2

        """)
    #expect(try bench.prfaq("explain", "no-synergy").stdout == result.stdout)
  }

  @Test(arguments: [
    (
      "house",
      "“utilise”, for which “use” is written, and “learnings”, for which nothing is written; --fix with --unsafe-fixes replaces them.",
      "problem and the section “Open questions”."
    ),
    ("security", "A heading with “Security” or “Data protection”.", ".prfaq.yml:4"),
    ("privacy", "A question of the external FAQ with “personal data”.", ".prfaq.yml:6"),
    ("often", "“customer”, which may occur at least 2 and at most 9 times.", ".prfaq.yml:9"),
  ])
  func sayWhatTheyLookFor(_ name: String, _ what: String, _ more: String) throws {
    let text = try bench().prfaq("explain", "custom/\(name)").stdout
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(what), "\(text)")
    #expect(text.contains(more), "\(text)")
    #expect(text.contains("Write lines under \"bad:\" and \"good:\""))
  }

  @Test func areListed() throws {
    let bench = try bench()
    let text = try bench.prfaq("rules").stdout
    #expect(
      text.hasSuffix(
        """
        custom
          warning  custom/house       House style for utilise or learnings.
          warning  custom/no-synergy  synergy or low-hanging fruit is not used.
          warning  custom/often       customer occurs as often as it should.
          warning  custom/privacy     A question asks about personal data.
          warning  custom/security    There is a section on Security or Data protection.

        """))
    #expect(try bench.prfaq("rules", "--format", "json").stdout.contains("\"origin\": \"base.yml:2\""))
  }

  @Test func areSuggested() throws {
    let result = try bench().prfaq("explain", "custom/no-sinergy")
    #expect(result.status == 2)
    #expect(
      result.stderr
        == "error: there is no rule \"custom/no-sinergy\"\nhelp: Did you mean \"custom/no-synergy\"?\n")
  }

  /// Who looks for the right name in a configuration that is in disorder gets the list.
  @Test func doNotHideTheOthers() throws {
    let bench = try Workbench([".prfaq.yml": "ignore: [writing/hpye]\n"])
    let result = try bench.prfaq("rules")
    #expect(result.status == 2)
    #expect(result.stdout.contains("writing/hype"))
    #expect(result.stderr.contains(".prfaq.yml:1:10"))
    #expect(try bench.prfaq("explain", "writing/hype").status == 0)
  }

  /// A missing section is reported at the first line, whose words have nothing to do with it.
  @Test func keepTheirEntryOfABaselineWhenTheTitleChanges() throws {
    let bench = try Workbench([
      ".prfaq.yml": "custom:\n  security: {require-section: [Security]}\n", "plan.md": AdoptionSample.plan,
    ])
    #expect(try bench.prfaq("lint", "--baseline", "known.json", "--write-baseline").status == 0)
    try bench.folder.write(
      AdoptionSample.plan.replacingOccurrences(of: "# PR/FAQ: Tidewatch", with: "# PR/FAQ: Tidewatch 2"),
      to: "plan.md")
    let result = try bench.prfaq(
      "lint", "--baseline", "known.json", "--fail-on", "warning", "--format", "concise", "--select", "custom")
    #expect(result.status == 0, "\(result.stdout)")
    #expect(result.stdout.hasSuffix("Nothing new.\n"))
  }
}
