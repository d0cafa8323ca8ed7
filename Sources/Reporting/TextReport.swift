import Diagnostics
import Glibc
import SourceText

/// The report a person reads: each finding with its source lines, why it matters and what to do.
public struct TextReport: LintReport {
  private let width: Int
  private let palette: Palette
  private let why: (String) -> String?
  private var explained: Set<String> = []
  /// What to do, as it was laid out; rules give the same help again and again.
  private var helps: [String: Help] = [:]
  private struct Help {
    let text: String
    let bytes: [UInt8]

    /// Whether it is this help byte for byte: texts that only look alike are equal, too.
    func says(_ help: String) -> Bool {
      var (left, right) = (text, help)
      return left.withUTF8 { left in
        right.withUTF8 { right in
          guard left.count == right.count, let a = left.baseAddress, let b = right.baseAddress else {
            return left.count == right.count
          }
          return memcmp(a, b, left.count) == 0
        }
      }
    }
  }

  /// How many of these are kept.
  private static let keptHelps = 256
  private var output: ReportOutput

  /// Starts a report.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - palette: its colours.
  ///   - why: why a rule matters, by the rule's name; shown once per report.
  ///   - send: takes the bytes of the report.
  public init(
    width: Int, palette: Palette, why: @escaping (String) -> String?, to send: @escaping ([UInt8]) -> Void
  ) {
    self.width = width
    self.palette = palette
    self.why = why
    output = ReportOutput(send)
  }

  /// Shows the findings of one document, each followed by an empty line.
  public mutating func add(_ document: CheckedDocument) {
    if document.findings.isEmpty { return }
    let snippet = Snippet(document.source, width: width, palette: palette)
    let path = TerminalText.clean(document.source.path)
    for finding in document.findings {
      var gutter = snippet.gutter(for: finding.range)
      for related in finding.related where related.path == nil {
        gutter = max(gutter, snippet.gutter(for: related.range))
      }
      appendHead(finding)
      appendFrame("-->", gutter)
      output.append(" ")
      output.append(path, document.source.position(at: finding.range.lowerBound))
      output.append("\n")
      appendFrame(" |", gutter)
      output.append("\n")
      snippet.append(finding.range, to: &output.bytes, gutter: gutter, severity: finding.severity)
      for related in finding.related {
        appendFrame(":::", gutter)
        if let path = related.path {
          let line = related.place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
          output.append(" \(TerminalText.clean(path))\(line)")
        } else {
          output.append(" ")
          output.append(path, document.source.position(at: related.range.lowerBound))
        }
        output.append(": \(TerminalText.clean(related.message))\n")
        if related.path != nil { continue }
        snippet.append(
          related.range, to: &output.bytes, gutter: gutter, mark: UInt8(ascii: "-"), severity: nil)
      }
      appendFrame(" |", gutter)
      output.append("\n")
      if explained.insert(finding.rule).inserted, let why = why(finding.rule) {
        append(label: "why:", why)
      }
      append(help: finding.help)
      output.append("\n")
    }
    output.sendIfFull()
  }

  private mutating func appendHead(_ finding: Finding) {
    palette.paint(.severity(finding.severity), &output.bytes) { output in
      output.append(finding.severity.rawValue)
      output.append(UInt8(ascii: "["))
      output.append(finding.rule)
      output.append(UInt8(ascii: "]"))
    }
    palette.paint(.bold, &output.bytes) { output in
      output.append(": ")
      output.append(TerminalText.clean(finding.message))
    }
    output.append("\n")
  }

  private mutating func appendFrame(_ sign: String, _ gutter: Int) {
    palette.paint(.blue, &output.bytes) { output in
      output.append(UInt8(ascii: " "), times: gutter)
      output.append(sign)
    }
  }

  /// Ends with what was looked at, and whether it is ready.
  public mutating func finish(_ totals: LintTotals) {
    output.append(Verdict(totals).text(palette: palette))
    output.sendAll()
  }

  private mutating func append(help: String) {
    let known = helps[help]
    if let known, known.says(help) { return output.bytes += known.bytes }
    let start = output.bytes.count
    append(label: "help:", help)
    if known == nil, helps.count < Self.keptHelps {
      helps[help] = Help(text: help, bytes: Array(output.bytes[start...]))
    }
  }

  private mutating func append(label: String, _ text: String) {
    output.append(palette.bold(label) + " ")
    Wrapping.append(text, to: &output.bytes, indent: label.utf8.count + 1, width: width)
  }
}
