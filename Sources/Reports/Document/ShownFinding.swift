import Diagnostics

/// A finding as a report shows it.
struct ShownFinding: Sendable {
  /// Its name within the page: `f1`, with the prefix of the document.
  let id: String
  /// What it says.
  let finding: Finding
  /// 1-based line of its first byte.
  let line: Int

  /// The word for a severity; colour alone would not do.
  static func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "Blocks review"
    case .warning: "To improve"
    case .note: "Note"
    }
  }
}
