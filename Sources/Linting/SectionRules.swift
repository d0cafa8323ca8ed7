import Diagnostics
import PRFAQ

/// What the configuration says of rules in some sections of one document.
struct SectionRules: Sendable {
  private struct Choice: Sendable {
    let ranges: [Range<Int>]
    let rules: [Configuration.RuleChoice]
  }

  private let choices: [Choice]

  /// Nothing is said.
  init() { choices = [] }

  init(_ choices: [Configuration.SectionChoices], _ document: PRFAQDocument) {
    self.choices = choices.map { choice in
      Choice(ranges: choice.sections.flatMap { $0.ranges(in: document) }, rules: choice.rules)
    }
  }

  /// Whether nothing is said of any section.
  var isEmpty: Bool { choices.isEmpty }

  /// Whether a rule that is off elsewhere runs in some section.
  func turnsOn(_ rule: some NamedRule) -> Bool {
    choices.contains { choice in
      !choice.ranges.isEmpty && Self.turnsOn(rule, choice.rules)
    }
  }

  /// Whether choices for a section turn a rule on.
  static func turnsOn(_ rule: some NamedRule, _ rules: [Configuration.RuleChoice]) -> Bool {
    rules.contains { $0.severity != nil && speaks($0, of: rule) }
  }

  /// The findings with what holds at their places.
  ///
  /// - Parameter standing: the severity of the rule where no section says otherwise; nil for off.
  func settle(_ findings: [Finding], of about: some NamedRule, standing: Severity?) -> [Finding] {
    if choices.isEmpty { return findings }
    return findings.compactMap { finding in
      var severity = standing
      for choice in choices where choice.ranges.contains(where: { $0.contains(finding.range.lowerBound) }) {
        for rule in choice.rules where Self.speaks(rule, of: about) { severity = rule.severity }
      }
      guard let severity else { return nil }
      var finding = finding
      // What the rule itself, or a draft, lowered stays low.
      let isLowered = finding.severity < standing ?? .warning
      finding.severity = isLowered ? min(severity, finding.severity) : severity
      return finding
    }
  }

  private static func speaks(_ choice: Configuration.RuleChoice, of about: some NamedRule) -> Bool {
    choice.name.text == about.name || choice.name.text == about.category
  }
}
