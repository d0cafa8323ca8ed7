import Testing
import Workspace

@Suite("Glob patterns")
struct GlobTests {
  @Test(
    "What a pattern stands for, by gitignore's manual",
    arguments: [
      ("*.md", "a.md", true), ("*.md", "docs/a.md", true), ("*.md", "a.mdx", false),
      ("/*.md", "a.md", true), ("/*.md", "docs/a.md", false),
      ("docs/*.md", "docs/a.md", true), ("docs/*.md", "docs/b/a.md", false),
      ("docs/*.md", "x/docs/a.md", false),
      ("**/foo", "foo", true), ("**/foo", "a/b/foo", true), ("**/foo/bar", "x/foo/bar", true),
      ("abc/**", "abc/x", true), ("abc/**", "abc/x/y", true), ("abc/**", "abc", false),
      ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/xb", false),
      ("a/*/b", "a/x/b", true), ("a/*/b", "a/b", false), ("a/*/b", "a/x/y/b", false),
      ("a/**/b/**/c", "a/b/b/x/c", true), ("a/**/b*c/d", "a/bxc/e/bc/d", true),
      ("?.md", "a.md", true), ("?.md", "ab.md", false), ("a?b/c", "a/b/c", false),
      ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[^a-c]x", "dx", true), ("[]x]", "]", true),
      ("[a-c", "a", false), ("[[:digit:]]", "7", true), ("[[:nope:]]", "n", false), ("[\\]]", "]", true),
      ("\\!x", "!x", true), ("\\#x", "#x", true), ("a\\*", "a*", true), ("a\\*", "ab", false),
      ("a\\", "a", false),
      ("a\\ ", "a ", true), ("a  ", "a", true), ("é*", "ést", true),
      ("*a*a*a*a*b", String(repeating: "a", count: 200), false),
    ] as [(String, String, Bool)])
  func patterns(_ pattern: String, _ path: String, _ expected: Bool) throws {
    #expect(try #require(GlobPattern(pattern)).matches(path) == expected)
  }

  @Test("Comments and blank lines are no patterns", arguments: ["", "   ", "# note"])
  func nothing(_ line: String) {
    #expect(GlobPattern(line) == nil)
  }

  @Test("A pattern that can never match says so")
  func impossible() throws {
    #expect(try #require(GlobPattern("[a")).canMatch == false)
    #expect(try #require(GlobPattern("/")).canMatch == false)
    #expect(try #require(GlobPattern("[a]")).canMatch)
  }

  @Test("A pattern for folders selects what is inside them")
  func folders() {
    let list = GlobList(["old/", "!old/keep.md", "*.tmp", "!b.tmp"])
    #expect(list.selects("old/keep.md") && list.selects("x/old/y/z.md"))
    #expect(!list.selects("old"))
    #expect(list.decision(for: "old", isFolder: true) == true)
    #expect(list.selects("a.tmp") && !list.selects("b.tmp"))
    #expect(list.decision(for: "b.tmp") == false && list.decision(for: "c") == nil)
  }

  @Test("Patterns made to be slow are not", .timeLimit(.minutes(1)))
  func slow() throws {
    let pattern = try #require(GlobPattern(String(repeating: "**/a*", count: 40) + "/b"))
    #expect(!pattern.matches(String(repeating: "aaaa/", count: 400) + "c"))
  }
}
