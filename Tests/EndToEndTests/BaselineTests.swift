import Foundation
import TestSupport
import Testing

/// Linting switched on in a repository full of old documents.
@Suite struct BaselineTests {
  /// Twenty old documents, each with faults of its own.
  private func repository() throws -> Workbench {
    var files: [String: String] = [:]
    for number in 1...20 {
      files["plans/p\(number).md"] = AdoptionSample.plan
        .replacingOccurrences(of: "Tidewatch", with: "Tidewatch\(number)")
        .replacingOccurrences(of: "412", with: "\(400 + number)")
    }
    return try Workbench(files)
  }

  private func lint(_ bench: Workbench, _ arguments: String...) throws -> Command.Result {
    try Command.run(
      try Command.prfaq,
      ["lint", "--format", "concise", "--fail-on", "warning", "--baseline", "known.json"] + arguments,
      environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
  }

  private func edit(_ bench: Workbench, _ path: String, _ change: (String) -> String) throws {
    try bench.folder.write(change(try bench.folder.read(path)), to: path)
  }

  private func written(_ bench: Workbench) throws -> Workbench {
    let result = try lint(bench, "--write-baseline")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stderr.hasPrefix("Wrote "))
    #expect(result.stderr.contains(" of 20 documents to known.json."))
    return bench
  }

  @Test func startsCleanAndFailsForANewDefect() throws {
    let bench = try written(try repository())
    let clean = try lint(bench)
    #expect(clean.status == 0, "\(clean.stdout)")
    #expect(clean.stderr.isEmpty)
    #expect(clean.stdout.hasPrefix("20 PR/FAQs checked, "))
    #expect(clean.stdout.hasSuffix(" findings of the baseline left out.\nNothing new.\n"))

    try edit(bench, "plans/p7.md") {
      $0.replacingOccurrences(of: "table of tides", with: "table of TBD tides")
    }
    let broken = try lint(bench)
    #expect(broken.status == 1)
    #expect(broken.stdout.hasPrefix("plans/p7.md:11:35: error structure/placeholder-left "))
  }

  @Test func survivesEditsElsewhere() throws {
    let bench = try written(try repository())
    try edit(bench, "plans/p3.md") {
      $0.replacingOccurrences(of: "## External FAQ", with: "A word more.\n\nAnd another.\n\n## External FAQ")
        .replacingOccurrences(of: "### Solution", with: "### The solution")
        .replacingOccurrences(of: "harbour pilots when", with: "all harbour pilots when")
    }
    let result = try lint(bench)
    #expect(result.status == 0, "\(result.stdout)")
    #expect(result.stdout.hasSuffix("Nothing new.\n"))
    #expect(result.stderr.isEmpty)
  }

  @Test func survivesARenamedFile() throws {
    let bench = try written(try repository())
    try bench.folder.write(try bench.folder.read("plans/p3.md"), to: "archive/third.md")
    try FileManager.default.removeItem(atPath: bench.folder.path("plans/p3.md"))
    let result = try lint(bench)
    #expect(result.status == 0, "\(result.stdout)")
    #expect(result.stderr.isEmpty)
  }

  @Test func shrinksWhenSomethingIsSettled() throws {
    let bench = try written(try repository())
    let before = try bench.folder.read("known.json")
    try edit(bench, "plans/p5.md") { $0.replacingOccurrences(of: "for TBD harbour", with: "for harbour") }
    let noted = try lint(bench)
    #expect(noted.status == 0)
    #expect(
      noted.stderr == "note: 1 entry of known.json is settled\nhelp: Remove it with --prune-baseline.\n")
    #expect(try bench.folder.read("known.json") == before)
    let strict = try lint(bench, "--baseline-strict")
    #expect(strict.status == 1)
    #expect(strict.stderr.hasPrefix("error: 1 entry of known.json is settled\n"))

