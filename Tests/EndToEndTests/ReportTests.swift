import Foundation
import TestSupport
import Testing

/// Reports for other programs, read back by other people's readers.
@Suite("Reports of prfaq lint")
struct LintReportTests {
  private typealias Row = [String]

  /// A document with two findings alike, hostile characters and a question without answer.
  private static let hostile = """
    # PR/FAQ: Tidebox

    ## Press release

    **[City], [Date]** — Owners of "house<boats" & co. keep [Amount], 100% dry: 🚤, really.

    ## FAQ

    **Q: Does it work, at `<sea>` & on land?**

    **Q: How much does it cost?**

    £80.

    """

  /// What a reader found in a report: path, line, rule, level, message.
  private func rows(_ kind: String, _ file: String) throws -> [Row] {
    let result = try PythonTool.run("read_reports.py", kind, file)
    try #require(result.status == 0, "\(result.stderr)")
    let json = try #require(try JSONSerialization.jsonObject(with: result.output) as? [[Any]])
    return json.map { $0.map { "\($0)" } }
  }

  private func bench() throws -> Workbench { try Workbench(["docs/tide box.md": Self.hostile]) }

  @Test("SARIF, GitLab and JUnit say what JSON says, to a reader that is not ours")
  func readBack() throws {
    let bench = try bench()
    let result = try bench.prfaq(
      "lint", "--format", "json", "--report", "sarif=out.sarif", "--report", "gitlab=gl.json", "--report",
      "junit=j.xml",
      "--fail-on", "note")
    #expect(result.status == 1, "\(result.stderr)")
    let findings = try LintOutput(result).findings
    try #require(findings.count { $0.rule == "structure/placeholder-left" } == 3)
    let sarif = try rows("sarif", bench.folder.path("out.sarif"))
    #expect(sarif.map { $0[0] } == findings.map { _ in "docs/tide%20box.md" })
    #expect(sarif.map { $0[1] } == findings.map { "\($0.line)" })
    #expect(sarif.map { $0[2] } == findings.map(\.rule))
    #expect(sarif.map { $0[3] } == findings.map(\.severity))
    for (row, finding) in zip(sarif, findings) { #expect(row[4].hasPrefix(finding.message)) }
    let gitlab = try rows("gitlab", bench.folder.path("gl.json"))
    #expect(gitlab.map { $0[0] } == findings.map(\.path))
    #expect(gitlab.map { $0[1] } == findings.map { "\($0.line)" })
    #expect(gitlab.map { $0[2] } == findings.map(\.rule))
    let names = ["error": "major", "warning": "minor", "note": "info"]
    #expect(gitlab.map { $0[3] } == findings.map { names[$0.severity] ?? "" })
    let junit = try rows("junit", bench.folder.path("j.xml"))
    #expect(junit.map { $0[0] } == findings.map(\.path))
    #expect(junit.map { $0[1] } == findings.map { "\($0.line)" })
    #expect(junit.map { $0[2] } == findings.map(\.rule))
    #expect(junit.map { $0[4] } == findings.map(\.message))
  }

  @Test("JSON is what --schema says, fixes and places of other files included")
  func jsonSchema() throws {
    let bench = try Workbench([
      "plan.md": Self.hostile + "\n### Why?\n\nIn order to sail, the majority of <b>boats</b> wait.\n",
      "flawed.md": try Workbench.sample("flawed"), "other.md": try Workbench.sample("warehouse"),
      "org/a.yaml":
        "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: none}\nspec: {type: team, children: []}\n",
    ])
    try bench.folder.write(try bench.prfaq("lint", "--schema").stdout, to: "schema.json")
    for (name, arguments) in [
      ("all", []), ("team", ["--catalog", "org"]), ("known", ["--baseline", "known"]),
    ] {
      if name == "known" { _ = try bench.prfaq("lint", "plan.md", "--baseline", "known", "--write-baseline") }
      let result = try Command.run(
        try Command.prfaq, ["lint", "--format", "json", "--fail-on", "never"] + arguments,
        currentFolder: bench.folder.path)
      #expect(result.status == 0, "\(result.stderr)")
      try bench.folder.write(result.output, to: "out.json")
      let check = try PythonTool.run(
        "check_schema.py", bench.folder.path("schema.json"), bench.folder.path("out.json"))
      try #require(check.status != 3, "jsonschema is not installed; run make tools")
      #expect(check.status == 0, "\(check.stdout)")
      if name == "all" {
        #expect(result.stdout.contains("\"safe\": true,\n        \"replacement\": \"To\""))
        #expect(result.stdout.contains("\"safe\": false"))
        // The schema refuses what is not so.
        try bench.folder.write(
          result.stdout.replacingOccurrences(of: "\"severity\": \"error\"", with: "\"severity\": \"fatal\""),
          to: "broken.json")
        #expect(
          try PythonTool.run(
            "check_schema.py", bench.folder.path("schema.json"), bench.folder.path("broken.json")
          )
          .status == 1)
      }
    }
  }

