import Foundation
import TestSupport
import Testing

@Suite struct BacklogExportTests {
  private static let formats = ["json", "jsonl", "csv", "jira-csv", "github"]

  /// Exports a document in every format and has an independent reader compare what it finds.
  private func readBack(_ bench: Workbench, _ path: String) throws -> Command.Result {
    for format in Self.formats {
      let result = try bench.prfaq(
        "backlog", "export", path, "--format", format, "--min-confidence", "low", "--output", "out/\(format)",
        "--force")
      #expect(result.status == 0, "\(format): \(result.stderr)")
    }
    try bench.folder.write(try bench.prfaq("backlog", "schema").stdout, to: "out/schema.json")
    return try PythonTool.run("check_backlog.py", bench.folder.path("out"))
  }

  @Test(arguments: ["consumer", "warehouse", "warehouse-reformed", "internal-tool", "open-source", "flawed"])
  func samplesAreReadBack(_ name: String) throws {
    let bench = try Workbench(["prfaq.md": try Workbench.sample(name), "out/x": ""])
    let result = try readBack(bench, "prfaq.md")
    // Without `make tools` there is nothing to read it back with.
    if result.status == 3 { return }
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.hasSuffix(" items read back\n"))
  }

  @Test func hostileTextIsReadBack() throws {
    let bench = try Workbench(["plan.md": Self.hostile, "out/x": ""])
    let result = try readBack(bench, "plan.md")
    #expect(result.status == 0 || result.status == 3, "\(result.stderr)")
    let json = try bench.prfaq("backlog", "export", "plan.md").stdout
    #expect(json.contains("=HYPERLINK(\\\"http://x.example\\\")"))
    #expect(!json.contains("\u{1B}"))
    let board = try bench.prfaq("backlog", "export", "plan.md", "--format", "markdown").stdout
    #expect(!board.contains("<b>bold"))
    #expect(board.contains("\\<b\\>bold"))
  }

  private static let hostile = """
    ---
    document: prfaq
    key: EVIL
    customers: ["=cmd|' /C calc'!A0"]
    owners: ["@everyone", "O'Hara; Jr."]
    ---

    # Rentwise tells renters what they owe

    **Oslo, 1 March 2027** — Renters can now see what they owe.

    ## What customers need

    - **N-1: =HYPERLINK("http://x.example").** +1 for "quotes", commas; and \u{1F4B8} #123 @octocat GH-7 :tada:.
      - Served by: <script>alert(1)</script>
      - Accepted when: -1 is shown as {code}[~admin]!x.png!|a|b|
      - Accepted when: * a list mark, # another, h1. a heading, bq. a quote, 1. a number
    - **N-2: -Pay {panel} `code` \\*stars\\* \\<b\\>bold\\</b\\> &amp;lt; ~~gone~~ $x$.** 'Quoted' by an apostrophe.
    - **N-3: @octocat closes #1 and fixes org/repo#2.** See https://x.example/?a=b&c=d.
    - **N-4: \(String(repeating: "very ", count: 60))long.** \(String(repeating: "a long text without end ", count: 40)).
    - **N-5: \(String(repeating: "字", count: 300)).** A title without blanks.

    ## Internal FAQ

    ### What are the risks?

    - +SUM(A1:A9)
    - \u{1B}[31mred\u{1B}[0m
    - - nested

    """

  @Test func writesTheSameBytesTwice() throws {
    let bench = try Workbench(["prfaq.md": try Workbench.sample("warehouse")])
    for format in Self.formats + ["markdown"] {
      let first = try bench.prfaq("backlog", "export", "--format", format)
      #expect(first.status == 0)
      #expect(first.output == (try bench.prfaq("backlog", "export", "--format", format)).output)
    }
  }

  @Test func picksTheItemsOfATeam() throws {
    let bench = try Workbench(["prfaq.md": try Workbench.sample("consumer")])
    let board = try bench.prfaq("backlog", "export", "--format", "markdown", "--team", "Rota")
    #expect(board.status == 0)
    #expect(board.stdout.contains("\n## Rota\n"))
    #expect(!board.stdout.contains("\n## Reach\n"))
    let mistyped = try bench.prfaq("backlog", "export", "--team", "Rotta")
    #expect(mistyped.status == 2)
    #expect(mistyped.stderr == "error: there is no team \"Rotta\"\nhelp: Did you mean \"rota\"?\n")
    let service = try bench.prfaq("backlog", "export", "--service", "Post Office")
    #expect(service.stderr.contains("The services are post-room, text-desk, week-planner."))
  }

  @Test func leavesWhatPeopleWroteAlone() throws {
    let bench = try Workbench(["prfaq.md": try Workbench.sample("consumer"), "mine.md": "# Mine\n"])
    let refused = try bench.prfaq(
      "backlog", "export", "prfaq.md", "--format", "markdown", "--output", "mine.md")
    #expect(refused.status == 2)
    #expect(refused.stderr.contains("mine.md is there already"))
    #expect(try bench.folder.read("mine.md") == "# Mine\n")
    let board = {
      try bench.prfaq("backlog", "export", "prfaq.md", "--format", "markdown", "--output", "board.md")
    }
    #expect(try board().status == 0)
    #expect(try board().status == 0)
    // Somebody ticked a box.
    let ticked = try bench.folder.read("board.md").replacingOccurrences(
      of: "- [ ] **Know", with: "- [x] **Know")
    try bench.folder.write(ticked, to: "board.md")
    #expect(try board().status == 2)
    #expect(try bench.folder.read("board.md") == ticked)
    #expect(
      try bench.prfaq(
        "backlog", "export", "prfaq.md", "--format", "markdown", "--output", "board.md", "--force"
      ).status == 0)
    for format in Self.formats {
      for _ in 1...2 {
        #expect(
          try bench.prfaq("backlog", "export", "prfaq.md", "--format", format, "--output", "x.\(format)")
            .status == 0)
      }
    }
    #expect(
      try bench.prfaq("backlog", "export", "prfaq.md", "--format", "csv", "--output", "x.json").status == 2)
  }

  @Test func refusesDocumentsWithOneKey() throws {
    let text = try Workbench.sample("consumer")
    let bench = try Workbench(["a/prfaq.md": text, "b/prfaq.md": text])
    let result = try bench.prfaq("backlog", "export")
    #expect(result.status == 2)
    #expect(result.stderr.contains("two documents have the key KIN: a/prfaq.md:4 and b/prfaq.md:4"))
    #expect(result.stdout.isEmpty)
  }

  @Test func refusesWhatIsNoPRFAQ() throws {
    let bench = try Workbench(["notes.md": "# Notes\n\nMilk, eggs.\n"])
    #expect(try bench.prfaq("backlog", "export", "notes.md").status == 2)
    #expect(try bench.prfaq("backlog", "export").status == 2)
    #expect(try bench.prfaq("backlog", "export", "gone.md").status == 2)
  }
}

