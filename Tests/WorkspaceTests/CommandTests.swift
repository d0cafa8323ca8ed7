import Foundation
import Testing
import TestSupport

@Suite("Running programs in tests")
struct CommandTests {
  @Test("Status, streams, environment and folder")
  func run() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      "sh", ["-c", "cat; echo $A >&2; pwd; exit 3"], stdin: Data("in\n".utf8), environment: ["A": "b"],
      currentFolder: folder.path)
    #expect(result.status == 3)
    #expect(result.stdout == "in\n\(folder.path)\n")
    #expect(result.stderr == "b\n")
  }

  @Test("More output than a pipe holds")
  func large() throws {
    let input = Data(repeating: 0x78, count: 1_000_000)
    #expect(try Command.run("sh", ["-c", "tee /dev/stderr"], stdin: input).errorOutput == input)
  }

  @Test("A signal is told from a status")
  func signal() throws {
    #expect(try Command.run("sh", ["-c", "kill -9 $$"]).status == -9)
  }

  @Test("The built command is found and starts")
  func prfaq() throws {
    #expect(try Command.run(Command.prfaq, ["--help"]).status == 0)
  }

  @Test("A temporary folder goes when nobody holds it")
  func removal() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try folder?.write("x", to: "a/b") ?? ""
    #expect(FileManager.default.fileExists(atPath: path))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
