import Foundation
import TestSupport
import Testing

@Suite struct ConfigCommandTests {
  private struct Shown: Decodable {
    struct Line: Decodable {
      let name, value: String
      let origin: String?
    }
    let configuration: [String]
    let general, limits, vocabulary, rules, sections: [Line]
  }

  @Test func showsWhatIsInForceAndWhereItComesFrom() throws {
    let bench = try Workbench([
      ".prfaq.yml": """
      extends: base.yml
      limits:
        release-words: 600
      overrides:
        - paths: [plans/]
          severity:
            writing: note
            writing/hype: error
      sections:
        - section: internal-faq
          ignore: [writing/hype]

      """,
      "base.yml": "profile: strict\nlimits: {release-words: 450, faq-words: 9}\n",
      "plans/a.md": "---\nstatus: draft\n---\n\n" + AdoptionSample.plan,
    ])
    let result = try bench.prfaq("config", "show", "plans/a.md", "--format", "json")
    #expect(result.status == 0, "\(result.stderr)")
    let shown = try JSONDecoder().decode(Shown.self, from: result.output)
    func line(_ name: String, _ lines: [Shown.Line]) -> String? {
      lines.first { $0.name == name }.map { "\($0.value) \($0.origin ?? "-")" }
    }
    #expect(shown.configuration == ["base.yml", ".prfaq.yml"])
    #expect(line("profile", shown.general) == "strict base.yml:1")
    #expect(line("status", shown.general) == "draft plans/a.md:2")
    #expect(line("rule-set", shown.general) == "1 -")
    #expect(line("release-words", shown.limits) == "600 .prfaq.yml:3")
    #expect(line("release-words-maximum", shown.limits) == "700 profile strict")
    #expect(line("faq-words", shown.limits) == "9 base.yml:2")
    #expect(line("places", shown.limits) == "3 -")
    #expect(line("writing/hype", shown.rules) == "error .prfaq.yml:8")
    #expect(line("writing/weasel-words", shown.rules) == "note .prfaq.yml:7")
    #expect(line("structure/problem-missing", shown.rules) == "error profile strict")
    #expect(line("structure/faq-missing", shown.rules) == "error -")
    #expect(line("writing/hype", shown.sections) == "off in internal-faq .prfaq.yml:11")
    let text = try bench.prfaq("config", "show", "plans/a.md").stdout
    #expect(text.hasPrefix("plans/a.md\nConfiguration: .prfaq.yml\n  builds on base.yml\n"))
  }

