import Foundation
import TestSupport
import Testing

@Suite struct LintTests {
  /// A short release and FAQ with one placeholder: an error.
  private static let unfinished = """
    # PR/FAQ: Tidewatch

    ## Press release

    ### Tidewatch tells harbour pilots when the bar is safe

    **Whitby, England, 3 May 2027.** Tidewatch today opened for TBD harbour pilots.

    ## FAQ

    ### How much does it cost?

    Forty pounds a month.

    """

  @Test func exitsWith1OnErrors() throws {
    let result = try Workbench(["plan.md": Self.unfinished]).prfaq("lint", "plan.md")
    #expect(result.status == 1)
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.contains("\n --> plan.md:7:61\n"))
    #expect(
      result.stdout.contains(
        """
          |
        7 | **Whitby, England, 3 May 2027.** Tidewatch today opened for TBD harbour pilots.
          |                                                             ^^^
          |
        why:
        """))
    #expect(result.stdout.hasSuffix(" Start with line 7.\n"))
  }

  @Test(arguments: [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
  func failsFromTheChosenSeverityOn(_ level: String, _ status: Int32) throws {
    let result = try Workbench(["plan.md": Self.unfinished]).prfaq("lint", "--fail-on", level)
    #expect(result.status == status)
  }

  @Test func passesWarningsUnlessAskedNotTo() throws {
    let bench = try Workbench(["plan.md": Self.unfinished])
    let arguments = ["lint", "--select", "structure/subheading-missing"]
    let rule = "structure/subheading-missing"
    #expect(try bench.prfaq("lint", "--select", rule).status == 0, "\(arguments)")
    #expect(try bench.prfaq("lint", "--select", rule, "--fail-on", "warning").status == 1)
    #expect(try bench.prfaq("lint", "--select", rule, "--ignore", rule, "--fail-on", "note").status == 0)
  }

  @Test func writesOneLinePerFinding() throws {
    let result = try Workbench(["plan.md": Self.unfinished]).prfaq(
      "lint", "--format", "concise", "--select", "structure/placeholder-left")
    #expect(result.status == 1)
    #expect(result.stdout.hasPrefix("plan.md:7:61: error structure/placeholder-left "))
  }

  @Test func writesJSON() throws {
    let result = try Workbench(["docs/plan.md": Self.unfinished, "docs/README.md": "# Read me\n"]).prfaq(
      "lint", "--format", "json", "--select", "structure/placeholder-left", "docs")
    #expect(result.status == 1)
    let output = try LintOutput(result)
    #expect(output.formatVersion == "1.0")
    let finding = try #require(output.findings.first)
    #expect(output.findings.count == 1)
    #expect(finding.rule == "structure/placeholder-left")
    #expect(finding.severity == "error")
    #expect(finding.path == "docs/plan.md")
    let place: [Int] = [finding.line, finding.column, finding.endLine, finding.endColumn]
    #expect(place == [7, 61, 7, 64])
    #expect(output.summary.documents == 1)
    #expect(output.summary.otherFilesSkipped == 1)
    #expect(output.summary.errors == 1)
  }

  @Test func readsStandardInput() throws {
    let named = try Workbench().prfaq(
      "lint", "-", "--stdin-filename", "drafts/plan.md", "--format", "concise", stdin: Self.unfinished)
    #expect(named.status == 1)
    #expect(named.stdout.contains("drafts/plan.md:7:61: error structure/placeholder-left"))
    let unnamed = try Workbench().prfaq("lint", "-", "--format", "concise", stdin: Self.unfinished)
    #expect(unnamed.stdout.contains("<stdin>:7:61: error"))
  }

  @Test func refusesAFileThatIsNoPRFAQ() throws {
    let bench = try Workbench(["notes.md": "# Notes\n\nBuy milk.\n"])
    let named = try bench.prfaq("lint", "notes.md", "--format", "concise")
    #expect(named.status == 1)
    #expect(named.stdout.contains("error document/not-a-prfaq"))
    // Choosing other rules does not make it pass.
    #expect(try bench.prfaq("lint", "notes.md", "--select", "writing").status == 1)
    let found = try bench.prfaq("lint", ".")
    #expect(found.status == 0)
    #expect(found.stdout == "0 PR/FAQs checked, 1 other file skipped.\n")
  }

  @Test func findsNothingInAnEmptyFolder() throws {
    let result = try Workbench().prfaq("lint")
    #expect(result.status == 0)
    #expect(result.stdout == "0 PR/FAQs checked.\n")
  }

  @Test func leavesOutWhatGitIgnores() throws {
    let bench = try Workbench([
      ".gitignore": "build/\n", "build/plan.md": Self.unfinished, "plan.md": Self.unfinished,
    ])
    #expect(try LintOutput(bench.prfaq("lint", "--format", "json")).summary.documents == 1)
    // A file that is named is checked all the same.
    #expect(try bench.prfaq("lint", "build/plan.md").status == 1)
  }

  @Test func goesOnAfterAFileItCannotRead() throws {
    let bench = try Workbench(["plan.md": Self.unfinished])
    // A link to itself cannot be opened by anybody, root included.
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.path("loop.md"), withDestinationPath: "loop.md")
    let result = try bench.prfaq("lint", "loop.md", "missing.md", "plan.md", "--format", "concise")
    #expect(result.status == 2)
    #expect(result.stderr.contains("loop.md: "))
    #expect(result.stderr.contains("missing.md: no such file"))
    #expect(result.stdout.contains("plan.md:7:61: error structure/placeholder-left"))
  }

  @Test func refusesACommentThatSilencesNothing() throws {
    let bench = try Workbench(["plan.md": Self.unfinished + "\n<!-- prfaq-disable-file writing/hpye -->\n"])
    let result = try bench.prfaq("lint", "--format", "concise")
    #expect(result.status == 2)
    #expect(
      result.stderr == """
        error: there is no rule or category "writing/hpye"
          --> plan.md:15:25
           |
        15 | <!-- prfaq-disable-file writing/hpye -->
           |                         ^^^^^^^^^^^^
           |
        help: Did you mean "writing/hype"?

        """)
    #expect(result.stdout.contains("plan.md:7:61: error structure/placeholder-left"))
  }

  @Test func silencesRulesByComment() throws {
    let silent = "<!-- prfaq-disable-file structure/placeholder-left -->\n\n" + Self.unfinished
    let bench = try Workbench(["plan.md": silent])
    #expect(try bench.prfaq("lint", "--select", "structure/placeholder-left").status == 0)
  }

  @Test func readsBadText() throws {
    let bench = try Workbench()
    try bench.folder.write(Data(Self.unfinished.utf8) + Data([0x0A, 0xFF, 0xFE, 0x0A]), to: "plan.md")
    try bench.folder.write(Data([0x00, 0x01]), to: "binary.md")
    let result = try bench.prfaq("lint", "plan.md", "--format", "concise")
    #expect(result.status == 1)
    #expect(result.stdout.contains("plan.md:15:1: error document/invalid-text"))
    #expect(try bench.prfaq("lint", "binary.md").status == 1)
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", "---\n", "---\nkey: [\n---\n", "<!--", "```\n"])
  func survivesFilesWithNothingInThem(_ text: String) throws {
    let bench = try Workbench(["a.md": text])
    #expect(try bench.prfaq("lint", "a.md").status == 1)
    #expect(try bench.prfaq("lint").status == 0)
    #expect(try bench.prfaq("outline", "a.md").status == 0)
  }

  @Test func colorsOnlyWhenAsked() throws {
    let bench = try Workbench(["plan.md": Self.unfinished])
    #expect(!(try bench.prfaq("lint").stdout.contains("\u{1B}")))
    #expect(try bench.prfaq("lint", "--color", "always").stdout.contains("\u{1B}[1;31merror["))
    #expect(!(try bench.prfaq("lint", "--color", "never").stdout.contains("\u{1B}")))
  }

  /// `script` gives the command a terminal.
  private func onTerminal(_ bench: Workbench, _ variables: [String: String]) throws -> String {
    var environment = variables
    environment["PATH"] = "/usr/bin:/bin"
    environment["TERM"] = variables["TERM"] ?? "xterm"
    return try Command.run(
      "script", ["-qec", "'\(try Command.prfaq)' lint plan.md", "/dev/null"], environment: environment,
      currentFolder: bench.folder.path
    ).stdout
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func honoursNoColorOnATerminal() throws {
    let bench = try Workbench(["plan.md": Self.unfinished])
    #expect(try onTerminal(bench, [:]).contains("\u{1B}[1;31merror["))
    #expect(!(try onTerminal(bench, ["NO_COLOR": "1"]).contains("\u{1B}")))
    #expect(!(try onTerminal(bench, ["TERM": "dumb"]).contains("\u{1B}")))
  }

  @Test func skipsWhatIsLaunchedUnlessAsked() throws {
    let bench = try Workbench(["plan.md": "---\nstatus: launched\n---\n" + Self.unfinished])
    let skipped = try bench.prfaq("lint", "plan.md")
    #expect(skipped.status == 0)
    #expect(skipped.stdout.hasPrefix("0 PR/FAQs checked, 1 launched or rejected skipped"))
    #expect(try bench.prfaq("lint", "plan.md", "--gate", "review").status == 1)
  }

  @Test func asksLessOfADraft() throws {
    let bench = try Workbench(["plan.md": "---\nstatus: draft\n---\n" + Self.unfinished])
    let arguments = ["lint", "plan.md", "--ignore", "customer,writing", "--format", "concise"]
    let draft = try Command.run(try Command.prfaq, arguments, currentFolder: bench.folder.path)
    #expect(draft.status == 0)
    #expect(draft.stdout.contains(" note structure/placeholder-left "))
    #expect(draft.stdout.contains("Still a draft"))
    #expect(try bench.prfaq("lint", "plan.md", "--gate", "review").status == 1)
  }

  @Test func givesTheSameBytesEveryTime() throws {
    var files: [String: String] = [:]
    for number in 0..<40 { files["f\(number % 7)/p\(number).md"] = Self.unfinished }
    let bench = try Workbench(files)
    let first = try bench.prfaq("lint", "--format", "json").output
    for _ in 0..<3 { #expect(try bench.prfaq("lint", "--format", "json").output == first) }
    let paths = try LintOutput(bench.prfaq("lint", "--format", "json")).findings.map(\.path)
    #expect(paths == paths.sorted())
    #expect(Set(paths).count == 40)
  }

  @Test func checksAFileOnceHoweverOftenItIsNamed() throws {
    let bench = try Workbench(["plan.md": Self.unfinished])
    let output = try LintOutput(bench.prfaq("lint", "--format", "json", "plan.md", ".", "./plan.md"))
    #expect(output.summary.documents == 1)
  }
}
