import Foundation
import TestSupport
import Testing

@Suite struct ChangedSinceTests {
  private func git(_ bench: Workbench, _ arguments: String...) throws {
    let result = try Command.run(
      "git",
      ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main"]
        + arguments,
      environment: ["PATH": "/usr/bin:/bin", "HOME": bench.folder.path, "GIT_CONFIG_NOSYSTEM": "1"],
      currentFolder: bench.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
  }

  private func repository(_ plan: String = AdoptionSample.plan) throws -> Workbench {
    let bench = try Workbench(["plans/a plan\u{E4}.md": plan, "old.md": AdoptionSample.plan])
    try git(bench, "init", "-q")
    try git(bench, "add", ".")
    try git(bench, "commit", "-q", "-m", "Old documents")
    try git(bench, "switch", "-q", "-c", "work")
    return bench
  }

  private func places(_ bench: Workbench) throws -> [String] {
    let output = try LintOutput(bench.prfaq("lint", "--changed-since", "main", "--format", "json"))
    return output.findings.map { "\($0.path):\($0.line) \($0.rule)" }
  }

  private let plan = "plans/a plan\u{E4}.md"

  @Test func reportsChangedLinesOnly() throws {
    let bench = try repository()
    #expect(try places(bench) == [])
    try bench.folder.write(
      AdoptionSample.plan.replacingOccurrences(of: "table of tides", with: "table of TBD tides"),
      to: plan)
    #expect(try places(bench) == ["\(plan):11 writing/hype", "\(plan):11 structure/placeholder-left"])
    // What main has got since does not count; what is committed here does.
    try git(bench, "commit", "-q", "-a", "-m", "Price")
    try git(bench, "switch", "-q", "main")
    try bench.folder.write(AdoptionSample.plan + "\nTBD on main\n", to: "old.md")
    try git(bench, "commit", "-q", "-a", "-m", "On main")
    try git(bench, "switch", "-q", "work")
    #expect(try places(bench) == ["\(plan):11 writing/hype", "\(plan):11 structure/placeholder-left"])
    let text = try bench.prfaq("lint", "--changed-since", "main").stdout
    #expect(text.contains(" findings on unchanged lines left out."))
  }

  @Test func reportsAllOfANewFile() throws {
    let bench = try repository()
    try bench.folder.write(AdoptionSample.plan, to: "new.md")
    let found = try places(bench)
    #expect(found.contains("new.md:7 structure/placeholder-left"))
    #expect(found.allSatisfy { $0.hasPrefix("new.md:") })
  }

  /// No line is left that a finding on the missing FAQ could stand on.
  @Test func reportsWhatAChangeTookAway() throws {
    let bench = try repository()
    let release = AdoptionSample.plan.components(separatedBy: "## External").first ?? ""
    try bench.folder.write("---\nprofile: standard\n---\n\n" + release, to: "old.md")
    #expect(try places(bench).contains { $0.hasSuffix("structure/faq-missing") })
    try bench.folder.write(AdoptionSample.plan + "\nMore.\n", to: "old.md")
    #expect(try places(bench) == [])
  }

  @Test(arguments: [
    ("nowhere", "there is no commit \"nowhere\"", "fetch-depth: 0"),
    ("--output=x", "\"--output=x\" is no commit", "Name a branch"),
  ])
  func refusesWhatIsNoCommit(_ name: String, _ message: String, _ help: String) throws {
    let bench = try repository()
    let result = try bench.prfaq("lint", "--changed-since=\(name)")
    #expect(result.status == 2)
    #expect(result.stderr.contains(message))
    #expect(result.stderr.contains(help))
    #expect(try bench.folder.names().sorted() == [".git", "old.md", "plans"])
  }

  @Test func needsARepository() throws {
    let result = try Workbench(["plan.md": AdoptionSample.plan]).prfaq("lint", "--changed-since", "main")
    #expect(result.status == 2)
    #expect(result.stderr.contains("is in no git repository"))
  }
}