@Suite struct BacklogPlanTests {
  private func bench() throws -> Workbench {
    try Workbench(["prfaq.md": try Workbench.sample("consumer")])
  }

  private func edit(_ bench: Workbench, _ old: String, _ new: String) throws {
    let text = try bench.folder.read("prfaq.md")
    #expect(text.contains(old))
    try bench.folder.write(text.replacingOccurrences(of: old, with: new), to: "prfaq.md")
  }

  @Test func goesRound() throws {
    let bench = try bench()
    #expect(try bench.prfaq("backlog", "plan").status == 1)
    #expect(try bench.folder.names() == ["prfaq.md"])
    let accepted = try bench.prfaq("backlog", "accept")
    #expect(accepted.status == 0)
    #expect(accepted.stdout.hasSuffix(" new in prfaq.lock.json.\n"))
    let lock = try bench.folder.read("prfaq.lock.json")
    let plan = try bench.prfaq("backlog", "plan")
    #expect(plan.status == 0)
    #expect(plan.stdout.hasPrefix("Nothing to do: "))
    #expect(
      try bench.prfaq("backlog", "accept").stdout
        == "Nothing to record: the lock says what the document says.\n")
    #expect(try bench.folder.read("prfaq.lock.json") == lock)

    try edit(bench, "Expect the right person", "Expect nobody but the right person")
    let changed = try bench.prfaq("backlog", "plan")
    #expect(changed.status == 1)
    #expect(changed.stdout.contains("~ KIN/N-4  "))
    #expect(
      changed.stdout.contains(
        "title: Expect the right person at the door → Expect nobody but the right person at the door"))
    let json = try bench.prfaq("backlog", "plan", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let summary = try #require(object["summary"] as? [String: Any])
    #expect(summary["change"] as? Int == 2)
    #expect(summary["create"] as? Int == 0)
    #expect(try bench.folder.read("prfaq.lock.json") == lock)
  }

  @Test func recordsANewIDAlone() throws {
    let bench = try bench()
    #expect(try bench.prfaq("backlog", "accept").status == 0)
    try edit(bench, "**N-4: Expect", "**N-8: Expect")
    let plan = try bench.prfaq("backlog", "plan")
    #expect(plan.status == 0, "\(plan.stdout)")
    #expect(plan.stdout.contains("> KIN/N-4 → KIN/N-8 (same text)"))
    #expect(try bench.prfaq("backlog", "accept").status == 0)
    #expect(try bench.prfaq("backlog", "plan").stdout.hasPrefix("Nothing to do: "))
  }

  @Test func asksBeforeItDecides() throws {
    let bench = try bench()
    #expect(try bench.prfaq("backlog", "accept").status == 0)
    let lock = try bench.folder.read("prfaq.lock.json")
    try edit(bench, "Families will pay £9.", "Families will pay £10.")
    let plan = try bench.prfaq("backlog", "plan")
    #expect(plan.status == 3)
    #expect(
      plan.stdout.contains(
        "? KIN/assumption/families-will-pay-9 is gone, KIN/assumption/families-will-pay-10 is new: renamed?"))
    #expect(try bench.prfaq("backlog", "accept").status == 3)
    #expect(try bench.folder.read("prfaq.lock.json") == lock)
    let typo = try bench.prfaq("backlog", "accept", "--rename", "families-will-pay-9=families-will-pay-11")
    #expect(typo.status == 2)
    #expect(
      try bench.prfaq("backlog", "accept", "--rename", "families-will-pay-9=families-will-pay-10").status == 0
    )
    #expect(try bench.prfaq("backlog", "plan").status == 0)
    #expect(
      try bench.folder.read("prfaq.lock.json").contains(
        "\"formerly\":[\"KIN/assumption/families-will-pay-9\"]"))
  }

  @Test func refusesToEmptyABacklog() throws {
    let bench = try bench()
    #expect(try bench.prfaq("backlog", "accept").status == 0)
    let lock = try bench.folder.read("prfaq.lock.json")
    let text = try bench.folder.read("prfaq.md")
    let start = try #require(text.range(of: "- **N-1:")).lowerBound
    let end = try #require(text.range(of: "- **N-4:")).lowerBound
    try bench.folder.write(String(text[..<start] + text[end...]), to: "prfaq.md")
    let plan = try bench.prfaq("backlog", "plan")
    #expect(plan.status == 3)
    #expect(plan.stdout.contains("--allow-removals"))
    #expect(try bench.prfaq("backlog", "accept").status == 3)
    #expect(try bench.folder.read("prfaq.lock.json") == lock)
    #expect(try bench.prfaq("backlog", "accept", "--allow-removals").status == 0)
    #expect(try bench.folder.read("prfaq.lock.json").contains("\"retired\":true"))

    let heading = try #require(text.range(of: "## What customers need"))
    let after = try #require(text.range(of: "## How we will know"))
    try bench.folder.write(String(text[..<heading.lowerBound] + text[after.lowerBound...]), to: "prfaq.md")
    let lost = try bench.prfaq("backlog", "plan", "--declared-only")
    #expect(lost.status == 2)
    #expect(lost.stderr.contains("prfaq.md has no needs any more"))
  }

  @Test func saysWhatIsWrongWithALock() throws {
    let bench = try bench()
    #expect(try bench.prfaq("backlog", "accept").status == 0)
    let lock = try bench.folder.read("prfaq.lock.json")
    for (text, status, words) in [
      ("", Int32(2), "the lock is empty"),
      (String(lock.dropLast(40)), 2, "the lock cannot be read"),
      (lock.replacingOccurrences(of: "\"1.0\"", with: "\"2.0\""), 2, "prfaq.lock.json:2:20"),
      ("<<<<<<< HEAD\n" + lock, 3, "two versions that git could not merge"),
    ] {
      try bench.folder.write(text, to: "prfaq.lock.json")
      for command in ["plan", "accept", "export"] {
        let result = try bench.prfaq("backlog", command)
        #expect(result.status == status, "\(command): \(result.stderr)")
        #expect(result.stderr.contains(words), "\(command): \(result.stderr)")
      }
      #expect(try bench.folder.read("prfaq.lock.json") == text)
    }
    try bench.folder.write(lock.replacingOccurrences(of: "\"1.0\"", with: "\"1.9\""), to: "prfaq.lock.json")
    #expect(try bench.prfaq("backlog", "plan").status == 0)
    try edit(bench, "Priority: could", "Priority: should")
    let newer = try bench.prfaq("backlog", "accept")
    #expect(newer.status == 2)
    #expect(newer.stderr.contains("newer prfaq"))
  }
}
