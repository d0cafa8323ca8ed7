public import Foundation

/// Runs programs and collects what they say.
public enum Command {
  /// What a program did.
  public struct Result: Sendable {
    /// Its exit status, or the number of the signal that ended it, negated.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: Data
    /// What it wrote to standard error.
    public let errorOutput: Data

    /// Standard output as text.
    public var stdout: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var stderr: String { String(decoding: errorOutput, as: UTF8.self) }
  }

  /// Runs a program to its end.
  ///
  /// Its streams are files, so it can write as much as it likes without anybody reading meanwhile.
  ///
  /// - Parameters:
  ///   - executable: a path, or a name to look up in `PATH`.
  ///   - arguments: its arguments.
  ///   - stdin: what it reads from standard input.
  ///   - environment: all its variables; nil for those of the test.
  ///   - currentFolder: where it runs; nil for where the test does.
  public static func run(
    _ executable: String, _ arguments: [String] = [], stdin: Data = Data(),
    environment: [String: String]? = nil, currentFolder: String? = nil
  ) throws -> Result {
    let streams = try TemporaryFolder()
    let input = try streams.write(stdin, to: "in")
    let output = try streams.write(Data(), to: "out")
    let errors = try streams.write(Data(), to: "err")
    let process = Process()
    process.executableURL = try find(executable)
    process.arguments = arguments
    if let environment { process.environment = environment }
    if let currentFolder { process.currentDirectoryURL = URL(fileURLWithPath: currentFolder) }
    let handles = (
      try FileHandle(forReadingFrom: URL(fileURLWithPath: input)),
      try FileHandle(forWritingTo: URL(fileURLWithPath: output)),
      try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    )
    process.standardInput = handles.0
    process.standardOutput = handles.1
    process.standardError = handles.2
    try process.run()
    process.waitUntilExit()
    for handle in [handles.0, handles.1, handles.2] { try handle.close() }
    let status = process.terminationStatus
    return Result(
      status: process.terminationReason == .uncaughtSignal ? -status : status,
      output: try Data(contentsOf: URL(fileURLWithPath: output)),
      errorOutput: try Data(contentsOf: URL(fileURLWithPath: errors)))
  }

  /// The built command `prfaq`, beside the running test bundle.
  public static var prfaq: String {
    get throws {
      // The link names the bundle wherever the build folder is; arguments[0] may be relative or a helper's.
      let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      for start in [bundle, CommandLine.arguments[0]] {
        var folder = URL(fileURLWithPath: start).deletingLastPathComponent()
        for _ in 0..<4 {
          let path = folder.appendingPathComponent("prfaq").path
          var isFolder: ObjCBool = false
          if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
            return path
          }
          folder.deleteLastPathComponent()
        }
      }
      throw NotFound(name: "prfaq")
    }
  }

  /// A program that is not there.
  public struct NotFound: Error {
    /// Its name.
    public let name: String
  }

  private static func find(_ executable: String) throws -> URL {
    if executable.contains("/") { return URL(fileURLWithPath: executable) }
    for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
      let path = "\(folder)/\(executable)"
      if FileManager.default.isExecutableFile(atPath: path) { return URL(fileURLWithPath: path) }
    }
    throw NotFound(name: executable)
  }
}
