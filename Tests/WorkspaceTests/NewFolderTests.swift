import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite("New folders")
struct NewFolderTests {
  private func file(_ path: String, _ text: String = "x", isExecutable: Bool = false) -> NewFolder.File {
    NewFolder.File(path: path, bytes: Array(text.utf8), isExecutable: isExecutable)
  }

  @Test("writes all files with their modes, and nothing else")
  func writes() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("empty")
    for name in ["new", "empty"] {
      let target = folder.path(name)
      try NewFolder.create(
        target, [file("a/b.txt", "b"), file("a/c/run.sh", "c", isExecutable: true), file(".d", "")])
      #expect(try folder.read("\(name)/a/b.txt") == "b")
      #expect(try folder.names(in: "\(name)/a") == ["b.txt", "c"])
      #expect(FileManager.default.isExecutableFile(atPath: target + "/a/c/run.sh"))
      #expect(!FileManager.default.isExecutableFile(atPath: target + "/a/b.txt"))
    }
    #expect(try folder.names() == ["empty", "new"])
    let listing = try FolderFiles.list(folder.path("new"))
    #expect(listing.files.map(\.path) == [".d", "a/b.txt", "a/c/run.sh"])
    #expect(listing.files.map(\.isExecutable) == [false, false, true])
  }

  @Test(
    "unsafe names are refused, and nothing is written",
    arguments: [
      "../a", "a/../b", "/a", "a//b", "./a", "a/", "", "a\\b", "a b", "a\nb", "é", ".", "..", "a/..",
      "\u{202E}a", "a:b",
    ])
  func unsafeNames(_ name: String) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) {
      try NewFolder.create(folder.path("new"), [file("ok"), file(name)])
    }
    #expect(error?.message == "this path is not safe")
    #expect(try folder.names() == [])
  }

  @Test(
    "names equal without case are refused",
    arguments: [
      ["README.md", "readme.md"], ["a/x", "A/y"], ["a", "a/b"], ["a/b", "A"], ["x", "x"],
    ])
  func caseless(_ names: [String]) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) {
      try NewFolder.create(folder.path("new"), names.map { file($0) })
    }
    #expect(error?.kind == .exists)
    #expect(try folder.names() == [])
  }

  @Test("what is in the way is kept")
  func inTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "full/a.txt")
    try folder.write("mine", to: "file")
    try folder.makeFolder("hollow/inner")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("full"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("dangling"), withDestinationPath: folder.path("nowhere"))
    let before = try folder.names()
    for name in ["full", "file", "hollow", "link", "dangling", "none/new", "full/.", "full/.."] {
      #expect(throws: FileError.self, "\(name)") { try NewFolder.create(folder.path(name), [file("b.txt")]) }
      #expect(throws: FileError.self, "\(name)") { try NewFolder.check(folder.path(name), [file("b.txt")]) }
    }
    #expect(try folder.names() == before)
    #expect(try folder.names(in: "full") == ["a.txt"])
    #expect(try folder.read("full/a.txt") == "mine")
  }

  @Test("a failure half-way leaves nothing behind")
  func halfway() throws {
    let folder = try TemporaryFolder()
    // A name that passes the check and that the file system refuses: 200 bytes in each part, 4,096 in all are too many.
    let long = Array(repeating: String(repeating: "a", count: 190), count: 25).joined(separator: "/")
    let error = #expect(throws: FileError.self) {
      try NewFolder.create(folder.path("new"), [file("a/b"), file("c"), file(long)])
    }
    #expect(error?.path.hasSuffix("a") == true)
    #expect(try folder.names() == [])
  }

  @Test("links are listed apart")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/b")
    try FileManager.default.createSymbolicLink(atPath: folder.path("a/link"), withDestinationPath: "/")
    let listing = try FolderFiles.list(folder.path)
    #expect(listing.files.map(\.path) == ["a/b"])
    #expect(listing.others == ["a/link"])
    #expect(try FolderFiles.list(folder.path, skip: ["a"]) == FolderFiles.Listing())
  }
}
