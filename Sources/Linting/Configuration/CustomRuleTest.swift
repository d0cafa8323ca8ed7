import Diagnostics
import PRFAQ
import SourceText

extension CustomRule {
  /// A line of `bad:` that gave no finding, or one of `good:` that gave one.
  public struct Failure: Sendable {
    /// The line.
    public let line: Configuration.Text
    /// What is so, without a full stop.
    public let message: String
  }

  /// Runs the rule on its own lines, each put into a small document.
  public func failures() -> [Failure] {
    var failures: [Failure] = []
    for line in bad where !fires(on: line.text) {
      failures.append(Failure(line: line, message: "\(about.name) finds nothing in this bad line"))
    }
    for line in good where fires(on: line.text) {
      failures.append(Failure(line: line, message: "\(about.name) finds fault with this good line"))
    }
    return failures
  }

  private func fires(on line: String) -> Bool {
    let document = PRFAQDocument(SourceFile(document(with: line), path: "line.md"))
    var report = Report(
      document, about: about, severity: .warning, settings: Settings(profile: Profile.all[0]))
    check(document, &report)
    return !report.findings.isEmpty
  }

  /// A small document with the line where the rule looks: under the heading of its section, as a heading, or as a
  /// question.
  private func document(with line: String) -> String {
    var solution = "We solve it."
    var external = "### Who are you?\n\nA company."
    var `internal` = "### Who pays?\n\nWe do."
    var more = ""
    switch kind {
    case .section: more = "## \(line)\n\nText.\n"
    case .question(_, let group):
      if group == .external {
        external = "### \(line)\n\nAn answer."
      } else {
        `internal` = "### \(line)\n\nAn answer."
      }
    case .phrases, .replace:
      switch places.first {
      case nil, .everywhere, .role(.solution), .role(.pressRelease): solution = line
      case .role(.externalFAQ), .role(.faq): external = "### Why?\n\n\(line)"
      case .role(.internalFAQ): `internal` = "### Why?\n\n\(line)"
      case .role(let role): more = "<!-- prfaq: \(role.rawValue) -->\n\n\(line)\n"
      case .heading(let text): more = "## \(text)\n\n\(line)\n"
      }
    }
    return """
      # PR/FAQ: Sample

      ## Press release

      ### Sample is here

      ### Solution

      \(solution)

      ## External FAQ

      \(external)

      ## Internal FAQ

      \(`internal`)

      \(more)
      """
  }
}
