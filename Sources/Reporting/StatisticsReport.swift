import Diagnostics

/// How often each rule found something, the most frequent first.
public struct StatisticsReport {
  private var counts: [String: (severity: Severity, findings: Int, documents: Int)] = [:]

  /// Starts counting.
  public init() {}

  /// Counts the findings of the next document.
  public mutating func add(_ document: CheckedDocument) {
    var here: Set<String> = []
    for finding in document.findings {
      var count = counts[finding.rule] ?? (finding.severity, 0, 0)
      count.severity = max(count.severity, finding.severity)
      count.findings += 1
      if here.insert(finding.rule).inserted { count.documents += 1 }
      counts[finding.rule] = count
    }
  }

  /// A table of counts; empty where there is nothing to count.
  public func text(palette: Palette) -> String {
    guard !counts.isEmpty else { return "" }
    var text = palette.dim("findings  documents  rule") + "\n"
    for (rule, count) in counts.sorted(by: { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }) {
      text += padded(count.findings, 8) + padded(count.documents, 11) + "  "
      text += palette.severity(count.severity, TerminalText.clean(rule)) + "\n"
    }
    return text
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
  }
}
