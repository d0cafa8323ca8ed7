import ArgumentParser
import Testing

@testable import prfaq

@Suite("the usual arguments of prfaq lint")
struct ArgumentTests {
  @Test(
    "are read as the parser reads them",
    arguments: [
      [], ["a.md"], ["docs", "-", "b.md"], ["--format", "json", "a.md"], ["a.md", "--format=sarif"],
      ["-", "--stdin-filename", "a.md", "--fail-on=never"],
      ["--color", "never", "--fail-on", "warning", "x y"],
    ])
  func same(_ words: [String]) throws {
    let usual = try #require(LintCommand.usual(words[...]))
    let parsed = try #require(try PRFAQCommand.parseAsRoot(["lint"] + words) as? LintCommand)
    var (first, second) = ("", "")
    dump(usual, to: &first)
    dump(parsed, to: &second)
    #expect(first == second)
  }

  @Test(
    "others are left to the parser",
    arguments: [
      ["--fix"], ["--format"], ["--format", "xml"], ["--format", "json", "--format", "text"], ["--", "a.md"],
      ["--stdin-filename", "a.md"], ["--help"], ["-h"], [""], ["--fail-on", "never", "--gate", "review"],
      ["--format="], ["--color", "-"],
    ])
  func others(_ words: [String]) {
    #expect(LintCommand.usual(words[...]) == nil)
  }

  @Test(
    "a status that a command ends with is the exit status, and nothing is said",
    arguments: [0, 1, 2, 3] as [Int32])
  func status(_ code: Int32) {
    #expect(Main.report(ExitCode(code)) == code)
  }
}
