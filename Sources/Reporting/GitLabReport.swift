import Diagnostics
import SourceText

/// GitLab's Code Quality report: one array of findings with fingerprints that hold no line numbers.
public enum GitLabReport {
  /// Writes the whole report, document by document.
  public static func write(_ results: LintResults, _ context: ReportContext, to output: ([UInt8]) -> Void) {
    var json = JSONWriter()
    json.beginArray()
    var fingerprints = Fingerprints()
    for document in results.documents {
      let path = context.path(document.source.path)
      for finding in document.findings {
        let fingerprint = fingerprints.next(finding, path: path)
        json.object {
          $0.field("description", "\(finding.message). \(finding.help)")
          $0.field("check_name", finding.rule)
          $0.field("fingerprint", fingerprint)
          $0.field("severity", severity(finding.severity))
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
      output(json.take())
    }
    json.endArray()
    json.finish()
    output(json.take())
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
