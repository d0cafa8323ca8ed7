import Diagnostics
import SourceText

/// The report a person reads: each finding with its source lines, why it matters and what to do.
public struct TextReport: Sendable {
  private let width: Int
  private let palette: Palette
  private let why: @Sendable (String) -> String?
  private var explained: Set<String> = []

  /// Starts a report.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - palette: its colours.
  ///   - why: why a rule matters, by the rule's name; shown once per report.
  public init(width: Int, palette: Palette, why: @escaping @Sendable (String) -> String?) {
    self.width = width
    self.palette = palette
    self.why = why
  }

  /// The findings of one document, each followed by an empty line.
  public mutating func text(of document: CheckedDocument) -> String {
    let snippet = Snippet(document.source, width: width, palette: palette)
    var text = ""
    for finding in document.findings {
      let own = finding.related.filter { $0.path == nil }
      let gutter = ([finding.range] + own.map(\.range)).map { snippet.gutter(for: $0) }.max() ?? 1
      let pad = String(repeating: " ", count: gutter)
      let frame = palette.blue(pad + " |") + "\n"
      let severity = finding.severity
      let head = palette.severity(severity, "\(severity.rawValue)[\(finding.rule)]")
      text += head + palette.bold(": " + TerminalText.clean(finding.message)) + "\n"
      text += palette.blue(pad + "-->") + " \(TextReport.place(document, finding.range))\n" + frame
      for line in snippet.lines(for: finding.range, gutter: gutter, severity: severity) {
        text += line + "\n"
      }
      for related in finding.related {
        let message = TerminalText.clean(related.message)
        if let path = related.path {
          let line = related.place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
          text += palette.blue(pad + ":::") + " \(TerminalText.clean(path))\(line): \(message)\n"
          continue
        }
        text += palette.blue(pad + ":::") + " \(TextReport.place(document, related.range)): \(message)\n"
        for line in snippet.lines(for: related.range, gutter: gutter, mark: "-", severity: nil) {
          text += line + "\n"
        }
      }
      text += frame
      if explained.insert(finding.rule).inserted, let why = why(finding.rule) {
        text += labelled("why:", why)
      }
      text += labelled("help:", finding.help) + "\n"
    }
    return text
  }

  /// The last lines: what was looked at, and whether it is ready.
  public func summary(of results: LintResults) -> String {
    let verdict = Verdict(results: results)
    var text = verdict.counts + "\n"
    if let (severity, words) = verdict.readiness {
      text += (severity.map { palette.severity($0, words) } ?? palette.green(words)) + "\n"
    }
    return text
  }

  private func labelled(_ label: String, _ text: String) -> String {
    var lines = Wrapping.lines(text, after: label + " ", indent: label.count + 1, width: width)
    lines[0] = palette.bold(label) + lines[0].dropFirst(label.count)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `path:line:column`
  static func place(_ document: CheckedDocument, _ range: Range<Int>) -> String {
    let position = document.source.position(at: range.lowerBound)
    return "\(TerminalText.clean(document.source.path)):\(position.line):\(position.column)"
  }
}