  @Test("paths count from the top of the repository, wherever the command runs")
  func paths() throws {
    let bench = try Workbench(["docs/deep/plan.md": Self.hostile])
    let made = try Command.run("git", ["-C", bench.folder.path, "init", "-q"])
    try #require(made.status == 0)
    let result = try Command.run(
      try Command.prfaq, ["lint", "../docs/deep/plan.md", "--format", "gitlab", "--fail-on", "never"],
      currentFolder: bench.folder.path("docs"))
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.contains("\"path\": \"docs/deep/plan.md\""))
  }

  @Test("fingerprints stay when lines are added above, and like findings have their own")
  func fingerprints() throws {
    let prints: (String) throws -> [String] = { text in
      let bench = try Workbench(["plan.md": text])
      _ = try bench.prfaq("lint", "--select", "structure/placeholder-left", "--report", "gitlab=out.json")
      let json =
        try JSONSerialization.jsonObject(with: Data(bench.folder.read("out.json").utf8)) as? [[String: Any]]
      return (json ?? []).compactMap { $0["fingerprint"] as? String }
    }
    let before = try prints(Self.hostile)
    #expect(Set(before).count == 3)
    #expect(
      try prints(Self.hostile.replacingOccurrences(of: "## Press", with: "Words.\n\n## Press")) == before)
    // Neither words beside it nor the title belong to a finding; its own words do.
    #expect(try prints(Self.hostile.replacingOccurrences(of: "dry:", with: "wet:")) == before)
    #expect(try prints(Self.hostile.replacingOccurrences(of: "Tidebox", with: "Bay")) == before)
    let other = try prints(Self.hostile.replacingOccurrences(of: "[Amount]", with: "[Number]"))
    #expect(Array(other.prefix(2)) == Array(before.prefix(2)))
    #expect(other.last != before.last)
    let twice = try prints(Self.hostile.replacingOccurrences(of: "[Date]", with: "[City]"))
    #expect(twice.first == before.first)
    #expect(Set(twice).count == 3)
  }

  @Test("SARIF and GitLab have one fingerprint, however the path is written and wherever the repository lies")
  func oneFingerprint() throws {
    func prints(_ bench: Workbench, _ path: String, from folder: String) throws -> [[String]] {
      let result = try Command.run(
        try Command.prfaq,
        ["lint", path, "--fail-on", "never", "--report", "gitlab=gl.json", "--report", "sarif=out.sarif"],
        currentFolder: bench.folder.path(folder))
      try #require(result.status == 0, "\(result.stderr)")
      func json(_ name: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(bench.folder.read("\(folder)/\(name)").utf8))
      }
      let findings = try #require(try json("gl.json") as? [[String: Any]])
      let log = try #require(try json("out.sarif") as? [String: Any])
      let run = try #require((log["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      let paths = findings.map { ($0["location"] as? [String: Any])?["path"] as? String ?? "" }
      return [
        findings.map { $0["fingerprint"] as? String ?? "" },
        results.map { ($0["partialFingerprints"] as? [String: String])?["prfaq/v2"] ?? "" },
        Array(Set(paths)),
      ]
    }
    var all: [[[String]]] = []
    for _ in 1...2 {
      let bench = try Workbench(["docs/tide box.md": Self.hostile])
      try #require(try Command.run("git", ["-C", bench.folder.path, "init", "-q"]).status == 0)
      all.append(try prints(bench, "docs", from: "."))
      all.append(try prints(bench, bench.folder.path("docs/tide box.md"), from: "docs"))
      all.append(try prints(bench, "../docs/tide box.md", from: "docs"))
    }
    for one in all {
      #expect(one[0] == one[1])
      #expect(one[2] == ["docs/tide box.md"])
      #expect(one == all[0])
    }
    #expect(Set(all[0][0]).count == all[0][0].count)
  }

  @Test("GitHub gets the gravest ten of each kind, escaped, and is told what is not shown")
  func gitHub() throws {
    // Three placeholders and one question without answer in each.
    let text = Self.hostile.replacingOccurrences(of: "on land?", with: "100% on land?")
    let bench = try Workbench(Dictionary(uniqueKeysWithValues: (1...4).map { ("a,b:\($0).md", text) }))
    let result = try bench.prfaq(
      "lint", "--report", "github", "--select", "structure/question-unanswered,structure/placeholder-left")
    #expect(result.status == 1)
    let lines = result.stdout.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error file=a%2Cb%3A") } == 10)
    #expect(
      lines.last
        == "::notice title=prfaq::Not shown here: 6 errors. The log and the other reports have them all.")
    #expect(
      lines.contains {
        $0.contains("title=structure/question-unanswered::") && $0.contains("100%25 on land?")
      })
    #expect(lines.allSatisfy { $0.hasPrefix("::") })
  }

  @Test("a document without findings is seen to have passed")
  func clean() throws {
    let bench = try Workbench(["plan.md": try Workbench.sample("consumer")])
    let result = try bench.prfaq("lint", "--format", "junit", "--fail-on", "warning")
    #expect(result.status == 0)
    #expect(result.stdout.contains("<testcase classname=\"plan.md\" name=\"no findings\"/>"))
    let sarif = try bench.prfaq("lint", "--format", "sarif")
    #expect(sarif.stdout.contains("\"results\": []"))
  }

  @Test("--statistics counts by rule, the most frequent first")
  func statistics() throws {
    let bench = try Workbench(["a.md": Self.hostile, "b.md": Self.hostile])
    let result = try bench.prfaq(
      "lint", "--select", "structure/placeholder-left,structure/question-unanswered", "--statistics",
      "--format", "concise")
    #expect(
      result.stdout.hasSuffix(
        """
        findings  documents  rule
               6          2  structure/placeholder-left
               2          2  structure/question-unanswered

        """))
  }

  @Test(
    "what cannot be is refused before anything is written",
    arguments: [
      (["--report", "sarf=x"], "did you mean 'sarif'?"), (["--report", "sarif="], "name a file"),
      (["--report", "sarif", "--format", "json"], "only one format"),
      (["--report", "sarif=a", "--report", "json=a"], "same file"),
      (["--report", "sarif=docs/tide box.md"], "does not go into a Markdown file"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let bench = try bench()
    let result = try Command.run(
      try Command.prfaq, ["lint"] + arguments, currentFolder: bench.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr.contains(message), "\(result.stderr)")
    #expect(try bench.folder.read("docs/tide box.md") == Self.hostile)
  }

  @Test("a report that cannot be written is an error, not a pass")
  func unwritable() throws {
    let bench = try bench()
    let result = try bench.prfaq("lint", "--report", "sarif=no/such/folder/out.sarif")
    #expect(result.status == 2)
    #expect(result.stderr.contains("no/such/folder"))
  }
}
