import Diagnostics
import SourceText

/// JUnit XML: a suite for each document, a case for each finding.
///
/// A finding is a failure where its severity fails the run; the others pass and tell what they found in `system-out`.
/// A document without findings has one passing case, so that it is seen to have been checked.
public enum JUnitReport {
  /// Writes the whole report, document by document.
  public static func write(_ results: LintResults, _ context: ReportContext, to output: ([UInt8]) -> Void) {
    let isFailure: (Finding) -> Bool = { finding in context.failLevel.map { finding.severity >= $0 } ?? false
    }
    let tests = results.documents.reduce(0) { $0 + max(1, $1.findings.count) }
    let failures = results.documents.reduce(0) { $0 + $1.findings.count(where: isFailure) }
    output(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8))
    output(
      Array("<testsuites name=\"prfaq\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">\n".utf8))
    for document in results.documents {
      let path = xml(context.path(document.source.path))
      let failed = document.findings.count(where: isFailure)
      var text = "  <testsuite name=\"\(path)\" tests=\"\(max(1, document.findings.count))\""
      text += " failures=\"\(failed)\" errors=\"0\" skipped=\"0\">\n"
      if document.findings.isEmpty {
        text += "    <testcase classname=\"\(path)\" name=\"no findings\"/>\n"
      }
      for finding in document.findings {
        let start = document.source.position(at: finding.range.lowerBound)
        let place = "\(path):\(start.line):\(start.column)"
        text +=
          "    <testcase classname=\"\(path)\" name=\"\(xml(finding.rule)) \(start.line):\(start.column)\""
        text += " file=\"\(path)\" line=\"\(start.line)\">\n"
        let message = xml(finding.message)
        let body =
          "\(place): \(finding.severity.rawValue) \(xml(finding.rule)) \(message)\n\(xml(finding.help))"
        if isFailure(finding) {
          text +=
            "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(body)</failure>\n"
        } else {
          text += "      <system-out>\(body)</system-out>\n"
        }
        text += "    </testcase>\n"
      }
      output(Array((text + "  </testsuite>\n").utf8))
    }
    output(Array("</testsuites>\n".utf8))
  }

  /// Text for attributes and content; what XML 1.0 cannot hold becomes U+FFFD.
  static func xml(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += "&#10;"
      case "\r": out += "&#13;"
      case "\t": out += "&#9;"
      default:
        let isAllowed =
          scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
          && !(0x7F...0x9F).contains(scalar.value)
        out.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return out
  }
}
