import Diagnostics
import PRFAQ
import YAMLTree

extension CustomRule {
  /// The keys of a custom rule.
  enum Key: String, CaseIterable {
    case phrases, replace, atLeast = "at-least", atMost = "at-most"
    case requireSection = "require-section"
    case requireQuestion = "require-question"
    case group, `in`, matchCase = "match-case", unsafe
    case message, help, why, severity, bad, good

    /// The keys of which a rule has exactly one.
    static let kinds: [Key] = [.phrases, .replace, .requireSection, .requireQuestion]
  }

  /// Reads the entry of a custom rule: its name and what it looks for.
  init(_ rule: YAMLEntry) throws(ConfigurationError) {
    range = rule.key.range
    try CustomRule.check(name: rule.name, at: rule.key.range)
    var found: [Key: YAMLEntry] = [:]
    for entry in try Configuration.mapping(rule.value, of: rule) {
      guard let key = Key(rawValue: entry.name) else {
        throw .unknown(
          "a custom rule has no setting \"\(entry.name)\"", entry.name, at: entry.key.range,
          in: Key.allCases.map(\.rawValue))
      }
      if !entry.value.isNull { found[key] = entry }
    }
    let kinds = Key.kinds.filter { found[$0] != nil }
    guard let first = kinds.first, kinds.count == 1, let main = found[first] else {
      throw ConfigurationError(
        kinds.isEmpty
          ? "\"\(rule.name)\" does not say what it looks for" : "\"\(rule.name)\" looks for two things",
        at: kinds.last.flatMap { found[$0]?.key.range } ?? rule.key.range,
        help: "Write one of \(Key.kinds.map(\.rawValue).joined(separator: ", ")) in each rule.")
    }
    try CustomRule.refuse(found, besides: first)

    var replacements: [String] = []
    var texts: [Configuration.Text] = []
    if first == .replace {
      for entry in try Configuration.mapping(main.value, of: main) {
        texts.append(Configuration.Text(text: entry.name, range: entry.key.range))
        // Nothing to put there means that the words go.
        let isNothing = entry.value.isNull || entry.value.scalar?.text.isEmpty ?? false
        replacements.append(try isNothing ? "" : Configuration.text(entry.value, of: entry))
      }
    } else {
      texts = try Configuration.texts(main.value, of: main)
    }
    for text in texts where Prose.hashes(of: text.text).isEmpty {
      throw ConfigurationError(
        "\"\(text.text)\" has no words", at: text.range, help: "Write a word or a phrase.")
    }
    guard !texts.isEmpty else {
      throw ConfigurationError(
        "\"\(first.rawValue)\" is empty", at: main.key.range, help: "Write at least one word or phrase.")
    }
    for (index, replacement) in replacements.enumerated() {
      let words = Prose.hashes(of: replacement)
      for text in texts where PhraseRun.occurs(Prose.hashes(of: text.text), in: words) {
        throw ConfigurationError(
          "“\(replacement)” holds “\(text.text)”, which would be replaced again", at: texts[index].range,
          help: "Write other words to put there.")
      }
    }
    phrases = texts.map(\.text)
    let set = PhraseSet(phrases)
    let isUnsafe = try found[.unsafe].map { (entry) throws(ConfigurationError) in
      try Configuration.flag(entry.value, of: entry)
    }
    switch first {
    case .replace: kind = .replace(set, by: replacements, isSafe: !(isUnsafe ?? false))
    case .requireSection: kind = .section(set)
    case .requireQuestion: kind = .question(set, group: try CustomRule.group(found[.group]))
    default:
      let least = try found[.atLeast].map { (entry) throws(ConfigurationError) in
        try Configuration.count(entry.value, of: entry)
      }
      let most = try found[.atMost].map { (entry) throws(ConfigurationError) in
        try Configuration.count(entry.value, of: entry)
      }
      kind = .phrases(set, atLeast: least ?? 0, atMost: most ?? (least == nil ? 0 : .max))
    }
    matchesCase =
      try found[.matchCase].map { (entry) throws(ConfigurationError) in
        try Configuration.flag(entry.value, of: entry)
      } ?? false
    var places: [SectionName] = []
    if let entry = found[.in] {
      for text in try Configuration.texts(entry.value, of: entry) {
        places.append(try SectionName(text, allowsEverywhere: true))
      }
    }
    self.places = places
    message = try CustomRule.text(found[.message])
    let why = try CustomRule.text(found[.why])
    help = try CustomRule.text(found[.help]) ?? CustomRule.standardHelp(first)
    bad =
      try found[.bad].map { (entry) throws(ConfigurationError) in
        try Configuration.texts(entry.value, of: entry)
      } ?? []
    good =
      try found[.good].map { (entry) throws(ConfigurationError) in
        try Configuration.texts(entry.value, of: entry)
      } ?? []
    var severity: Severity? = .warning
    if let entry = found[.severity] {
      severity = try Configuration.severity(
        try Configuration.text(entry.value, of: entry), at: entry.value.range)
    }
    about = About(
      name: "\(CustomRule.category)/\(rule.name)",
      summary: message.flatMap { $0.contains("{") ? nil : $0 } ?? CustomRule.summary(kind, phrases),
      why: why ?? "", source: "The configuration of this project.", severity: severity,
      nature: first == .requireSection || first == .requireQuestion ? .structure : .file, examples: [])
  }

