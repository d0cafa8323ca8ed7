import Foundation
import TestSupport
import Testing

/// What the configuration and comments say of rules on links between documents, services and teams.
@Suite struct LinkSettingsTests {
  private let rule = "trace/need-without-acceptance"

  /// A need without acceptance line, on line 27.
  private static let plan =
    AdoptionSample.plan + """

      ## What customers need

      - **N-1: Cross the bar in daylight.** One pilot in four waits for a day [N-1].
        - Priority: must

      """

  private static let accepted = plan + "  - Accepted when: the hour is shown within 2 seconds\n"

  private static let team = """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata:
      name: harbour
    spec:
      type: team
      children: []
      members: [a, b, c, d, e, f, g, h, i, j, k]

    """

  private func findings(_ bench: Workbench, _ arguments: String...) throws -> [LintOutput.Finding] {
    let result = try Command.run(
      try Command.prfaq, ["lint", "--format", "json", "--fail-on", "never"] + arguments,
      environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
    try #require(result.status == 0, "\(result.stderr)")
    return try LintOutput(result).findings
  }

  private func said(_ rule: String, _ bench: Workbench, _ arguments: String...) throws -> [String] {
    let result = try Command.run(
      try Command.prfaq, ["lint", "--format", "json", "--fail-on", "never"] + arguments,
      environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
    try #require(result.status == 0, "\(result.stderr)")
    return try LintOutput(result).findings.filter { $0.rule == rule }
      .map { "\($0.path):\($0.line) \($0.severity)" }
  }

  @Test func speakOtherwise() throws {
    #expect(try said(rule, try Workbench(["plan.md": Self.plan])) == ["plan.md:27 warning"])
  }

  @Test(arguments: [
    ("ignore: [trace/need-without-acceptance]", [String]()),
    ("severity: {trace: error}", ["plan.md:27 error"]),
    ("severity: {trace/need-without-acceptance: off, trace: error}", []),
  ])
  func holdInASection(_ choice: String, _ expected: [String]) throws {
    let yaml = "sections:\n  - section: What customers need\n    \(choice)\n"
    #expect(try said(rule, try Workbench([".prfaq.yml": yaml, "plan.md": Self.plan])) == expected)
    // A comment in the document makes no difference to that.
    let commented = Self.plan + "\n<!-- prfaq-disable-line writing/hype -->\n"
    #expect(try said(rule, try Workbench([".prfaq.yml": yaml, "plan.md": commented])) == expected)
  }

  @Test func areOnInASectionOnly() throws {
    let yaml =
      "ignore: [trace]\nsections:\n  - section: What customers need\n    severity: {\(rule): error}\n"
    let bench = try Workbench([".prfaq.yml": yaml, "plan.md": Self.plan])
    #expect(try said(rule, bench) == ["plan.md:27 error"])
    #expect(try said("trace/need-without-service", bench) == [])
    #expect(try said(rule, bench, "--ignore", "trace") == [])
  }

  @Test func holdForSomePaths() throws {
    let bench = try Workbench([
      ".prfaq.yml": "overrides:\n  - paths: [archive/]\n    severity: {\(rule): note}\n",
      "plan.md": "---\nkey: A\n---\n\n" + Self.plan, "archive/old.md": "---\nkey: B\n---\n\n" + Self.plan,
    ])
    #expect(try said(rule, bench) == ["archive/old.md:31 note", "plan.md:31 warning"])
  }

  @Test func holdForCatalogueFilesOfSomePaths() throws {
    let other = Self.team.replacingOccurrences(of: "harbour", with: "pier")
    let files = ["plan.md": Self.plan, "org/old/a.yaml": Self.team, "org/new/b.yaml": other]
    let both = try Workbench(files)
    #expect(
      try said("team/two-pizza", both, "--catalog", "org")
        == ["org/new/b.yaml:4 warning", "org/old/a.yaml:4 warning"])
    try both.folder.write("overrides:\n  - paths: [org/old/]\n    ignore: [team]\n", to: ".prfaq.yml")
    #expect(try said("team/two-pizza", both, "--catalog", "org") == ["org/new/b.yaml:4 warning"])
    try both.folder.write(
      "overrides:\n  - paths: [org/old/]\n    severity: {team/two-pizza: note}\n", to: ".prfaq.yml")
    #expect(
      try said("team/two-pizza", both, "--catalog", "org")
        == ["org/new/b.yaml:4 warning", "org/old/a.yaml:4 note"])
  }

