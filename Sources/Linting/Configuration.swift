import Diagnostics
public import PRFAQ
public import SourceText
import YAMLTree

/// What a project says about how its documents are linted: the content of `prfaq.yaml`.
///
/// ```yaml
/// profile: strict
/// ignore: [writing/inflated-phrase]
/// severity:
///   structure/scope-missing: note
/// limits:
///   release-words: 600
/// ```
public struct Configuration: Sendable {
  /// A text and the bytes of the file it stands in, for messages about it.
  public struct Text: Sendable, Equatable {
    /// The text.
    public let text: String
    /// Its bytes.
    public let range: Range<Int>
  }

  /// The file; nil for the defaults.
  public private(set) var source: SourceFile? = nil
  /// The profile for documents that name none.
  public private(set) var profile: Profile? = nil
  /// Rules and severities.
  public private(set) var selection = Linter.Selection()
  /// Limits that win over those of the profile.
  public private(set) var limits: [Limit: Int] = [:]
  /// Patterns of files that must be PR/FAQs.
  public private(set) var documents: [Text] = []
  /// Patterns of files and folders to pass over.
  public private(set) var exclude: [Text] = []
  /// Words that count as technology jargon, in lower case.
  public private(set) var jargon: [String] = []
  /// Headings a project uses for parts of a document.
  public private(set) var aliases: [Role: [String]] = [:]
  /// Catalogue files of services and teams, and folders of them.
  public private(set) var catalog: [Text] = []

  /// The defaults.
  public init() {}

  /// Reads a configuration file.
  ///
  /// - Throws: the first mistake in it.
  public init(_ source: SourceFile) throws(ConfigurationError) {
    self.source = source
    if let fault = source.faults.first {
      throw ConfigurationError(
        "this is not valid UTF-8 text", at: fault.range, help: "Save the file as UTF-8.")
    }
    let roots: [YAMLNode]
    do { roots = try YAMLReader.read(source) } catch {
      throw ConfigurationError(error.message, at: error.range, help: error.help, related: error.related)
    }
    guard let root = roots.first, !root.isNull else { return }
    if roots.count > 1 {
      throw ConfigurationError(
        "there is a second document in this file", at: roots[1].range,
        help: "Keep one; remove the \"---\" line.")
    }
    guard case .mapping(let entries) = root.content else {
      throw ConfigurationError(
        "the file must hold keys with values", at: root.range,
        help: "Write, for example, \"profile: strict\".")
    }
    for entry in entries { try read(entry) }
  }

  private enum Key: String, CaseIterable {
    case profile, select, ignore, severity, limits, documents, exclude, jargon, aliases, catalog
  }

