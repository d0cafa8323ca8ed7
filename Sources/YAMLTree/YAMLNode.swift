/// One value of a YAML file: a scalar, a list or a mapping, with the place where it stands.
///
/// Aliases are resolved: `*name` gives a copy of the node that `&name` marks. Such a copy has the range of
/// the alias, and what is inside it keeps the ranges of the marked text.
public struct YAMLNode: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// A single value: text, a number, a truth value or nothing.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with their values, in the order of the file. No key occurs twice.
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  public let content: Content
  /// The bytes of the file that the node takes, with its quotes or brackets.
  ///
  /// An anchor or tag before the node belongs to it, blank lines and comments after it do not. Empty where a
  /// value is left out (`key:`).
  public let range: Range<Int>

  /// Makes a node from its parts.
  public init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }
}

/// One `key: value` of a mapping.
public struct YAMLEntry: Sendable {
  /// The key; always a scalar.
  public let key: YAMLNode
  /// The value; a scalar without text where it is left out.
  public let value: YAMLNode
  /// The key's text.
  public var name: String {
    if case .scalar(let scalar) = key.content { scalar.text } else { "" }
  }

  /// Makes an entry from its parts.
  public init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A single value as it is written.
public struct YAMLScalar: Sendable {
  /// How a scalar is written.
  public enum Style: Sendable {
    /// Without quotes: `text`, `5`, `true`.
    case plain
    /// In single quotes: `'text'`.
    case singleQuoted
    /// In double quotes, with `\` escapes: `"text"`.
    case doubleQuoted
    /// A block after `|`, which keeps its line breaks.
    case literal
    /// A block after `>`, whose lines are joined.
    case folded
  }

  /// The value, with escapes decoded and lines joined or kept as its style asks.
  public let text: String
  /// How it is written.
  public let style: Style
  /// Whether the text may stand for a number, a truth value or nothing: it is plain, and no tag such as `!!str`
  /// says that it is text.
  public let isResolvable: Bool

  /// Makes a scalar from its parts.
  public init(text: String, style: Style, isResolvable: Bool? = nil) {
    self.text = text
    self.style = style
    self.isResolvable = isResolvable ?? (style == .plain)
  }
}
