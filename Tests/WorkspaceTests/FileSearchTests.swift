import Foundation
import Testing
import TestSupport
import Workspace

@Suite("Finding files")
struct FileSearchTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// The files found below the test's folder, or below a folder in it, relative to the former.
  func find(in start: String = "", _ change: (inout FileSearch) -> Void = { _ in }) -> [String] {
    var search = FileSearch()
    search.patternFolder = folder.path
    change(&search)
    let result = search.find(in: [start.isEmpty ? folder.path : folder.path(start)])
    #expect(result.errors == [])
    return result.files.map { String($0.dropFirst(folder.path.count + 1)) }
  }

  func write(_ names: String...) throws {
    for name in names { try folder.write("x", to: name) }
  }

  @Test("Markdown files by their endings, in byte order")
  func endings() throws {
    try write("b.md", "a.MD", "a-b/x.md", "a/x.markdown", "a/y.mdown", "a/z.mkd", "a/z.txt", "md", ".md")
    #expect(find() == [".md", "a-b/x.md", "a.MD", "a/x.markdown", "a/y.mdown", "a/z.mkd", "b.md"])
  }

  @Test("Hidden folders are searched, those of tools are not")
  func hidden() throws {
    try write(
      ".github/a.md", ".git/a.md", ".hg/a.md", ".svn/a.md", "node_modules/a.md", ".build/a.md", "x/.git/a.md")
    #expect(find() == [".github/a.md"])
  }

  @Test("Links are passed over, so loops are no danger")
  func links() throws {
    try write("docs/a.md")
    try FileManager.default.createSymbolicLink(atPath: folder.path("docs/loop"), withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: folder.path("docs/b.md"), withDestinationPath: "a.md")
    #expect(find() == ["docs/a.md"])
  }

  @Test("Paths are shown as a user would type them")
  func shown() throws {
    try write("docs/a.md", "b.md")
    // The current folder belongs to the whole test process, so relative paths are reached through it.
    let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
    let up = String(repeating: "../", count: depth) + folder.path.dropFirst()
    let result = FileSearch().find(in: ["./" + up + "//docs/./", up + "/docs/a.md", up + "/b.md"])
    #expect(result.files == [up + "/b.md", up + "/docs/a.md"])
    #expect(result.errors == [])
  }

  @Test("The current folder's files have no prefix")
  func currentFolder() throws {
    // `swift test` runs in the package's folder.
    let files = FileSearch().find(in: ["."]).files
    #expect(files == FileSearch().find(in: ["./"]).files)
    #expect(files.contains("README.md"))
    #expect(!files.contains { $0.hasPrefix("./") || $0.hasPrefix("/") || $0.hasPrefix(".build") })
  }

  @Test("What is named is taken, ignored or not; what is missing is an error")
  func named() throws {
    try write("docs/a.md", "docs/notes.txt")
    try folder.write("*\n", to: ".gitignore")
    let result = FileSearch().find(in: [folder.path("docs/notes.txt"), folder.path("docs/b.md"), ""])
    #expect(result.files == [folder.path("docs/notes.txt")])
    #expect(result.errors.map(\.kind) == [.notFound, .notFound])
    #expect(result.errors[0].help == nil)
  }

  @Test("Ignore files above the start hold up to the repository's root, not beyond")
  func above() throws {
    try folder.write("a.md\n", to: ".gitignore")
    try folder.write("b.md\n/docs/c.md\n", to: "repo/.gitignore")
    try folder.write("d.md\n", to: "repo/.git/info/exclude")
    try write("repo/docs/a.md", "repo/docs/b.md", "repo/docs/c.md", "repo/docs/d.md")
    #expect(find(in: "repo/docs") == ["repo/docs/a.md"])
    #expect(find(in: "repo") == ["repo/docs/a.md"])
    #expect(find(in: "repo") { $0.respectsIgnoreFiles = false }.count == 4)
  }

  @Test("A repository inside another has rules of its own")
  func nested() throws {
    try folder.write("", to: ".git/HEAD")
    try folder.write("a.md\n", to: ".gitignore")
    try folder.write("gitdir: ../real/worktrees/x\n", to: "inner/.git")
    try folder.write("../..\n", to: "real/worktrees/x/commondir")
    try folder.write("b.md\n", to: "real/info/exclude")
    try write("a.md", "inner/a.md", "inner/b.md")
    #expect(find() == ["inner/a.md"])
    #expect(find(in: "inner") == ["inner/a.md"])
  }

  @Test("Patterns of the caller, relative to their folder")
  func patterns() throws {
    try write("docs/a.md", "docs/old/b.md", "c.md", "d.txt")
    #expect(find { $0.exclude = GlobList(["old/", "/c.md"]) } == ["docs/a.md"])
    #expect(find(in: "docs") { $0.exclude = GlobList(["docs/old"]) } == ["docs/a.md"])
    #expect(find { $0.documents = GlobList(["docs/", "*.txt"]) } == ["d.txt", "docs/a.md", "docs/old/b.md"])
    #expect(
      find {
        $0.exclude = GlobList(["a.md"])
        $0.patternFolder = folder.path("docs/old")
      } == ["c.md", "docs/a.md", "docs/old/b.md"])
  }

  @Test("A name that is not UTF-8 is an error")
  func notUTF8() {
    let name = (Array("\(folder.path)/a".utf8) + [0xFF] + Array(".md\0".utf8)).map { CChar(bitPattern: $0) }
    let file = open(name, O_CREAT | O_WRONLY, 0o600)
    #expect(file >= 0)
    close(file)
    let result = FileSearch().find(in: [folder.path])
    #expect(result.files == [])
    #expect(result.errors.map(\.kind) == [.unreadableName])
    unlink(name)
  }

  @Test(
    "A folder that cannot be read is an error", .enabled(if: geteuid() != 0, "the superuser may read all"))
  func unreadable() throws {
    try write("a.md", "b/c.md")
    chmod(folder.path("b"), 0)
    defer { chmod(folder.path("b"), 0o700) }
    let result = FileSearch().find(in: [folder.path])
    #expect(result.files == [folder.path("a.md")])
    #expect(result.errors.map(\.path) == [folder.path("b")])
    #expect(result.errors.map(\.kind) == [.permissionDenied])
  }

  @Test("5,000 files in 50 folders are found in little time", .timeLimit(.minutes(1)))
  func many() throws {
    try folder.write("*.tmp\n/x/\nbuild/\n!keep.md\ndocs/**/old\n", to: ".gitignore")
    for number in 0..<50 { try folder.makeFolder("f\(number)") }
    for number in 0..<5_000 { close(creat(folder.path("f\(number % 50)/\(number).md"), 0o600)) }
    let search = FileSearch()
    let start = ContinuousClock.now
    let count = search.find(in: [folder.path]).files.count
    let time = ContinuousClock.now - start
    #expect(count == 5_000)
    // A debug build on a slow machine; a quadratic search would take minutes.
    #expect(time < .seconds(5), "took \(time)")
    if ProcessInfo.processInfo.environment["PRFAQ_TIMES"] != nil { print("5,000 files: \(time)") }
  }
}
