import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct SpooledFileTests {
  @Test(arguments: [1 << 20, 10])
  func writesAllPiecesAtOnce(_ limit: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "report.json")
    let file = SpooledFile(path, limit: limit)
    for number in 0..<100 { file.write(Array("piece \(number)\n".utf8)) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
    try file.replace()
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == (0..<100).map { "piece \($0)\n" }.joined())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
  }

  @Test(arguments: [1 << 20, 10])
  func tellsInTheEndWhatCannotBeWritten(_ limit: Int) throws {
    let folder = try TemporaryFolder()
    let file = SpooledFile(folder.path + "/missing/report.json", limit: limit)
    file.write(Array(repeating: 0x20, count: 100))
    #expect(throws: FileError.self) { try file.replace() }
  }

  @Test func leavesNothingOfWhatIsGivenUp() throws {
    let folder = try TemporaryFolder()
    do {
      let file = SpooledFile(folder.path + "/report.json", limit: 10)
      file.write(Array(repeating: 0x20, count: 100))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