  /// Names read like those of all other rules.
  private static func check(name: String, at range: Range<Int>) throws(ConfigurationError) {
    let isFine =
      !name.isEmpty && !name.hasPrefix("-") && !name.hasSuffix("-")
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if isFine { return }
    throw ConfigurationError(
      "\"\(name)\" cannot be the name of a rule", at: range,
      help: "Use small letters, digits and hyphens: \"no-synergy\" becomes the rule custom/no-synergy.")
  }

  /// Keys that mean nothing for what a rule looks for are refused: they would be believed to do something.
  private static func refuse(_ found: [Key: YAMLEntry], besides kind: Key) throws(ConfigurationError) {
    var senseless: [Key] = []
    if kind != .phrases { senseless += [.atLeast, .atMost] }
    if kind != .replace { senseless.append(.unsafe) }
    if kind != .requireQuestion { senseless.append(.group) }
    if kind == .requireSection || kind == .requireQuestion { senseless += [.in, .matchCase] }
    for key in Key.allCases where senseless.contains(key) {
      guard let entry = found[key] else { continue }
      throw ConfigurationError(
        "\"\(key.rawValue)\" means nothing beside \"\(kind.rawValue)\"", at: entry.key.range,
        help: "Remove the line.")
    }
  }

  private static func group(_ entry: YAMLEntry?) throws(ConfigurationError) -> QuestionGroup? {
    guard let entry else { return nil }
    let word = try Configuration.text(entry.value, of: entry)
    switch word {
    case "internal": return .internal
    case "external": return .external
    default:
      throw .unknown(
        "\"\(word)\" is no group of questions", word, at: entry.value.range, in: ["internal", "external"])
    }
  }

  private static func text(_ entry: YAMLEntry?) throws(ConfigurationError) -> String? {
    guard let entry else { return nil }
    return try Configuration.text(entry.value, of: entry)
  }

  private static func standardHelp(_ kind: Key) -> String {
    switch kind {
    case .replace: "Use the house's word."
    case .requireSection: "Add the section."
    case .requireQuestion: "Add the question, and answer it."
    default: "Say it in other words."
    }
  }

  private static func summary(_ kind: Kind, _ phrases: [String]) -> String {
    let list = Places.short(Places.list(phrases, "or"))
    return switch kind {
    case .replace: "House style for \(list)."
    case .section: "There is a section on \(list)."
    case .question: "A question asks about \(list)."
    case .phrases(_, _, atMost: 0): "\(list) is not used."
    case .phrases: "\(list) occurs as often as it should."
    }
  }
}
