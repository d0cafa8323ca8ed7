import Diagnostics
import SourceText

/// The last lines of a text report: what was looked at, and whether it is ready.
struct Verdict {
  private let results: LintTotals

  init(_ totals: LintTotals) { results = totals }

  /// The lines, each with its end.
  func text(palette: Palette) -> String {
    var text = counts + "\n"
    if let (severity, words) = readiness {
      text += (severity.map { palette.severity($0, words) } ?? palette.green(words)) + "\n"
    }
    return text
  }

  /// "3 PR/FAQs checked, 212 other files skipped"
  var counts: String {
    var parts = ["\(Verdict.number(results.recognised, "PR/FAQ", "PR/FAQs")) checked"]
    if results.unrecognised > 0 {
      parts.append(Verdict.number(results.unrecognised, "named file is none", "named files are none"))
    }
    if results.otherFiles > 0 {
      parts.append("\(Verdict.number(results.otherFiles, "other file", "other files")) skipped")
    }
    if results.closedDocuments > 0 {
      parts.append("\(results.closedDocuments) launched or rejected skipped (--gate review checks them)")
    }
    if results.unreadFiles > 0 {
      parts.append("\(Verdict.number(results.unreadFiles, "file", "files")) not read")
    }
    if results.knownFindings > 0 {
      parts.append("\(Verdict.number(results.knownFindings, "finding", "findings")) of the baseline left out")
    }
    if results.unchangedFindings > 0 {
      parts.append(
        "\(Verdict.number(results.unchangedFindings, "finding", "findings")) on unchanged lines left out")
    }
    return parts.joined(separator: ", ") + "."
  }

  /// Whether the documents can go to review; nil when there is nothing to say it of.
  var readiness: (severity: Severity?, text: String)? {
    let errors = results.count(.error)
    let warnings = results.count(.warning)
    let notes = results.count(.note)
    if errors > 0 {
      let improve = warnings > 0 ? ", \(warnings) to improve" : ""
      return (.error, "Not ready for review: \(errors) blocking\(improve).\(start(.error))")
    }
    if results.recognised == 0 || results.unreadFiles > 0 { return nil }
    if results.knownFindings + results.unchangedFindings > 0 {
      let new = warnings + notes
      return new == 0
        ? (nil, "Nothing new.")
        : (
          warnings > 0 ? .warning : .note,
          "New: \(Verdict.number(new, "finding", "findings")), none blocking."
        )
    }
    if results.isPartial {
      if warnings > 0 {
        return (
          .warning, "The selected rules find nothing blocking, \(warnings) to improve.\(start(.warning))"
        )
      }
      return (
        nil, notes > 0 ? "The selected rules find nothing but notes." : "The selected rules find nothing."
      )
    }
    if results.hasDrafts, notes > 0 {
      let improve = warnings > 0 ? "\(warnings) to improve, " : ""
      return (
        .note,
        "Still a draft: nothing blocking, \(improve)\(Verdict.number(notes, "note", "notes")). "
          + "See what review will ask with --gate review."
      )
    }
    if warnings > 0 {
      return (.warning, "Ready for review: nothing blocking, \(warnings) to improve.\(start(.warning))")
    }
    return (
      nil,
      notes > 0 ? "Ready for review, with \(Verdict.number(notes, "note", "notes"))." : "Ready for review."
    )
  }

  private func start(_ severity: Severity) -> String {
    guard let first = results.first(severity) else { return "" }
    if results.documents == 1 { return " Start with line \(first.line)." }
    return " Start with line \(first.line) of \(TerminalText.clean(first.path))."
  }

  static func number(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
