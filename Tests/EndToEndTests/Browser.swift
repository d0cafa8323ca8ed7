import Foundation
import TestSupport

/// Debian's chromium without a window, driven by `Tests/tools/browse.py`.
enum Browser {
  /// What became of a page.
  struct Visit: Decodable {
    /// What the expressions gave.
    let values: [Value]
    /// What console and policy complained about, and dialogs.
    let errors: [String]
    /// What was asked of the network or of other files.
    let requests: [String]
    /// Seconds until everything was loaded.
    let seconds: Double
  }

  /// A value of JavaScript, as far as the tests look at it.
  enum Value: Decodable, Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([String])
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([String].self) {
        self = .list(list)
      } else {
        self = .other
      }
    }
  }

  /// The program; nil where it is not installed, which `make test` would have done.
  static let program: String? = {
    let found = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first(
      where: FileManager.default.isExecutableFile)
    if found == nil {
      print("notice: no chromium here, so reports are not tested in a browser; make test installs it")
    }
    return found
  }()

  /// Opens a page and goes through steps.
  static func visit(_ page: String, in folder: TemporaryFolder, _ steps: [[String: Any]]) throws -> Visit {
    let file = try folder.write(try JSONSerialization.data(withJSONObject: steps), to: "steps.json")
    let result = try PythonTool.run("browse.py", try require(program), page, file)
    guard result.status == 0 else { throw Failed(text: result.stdout + result.stderr) }
    return try JSONDecoder().decode(Visit.self, from: result.output)
  }

  /// A browser that did not do as it was told.
  struct Failed: Error { let text: String }

  private static func `require`(_ value: String?) throws -> String {
    guard let value else { throw Failed(text: "no browser") }
    return value
  }
}
