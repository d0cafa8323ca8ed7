import Diagnostics
import SourceText

/// One line per finding: `path:line:column: severity rule message`.
public struct ConciseReport: LintReport {
  private var output: ReportOutput

  /// Starts a report whose bytes go to `send`.
  public init(to send: @escaping ([UInt8]) -> Void) { output = ReportOutput(send) }

  /// Writes the lines of the next document.
  public mutating func add(_ document: CheckedDocument) {
    if document.findings.isEmpty { return }
    let path = TerminalText.clean(document.source.path)
    for finding in document.findings {
      output.append(path, document.source.position(at: finding.range.lowerBound))
      output.append(": ")
      output.append(finding.severity.rawValue)
      output.append(" ")
      output.append(finding.rule)
      output.append(" ")
      output.append(TerminalText.clean(finding.message))
      output.append("\n")
    }
    output.sendIfFull()
  }

  /// Ends with what was looked at, and whether it is ready.
  public mutating func finish(_ totals: LintTotals) {
    output.append(Verdict(totals).text(palette: .plain))
    output.sendAll()
  }
}