    #expect(try lint(bench, "--prune-baseline").stderr == "Removed 1 entry from known.json.\n")
    let after = try bench.folder.read("known.json")
    #expect(
      after.components(separatedBy: "\"path\"").count == before.components(separatedBy: "\"path\"").count - 1)
    #expect(try lint(bench, "--baseline-strict").status == 0)
    // Once settled, it may not come back.
    try edit(bench, "plans/p5.md") { $0.replacingOccurrences(of: "for harbour", with: "for TBD harbour") }
    #expect(try lint(bench).status == 1)
  }

  @Test func holdsNothingThatChangesByItself() throws {
    let bench = try written(try repository())
    let text = try bench.folder.read("known.json")
    #expect(!text.contains(bench.folder.path))
    #expect(!text.contains("\"line\"") && !text.contains("\"count\"") && !text.contains("\"message\""))
    #expect(
      text.hasPrefix(
        "{\n  \"formatVersion\": \"1.0\",\n  \"findings\": [\n    {\n      \"path\": \"plans/p1.md\",\n      \"rule\": \""
      ))
    #expect(text.contains("      \"section\": \"PR/FAQ: Tidewatch1 > Press release > Solution\",\n"))
    _ = try lint(bench, "--write-baseline")
    #expect(try bench.folder.read("known.json") == text)
  }

  @Test func keepsWhatARunDidNotLookAt() throws {
    let bench = try written(try repository())
    let text = try bench.folder.read("known.json")
    let narrow = try lint(bench, "plans/p1.md", "--select", "writing/hype", "--baseline-strict")
    #expect(narrow.status == 0)
    #expect(narrow.stderr.isEmpty)
    let partial = try lint(bench, "plans/p2.md", "--write-baseline")
    #expect(partial.stderr.contains(" of 1 document to known.json, and kept "))
    #expect(try bench.folder.read("known.json") == text)
  }

  /// Of many like findings only three are shown, but the fourth is no new one when the first is settled.
  @Test func knowsWhatIsOnlyCounted() throws {
    let words =
      "It is seamless. It is world-class. It is next-generation. It is game-changing. It is revolutionary."
    let bench = try Workbench([
      "plan.md": AdoptionSample.plan.replacingOccurrences(
        of: "Tidewatch is a seamless table of tides.", with: words)
    ])
    #expect(try lint(bench, "--write-baseline").status == 0)
    try edit(bench, "plan.md") { $0.replacingOccurrences(of: "It is seamless. ", with: "") }
    let result = try lint(bench)
    #expect(result.status == 0, "\(result.stdout)")
    #expect(result.stderr.hasPrefix("note: 1 entry"))
  }

  @Test(arguments: [
    ("[1, 2", "this is no baseline", "known.json:1:1"),
    (
      "{\"formatVersion\": \"2.0\", \"findings\": []}", "has format 2.0; this version of prfaq reads 1",
      "known.json:1:19"
    ),
    ("{\"formatVersion\": \"1.0\"}", "this baseline has no \"findings\"", "known.json:1:1"),
    ("{\"formatVersion\": \"1.0\", \"findings\": [{}]}", "this entry has no \"path\"", "known.json:1:39"),
    ("# My notes\n", "this is no baseline", "known.json"),
  ])
  func refusesWhatIsNoBaseline(_ text: String, _ message: String, _ place: String) throws {
    let bench = try Workbench(["plan.md": AdoptionSample.plan, "known.json": text])
    for option in ["--baseline-strict", "--write-baseline", "--prune-baseline"] {
      let result = try lint(bench, option)
      #expect(result.status == 2)
      #expect(result.stdout.isEmpty)
      if text != "[1, 2" { #expect(result.stderr.contains(message), "\(result.stderr)") }
      #expect(result.stderr.contains(place), "\(result.stderr)")
      #expect(result.stderr.contains("write") || result.stderr.contains("Write"), "\(result.stderr)")
    }
    #expect(try bench.folder.read("known.json") == text)
  }

  @Test func saysHowToMakeOne() throws {
    let result = try lint(try Workbench(["plan.md": AdoptionSample.plan]))
    #expect(result.status == 2)
    #expect(
      result.stderr == "error: known.json: no such file or folder\nhelp: Make it with --write-baseline.\n")
  }

  @Test func writesNothingWhenSomethingIsWrong() throws {
    let bench = try Workbench([
      "plan.md": AdoptionSample.plan,
      "other.md": AdoptionSample.plan + "\n<!-- prfaq-disable writing/hpye -->\n",
    ])
    let result = try lint(bench, "--write-baseline")
    #expect(result.status == 2)
    #expect(try bench.folder.names() == ["other.md", "plan.md"])
  }

  @Test func needsItsFile() throws {
    let result = try Workbench().prfaq("lint", "--write-baseline")
    #expect(result.status == 2)
    #expect(result.stderr.contains("--write-baseline needs the file: --baseline FILE."))
  }
}
