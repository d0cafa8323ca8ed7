import YAMLTree

/// Reading the values of a configuration file.
extension Configuration {
  /// Runs a check of a name and gives its refusal a place.
  static func known<Value>(
    at range: Range<Int>, _ check: () throws(RuleNames.Unknown) -> Value
  ) throws(ConfigurationError) -> Value {
    do { return try check() } catch {
      throw ConfigurationError(error.message, at: range, help: error.help)
    }
  }

  /// One text.
  static func text(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> String {
    if let text = value.string, !text.isEmpty { return text }
    throw ConfigurationError(
      "\"\(entry.name)\" must be one text", at: place(of: entry),
      help: "Write one value after \"\(entry.name):\".")
  }

  /// One text or a list of texts.
  static func texts(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> [Text] {
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

  /// A list of whatever.
  static func list(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> [YAMLNode] {
    if case .sequence(let items) = value.content { return items }
    throw ConfigurationError(
      "\"\(entry.name)\" must be a list", at: place(of: entry),
      help: "Start each entry on a line of its own with \"- \".")
  }

  /// Keys with values.
  static func mapping(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> [YAMLEntry] {
    if case .mapping(let entries) = value.content { return entries }
    throw ConfigurationError(
      "\"\(entry.name)\" must hold keys with values", at: value.range.isEmpty ? entry.key.range : value.range,
      help: "Write each on a line of its own, indented: \"  name: value\".")
  }

  /// True or false.
  static func flag(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> Bool {
    if let flag = value.bool { return flag }
    throw ConfigurationError(
      "\"\(entry.name)\" must be true or false", at: place(of: entry),
      help: "Write \"\(entry.name): true\", or leave the line out.")
  }

  /// A whole number that is not negative.
  static func count(_ value: YAMLNode, of entry: YAMLEntry) throws(ConfigurationError) -> Int {
    if let number = value.int, number >= 0 { return number }
    throw ConfigurationError(
      "\"\(entry.name)\" must be a whole number", at: place(of: entry),
      help: "Write a number, such as \"\(entry.name): 2\".")
  }

  /// Where to point for a value: at its key when it is left out.
  static func place(of entry: YAMLEntry) -> Range<Int> {
    entry.value.range.isEmpty ? entry.key.range : entry.value.range
  }

  /// Where to point for an entry of a list as a whole: at its first key.
  static func firstLine(_ item: YAMLNode, _ parent: YAMLEntry) -> Range<Int> {
    item.entries.first?.key.range ?? (item.range.isEmpty ? parent.key.range : item.range)
  }
}
