import Diagnostics
import SourceText

/// Workflow commands that GitHub shows beside the lines of a pull request.
///
/// GitHub shows ten errors, ten warnings and ten notices a step and drops the rest without a word. Here the gravest come
/// first, and a last notice says how many are not shown.
public struct GitHubReport: LintReport {
  /// What GitHub shows of each severity in one step.
  static let shown = 10

  private let context: ReportContext
  private var output: ReportOutput
  private var lines: [Severity: String] = [:]
  private var counts: [Severity: Int] = [:]

  /// Starts a report whose bytes go to `send`.
  public init(_ context: ReportContext, to send: @escaping ([UInt8]) -> Void) {
    self.context = context
    output = ReportOutput(send)
  }

  /// The closing notice takes one of the notices' places.
  private static func room(_ severity: Severity) -> Int { severity == .note ? shown - 1 : shown }

  /// Keeps of the next document what GitHub shows.
  public mutating func add(_ document: CheckedDocument) {
    for finding in document.findings {
      let count = counts[finding.severity, default: 0] + 1
      counts[finding.severity] = count
      if count > Self.room(finding.severity) { continue }
      lines[finding.severity, default: ""] += Self.line(finding, document.source, context)
    }
  }

  /// Writes what is shown, the gravest first.
  public mutating func finish(_ totals: LintTotals) {
    var left: [String] = []
    for severity in Severity.allCases.reversed() {
      output.append(lines[severity] ?? "")
      let more = counts[severity, default: 0] - Self.room(severity)
      if more > 0 { left.append(Verdict.number(more, severity.rawValue, severity.rawValue + "s")) }
    }
    if !left.isEmpty {
      let parts = left.joined(separator: ", ")
      let text = Self.data("Not shown here: \(parts). The log and the other reports have them all.")
      output.append("::notice title=prfaq::\(text)\n")
    }
    output.sendAll()
  }

  private static func line(_ finding: Finding, _ source: SourceLines, _ context: ReportContext) -> String {
    let start = source.position(at: finding.range.lowerBound)
    let end = source.position(at: finding.range.upperBound)
    let command = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties = [
      "file=\(property(context.path(source.path)))", "line=\(start.line)", "endLine=\(end.line)",
    ]
    // GitHub takes columns only within one line.
    if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
    properties.append("title=\(property(finding.rule))")
    return
      "::\(command) \(properties.joined(separator: ","))::\(data("\(finding.message). \(finding.help)"))\n"
  }

  /// Text after the last `::`.
  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", "\r\n": "%0D%0A"])
  }

  /// The value of a property.
  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", "\r\n": "%0D%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ map: [Character: String]) -> String {
    var out = ""
    for character in text { out += map[character] ?? String(character) }
    return out
  }
}
