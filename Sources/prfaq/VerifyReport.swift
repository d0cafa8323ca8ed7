import Diagnostics
import JSONText
import Reporting
import Scaffolding
import SourceText

/// How `prfaq scaffold verify` shows what it found.
struct VerifyReport {
  private let report: RepositoryReport
  private let folder: String

  init(_ report: RepositoryReport, folder: String) {
    self.report = report
    self.folder = folder
  }

  // MARK: Text

  func text(width: Int, palette: Palette) -> String {
    var text = ""
    for finding in report.findings { text += self.text(of: finding, width: width, palette: palette) + "\n" }
    let name =
      report.service.map(TerminalText.clean) ?? (folder == "." ? "This folder" : TerminalText.clean(folder))
    let owner = report.owner.map { ", owned by \(TerminalText.clean($0))" } ?? ", no owner known"
    text += palette.bold(name) + owner + "\n"
    for responsibility in Responsibility.allCases {
      if responsibility == .needs { text += palette.dim("  and its links") + "\n" }
      text += row(responsibility, width: width, palette: palette)
    }
    return text + "\n" + summary + "\n"
  }

  private func text(of finding: RepositoryFinding, width: Int, palette: Palette) -> String {
    let head = palette.severity(finding.severity, "\(finding.severity.rawValue)[\(finding.rule)]")
    var text = head + palette.bold(": " + TerminalText.clean(finding.message)) + "\n"
    if let source = finding.source {
      let lines = SourceLines(source, keeping: [finding.range])
      let snippet = Snippet(lines, width: width, palette: palette)
      let gutter = snippet.gutter(for: finding.range)
      let pad = String(repeating: " ", count: gutter)
      let position = source.position(at: finding.range.lowerBound)
      text += palette.blue(pad + "-->")
      text += " \(TerminalText.clean(source.path)):\(position.line):\(position.column)\n"
      // A finding about a whole file underlines nothing.
      if !finding.range.isEmpty {
        text += palette.blue(pad + " |") + "\n"
        for line in snippet.lines(for: finding.range, gutter: gutter, severity: finding.severity) {
          text += line + "\n"
        }
        text += palette.blue(pad + " |") + "\n"
      }
    }
    return text + palette.bold("help:") + " " + TerminalText.clean(finding.help) + "\n"
  }

  private func row(_ responsibility: Responsibility, width: Int, palette: Palette) -> String {
    let count = report.findings.filter { $0.responsibility == responsibility }.count
    let state: String
    switch report.state(responsibility) {
    case .ok: state = palette.green("✓")
    case .incomplete: state = palette.red("✗")
    case .missing: state = palette.yellow("–")
    }
    let number = responsibility.number.map(String.init) ?? " "
    let title = responsibility.title
    let files = report.files[responsibility, default: []]
    var words = files.prefix(3).joined(separator: ", ")
    if files.count > 3 { words += ", \(files.count - 3) more" }
    if files.isEmpty { words = count == 0 ? "nothing to check" : "missing" }
    if count > 0 { words = "\(count) finding\(count == 1 ? "" : "s"); " + words }
    let pad = String(repeating: " ", count: max(1, 38 - title.count))
    let line = "  \(state) \(number) \(title)\(pad)"
    return line + TerminalText.truncate(TerminalText.clean(words), to: max(20, width - 44)) + "\n"
  }

  private var summary: String {
    let count = report.findings.count
    if count == 0 { return "All nine responsibilities are there, and every link leads somewhere." }
    let missing = Responsibility.allCases.filter { report.state($0) == .missing && $0.number != nil }.count
    var text = "\(count) finding\(count == 1 ? "" : "s")."
    if missing > 0 { text += " \(missing) of nine responsibilities \(missing == 1 ? "is" : "are") missing." }
    return text
  }

  // MARK: JSON

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formatVersion", "1.0")
      json.field("folder", folder)
      json.key("service")
      if let service = report.service { json.value(service) } else { json.null() }
      json.key("owner")
      if let owner = report.owner { json.value(owner) } else { json.null() }
      json.key("responsibilities")
      json.array { json in
        for responsibility in Responsibility.allCases { write(responsibility, &json) }
      }
      json.key("findings")
      json.array { json in
        for finding in report.findings { write(finding, &json) }
      }
      json.key("summary")
      json.object { json in
        json.field("errors", report.findings.filter { $0.severity == .error }.count)
        json.field("warnings", report.findings.filter { $0.severity == .warning }.count)
      }
    }
    json.finish()
    return json.take()
  }

  private func write(_ responsibility: Responsibility, _ json: inout JSONWriter) {
    json.object { json in
      json.field("name", responsibility.rawValue)
      json.key("number")
      if let number = responsibility.number { json.value(number) } else { json.null() }
      json.field("title", responsibility.title)
      json.field("state", report.state(responsibility).rawValue)
      json.field("findings", report.findings.filter { $0.responsibility == responsibility }.count)
      json.key("files")
      json.array { json in
        for file in report.files[responsibility, default: []] { json.value(file) }
      }
    }
  }

  private func write(_ finding: RepositoryFinding, _ json: inout JSONWriter) {
    json.object { json in
      json.field("rule", finding.rule)
      json.field("responsibility", finding.responsibility.rawValue)
      json.field("severity", finding.severity.rawValue)
      json.field("message", finding.message)
      json.field("help", finding.help)
      json.key("path")
      guard let source = finding.source else {
        json.null()
        return
      }
      json.value(source.path)
      let start = source.position(at: finding.range.lowerBound)
      let end = source.position(at: finding.range.upperBound)
      json.field("line", start.line)
      json.field("column", start.column)
      json.field("endLine", end.line)
      json.field("endColumn", end.column)
    }
  }
}
