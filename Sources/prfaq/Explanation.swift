import Diagnostics
import Linting
import Reporting

/// What `prfaq explain` prints of a rule.
struct Explanation {
  private let about: About
  private let width: Int
  private let palette: Palette

  init(_ about: About, width: Int, palette: Palette) {
    self.about = about
    self.width = min(width, 100)
    self.palette = palette
  }

  var text: String {
    var text = palette.bold(about.name) + "\n"
    text += Paragraph.text(about.summary, indent: 0, width: width)
    text += "\n" + severities + "\n"
    text += palette.bold("Why") + "\n" + Paragraph.text(about.why, indent: 2, width: width) + "\n"
    if let bad = about.examples.first(where: { $0.isBad }) { text += show(bad, title: "Not like this") }
    if let good = about.examples.first(where: { !$0.isBad }), !good.shownText.isEmpty {
      text += show(good, title: "Like this")
    }
    text += palette.bold("Source") + "\n" + Paragraph.text(about.source, indent: 2, width: width)
    if let judged = about.judged {
      text += "\n" + palette.bold("Judged") + "\n"
      text += "  \(judged.right) of \(judged.total) findings on real documents were right.\n"
    }
    return text
  }

  /// "Severity: warning; error in strict; off in rfc."
  private var severities: String {
    func word(_ severity: Severity?) -> String {
      severity.map { palette.severity($0, $0.rawValue) } ?? palette.dim("off")
    }
    var text = "Severity: \(word(about.severity))"
    for profile in Profile.all {
      if let own = profile.severities[about.name] { text += "; \(word(own)) in \(profile.name)" }
    }
    return text + ".\n"
  }

  /// The replaced parts of an example, what a finding covers underlined.
  private func show(_ example: Example, title: String) -> String {
    var text = palette.bold(title)
    if let profile = example.profile { text += palette.dim(" (profile \(profile))") }
    text += "\n"
    if let note = example.note { text += Paragraph.text(note, indent: 2, width: width) }
    return text + lines(of: example) + "\n"
  }

  /// The lines of an example, a bar before each.
  func lines(of example: Example) -> String {
    var text = ""
    for part in example.omitted { text += palette.dim("  (no \(part.rawValue))") + "\n" }
    let bar = palette.blue("  |")
    var isMarked = false
    for line in example.shownText.split(separator: "\n", omittingEmptySubsequences: false) {
      var shown = ""
      var marks = ""
      for scalar in line.unicodeScalars {
        if scalar == "«" {
          isMarked = true
          // A mark with nothing inside still points at a place.
          if line.contains("«»") { marks += "^" }
          continue
        }
        if scalar == "»" {
          isMarked = false
          continue
        }
        // What an example is about may be a character that must reach neither a terminal nor a page.
        let visible = TerminalText.visible(scalar)
        shown.unicodeScalars.append(visible)
        marks += String(repeating: isMarked ? "^" : " ", count: TerminalText.width(of: visible))
      }
      while marks.last == " " { marks.removeLast() }
      text += bar + (shown.isEmpty ? "" : " " + shown) + "\n"
      if !marks.isEmpty { text += bar + " " + palette.red(marks) + "\n" }
    }
    return text
  }
}
