import Reporting
import Workspace

/// A mistake of usage, configuration, input or output: printed to standard error, exit status 2; or two edits that
/// contradict each other, exit status 3.
struct Failure: Error {
  /// The exit status of a failure.
  static let status: Int32 = 2
  /// The exit status where somebody must choose between edits.
  static let conflict: Int32 = 3

  /// Its exit status.
  let code: Int32
  private let text: String

  /// A failure told in one sentence, with what to do about it.
  init(_ message: String, help: String? = nil, status: Int32 = Failure.status) {
    text = Failure.text(message, help: help)
    code = status
  }

  init(_ error: FileError) {
    self.init("\(error.path): \(error.message)", help: error.help)
  }

  /// A failure whose whole text is made elsewhere.
  init(text: String, status: Int32 = Failure.status) {
    self.text = text
    code = status
  }

  func print() { Output.writeError(text) }

  static func text(_ message: String, help: String?) -> String {
    var text = "error: \(TerminalText.clean(message))\n"
    if let help { text += "help: \(TerminalText.clean(help))\n" }
    return text
  }

  /// A text of several lines without control characters.
  static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.clean(String($0)) }
      .joined(separator: "\n")
  }
}
