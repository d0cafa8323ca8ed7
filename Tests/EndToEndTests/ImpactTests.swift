import TestSupport
import Testing

@Suite("prfaq impact")
struct ImpactCommandTests {
  private func repository() throws -> Workbench {
    let sample = try Workbench.sample("warehouse")
    let bench = try Workbench(["docs/prfaq.md": sample])
    for arguments in [
      ["init", "-q"], ["add", "."],
      ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "first"],
    ] {
      let result = try Command.run("git", ["-C", bench.folder.path] + arguments)
      try #require(result.status == 0, "\(result.stderr)")
    }
    try bench.folder.write(
      sample.replacing("in the open basket within 10 seconds", with: "in the open basket within 5 seconds"),
      to: "docs/prfaq.md")
    return bench
  }

  @Test("a file against a revision of it, and two revisions of a file")
  func revisions() throws {
    let bench = try repository()
    let result = try bench.prfaq("impact", "HEAD:docs/prfaq.md", "docs/prfaq.md", "--exit-code")
    #expect(result.status == 1, "\(result.stderr)")
    #expect(result.stdout.contains("~ N-2 Learn before I pay what I will not get  docs/prfaq.md:189\n"))
    #expect(
      result.stdout.contains(
        "Needs: 1 changed. Reaches 1 service of 1 team: storefront. 3 links to check again."))
    let same = try bench.prfaq("impact", "HEAD", "HEAD", "--file", "docs/prfaq.md", "--exit-code")
    #expect(same.status == 0, "\(same.stderr)")
    #expect(same.stdout.hasSuffix("No need, metric or service changed.\n"))
  }

  @Test("the other version as JSON says the same")
  func json() throws {
    let bench = try repository()
    let result = try bench.prfaq("impact", "HEAD:docs/prfaq.md", "docs/prfaq.md", "--format", "json")
    #expect(result.status == 0)
    #expect(result.stdout.hasPrefix("{\n  \"formatVersion\": \"1.0\",\n  \"old\": \"HEAD:docs/prfaq.md\","))
    #expect(result.stdout.contains("\"newId\": \"N-2\""))
  }

  @Test("a revision, a file or a PR/FAQ that is not there is one clear error")
  func refusals() throws {
    let bench = try repository()
    let revision = try bench.prfaq("impact", "nowhere:docs/prfaq.md", "docs/prfaq.md")
    #expect(revision.status == 2)
    #expect(
      revision.stderr.hasPrefix(
        "error: git does not find nowhere:docs/prfaq.md: invalid object name 'nowhere'"))
    #expect(try bench.prfaq("impact", "gone.md", "docs/prfaq.md").status == 2)
    try bench.folder.write("# Notes\n", to: "notes.md")
    let other = try bench.prfaq("impact", "docs/prfaq.md", "notes.md")
    #expect(other.status == 2)
    #expect(other.stderr.contains("notes.md is not recognised as a PR/FAQ"))
    let option = try bench.prfaq("impact", "--file", "docs/prfaq.md", "--", "--output=x", "HEAD")
    #expect(option.status == 2)
  }
}
