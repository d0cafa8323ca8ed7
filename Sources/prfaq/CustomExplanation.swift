import Diagnostics
import Glibc
import Linting
import Reporting
import SourceText

/// What `prfaq explain` prints of a rule that a configuration defines.
struct CustomExplanation {
  let rule: CustomRule
  /// Where it is defined: `.prfaq.yml:12`.
  let origin: String
  /// What the configuration says of its severity elsewhere, and where; nil where it says nothing.
  let standing: (severity: Severity?, origin: String)?
  let width: Int
  let palette: Palette

  var text: String {
    var text = palette.bold(rule.about.name) + "\n" + paragraph(rule.about.summary, indent: 0)
    text += "\nSeverity: \(word(rule.about.severity))"
    if let standing { text += "; \(word(standing.severity)) by \(TerminalText.clean(standing.origin))" }
    text += ".\n"
    text += section("Looks for", rule.looksFor)
    if let place = rule.looksIn { text += section("Looks in", place) }
    if let message = rule.writtenMessage { text += section("Message", message) }
    text += section("Help", rule.writtenHelp)
    if !rule.about.why.isEmpty { text += section("Why", rule.about.why) }
    text += lines("Not like this", rule.bad) + lines("Like this", rule.good)
    if rule.bad.isEmpty, rule.good.isEmpty {
      text += section(
        "Untested", "Write lines under \"bad:\" and \"good:\"; \"prfaq config test\" runs the rule on them.")
    }
    return text + section("Defined in", origin)
  }

  private func word(_ severity: Severity?) -> String {
    severity.map { palette.severity($0, $0.rawValue) } ?? palette.dim("off")
  }

  private func paragraph(_ text: String, indent: Int) -> String {
    Paragraph.text(TerminalText.clean(text), indent: indent, width: min(width, 100))
  }

  private func section(_ title: String, _ words: String) -> String {
    "\n" + palette.bold(title) + "\n" + paragraph(words, indent: 2)
  }

  private func lines(_ title: String, _ lines: [Configuration.Text]) -> String {
    if lines.isEmpty { return "" }
    return "\n" + palette.bold(title) + "\n"
      + lines.map { palette.blue("  |") + " \(TerminalText.clean($0.text))\n" }.joined()
  }
}

/// The rules that the configuration of the current folder defines.
struct CustomRules {
  /// The rules, by name.
  let rules: [SettledConfiguration.Decided<CustomRule>]
  private let settled: SettledConfiguration

  init(_ configuration: ConfigurationFile) {
    settled = configuration.settled(configuration.overrides(for: nil))
    rules = settled.customRules
  }

  /// Those of the configuration that holds here.
  static func inForce(_ options: ConfigurationOptions, _ colors: ColorOption) throws -> CustomRules {
    let lookup = try options.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    return CustomRules(try lookup.configuration(in: FilePath.real(".") ?? "/"))
  }

  /// The rule of a name, `custom/` in front or not.
  func named(_ name: String) -> SettledConfiguration.Decided<CustomRule>? {
    rules.first { $0.value.about.name == name || $0.value.about.name == "\(CustomRule.category)/\(name)" }
  }

  /// What the configuration says of a rule's severity outside its definition.
  func standing(_ rule: CustomRule) -> (severity: Severity?, origin: String)? {
    settled.rules[rule.about.name].map { ($0.value.severity, $0.origin.text) }
  }
}