  @Test func checks() throws {
    let bench = try Workbench([
      ".prfaq.yml": "extends: base.yml\ndocuments: [plan.md]\n", "base.yml": "",
      "plan.md": AdoptionSample.plan,
    ])
    #expect(
      try bench.prfaq("config", "check").stdout
        == ".prfaq.yml is in order; it builds on base.yml; 1 document must be PR/FAQs.\n")
    try bench.folder.write("profil: strict\n", to: "base.yml")
    let result = try bench.prfaq("config", "check")
    #expect(result.status == 2)
    #expect(result.stderr.contains("base.yml:1:1"))
    #expect(result.stderr.contains("Did you mean \"profile\"?"))
  }

  @Test func saysWhenThereIsNone() throws {
    let bench = try Workbench([".git/HEAD": "", "plan.md": AdoptionSample.plan])
    let result = try bench.prfaq("config", "file")
    #expect(result.status == 0)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr == "There is no configuration for .: the defaults hold.\n")
    #expect(try bench.prfaq("config", "file", "plann.md").stderr.contains("Did you mean \"plan.md\"?"))
  }

  @Test func suggestsItsParts() throws {
    let result = try Workbench().prfaq("config", "chekc")
    #expect(result.status == 2)
    #expect(result.stderr.contains("Did you mean \"prfaq config check\"?"))
  }

  private static let custom = """
    custom:
      no-seamless:
        phrases: [seamless]
        message: "“{text}” promises what no table of tides can"
        bad: [A seamless table.]
        good: [A table.]
      house-words:
        replace: {utilise: use, "log in": sign in}
        in: [internal-faq]
        bad: [Pilots utilise it.]
        good: [Pilots use it.]
      tides-told:
        phrases: [tide, tides]
        at-least: 1
        bad: [A table.]
        good: [A table of tides.]
      twice-at-most:
        phrases: [table]
        at-most: 2
        bad: [A table and a table and a table.]
        good: [A table and a table.]
      security:
        require-section: [security, data protection]
        bad: [Safety]
        good: ["3. Data protection and privacy"]
      privacy:
        require-question: [personal data, GDPR]
        group: internal
        bad: ["Who pays?"]
        good: ["What does the GDPR ask of us?"]
      code-name:
        phrases: [Bluefin]
        in: [everywhere]
        match-case: true
        severity: error
        bad: [Bluefin is coming.]
        good: [The bluefin is a fish.]

    """

  @Test func testsRulesOfOnesOwn() throws {
    let bench = try Workbench([".prfaq.yml": Self.custom])
    let result = try bench.prfaq("config", "test")
    #expect(
      result.stdout == """
        custom/no-seamless: 1 bad, 1 good, passed
        custom/house-words: 1 bad, 1 good, passed
        custom/tides-told: 1 bad, 1 good, passed
        custom/twice-at-most: 1 bad, 1 good, passed
        custom/security: 1 bad, 1 good, passed
        custom/privacy: 1 bad, 1 good, passed
        custom/code-name: 1 bad, 1 good, passed

        """)
    #expect(result.status == 0)
    try bench.folder.write(
      "custom:\n  no-seamless:\n    phrases: [seamless]\n    bad: [A table.]\n    good: [So seamless.]\n",
      to: ".prfaq.yml")
    let failed = try bench.prfaq("config", "test")
    #expect(failed.status == 1)
    #expect(failed.stdout.contains("custom/no-seamless finds nothing in this bad line"))
    #expect(failed.stdout.contains(" --> .prfaq.yml:4:11\n"))
    #expect(failed.stdout.contains("custom/no-seamless finds fault with this good line"))
    #expect(failed.stdout.hasSuffix("custom/no-seamless: 1 bad, 1 good, failed\n"))
  }

  @Test func lintsWithRulesOfOnesOwn() throws {
    let plan = AdoptionSample.plan.replacingOccurrences(
      of: "We have", with: "Pilots utilise Bluefin. We have")
    let bench = try Workbench([".prfaq.yml": Self.custom, "plan.md": plan])
    let result = try bench.prfaq("lint", "--format", "concise", "--select", "custom")
    #expect(
      result.stdout == """
        plan.md:1:1: warning custom/security There is no section on “security” or “data protection”
        plan.md:11:16: warning custom/no-seamless “seamless” promises what no table of tides can
        plan.md:19:1: warning custom/privacy No question asks about “personal data” or “GDPR”
        plan.md:23:8: warning custom/house-words “utilise” is written “use” here
        plan.md:23:16: error custom/code-name “Bluefin” is not to be used here
        plan.md:23:35: warning custom/no-seamless “seamless” promises what no table of tides can
        1 PR/FAQ checked.
        Not ready for review: 1 blocking, 5 to improve. Start with line 23.

        """)
    #expect(result.status == 1)
    let silenced = plan.replacingOccurrences(
      of: "Pilots utilise", with: "<!-- prfaq-disable-next-line custom -- we know -->\nPilots utilise")
    try bench.folder.write(silenced, to: "plan.md")
    let output = try LintOutput(bench.prfaq("lint", "--select", "custom", "--format", "json"))
    #expect(
      output.findings.map(\.rule) == ["custom/security", "custom/no-seamless", "custom/privacy"])
  }

  @Test func saysWhyARuleOfOnesOwnMatters() throws {
    let bench = try Workbench([
      ".prfaq.yml": "custom:\n  no-seamless:\n    phrases: [seamless]\n    why: A table has seams.\n",
      "plan.md": AdoptionSample.plan,
    ])
    let text = try bench.prfaq("lint", "--select", "custom").stdout
    #expect(text.components(separatedBy: "why: A table has seams.").count == 2)
  }

  /// The schema is a schema, and says of each file what the command says.
  @Test func printsAJSONSchema() throws {
    let bench = try Workbench([
      "good1.yml": Self.custom, "good2.yml": "",
      "good3.yml": """
      rule-set: 1
      extends: [a.yml, pack:acme@1]
      profile: rfc
      select: writing
      ignore: [writing/hype, custom/x]
      severity: {writing: note, custom/x: "off"}
      limits: {release-words: 5}
      documents: ["*.md"]
      products: [10, Ten]
      aliases: {problem: [Pain]}
      sections: [{section: internal-faq, ignore: [writing]}]
      overrides: [{paths: a.md, profile: strict, limits: {places: 3}}]

      """,
      "bad1.yml": "profil: strict\n", "bad2.yml": "profile: strickt\n",
      "bad3.yml": "severity: {writing: of}\n",
      "bad4.yml": "overrides: [{ignore: [writing]}]\n", "bad5.yml": "limits: {release-words: 0}\n",
      "bad6.yml": "custom: {X: {phrases: [a]}}\n", "bad7.yml": "ignore: [writing/hpye]\n",
      "check.py": """
      import glob, json, sys, yaml, jsonschema
      schema = json.load(open("schema.json"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for name in sorted(glob.glob("*.yml")):
          print(name, "valid" if validator.is_valid(yaml.safe_load(open(name, encoding="utf-8"))) else "invalid")

      """,
    ])
    let schema = try bench.prfaq("config", "schema")
    #expect(schema.status == 0)
    try bench.folder.write(schema.output, to: "schema.json")
    let result = try Command.run("/usr/bin/python3", ["check.py"], currentFolder: bench.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
    let expected = (1...7).map { "bad\($0).yml invalid\n" } + (1...3).map { "good\($0).yml valid\n" }
    #expect(result.stdout == expected.joined())
  }
}
