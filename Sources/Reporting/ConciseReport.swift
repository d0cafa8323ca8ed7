import Diagnostics
import SourceText

/// One line per finding: `path:line:column: severity rule message`.
public enum ConciseReport {
  /// The lines of one document.
  public static func text(of document: CheckedDocument) -> String {
    var text = ""
    for finding in document.findings {
      let place = TextReport.place(document, finding.range)
      let message = TerminalText.clean(finding.message)
      text += "\(place): \(finding.severity.rawValue) \(finding.rule) \(message)\n"
    }
    return text
  }

  /// The last lines: what was looked at, and whether it is ready.
  public static func summary(of results: LintResults) -> String {
    TextReport(width: 80, palette: .plain, why: { _ in nil }).summary(of: results)
  }
}
