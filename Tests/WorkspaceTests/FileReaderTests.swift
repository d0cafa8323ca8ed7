import Foundation
import Testing
import TestSupport
import Workspace

@Suite("Reading files")
struct FileReaderTests {
  func error(_ path: String, limit: Int = FileReader.defaultLimit) -> FileError? {
    do throws(FileError) {
      _ = try FileReader.read(path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test("All bytes, of small, empty and large files", arguments: [0, 1, 65_535, 65_536, 1_000_003])
  func sizes(_ size: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write(Data(bytes), to: "a.md")
    #expect(try FileReader.read(path) == bytes)
  }

  @Test("Files whose size the system does not tell")
  func unknownSize() throws {
    #expect(try !FileReader.read("/proc/self/status").isEmpty)
    #expect(error("/dev/zero", limit: 100_000)?.kind == .tooLarge)
  }

  @Test("The limit is the largest size allowed")
  func limit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("12345", to: "a.md")
    #expect(error(path, limit: 5) == nil)
    #expect(error(path, limit: 4)?.kind == .tooLarge)
    #expect(error(path, limit: 4)?.message == "the file is larger than 4 bytes")
  }

  @Test("A folder is no file")
  func folder() throws {
    let folder = try TemporaryFolder()
    #expect(error(folder.path)?.kind == .isFolder)
  }

  @Test(
    "A missing file: a nearby name is offered",
    arguments: [
      ("press-relaese.md", "press-release.md"), ("PRESS-RELEASE.md", "press-release.md"),
      ("press-release", "press-release.md"), ("faq.markdwn", "faq.markdown"), ("other.md", nil), ("x", nil),
      ("b.md", nil),
      ("prüfplam.md", "prüfplan.md"),
    ] as [(String, String?)])
  func missing(_ name: String, _ meant: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "press-release.md")
    try folder.write("", to: "faq.markdown")
    try folder.write("", to: "a.md")
    try folder.write("", to: "prüfplan.md")
    let found = try #require(error(folder.path(name)))
    #expect(found.kind == .notFound)
    #expect(found.path == folder.path(name))
    #expect(found.help == meant.map { "Did you mean \"\(folder.path($0))\"?" })
  }

  @Test("A missing folder is named")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    #expect(error(folder.path("docs/a.md"))?.help == "There is no folder \"\(folder.path("docs/"))\".")
  }

  @Test("Permission denied", .enabled(if: geteuid() != 0, "the superuser may read all"))
  func permission() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: "a.md")
    chmod(path, 0)
    #expect(error(path)?.kind == .permissionDenied)
  }
}
