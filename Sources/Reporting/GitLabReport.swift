import Diagnostics
import SourceText

/// GitLab's Code Quality report: one array of findings with fingerprints that hold no line numbers.
public struct GitLabReport: LintReport {
  private let context: ReportContext
  private var json = JSONWriter()
  private var output: ReportOutput
  private var fingerprints = Fingerprints()

  /// Starts a report whose bytes go to `send`.
  public init(_ context: ReportContext, to send: @escaping ([UInt8]) -> Void) {
    self.context = context
    output = ReportOutput(send)
    json.beginArray()
  }

  /// Writes the findings of the next document.
  public mutating func add(_ document: CheckedDocument) {
    if document.findings.isEmpty { return }
    let path = context.path(document.source.path)
    for finding in document.findings {
      let fingerprint = fingerprints.next(finding, path: path)
      json.object {
        $0.field("description", "\(finding.message). \(finding.help)")
        $0.field("check_name", finding.rule)
        $0.field("fingerprint", fingerprint)
        $0.field("severity", Self.severity(finding.severity))
        $0.key("location")
        $0.object {
          $0.field("path", path)
          $0.key("lines")
          $0.object {
            $0.field("begin", document.source.line(at: finding.range.lowerBound))
            $0.field(
              "end", document.source.line(at: max(finding.range.lowerBound, finding.range.upperBound - 1)))
          }
        }
      }
    }
    output.take(&json)
  }

  /// Closes the array.
  public mutating func finish(_ totals: LintTotals) {
    json.endArray()
    json.finish()
    output.take(&json, isLast: true)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
