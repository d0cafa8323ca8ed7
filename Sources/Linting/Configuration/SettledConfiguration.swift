public import Diagnostics
public import PRFAQ
import SourceText

/// What several configuration files say of one document, each value with the place that decided it.
///
/// Files are laid over each other, the weakest first: what a pack says, then what the project's file says, then its
/// overrides that match the document's path, in their order.
public struct SettledConfiguration: Sendable {
  /// The place that decided a value.
  public struct Origin: Sendable, Equatable {
    /// The file.
    public let path: String
    /// Its 1-based line.
    public let line: Int
    /// `path:line`
    public var text: String { "\(path):\(line)" }
  }

  /// A value and the place that decided it.
  public struct Decided<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// The place.
    public let origin: Origin
  }

  /// The profile for documents that name none.
  public private(set) var profile: Decided<Profile>? = nil
  /// The rule set in force.
  public private(set) var ruleSet: Decided<Int>? = nil
  /// Rules or categories to run alone.
  public private(set) var select: [Decided<String>] = []
  /// What is said of single rules: severity (nil for off), and whether profiles cannot turn them on again.
  public private(set) var rules: [String: Decided<RuleState>] = [:]
  /// Limits that win over those of the profile.
  public private(set) var limits: [Limit: Decided<Int>] = [:]
  /// What holds in sections, the weakest first.
  public private(set) var sections: [Decided<Configuration.SectionChoices>] = []
  /// Names of products.
  public private(set) var products: [Decided<String>] = []
  /// Technology words.
  public private(set) var jargon: [Decided<String>] = []
  /// Acronyms that need no explanation.
  public private(set) var acronyms: [Decided<String>] = []
  /// Headings for parts of a document.
  public private(set) var aliases: [Role: [Decided<String>]] = [:]
  /// Rules of the project's own; a later file replaces one of the same name.
  public private(set) var customRules: [Decided<CustomRule>] = []

  /// What is said of a rule.
  public struct RuleState: Sendable, Equatable {
    /// The severity; nil for off.
    public let severity: Severity?
    /// Whether it was named under `ignore`.
    public let isIgnored: Bool
  }

  /// The defaults.
  public init() {}

  /// Lays files over each other.
  ///
  /// - Parameters:
  ///   - files: the files, the weakest first.
  ///   - matches: whether the patterns of an override stand for the document.
  public init(_ files: [Configuration], matches: ([Configuration.Text]) -> Bool) {
    // Names of custom rules may be used in a file before the one that defines them.
    for file in files {
      for rule in file.customRules {
        customRules.removeAll { $0.value.about.name == rule.about.name }
        customRules.append(Decided(value: rule, origin: origin(rule.range, file)))
      }
    }
    for file in files {
      add(file.choices, of: file)
      if let number = file.ruleSet { ruleSet = decided(number.value, number.range, file) }
      if !file.select.isEmpty { select = file.select.map { decided($0.text, $0.range, file) } }
      products += file.products.map { decided($0.text, $0.range, file) }
      jargon += file.jargon.map { decided($0.text, $0.range, file) }
      acronyms += file.acronyms.map { decided($0.text, $0.range, file) }
      for (role, names) in file.aliasTexts {
        aliases[role, default: []] += names.map { decided($0.text, $0.range, file) }
      }
      for override in file.overrides where matches(override.paths) { add(override.choices, of: file) }
    }
    customRules.sort { $0.value.about.name < $1.value.about.name }
  }

  private mutating func add(_ choices: Configuration.Choices, of file: Configuration) {
    if let own = choices.profile { profile = decided(own.value, own.range, file) }
    for choice in choices.rules {
      let state = RuleState(severity: choice.severity, isIgnored: choice.isIgnored)
      for name in names(choice.name.text) { rules[name] = decided(state, choice.name.range, file) }
    }
    for (limit, number) in choices.limits { limits[limit] = decided(number.value, number.range, file) }
    for section in choices.sections {
      sections.append(decided(section, section.rules.first?.name.range ?? 0..<0, file))
    }
  }

  /// The rules of a category, or the one rule.
  private func names(_ name: String) -> [String] {
    if name.contains("/") { return [name] }
    if name == CustomRule.category { return customRules.map(\.value.about.name) }
    return AllRules.abouts.filter { $0.category == name }.map(\.name)
  }

  private func origin(_ range: Range<Int>, _ file: Configuration) -> Origin {
    Origin(path: file.source?.path ?? "", line: file.source?.line(at: range.lowerBound) ?? 1)
  }

  private func decided<Value: Sendable>(
    _ value: Value, _ range: Range<Int>, _ file: Configuration
  ) -> Decided<Value> {
    Decided(value: value, origin: origin(range, file))
  }

  /// Which rules run, and how much they weigh.
  public var selection: Linter.Selection {
    var selection = Linter.Selection()
    selection.select = Set(select.map(\.value))
    for (name, state) in rules {
      if state.value.isIgnored {
        selection.ignore.insert(name)
      } else {
        selection.severities[name] = .some(state.value.severity)
      }
    }
    selection.sections = sections.map(\.value)
    selection.customRules = customRules.map(\.value)
    selection.ruleSet = ruleSet?.value ?? AllRules.ruleSet
    selection.accepted = products.map(\.value)
    return selection
  }
}
