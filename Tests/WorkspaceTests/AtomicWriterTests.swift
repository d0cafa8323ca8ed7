import Foundation
import Testing
import TestSupport
import Workspace

@Suite("Writing files")
struct AtomicWriterTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  func failure(_ body: () throws(FileError) -> Void) -> FileError.Kind? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error.kind
    }
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("A new file, with nothing left beside it")
  func create() throws {
    try AtomicWriter.create(folder.path("a.md"), Array("é\n".utf8))
    #expect(try folder.read("a.md") == "é\n")
    #expect(try folder.names() == ["a.md"])
    #expect(try mode("a.md") & 0o600 == 0o600)
  }

  @Test("Nothing is overwritten: file, folder, link, dangling link")
  func createExisting() throws {
    try folder.write("old", to: "a.md")
    try folder.makeFolder("b.md")
    try FileManager.default.createSymbolicLink(atPath: folder.path("c.md"), withDestinationPath: "a.md")
    try FileManager.default.createSymbolicLink(atPath: folder.path("d.md"), withDestinationPath: "none")
    for name in ["a.md", "b.md", "c.md", "d.md"] {
      #expect(failure { () throws(FileError) in try AtomicWriter.create(folder.path(name), [1]) } == .exists)
    }
    #expect(try folder.read("a.md") == "old")
    #expect(try folder.names() == ["a.md", "b.md", "c.md", "d.md"])
  }

  @Test("A folder that is not there")
  func createNowhere() throws {
    #expect(
      failure { () throws(FileError) in try AtomicWriter.create(folder.path("x/a.md"), [1]) } == .notFound)
    #expect(
      failure { () throws(FileError) in try AtomicWriter.replace(folder.path("x/a.md"), [1]) } == .notFound)
    #expect(try folder.names() == [])
  }

  @Test("Of many that make the same file at once, one succeeds")
  func race() throws {
    let path = folder.path("a.md")
    let wins = Counter()
    DispatchQueue.concurrentPerform(iterations: 16) { number in
      if (try? AtomicWriter.create(path, [UInt8(number)])) != nil { wins.add() }
    }
    #expect(wins.value == 1)
    #expect(try folder.names() == ["a.md"])
  }

  @Test("Replacing keeps the mode")
  func replace() throws {
    let path = try folder.write("old", to: "a.md")
    chmod(path, 0o640)
    try AtomicWriter.replace(path, Array("new".utf8))
    #expect(try folder.read("a.md") == "new")
    #expect(try mode("a.md") == 0o640)
    #expect(try folder.names() == ["a.md"])
  }

  @Test("Replacing through a link keeps the link")
  func replaceLink() throws {
    try folder.write("old", to: "real/a.md")
    try FileManager.default.createSymbolicLink(atPath: folder.path("a.md"), withDestinationPath: "real/a.md")
    try AtomicWriter.replace(folder.path("a.md"), Array("new".utf8))
    #expect(try folder.read("real/a.md") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("a.md")) == "real/a.md")
    #expect(try folder.names() == ["a.md", "real"] && folder.names(in: "real") == ["a.md"])
  }

  @Test("Replacing what is not there makes it; a folder or a dangling link is refused")
  func replaceOther() throws {
    try AtomicWriter.replace(folder.path("a.md"), [0x41])
    #expect(try folder.read("a.md") == "A")
    try folder.makeFolder("b")
    #expect(failure { () throws(FileError) in try AtomicWriter.replace(folder.path("b"), [1]) } == .isFolder)
    try FileManager.default.createSymbolicLink(atPath: folder.path("c"), withDestinationPath: "none")
    #expect(failure { () throws(FileError) in try AtomicWriter.replace(folder.path("c"), [1]) } == .notFound)
    #expect(try folder.names() == ["a.md", "b", "c"])
  }

  @Test("A device stays a device")
  func device() throws {
    try AtomicWriter.replace("/dev/null", [1, 2, 3])
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }
}

/// A number that several threads may raise.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0
  var value: Int { lock.withLock { count } }
  func add() { lock.withLock { count += 1 } }
}
