import Foundation
import TestSupport

/// A folder with files and the built command to run in it.
struct Workbench {
  let folder: TemporaryFolder

  /// The top of this package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
  }

  /// Runs `prfaq` in the folder, with no variables but `PATH` and those given.
  func prfaq(
    _ arguments: String..., stdin: String = "", environment: [String: String] = [:]
  ) throws -> Command.Result {
    var variables = environment
    variables["PATH"] = "/usr/bin:/bin"
    return try Command.run(
      try Command.prfaq, arguments, stdin: Data(stdin.utf8), environment: variables,
      currentFolder: folder.path)
  }

  /// A document that every part of which is there: the sample, whatever it is called.
  static func sample(_ name: String) throws -> String {
    try String(
      contentsOf: package.appendingPathComponent("Samples/\(name)/prfaq.md"), encoding: .utf8)
  }
}

/// What `lint --format json` says, as far as the tests look at it.
struct LintOutput: Decodable {
  struct Finding: Decodable {
    let rule, severity, message, path, help: String
    let line, column, endLine, endColumn: Int
  }
  struct Summary: Decodable {
    let documents, otherFilesSkipped, closedDocumentsSkipped, filesNotRead, errors, warnings, notes: Int
  }
  let formatVersion: String
  let findings: [Finding]
  let summary: Summary

  init(_ result: Command.Result) throws {
    self = try JSONDecoder().decode(LintOutput.self, from: result.output)
  }
}