  /// A catalogue that cannot be read is not even looked for.
  @Test func costNothingWhenLeftOut() throws {
    let bench = try Workbench([".prfaq.yml": "catalog: [missing]\n", "plan.md": Self.plan])
    #expect(try bench.prfaq("lint", "--select", "structure,writing").status == 1)
    #expect(try bench.prfaq("lint", "--ignore", "trace,team").status == 1)
    let result = try bench.prfaq("lint", "--select", "team")
    #expect(result.status == 2)
    #expect(result.stderr.contains("there is no file or folder \"missing\""))
  }

  @Test func reportsACommentThatSilencesNoLink() throws {
    let comment = "<!-- prfaq-disable-file \(rule) -->\n\n"
    let needed = try Workbench(["plan.md": comment + Self.plan])
    #expect(try said(rule, needed) == [])
    #expect(try said("document/unused-suppression", needed) == [])
    let idle = try Workbench(["plan.md": comment + Self.accepted])
    #expect(try said("document/unused-suppression", idle) == ["plan.md:1 warning"])
    // Where the rule did not run, nobody knows.
    #expect(
      try said("document/unused-suppression", idle, "--select", "document,structure") == [])
    try idle.folder.write("ignore: [trace]\n", to: ".prfaq.yml")
    #expect(try said("document/unused-suppression", idle) == [])
  }

  @Test func doesNotCallACommentIdleThatACatalogueMayNeed() throws {
    let comment = "<!-- prfaq-disable-file team/fan-out trace/key-duplicate -->\n\n"
    let bench = try Workbench(["plan.md": comment + Self.accepted, "org/a.yaml": Self.team])
    func idle(_ arguments: String...) throws -> [String] {
      let result = try Command.run(
        try Command.prfaq, ["lint", "--format", "json", "--fail-on", "never"] + arguments,
        environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
      return try LintOutput(result).findings.filter { $0.rule == "document/unused-suppression" }.map(
        \.message)
    }
    let fanOut = "“team/fan-out” is silenced where it finds nothing"
    let key = "“trace/key-duplicate” is silenced where it finds nothing"
    #expect(try idle("plan.md") == [])
    #expect(try idle(".") == [key])
    #expect(try idle("plan.md", "--catalog", "org") == [fanOut])
    #expect(try idle(".", "--catalog", "org").count == 1)
  }

  /// Whether a comment on links silences anything is known only when all documents are read.
  @Test func removesACommentThatSilencesNoLink() throws {
    let comment = "<!-- prfaq-disable-next-line trace/orphan, trace/need-without-metric, \(rule) -->\n\n"
    let plan = Self.accepted.replacingOccurrences(of: "- **N-1", with: comment + "- **N-1")
      .replacingOccurrences(of: "of tides.", with: "of tides. In order to sail, open it.")
    let bench = try Workbench(["plan.md": plan])
    let before = try findings(bench).filter { $0.rule != "document/unused-suppression" }
    #expect(try bench.prfaq("lint", "--diff").status == 1)
    let first = try bench.prfaq("lint", "--fix", "--format", "json")
    #expect(first.stderr == "Fixed 3 findings in 1 file.\n")
    let left = try bench.folder.read("plan.md")
    let expected = plan.replacingOccurrences(of: "trace/orphan, ", with: "")
      .replacingOccurrences(of: ", \(rule)", with: "").replacingOccurrences(of: "In order to", with: "To")
    #expect(left == expected)
    let second = try bench.prfaq("lint", "--fix", "--format", "json")
    #expect(second.stderr == "Nothing to fix.\n")
    #expect(second.stdout == first.stdout)
    #expect(try bench.folder.read("plan.md") == left)
    #expect(try LintOutput(second).findings.count == before.count - 1)
  }

  @Test func aLabelIsCorrectedOnlyWhenAskedFor() throws {
    let bench = try Workbench([
      "plan.md": Self.plan.replacingOccurrences(
        of: "- Priority: must", with: "- Acepted when: within 2 seconds")
    ])
    #expect(try said("trace/label-unknown", bench) == ["plan.md:28 warning"])
    #expect(try bench.prfaq("lint", "--fix").stderr == "Nothing to fix; 1 fix more with --unsafe-fixes.\n")
    #expect(try bench.prfaq("lint", "--fix", "--unsafe-fixes").stderr == "Fixed 1 finding in 1 file.\n")
    #expect(try bench.folder.read("plan.md").contains("  - Accepted when: within 2 seconds\n"))
    #expect(try said("trace/label-unknown", bench) == [])
    #expect(try bench.prfaq("lint", "--fix", "--unsafe-fixes").stderr == "Nothing to fix.\n")
  }
}
