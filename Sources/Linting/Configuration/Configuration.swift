public import Diagnostics
public import PRFAQ
public import SourceText
import YAMLTree

/// What one configuration file says about how documents are linted: the content of `.prfaq.yml`, or of the file of a
/// pack.
///
/// ```yaml
/// extends: pack:acme
/// profile: strict
/// ignore: [writing/inflated-phrase]
/// severity:
///   structure/scope-missing: note
/// limits:
///   release-words: 600
/// overrides:
///   - paths: [archive/**]
///     ignore: [structure]
/// ```
public struct Configuration: Sendable {
  /// A text and the bytes of the file it stands in, for messages about it.
  public struct Text: Sendable, Equatable {
    /// The text.
    public let text: String
    /// Its bytes.
    public let range: Range<Int>
  }

  /// A value and the bytes of the file it stands in.
  public struct Placed<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// Its bytes.
    public let range: Range<Int>
  }

  /// What is said of one rule or of a category of rules.
  public struct RuleChoice: Sendable {
    /// The rule or category.
    public let name: Text
    /// The severity it gets; nil turns it off.
    public let severity: Severity?
    /// Whether it stands under `ignore`, which also beats profiles that would turn it on.
    public let isIgnored: Bool
  }

  /// Choices for all documents, for some paths, or for some sections.
  public struct Choices: Sendable {
    /// The profile for documents that name none.
    public internal(set) var profile: Placed<Profile>? = nil
    /// What is said of rules: categories before rules, `severity` before `ignore`.
    public internal(set) var rules: [RuleChoice] = []
    /// Limits that win over those of the profile.
    public internal(set) var limits: [Limit: Placed<Int>] = [:]
    /// What holds in some sections only.
    public internal(set) var sections: [SectionChoices] = []
  }

  /// Choices for some sections of a document.
  public struct SectionChoices: Sendable {
    /// The sections, by role or heading.
    public let sections: [SectionName]
    /// What is said of rules there.
    public let rules: [RuleChoice]
  }

  /// Choices for some documents.
  public struct Override: Sendable {
    /// Patterns of the documents.
    public let paths: [Text]
    /// What holds for them.
    public let choices: Choices
  }

  /// The file; nil for the defaults.
  public private(set) var source: SourceFile? = nil
  /// The rule set whose rules are in force; later ones are off.
  public private(set) var ruleSet: Placed<Int>? = nil
  /// Files and packs (`pack:NAME`) it builds on, the weakest first.
  public private(set) var extends: [Text] = []
  /// The version of a pack.
  public private(set) var version: Text? = nil
  /// What holds for all documents.
  public private(set) var choices = Choices()
  /// Rules or categories to run alone.
  public private(set) var select: [Text] = []
  /// What holds for some documents, the weakest first.
  public private(set) var overrides: [Override] = []
  /// Patterns of files that must be PR/FAQs.
  public private(set) var documents: [Text] = []
  /// Patterns of files and folders to pass over.
  public private(set) var exclude: [Text] = []
  /// Names of products, whose words no rule on wording minds.
  public private(set) var products: [Text] = []
  /// Words that count as technology jargon, in lower case.
  public private(set) var jargon: [Text] = []
  /// Acronyms that need no explanation.
  public private(set) var acronyms: [Text] = []
  /// Headings a project uses for parts of a document, with their places.
  public private(set) var aliasTexts: [Role: [Text]] = [:]
  /// Headings a project uses for parts of a document.
  public var aliases: [Role: [String]] { aliasTexts.mapValues { $0.map(\.text) } }
  /// Rules of one's own.
  public private(set) var customRules: [CustomRule] = []
  /// Catalogue files of services and teams, and folders of them.
  public private(set) var catalog: [Text] = []
  /// Folder of document templates, Markdown files for `prfaq new`; relative to the file.
  public private(set) var documentTemplates: Text? = nil
  /// Folder of service templates, stacks for `prfaq scaffold create`; relative to the file.
  public private(set) var serviceTemplates: Text? = nil
  /// Names of custom rules that are used and may be defined in another file.
  public private(set) var customNames: [Text] = []

  /// The defaults.
  public init() {}

  /// Reads a configuration file.
  ///
  /// - Parameter isPack: whether it is the file of a pack, which must have a version.
  /// - Throws: the first mistake in it.
  public init(_ source: SourceFile, isPack: Bool = false) throws(ConfigurationError) {
    self.source = source
    if let root = try Configuration.root(of: source) {
      guard case .mapping(let entries) = root.content else {
        throw ConfigurationError(
          "the file must hold keys with values", at: root.range,
          help: "Write, for example, \"profile: strict\".")
      }
      for entry in entries { try read(entry, isPack: isPack) }
      choices.rules = Configuration.ordered(choices.rules)
    }
    if isPack, version == nil {
      throw ConfigurationError(
        "the pack has no version", at: 0..<0, help: "Add a line such as \"version: 1.0.0\".")
    }
  }

  private static func root(of source: SourceFile) throws(ConfigurationError) -> YAMLNode? {
    if let fault = source.faults.first {
      throw ConfigurationError(
        "this is not valid UTF-8 text", at: fault.range, help: "Save the file as UTF-8.")
    }
    let roots: [YAMLNode]
    do { roots = try YAMLReader.read(source) } catch {
      throw ConfigurationError(error.message, at: error.range, help: error.help, related: error.related)
    }
    guard let root = roots.first, !root.isNull else { return nil }
    if roots.count > 1 {
      throw ConfigurationError(
        "there is a second document in this file", at: roots[1].range,
        help: "Keep one; remove the \"---\" line.")
    }
    return root
  }

  /// The keys of the file, in the order they are explained.
  enum Key: String, CaseIterable {
    case ruleSet = "rule-set"
    case extends, version, profile, select, ignore, severity, limits, sections, overrides, documents, exclude
    case products, jargon, acronyms, aliases, custom, catalog, templates
  }

  /// The keys of `templates`.
  enum TemplateKey: String, CaseIterable { case documents, services }

  private mutating func read(_ entry: YAMLEntry, isPack: Bool) throws(ConfigurationError) {
    guard let key = Key(rawValue: entry.name), isPack || key != .version else {
      throw .unknown(
        "there is no setting \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: Key.allCases.map(\.rawValue).filter { isPack || $0 != Key.version.rawValue })
    }
    let value = entry.value
    // A key without a value says nothing: people leave them in as reminders.
    if value.isNull { return }
    switch key {
    case .ruleSet: ruleSet = try Configuration.ruleSet(entry)
    case .extends: extends = try Configuration.texts(value, of: entry)
    case .version: version = Text(text: try Configuration.text(value, of: entry), range: value.range)
    case .select: select = try rules(value, of: entry)
    case .profile, .ignore, .severity, .limits, .sections:
      var own = choices
      try read(entry, as: key, into: &own)
      choices = own
    case .overrides:
      for item in try Configuration.list(value, of: entry) { overrides.append(try override(item, of: entry)) }
    case .documents: documents = try Configuration.texts(value, of: entry)
    case .exclude: exclude = try Configuration.texts(value, of: entry)
    case .products: products = try Configuration.texts(value, of: entry)
    case .jargon:
      jargon = try Configuration.texts(value, of: entry).map {
        Text(text: $0.text.lowercased(), range: $0.range)
      }
    case .acronyms: acronyms = try Configuration.texts(value, of: entry)
    case .aliases:
      for entry in try Configuration.mapping(value, of: entry) { try readAliases(entry) }
    case .custom:
      for entry in try Configuration.mapping(value, of: entry) { customRules.append(try CustomRule(entry)) }
    case .catalog: catalog = try Configuration.texts(value, of: entry)
    case .templates:
      for entry in try Configuration.mapping(value, of: entry) { try readTemplates(entry) }
    }
  }

  /// Reads a key that may stand at the top, in an override or in a section.
  private mutating func read(
    _ entry: YAMLEntry, as key: Key, into choices: inout Choices
  ) throws(ConfigurationError) {
    let value = entry.value
    switch key {
    case .profile:
      let name = try Configuration.text(value, of: entry)
      let profile = try Configuration.known(at: value.range) { () throws(RuleNames.Unknown) in
        try RuleNames.profile(name)
      }
      choices.profile = Placed(value: profile, range: value.range)
    case .ignore:
      choices.rules += try rules(value, of: entry).map {
        RuleChoice(name: $0, severity: nil, isIgnored: true)
      }
    case .severity:
      for entry in try Configuration.mapping(value, of: entry) { choices.rules.append(try severity(entry)) }
    case .limits:
      for entry in try Configuration.mapping(value, of: entry) {
        let (limit, number) = try Configuration.limit(entry)
        choices.limits[limit] = number
      }
    case .sections:
      for item in try Configuration.list(value, of: entry) {
        choices.sections.append(try section(item, of: entry))
      }
    default: break
    }
  }

  /// Categories before rules, so that the narrower choice wins; what is ignored last.
  static func ordered(_ rules: [RuleChoice]) -> [RuleChoice] {
    func rank(_ choice: RuleChoice) -> Int {
      (choice.isIgnored ? 2 : 0) + (choice.name.text.contains("/") ? 1 : 0)
    }
    return rules.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  private static func ruleSet(_ entry: YAMLEntry) throws(ConfigurationError) -> Placed<Int> {
    guard let number = entry.value.int, number > 0 else {
      throw ConfigurationError(
        "\"rule-set\" must be a whole number above 0", at: place(of: entry),
        help: "The rule set of this version of prfaq is \(AllRules.ruleSet).")
    }
    if number > AllRules.ruleSet {
      throw ConfigurationError(
        "this version of prfaq knows no rule set \(number)", at: entry.value.range,
        help: "Its newest is \(AllRules.ruleSet). Install a later version, or write that number.")
    }
    return Placed(value: number, range: entry.value.range)
  }

  private mutating func severity(_ entry: YAMLEntry) throws(ConfigurationError) -> RuleChoice {
    let name = try rule(Text(text: entry.name, range: entry.key.range))
    let word = try Configuration.text(entry.value, of: entry)
    return RuleChoice(
      name: name, severity: try Configuration.severity(word, at: entry.value.range), isIgnored: false)
  }

  /// The severity a word names; nil for `off`.
  static func severity(_ word: String, at range: Range<Int>) throws(ConfigurationError) -> Severity? {
    if word == "off" { return nil }
    if let severity = Severity(rawValue: word) { return severity }
    throw .unknown("\"\(word)\" is no severity", word, at: range, in: ["error", "warning", "note", "off"])
  }

  private static func limit(_ entry: YAMLEntry) throws(ConfigurationError) -> (Limit, Placed<Int>) {
    guard let limit = Limit(rawValue: entry.name) else {
      throw .unknown(
        "there is no limit \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: Limit.allCases.map(\.rawValue))
    }
    guard let number = entry.value.int, number > 0 else {
      throw ConfigurationError(
        "\"\(entry.name)\" must be a whole number above 0", at: place(of: entry),
        help: "The standard value is \(standard(limit)).")
    }
    return (limit, Placed(value: number, range: entry.value.range))
  }

  private static func standard(_ limit: Limit) -> String {
    switch Profile.standardLimits[limit] {
    case .some(let number) where number < Int.max: "\(number)"
    default: "none"
    }
  }

  private mutating func override(
    _ item: YAMLNode, of parent: YAMLEntry
  ) throws(ConfigurationError) -> Override {
    var paths: [Text] = []
    var choices = Choices()
    for entry in try Configuration.mapping(item, of: parent) {
      if entry.name == "paths" {
        paths = try Configuration.texts(entry.value, of: entry)
        continue
      }
      let keys: [Key] = [.profile, .ignore, .severity, .limits, .sections]
      guard let key = Key(rawValue: entry.name), keys.contains(key) else {
        throw .unknown(
          "an override has no setting \"\(entry.name)\"", entry.name, at: entry.key.range,
          in: ["paths"] + keys.map(\.rawValue))
      }
      if !entry.value.isNull { try read(entry, as: key, into: &choices) }
    }
    if paths.isEmpty {
      throw ConfigurationError(
        "this override names no paths", at: Configuration.firstLine(item, parent),
        help: "Say which documents it is for: \"paths: [archive/**]\".")
    }
    choices.rules = Configuration.ordered(choices.rules)
    return Override(paths: paths, choices: choices)
  }

  private mutating func section(
    _ item: YAMLNode, of parent: YAMLEntry
  ) throws(ConfigurationError) -> SectionChoices {
    var names: [SectionName] = []
    var choices = Choices()
    for entry in try Configuration.mapping(item, of: parent) {
      switch entry.name {
      case "section":
        for text in try Configuration.texts(entry.value, of: entry) { names.append(try SectionName(text)) }
      case "ignore": try read(entry, as: .ignore, into: &choices)
      case "severity": try read(entry, as: .severity, into: &choices)
      default:
        throw .unknown(
          "a section has no setting \"\(entry.name)\"", entry.name, at: entry.key.range,
          in: ["section", "ignore", "severity"])
      }
    }
    if names.isEmpty {
      throw ConfigurationError(
        "this entry names no section", at: Configuration.firstLine(item, parent),
        help: "Say where it holds: \"section: internal-faq\", or the text of a heading.")
    }
    return SectionChoices(sections: names, rules: Configuration.ordered(choices.rules))
  }

  private mutating func readAliases(_ entry: YAMLEntry) throws(ConfigurationError) {
    guard let role = Role(rawValue: entry.name) else {
      throw .unknown(
        "there is no part of a document called \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: Role.allCases.map(\.rawValue))
    }
    aliasTexts[role] = try Configuration.texts(entry.value, of: entry)
  }

  private mutating func readTemplates(_ entry: YAMLEntry) throws(ConfigurationError) {
    guard let key = TemplateKey(rawValue: entry.name) else {
      throw .unknown(
        "there are no templates of \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: TemplateKey.allCases.map(\.rawValue))
    }
    if entry.value.isNull { return }
    let folder = Text(text: try Configuration.text(entry.value, of: entry), range: entry.value.range)
    switch key {
    case .documents: documentTemplates = folder
    case .services: serviceTemplates = folder
    }
  }

  private mutating func rules(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> [Text] {
    var names: [Text] = []
    for name in try Configuration.texts(value, of: entry) { names.append(try rule(name)) }
    return names
  }

  /// Accepts the name of a rule or category; that of a custom rule is checked when all files are read.
  private mutating func rule(_ name: Text) throws(ConfigurationError) -> Text {
    if name.text == CustomRule.category { return name }
    if name.text.hasPrefix(CustomRule.category + "/") {
      customNames.append(name)
      return name
    }
    _ = try Configuration.known(at: name.range) { () throws(RuleNames.Unknown) in
      try RuleNames.ruleOrCategory(name.text)
    }
    return name
  }
}
