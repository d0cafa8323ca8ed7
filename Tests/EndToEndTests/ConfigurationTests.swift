import Foundation
import TestSupport
import Testing

@Suite struct ConfigurationTests {
  private func errors(_ yaml: String) throws -> String {
    let result = try Workbench(["prfaq.yaml": yaml]).prfaq("lint")
    #expect(result.status == 2)
    #expect(result.stdout.isEmpty)
    return result.stderr
  }

  @Test func pointsAtAnUnknownSetting() throws {
    #expect(
      try errors("profile: strict\nlimit:\n  release-words: 40\n") == """
        error: there is no setting "limit"
         --> prfaq.yaml:2:1
          |
        2 | limit:
          | ^^^^^
          |
        help: Did you mean "limits"?

        """)
  }

  @Test(arguments: [
    ("profile: strit\n", "prfaq.yaml:1:10", "Did you mean \"strict\"?"),
    ("profile: [strict]\n", "prfaq.yaml:1:10", "Write one value"),
    ("select: writing/hpye\n", "prfaq.yaml:1:9", "Did you mean \"writing/hype\"?"),
    ("ignore:\n  - writing\n  - hype\n", "prfaq.yaml:3:5", "Did you mean \"writing/hype\"?"),
    ("ignore:\n  - writing\n  -\n", "prfaq.yaml", "Write \"ignore: [one, two]\"."),
    ("severity:\n  writing/hype: eror\n", "prfaq.yaml:2:17", "Did you mean \"error\"?"),
    ("severity:\n  wording: error\n", "prfaq.yaml:2:3", "\"prfaq rules\" lists them all."),
    ("severity: error\n", "prfaq.yaml:1:11", "Write each on a line of its own"),
    ("limits:\n  release-word: 4\n", "prfaq.yaml:2:3", "Did you mean \"release-words\"?"),
    ("limits:\n  release-words: 0\n", "prfaq.yaml:2:18", "The standard value is 500."),
    ("limits:\n  release-words: many\n", "prfaq.yaml:2:18", "The standard value is 500."),
    ("aliases:\n  problm: [Pain]\n", "prfaq.yaml:2:3", "Did you mean \"problem\"?"),
    ("documents: docs/plan.md\n", "prfaq.yaml:1:12", "Paths are relative to this folder."),
    ("documents: [plans/*.md]\n", "prfaq.yaml:1:13", "\"plans/*.md\" matches no file"),
    ("rule-set: 99\n", "prfaq.yaml:1:11", "Install a later version"),
    ("rule-set: newest\n", "prfaq.yaml:1:11", "must be a whole number"),
    ("version: 1.0.0\n", "prfaq.yaml:1:1", "there is no setting \"version\""),
    ("overrides:\n  - ignore: [writing]\n", "prfaq.yaml:2:5", "Say which documents it is for"),
    ("overrides:\n  - paths: a.md\n    exclude: b\n", "prfaq.yaml:3:5", "Use one of paths, profile"),
    ("overrides:\n  - paths: \"[a\"\n", "prfaq.yaml:2:12", "as in a .gitignore file"),
    ("overrides: {paths: a.md}\n", "prfaq.yaml:1:12", "Start each entry on a line of its own"),
    ("sections:\n  - ignore: writing\n", "prfaq.yaml:2:5", "Say where it holds"),
    ("sections:\n  - section: internal-fqa\n", "prfaq.yaml:2:14", "Did you mean \"internal-faq\"?"),
    ("ignore: [custom/none]\n", "prfaq.yaml:1:10", "Rules of your own are written under \"custom:\"."),
    ("extends: base.yml\n", "prfaq.yaml:1:10", "Paths are relative to the file they stand in"),
    ("extends: pack:../x\n", "prfaq.yaml:1:10", "cannot be the name of a pack"),
    ("custom:\n  x:\n    phrases: [a]\n    replace: {a: b}\n", "prfaq.yaml:4:5", "Write one of phrases"),
    ("custom:\n  x:\n    phrase: [a]\n", "prfaq.yaml:3:5", "Did you mean \"phrases\"?"),
    ("custom:\n  x: {message: Hm}\n", "prfaq.yaml:2:3", "Write one of phrases"),
    ("custom:\n  x: {phrases: [\"--\"]}\n", "prfaq.yaml:2:17", "Write a word or a phrase."),
    ("custom:\n  X: {phrases: [a]}\n", "prfaq.yaml:2:3", "Use small letters, digits and hyphens"),
    ("custom:\n  x: {require-section: [a], at-most: 2}\n", "prfaq.yaml:2:29", "Remove the line."),
    (
      "custom:\n  x: {require-question: [a], group: inner}\n", "prfaq.yaml:2:37",
      "Use one of internal, external."
    ),
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*d]\n", "prfaq.yaml:3:5", "refers to nothing"),
    ("\u{1}", "prfaq.yaml:1:1", "a control character"),
    ("exclude: \"[a\"\n", "prfaq.yaml:1:10", "as in a .gitignore file"),
    ("profile: strict\nprofile: rfc\n", "prfaq.yaml:2:1", "Keep one of the two"),
    ("select: [writing\n", "prfaq.yaml:1:9", "Close it with \"]\""),
    ("- strict\n", "prfaq.yaml:1:1", "profile: strict"),
  ])
  func pointsAtEachMistake(_ yaml: String, _ place: String, _ help: String) throws {
    let text = try errors(yaml)
    #expect(text.contains(place), "\(text)")
    #expect(text.contains(help), "\(text)")
    #expect(text.contains("^"), "\(text)")
  }

  /// Nine levels of ten aliases each stand for a thousand million values.
  @Test func refusesAnAliasBomb() throws {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let text = try errors(bomb)
    #expect(text.contains("more than 100000 values"))
    #expect(text.hasPrefix("error: "))
  }

  @Test func refusesTextThatIsNoUTF8() throws {
    let bench = try Workbench()
    try bench.folder.write(Data([0x70, 0x3A, 0xFF, 0x0A]), to: ".prfaq.yml")
    let result = try bench.prfaq("lint")
    #expect(result.status == 2)
    #expect(result.stderr.contains("this is not valid UTF-8 text"))
  }

  @Test(arguments: ["", "# nothing\n", "profile:\n", "catalog: catalog-info.yaml\njargon: [Kubernetes]\n"])
  func acceptsWhatIsRight(_ yaml: String) throws {
    let team = """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata:
        name: tide
        annotations: {prfaq/manager: ada, prfaq/product-owner: ben}
      spec: {type: team, children: []}
      """
    #expect(try Workbench(["prfaq.yaml": yaml, "catalog-info.yaml": team]).prfaq("lint").status == 0)
  }

  private static let plan = """
    # PR/FAQ: Tidewatch

    ## Press release

    ### Tidewatch tells harbour pilots when the bar is safe

    **Whitby, England, 3 May 2027.** Tidewatch today opened for TBD harbour pilots.

    ## FAQ

    ### How much does it cost?

    Forty pounds a month.

    """

  @Test func isFoundUpwardsToTheRootOfTheRepository() throws {
    let bench = try Workbench([
      "prfaq.yaml": "ignore: [document, structure, customer, writing]\n", "repo/.git/HEAD": "",
      "repo/docs/plan.md": Self.plan, "docs/plan.md": Self.plan,
    ])
    func lint(in folder: String) throws -> Int32 {
      try Command.run(
        try Command.prfaq, ["lint"], currentFolder: bench.folder.path(folder)
      ).status
    }
    #expect(try lint(in: "docs") == 0)
    #expect(try lint(in: "repo/docs") == 1)
  }

  @Test(arguments: [".prfaq.yml", ".prfaq.yaml", "prfaq.yml", "prfaq.yaml"])
  func hasSeveralNames(_ name: String) throws {
    let bench = try Workbench([name: "ignore: [structure/placeholder-left]\n", "plan.md": Self.plan])
    #expect(try bench.prfaq("lint").status == 0)
    #expect(try bench.prfaq("config", "file", "plan.md").stdout == "\(name)\n")
  }

  @Test func isTheNearestOneOfEachFile() throws {
    let bench = try Workbench([
      ".prfaq.yml": "ignore: [structure/placeholder-left]\n", "plan.md": Self.plan,
      "strict/.prfaq.yml": "profile: standard\n", "strict/deep/plan.md": Self.plan,
    ])
    let output = try LintOutput(
      bench.prfaq("lint", ".", "--select", "structure/placeholder-left", "--format", "json"))
    // Selected on the command line, the rule runs everywhere.
    #expect(output.findings.map(\.path) == ["plan.md", "strict/deep/plan.md"])
    let plain = try LintOutput(bench.prfaq("lint", "--format", "json"))
    #expect(
      plain.findings.filter { $0.rule == "structure/placeholder-left" }.map(\.path) == ["strict/deep/plan.md"]
    )
    #expect(
      try bench.prfaq("config", "file", "strict/deep/plan.md").stdout == "strict/.prfaq.yml\n")
  }

  @Test func namesDocumentsOfNestedConfigurationsToo() throws {
    let bench = try Workbench(["team/.prfaq.yml": "documents: [plans/*.md]\n", "plan.md": Self.plan])
    let missing = try bench.prfaq("lint")
    #expect(missing.status == 2)
    #expect(missing.stderr.contains("\"plans/*.md\" matches no file"))
    #expect(missing.stdout.isEmpty)
    try bench.folder.write("# Shopping\n", to: "team/plans/list.md")
    let output = try LintOutput(bench.prfaq("lint", "--format", "json"))
    #expect(output.findings.contains { $0.rule == "document/not-a-prfaq" && $0.path == "team/plans/list.md" })
  }

  @Test func refusesTwoFilesInOneFolder() throws {
    let result = try Workbench(["prfaq.yaml": "", ".prfaq.yaml": ""]).prfaq("lint")
    #expect(result.status == 2)
    #expect(result.stderr.contains("both .prfaq.yaml and prfaq.yaml exist"))
  }

  @Test func canBeNamed() throws {
    let bench = try Workbench([
      "ci/strict.yaml": "ignore: [structure, customer, writing]\n", "plan.md": Self.plan,
    ])
    #expect(try bench.prfaq("lint").status == 1)
    #expect(try bench.prfaq("lint", "--config", "ci/strict.yaml").status == 0)
  }

  @Test func isOverruledByTheCommandLine() throws {
    let bench = try Workbench([
      "prfaq.yaml":
        "ignore: [structure/placeholder-left]\nseverity:\n  structure/subheading-missing: error\n",
      "plan.md": Self.plan,
    ])
    #expect(try bench.prfaq("lint", "--select", "structure/placeholder-left").status == 1)
    #expect(try bench.prfaq("lint", "--select", "structure/subheading-missing").status == 1)
    #expect(
      try bench.prfaq(
        "lint", "--select", "structure/subheading-missing", "--ignore", "structure/subheading-missing"
      ).status == 0)
  }

  @Test func saysWhichFilesMustBePRFAQs() throws {
    let bench = try Workbench([
      "prfaq.yaml": "documents: [plans/*.md]\nexclude: [old/]\n", "plans/a.md": "# Nothing\n",
      "README.md": "# Read me\n", "old/plan.md": Self.plan,
    ])
    let output = try LintOutput(bench.prfaq("lint", "--format", "json"))
    #expect(output.findings.map(\.rule) == ["document/not-a-prfaq"])
    #expect(output.findings.map(\.path) == ["plans/a.md"])
    #expect(output.summary.otherFilesSkipped == 1)
  }
}
