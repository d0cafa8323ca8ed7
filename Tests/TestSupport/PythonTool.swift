import Foundation

/// Runs the programs of `Tests/tools`.
public enum PythonTool {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs a program with the Python of `make tools`, or the system's where that was not run.
  public static func run(_ name: String, _ arguments: String...) throws -> Command.Result {
    let own = package + "/.build-tools/venv/bin/python"
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    return try Command.run(python, ["\(package)/Tests/tools/\(name)"] + arguments)
  }
}
