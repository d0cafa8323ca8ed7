import Diagnostics
import SourceText

/// JUnit XML: a suite for each document, a case for each finding.
///
/// A finding is a failure where its severity fails the run; the others pass and tell what they found in `system-out`.
/// A document without findings has one passing case, so that it is seen to have been checked.
public struct JUnitReport: LintReport {
  private let context: ReportContext
  private var output: ReportOutput
  /// The suites: counts of them all stand before them.
  private var suites: [[UInt8]] = []
  private var tests = 0
  private var failures = 0

  /// Starts a report whose bytes go to `send`.
  public init(_ context: ReportContext, to send: @escaping ([UInt8]) -> Void) {
    self.context = context
    output = ReportOutput(send)
  }

  private func isFailure(_ finding: Finding) -> Bool {
    context.failLevel.map { finding.severity >= $0 } ?? false
  }

  /// Makes the suite of the next document.
  public mutating func add(_ document: CheckedDocument) {
    let path = Self.xml(context.path(document.source.path))
    let failed = document.findings.count(where: isFailure)
    let cases = max(1, document.findings.count)
    tests += cases
    failures += failed
    output.append("  <testsuite name=\"\(path)\" tests=\"\(cases)\"")
    output.append(" failures=\"\(failed)\" errors=\"0\" skipped=\"0\">\n")
    if document.findings.isEmpty {
      output.append("    <testcase classname=\"\(path)\" name=\"no findings\"/>\n")
    }
    for finding in document.findings {
      let start = document.source.position(at: finding.range.lowerBound)
      let place = "\(path):\(start.line):\(start.column)"
      let rule = Self.xml(finding.rule)
      output.append("    <testcase classname=\"\(path)\" name=\"\(rule) \(start.line):\(start.column)\"")
      output.append(" file=\"\(path)\" line=\"\(start.line)\">\n")
      let message = Self.xml(finding.message)
      let severity = finding.severity.rawValue
      let body = "\(place): \(severity) \(rule) \(message)\n\(Self.xml(finding.help))"
      if isFailure(finding) {
        output.append("      <failure type=\"\(severity)\" message=\"\(message)\">\(body)</failure>\n")
      } else {
        output.append("      <system-out>\(body)</system-out>\n")
      }
      output.append("    </testcase>\n")
    }
    output.append("  </testsuite>\n")
    if output.bytes.count >= ReportOutput.piece {
      suites.append(output.bytes)
      output.bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Writes the counts, then the suites.
  public mutating func finish(_ totals: LintTotals) {
    suites.append(output.bytes)
    output.bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output.append(
      "<testsuites name=\"prfaq\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">\n")
    output.sendAll()
    for suite in suites {
      output.bytes = suite
      output.sendAll()
    }
    suites = []
    output.append("</testsuites>\n")
    output.sendAll()
  }

  /// Text for attributes and content; what XML 1.0 cannot hold becomes U+FFFD.
  static func xml(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22
    }
    if isPlain { return text }
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
