import Foundation
import TestSupport
import Testing

@Suite struct FixTests {
  private static let plan = AdoptionSample.plan
    .replacingOccurrences(of: "for TBD harbour", with: "for harbour")
    .replacingOccurrences(
      of: "Tidewatch is a seamless table of tides.",
      with: """
        <!-- prfaq-disable-next-line writing/hype -->

        In order to cross the bar, open the table. Pilots utilize it prior to a shift, and the majority of shifts start
        in the dark. Due to the fact that tides differ, there is one table a harbour.
        """)

  private static let fixed = AdoptionSample.plan
    .replacingOccurrences(of: "for TBD harbour", with: "for harbour")
    .replacingOccurrences(
      of: "Tidewatch is a seamless table of tides.",
      with: """
        To cross the bar, open the table. Pilots use it before a shift, and the majority of shifts start
        in the dark. Because tides differ, there is one table a harbour.
        """)

  @Test func makesWhatIsCertainAndNothingTheSecondTime() throws {
    let bench = try Workbench(["plan.md": Self.plan])
    let first = try bench.prfaq("lint", "--fix", "plan.md")
    #expect(first.status == 0)
    #expect(first.stderr == "Fixed 5 findings in 1 file; 1 fix more with --unsafe-fixes.\n")
    #expect(try bench.folder.read("plan.md") == Self.fixed)
    #expect(!first.stdout.contains("“In order to” says"))
    let second = try bench.prfaq("lint", "--fix", "plan.md")
    #expect(second.stderr == "Nothing to fix; 1 fix more with --unsafe-fixes.\n")
    #expect(second.stdout == first.stdout)
    #expect(try bench.folder.read("plan.md") == Self.fixed)
    let unsafe = try bench.prfaq("lint", "--fix", "--unsafe-fixes", "plan.md")
    #expect(unsafe.stderr == "Fixed 1 finding in 1 file.\n")
    #expect(
      try bench.folder.read("plan.md")
        == Self.fixed.replacingOccurrences(of: "the majority of shifts", with: "most shifts"))
  }

  @Test func showsAPatch() throws {
    let bench = try Workbench(["docs/plan.md": Self.plan])
    let result = try bench.prfaq("lint", "--diff")
    #expect(result.status == 1)
    #expect(
      result.stdout == """
        --- a/docs/plan.md
        +++ b/docs/plan.md
        @@ -8,10 +8,8 @@
         
         ### Solution
         
        -<!-- prfaq-disable-next-line writing/hype -->
        -
        -In order to cross the bar, open the table. Pilots utilize it prior to a shift, and the majority of shifts start
        -in the dark. Due to the fact that tides differ, there is one table a harbour.
        +To cross the bar, open the table. Pilots use it before a shift, and the majority of shifts start
        +in the dark. Because tides differ, there is one table a harbour.
         
         ## External FAQ
         

        """)
    #expect(result.stderr == "5 fixes in 1 file; 1 fix more with --unsafe-fixes.\n")
    #expect(try bench.folder.read("docs/plan.md") == Self.plan)
    try bench.folder.write(result.output, to: "fix.patch")
    let patch = try Command.run(
      "git", ["apply", "fix.patch"], environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
    #expect(patch.status == 0, "\(patch.stderr)")
    #expect(try bench.folder.read("docs/plan.md") == Self.fixed)
    let clean = try bench.prfaq("lint", "--diff")
    #expect(clean.status == 0)
    #expect(clean.stdout.isEmpty)
  }

  @Test func keepsLineEndsMarkAndMode() throws {
    let windows = "\u{FEFF}" + Self.plan.replacingOccurrences(of: "\n", with: "\r\n")
    let bench = try Workbench(["plan.md": windows])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: bench.folder.path("plan.md"))
    #expect(try bench.prfaq("lint", "--fix").status == 0)
    #expect(
      try bench.folder.read("plan.md") == "\u{FEFF}" + Self.fixed.replacingOccurrences(of: "\n", with: "\r\n")
    )
    let mode = try FileManager.default.attributesOfItem(atPath: bench.folder.path("plan.md"))[
      .posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try bench.folder.names() == ["plan.md"])
  }

  /// Without the comment between them, the two lists would be one.
  @Test func leavesWhatWouldChangeTheStructure() throws {
    let plan = AdoptionSample.plan.replacingOccurrences(
      of: "Tidewatch is a seamless table of tides.",
      with: "* One table\n\n<!-- prfaq-disable-line writing/hype -->\n\n* In order to cross the bar")
    let bench = try Workbench(["plan.md": plan])
    let result = try bench.prfaq("lint", "--fix")
    #expect(
      result.stderr
        == "Fixed 1 finding in 1 file; 1 fix left out that would change how the document is read.\n")
    #expect(try bench.folder.read("plan.md") == plan.replacingOccurrences(of: "In order to", with: "To"))
  }

  @Test func removesNamesThatSilenceNothing() throws {
    let plan = AdoptionSample.plan.replacingOccurrences(
      of: "Tidewatch is a seamless",
      with:
        "<!-- prfaq-disable-next-line writing/relative-time, writing/hype writing/weasel-words -- a name -->\nTidewatch is a seamless"
    )
    let bench = try Workbench(["plan.md": plan])
    #expect(try bench.prfaq("lint", "--fix").stderr == "Fixed 2 findings in 1 file.\n")
    #expect(
      try bench.folder.read("plan.md")
        == plan.replacingOccurrences(
          of: "writing/relative-time, writing/hype writing/weasel-words", with: "writing/hype"))
  }

  @Test func makesReplacementsOfOnesOwn() throws {
    let bench = try Workbench([
      ".prfaq.yml": """
      custom:
        words:
          replace: {log in: sign in, pilot boat: cutter}
        careful:
          replace: {table: list}
          unsafe: true

      """,
      "plan.md": AdoptionSample.plan.replacingOccurrences(
        of: "Forty pounds a month.", with: "Log in on the *pilot* boat, or log in on the pilot boat."),
    ])
    #expect(
      try bench.prfaq("lint", "--fix").stderr
        == "Fixed 3 findings in 1 file; 1 fix more with --unsafe-fixes.\n")
    #expect(
      try bench.folder.read("plan.md").contains("Sign in on the *pilot* boat, or sign in on the cutter.\n"))
    try bench.folder.write("custom:\n  x:\n    replace: {table: table of tides}\n", to: ".prfaq.yml")
    let circle = try bench.prfaq("lint", "--fix")
    #expect(circle.status == 2)
    #expect(circle.stderr.contains("“table of tides” holds “table”, which would be replaced again"))
  }

  @Test func leavesFilesAloneThatAreNoText() throws {
    let bench = try Workbench()
    let bytes = Data(Self.plan.utf8) + Data([0xFF, 0x0A])
    try bench.folder.write(bytes, to: "plan.md")
    let result = try bench.prfaq("lint", "--fix")
    #expect(result.stderr == "Nothing to fix.\n")
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.folder.path("plan.md"))) == bytes)
  }

  @Test func writesNothingWhenSomethingIsWrong() throws {
    let bench = try Workbench([
      "plan.md": Self.plan, "other.md": Self.plan + "\n<!-- prfaq-disable writing/hpye -->\n",
    ])
    let result = try bench.prfaq("lint", "--fix")
    #expect(result.status == 2)
    #expect(result.stderr.contains("Did you mean \"writing/hype\"?"))
    #expect(try bench.folder.read("plan.md") == Self.plan)
  }

  @Test func followsALinkAndKeepsIt() throws {
    let bench = try Workbench(["real/plan.md": Self.plan])
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.path("plan.md"), withDestinationPath: "real/plan.md")
    _ = try bench.prfaq("lint", "--fix", "plan.md")
    #expect(try bench.folder.read("real/plan.md") == Self.fixed)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: bench.folder.path("plan.md"))
        == "real/plan.md")
  }

  @Test(arguments: [
    (["--fix", "--diff"], "--diff changes nothing: leave out --fix."),
    (["--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff."),
    (["--fix", "-"], "--fix cannot write to standard input"),
    (["--fix", "--changed-since", "main"], "leave out --changed-since"),
  ])
  func refusesWhatDoesNotGoTogether(_ arguments: [String], _ message: String) throws {
    let bench = try Workbench()
    let result = try Command.run(
      try Command.prfaq, ["lint"] + arguments, environment: ["PATH": "/usr/bin:/bin"],
      currentFolder: bench.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr.contains(message), "\(result.stderr)")
  }
}