  private mutating func read(_ entry: YAMLEntry) throws(ConfigurationError) {
    guard let key = Key(rawValue: entry.name) else {
      throw .unknown(
        "there is no setting \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: Key.allCases.map(\.rawValue))
    }
    let value = entry.value
    // A key without a value says nothing: people leave them in as reminders.
    if value.isNull { return }
    switch key {
    case .profile:
      let name = try Configuration.text(value, of: entry)
      profile = try Configuration.known(at: value.range) { () throws(RuleNames.Unknown) in
        try RuleNames.profile(name)
      }
    case .select: selection.select = try Configuration.rules(value, of: entry)
    case .ignore: selection.ignore = try Configuration.rules(value, of: entry)
    case .severity:
      for entry in try Configuration.mapping(value, of: entry) { try readSeverity(entry) }
    case .limits:
      for entry in try Configuration.mapping(value, of: entry) { try readLimit(entry) }
    case .documents: documents = try Configuration.texts(value, of: entry)
    case .exclude: exclude = try Configuration.texts(value, of: entry)
    case .jargon: jargon = try Configuration.texts(value, of: entry).map { $0.text.lowercased() }
    case .aliases:
      for entry in try Configuration.mapping(value, of: entry) { try readAliases(entry) }
    case .catalog: catalog = try Configuration.texts(value, of: entry)
    }
  }

  private mutating func readSeverity(_ entry: YAMLEntry) throws(ConfigurationError) {
    let about = try Configuration.known(at: entry.key.range) { () throws(RuleNames.Unknown) in
      try RuleNames.rule(entry.name)
    }
    let word = try Configuration.text(entry.value, of: entry)
    if word == "off" {
      selection.severities[about.name] = .some(nil)
    } else if let severity = Severity(rawValue: word) {
      selection.severities[about.name] = severity
    } else {
      throw .unknown(
        "\"\(word)\" is no severity", word, at: entry.value.range, in: ["error", "warning", "note", "off"])
    }
  }

  private mutating func readLimit(_ entry: YAMLEntry) throws(ConfigurationError) {
    guard let limit = Limit(rawValue: entry.name) else {
      throw .unknown(
        "there is no limit \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: Limit.allCases.map(\.rawValue))
    }
    guard let number = entry.value.int, number > 0 else {
      throw ConfigurationError(
        "\"\(entry.name)\" must be a whole number above 0", at: Configuration.place(of: entry),
        help: "The standard value is \(Configuration.standard(limit)).")
    }
    limits[limit] = number
  }

  private static func standard(_ limit: Limit) -> String {
    switch Profile.standardLimits[limit] {
    case .some(let number) where number < Int.max: "\(number)"
    default: "none"
    }
  }

  private mutating func readAliases(_ entry: YAMLEntry) throws(ConfigurationError) {
    guard let role = Role(rawValue: entry.name) else {
      throw .unknown(
        "there is no part of a document called \"\(entry.name)\"", entry.name, at: entry.key.range,
        in: Role.allCases.map(\.rawValue))
    }
    aliases[role] = try Configuration.texts(entry.value, of: entry).map(\.text)
  }

  private static func rules(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> Set<String>
  {
    var names: Set<String> = []
    for name in try texts(value, of: entry) {
      names.insert(
        try known(at: name.range) { () throws(RuleNames.Unknown) in try RuleNames.ruleOrCategory(name.text) })
    }
    return names
  }

  /// Runs a check of a name and gives its refusal a place.
  private static func known<Value>(
    at range: Range<Int>, _ check: () throws(RuleNames.Unknown) -> Value
  ) throws(ConfigurationError) -> Value {
    do { return try check() } catch {
      throw ConfigurationError(error.message, at: range, help: error.help)
    }
  }

  private static func text(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> String {
    if let text = value.string, !text.isEmpty { return text }
    throw ConfigurationError(
      "\"\(entry.name)\" must be one text", at: place(of: entry),
      help: "Write one value after \"\(entry.name):\".")
  }

  /// One text or a list of texts.
  private static func texts(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> [Text] {
    let nodes: [YAMLNode]
    switch value.content {
    case .scalar: nodes = value.isNull ? [] : [value]
    case .sequence(let items): nodes = items
    case .mapping:
      throw ConfigurationError(
        "\"\(entry.name)\" must be a list of texts", at: place(of: entry),
        help: "Write \"\(entry.name): [one, two]\".")
    }
    var texts: [Text] = []
    for node in nodes {
      guard let text = node.string, !text.isEmpty else {
        throw ConfigurationError(
          "\"\(entry.name)\" must be a list of texts", at: node.range.isEmpty ? entry.key.range : node.range,
          help: "Write \"\(entry.name): [one, two]\".")
      }
      texts.append(Text(text: text, range: node.range))
    }
    return texts
  }

  private static func mapping(
    _ value: YAMLNode, of entry: YAMLEntry
  ) throws(ConfigurationError) -> [YAMLEntry] {
    if case .mapping(let entries) = value.content { return entries }
    throw ConfigurationError(
      "\"\(entry.name)\" must hold keys with values", at: place(of: entry),
      help: "Write each on a line of its own, indented: \"  name: value\".")
  }

  /// Where to point for a value: at its key when it is left out.
  private static func place(of entry: YAMLEntry) -> Range<Int> {
    entry.value.range.isEmpty ? entry.key.range : entry.value.range
  }
}

/// Why a configuration file cannot be used.
public struct ConfigurationError: Error, Sendable, Equatable {
  /// What is wrong, without a full stop.
  public let message: String
  /// The bytes of the file concerned.
  public let range: Range<Int>
  /// What to do about it, as a sentence.
  public let help: String
  /// Another place to look at.
  public let related: Range<Int>?

  /// Makes an error.
  public init(_ message: String, at range: Range<Int>, help: String, related: Range<Int>? = nil) {
    self.message = message
    self.range = range
    self.help = help
    self.related = related
  }

  /// An error for a word that is none of those allowed.
  static func unknown(
    _ message: String, _ word: String, at range: Range<Int>, in words: [String]
  ) -> ConfigurationError {
    if let near = Spelling.nearest(to: word, in: words) {
      return ConfigurationError(message, at: range, help: "Did you mean \"\(near)\"?")
    }
    return ConfigurationError(message, at: range, help: "Use one of \(words.joined(separator: ", ")).")
  }
}
