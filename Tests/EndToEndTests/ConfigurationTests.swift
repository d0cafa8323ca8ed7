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
    ("severity:\n  writing: error\n", "prfaq.yaml:2:3", "\"prfaq rules\" lists them all."),
    ("severity: error\n", "prfaq.yaml:1:11", "Write each on a line of its own"),
    ("limits:\n  release-word: 4\n", "prfaq.yaml:2:3", "Did you mean \"release-words\"?"),
    ("limits:\n  release-words: 0\n", "prfaq.yaml:2:18", "The standard value is 500."),
    ("limits:\n  release-words: many\n", "prfaq.yaml:2:18", "The standard value is 500."),
    ("aliases:\n  problm: [Pain]\n", "prfaq.yaml:2:3", "Did you mean \"problem\"?"),
    ("documents: docs/plan.md\n", "prfaq.yaml:1:12", "Paths are relative to the configuration file."),
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

  @Test(arguments: ["", "# nothing\n", "profile:\n", "catalog: catalog-info.yaml\njargon: [Kubernetes]\n"])
  func acceptsWhatIsRight(_ yaml: String) throws {
    #expect(try Workbench(["prfaq.yaml": yaml]).prfaq("lint").status == 0)
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

  @Test func refusesTwoFilesInOneFolder() throws {
    let result = try Workbench(["prfaq.yaml": "", ".prfaq.yaml": ""]).prfaq("lint")
    #expect(result.status == 2)
    #expect(result.stderr.contains("both prfaq.yaml and .prfaq.yaml exist"))
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
