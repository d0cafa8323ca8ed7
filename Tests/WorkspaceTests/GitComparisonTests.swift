import Foundation
import Testing
import TestSupport
import Workspace

/// Compares the search with git itself, which is the definition of what a `.gitignore` means.
@Suite("Ignore files, compared with git")
struct GitComparisonTests {
  /// A tree that gives most patterns something to match and something to miss.
  static let files = [
    "a.md", "b.txt", "foo", "foobar", "fooa/b/bar", "foo1/bar", "docs/a.md", "docs/b/a.md", "docs/b/c/d.md",
    "docs/old/x.md", "docs/old/keep/y.md", "old/x.md", "build/a.md", "x/build/b.md", "#hash", "!bang",
    "sp ace",
    "trail ", "é.md", "star*", "q?x", "br[a]", "back\\slash", "-dash", "]", "x/y/z/a.md", "z/foo/bar",
    ".hidden/a",
    "a/b", "a/x/b", "a/x/y/b",
  ]

  static let cases: [[String]] = [
    ["*.md"], ["/*.md"], ["docs/*.md"], ["docs/"], ["/docs"], ["docs/*"], ["docs/**"], ["docs/**/a.md"],
    ["**/a.md"],
    ["**/build"], ["build/"], ["/build/"], ["a.md/"], ["old"], ["old/", "!old/keep/"],
    ["docs/*", "!docs/b/"],
    ["docs/**", "!docs/b/**"], ["docs/old/*", "!docs/old/keep/"], ["*", "!*.md"], ["*", "!*/", "!*.md"],
    ["/*", "!/docs"], ["#hash"], ["\\#hash"], ["!bang"], ["\\!bang"], ["sp ace"], ["sp\\ ace"], ["trail "],
    ["trail\\ "], ["trail\\  "], ["trail\\\\ "], ["é.md"], ["?.md"], ["??.md"], ["star\\*"], ["star*"],
    ["q\\?x"],
    ["q?x"], ["br[a]"], ["br\\[a\\]"], ["br[[]a]"], ["br[[]a[]]"], ["back\\\\slash"], ["back\\slash"],
    ["-dash"],
    ["[-d]dash"], ["[]]"], ["[!]]"], ["[^]]"], ["[a-z]"], ["[[:alpha:]]"], ["[[:alpha:]]*"], ["[[:punct:]]*"],
    ["[[:nope:]]*"], ["[[:alpha:"], ["[a-"], ["[z-a]*"], ["[a-c]/b"], ["a/b"], ["/a/b"], ["a/*/b"],
    ["a/**/b"],
    ["a**/b"], ["a/**b"], ["foo**/bar"], ["foo*/bar"], ["foo**"], ["**foo"], ["**/foo"], ["foo/**"],
    ["**/foo/bar"],
    ["foo?bar"], ["foo[/]bar"], ["foo[^x]bar"], ["*/"], ["/"], ["//"], ["!"], ["**"], ["***"], ["**/"],
    ["**/**"],
    ["*/**/a.md"], ["x/**/*.md"], ["x/**/**/a.md"], ["x/***/a.md"], ["**/y/**"], ["/**/y"], ["/x/y/z/"],
    ["x/y/z//"],
    ["./a.md"], ["../a.md"], ["docs/b/../a.md"], ["\\a.md"], ["a.md\\"], [" a.md"], ["a.md\t"], ["a.md   "],
    ["", "a.md"],
    ["A.MD"], [".*"], [".hidden/"], ["*.*"], ["*a*b*"], ["*o*o*"], ["f*o"], ["[!f]*"], ["docs/[a-c]/**"],
    ["d?cs/b"],
    ["docs\\/a.md"], ["**\\/a.md"], ["*.md", "!a.md"], ["*.md", "!/a.md"],
    ["*.md", "!docs/a.md", "docs/a.*"],
    ["a", "!a/x"], ["a/*", "!a/x", "a/x/y"], ["\u{FEFF}a.md"], ["a.md\r", "old/\r"], ["*.md\r"],
    ["[[:digit:][:alpha:]]"], ["[\\]]"], ["[\\-d]*"], ["[a\\-z]*"], ["br[[a]*"], ["br[[:a]*"], ["br[[:]*"],
  ]

  /// Patterns put together from pieces, the same in every run.
  static func random(_ count: Int) -> [[String]] {
    let pieces = [
      "a", "b", "x", "y", "foo", "bar", "docs", "old", ".md", "*", "**", "/", "/", "/**/", "**/", "?",
      "[a-f]", "[!x]",
      "\\", "md", "*.", "z", " ",
    ]
    var state: UInt64 = 20_261_123
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    return (0..<count).map { _ in
      (0...next(3)).map { line in
        (line > 0 && next(3) == 0 ? "!" : "") + (0...next(5)).map { _ in pieces[next(pieces.count)] }.joined()
      }
    }
  }

  @Test("The same files as git, pattern by pattern, in folders of one repository")
  func matrix() throws {
    let folder = try TemporaryFolder()
    let environment = [
      "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    func git(_ arguments: [String]) throws -> String {
      let result = try Command.run(
        "git", arguments, environment: environment, currentFolder: folder.path("repo"))
      try #require(result.status == 0, "\(result.stderr)")
      return result.stdout
    }
    let cases = Self.cases + Self.random(250)
    for (number, lines) in cases.enumerated() {
      let base = folder.path("repo/\(number)/")
      for file in Self.files {
        let path = base + file
        let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        if access(path, F_OK) != 0 {
          try FileManager.default.createDirectory(atPath: String(parent), withIntermediateDirectories: true)
          close(creat(path, 0o600))
        }
      }
      try folder.write(lines.joined(separator: "\n") + "\n", to: "repo/\(number)/.gitignore")
    }
    try folder.write("*.txt\n!/0/b.txt\n", to: "repo/.gitignore")
    _ = try git(["init", "-q"])
    try folder.write("/1/docs/\nfoo1\n", to: "repo/.git/info/exclude")

    let expected = try git(["ls-files", "--others", "--exclude-standard", "-z"]).split(separator: "\0").map(
      String.init)
    var search = FileSearch()
    search.suffixes = [""]
    let result = search.find(in: [folder.path("repo")])
    #expect(result.errors == [])
    let found = result.files.map { String($0.dropFirst(folder.path("repo/").utf8.count)) }
    #expect(expected.count > 2_000 && expected.count < cases.count * Self.files.count)
    let differences = Set(found).symmetricDifference(expected).sorted()
    for path in differences.prefix(20) {
      let number = path.split(separator: "/").first.flatMap { Int($0) } ?? 0
      Issue.record(
        "\(path): \(found.contains(path) ? "git ignores it" : "git has it"), patterns \(cases[number])")
    }
    // Git lists in byte order too.
    #expect(found == expected || !differences.isEmpty)
  }
}
