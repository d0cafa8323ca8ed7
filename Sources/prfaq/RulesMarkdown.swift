import Diagnostics
import Linting
import Reporting

/// The page on all rules, `docs/rules.md`: made from the rules, so that it says what the program does.
struct RulesMarkdown {
  var text: String {
    var text = """
      # Rules

      What `prfaq lint` checks, with the severity of the `standard` profile. `prfaq explain RULE` shows the same in a
      terminal, `prfaq config show FILE` what holds for a document. Written by `make docs`; not edited by hand.

      *Judged* is how many findings on real documents a reader looked at, and how many of them were right. An **error** is an
      exact fact, or right at least 98 times in 100; a **warning** at least 90 times; everything else is a **note** or off.

      """
    for category in AllRules.categories {
      let abouts = AllRules.abouts.filter { $0.category == category }
      text +=
        "\n## \(category)\n\n| rule | severity | judged | what holds in a good document |\n|---|---|---|---|\n"
      for about in abouts {
        text += "| [\(about.name)](#\(Self.anchor(about))) | \(Self.severities(about, short: true))"
        text +=
          " | \(about.judged.map { "\($0.right) of \($0.total)" } ?? "") | \(Self.escaped(about.summary)) |\n"
      }
    }
    for about in AllRules.abouts { text += Self.section(about) }
    return text
  }

  private static func section(_ about: About) -> String {
    var text = "\n### \(about.name)\n\n" + paragraph(escaped(about.summary))
    text += "\n" + paragraph("Severity: \(severities(about, short: false)).")
    text += "\n" + paragraph(escaped(about.why))
    let explanation = Explanation(about, width: 100, palette: .plain)
    if let bad = about.examples.first(where: { $0.isBad }) {
      text += "\nNot like this:\n\n" + fenced(explanation.lines(of: bad))
    }
    if let good = about.examples.first(where: { !$0.isBad }), !good.shownText.isEmpty {
      text += "\nLike this:\n\n" + fenced(explanation.lines(of: good))
    }
    text += "\n" + paragraph("Source: " + escaped(about.source))
    if let judged = about.judged {
      text +=
        "\n" + paragraph("Judged: \(judged.right) of \(judged.total) findings on real documents were right.")
    }
    return text
  }

  /// "warning; error in strict; off in rfc"
  private static func severities(_ about: About, short: Bool) -> String {
    let standard = about.severity?.rawValue ?? "off"
    let others = Profile.all.compactMap { profile in
      profile.severities[about.name].map { "\($0?.rawValue ?? "off") in \(profile.name)" }
    }
    if others.isEmpty { return standard }
    return ([standard] + others).joined(separator: short ? ", " : "; ")
  }

  /// The anchor that code hosts give a heading.
  private static func anchor(_ about: About) -> String {
    String(about.name.filter { $0 != "/" })
  }

  private static func paragraph(_ text: String) -> String { Paragraph.text(text, indent: 0, width: 118) }

  private static func fenced(_ lines: String) -> String { "~~~~text\n" + lines + "~~~~\n" }

  /// Text in which Markdown finds nothing to format.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_<>[]|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
