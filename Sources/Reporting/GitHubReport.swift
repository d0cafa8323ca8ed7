import Diagnostics
import SourceText

/// Workflow commands that GitHub shows beside the lines of a pull request.
///
/// GitHub shows ten errors, ten warnings and ten notices a step and drops the rest without a word. Here the gravest come
/// first, and a last notice says how many are not shown.
public enum GitHubReport {
  /// What GitHub shows of each severity in one step.
  static let shown = 10

  /// The lines of the whole run.
  public static func text(of results: LintResults, _ context: ReportContext) -> String {
    var text = ""
    var left: [(Severity, Int)] = []
    for severity in Severity.allCases.reversed() {
      // The closing notice takes one of the notices' places.
      let room = severity == .note ? shown - 1 : shown
      var count = 0
      for document in results.documents {
        for finding in document.findings where finding.severity == severity {
          count += 1
          if count <= room { text += line(finding, document.source, context) }
        }
      }
      if count > room { left.append((severity, count - room)) }
    }
    if !left.isEmpty {
      let parts = left.map { Verdict.number($1, $0.rawValue, $0.rawValue + "s") }.joined(separator: ", ")
      text +=
        "::notice title=prfaq::\(data("Not shown here: \(parts). The log and the other reports have them all."))\n"
    }
    return text
  }

  private static func line(_ finding: Finding, _ source: SourceFile, _ context: ReportContext) -> String {
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
