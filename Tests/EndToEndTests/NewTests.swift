import Foundation
import TestSupport
import Testing

@Suite struct NewTests {
  @Test func writesADocument() throws {
    let bench = try Workbench()
    let result = try bench.prfaq("new")
    #expect(result.status == 0)
    #expect(result.stdout.contains("prfaq lint prfaq.md"))
    #expect(
      try bench.folder.read("prfaq.md")
        == String(
          contentsOf: Workbench.package.appendingPathComponent("Templates/documents/standard.md"),
          encoding: .utf8))
  }

  @Test(arguments: ["standard", "internal-tool", "open-source", "press-release"])
  func leavesOnlyPlaceholdersToFillIn(_ template: String) throws {
    let bench = try Workbench()
    #expect(try bench.prfaq("new", "plan.md", "--template", template).status == 0)
    let result = try bench.prfaq("lint", "plan.md", "--gate", "review", "--format", "json")
    #expect(result.status == 1)
    let rules = try Set(LintOutput(result).findings.map(\.rule))
    #expect(rules == ["structure/placeholder-left"])
  }

  @Test func neverOverwrites() throws {
    let bench = try Workbench(["prfaq.md": "mine"])
    let result = try bench.prfaq("new")
    #expect(result.status == 2)
    #expect(result.stderr.contains("prfaq.md: this exists already"))
    #expect(try bench.folder.read("prfaq.md") == "mine")
  }

  @Test func writesTheLaunchSet() throws {
    let bench = try Workbench()
    #expect(try bench.prfaq("new", "--launch-set", "launch").status == 0)
    #expect(try bench.folder.names(in: "launch") == ["customer-experience.md", "prfaq.md", "user-manual.md"])
    let rules = try LintOutput(
      bench.prfaq("lint", "launch/prfaq.md", "--select", "structure/companion-missing", "--format", "json"))
    #expect(rules.findings.isEmpty)
    #expect(rules.summary.documents == 1)
  }

  @Test func missesCompanions() throws {
    let bench = try Workbench()
    #expect(try bench.prfaq("new", "--launch-set", "launch").status == 0)
    try FileManager.default.removeItem(atPath: bench.folder.path("launch/user-manual.md"))
    let output = try LintOutput(
      bench.prfaq("lint", "launch/prfaq.md", "--select", "structure/companion-missing", "--format", "json"))
    #expect(output.findings.map(\.rule) == ["structure/companion-missing"])
  }

  @Test func writesAllOfTheLaunchSetOrNothing() throws {
    let bench = try Workbench(["launch/user-manual.md": "mine"])
    let result = try bench.prfaq("new", "--launch-set", "launch")
    #expect(result.status == 2)
    #expect(try bench.folder.names(in: "launch") == ["user-manual.md"])
    #expect(try bench.folder.read("launch/user-manual.md") == "mine")
  }
}
