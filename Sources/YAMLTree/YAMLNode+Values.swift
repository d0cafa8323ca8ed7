/// Reading values. Plain scalars mean what the core schema of YAML 1.2 says: `no` is text, not false.
extension YAMLNode {
  /// The value of a key, or nil when this is no mapping or has no such key.
  public subscript(key name: String) -> YAMLNode? {
    entry(name)?.value
  }

  /// The entry of a key, or nil when this is no mapping or has no such key.
  public func entry(_ name: String) -> YAMLEntry? {
    guard case .mapping(let entries) = content else { return nil }
    for entry in entries {
      if case .scalar(let key) = entry.key.content, key.text == name { return entry }
    }
    return nil
  }

  /// The entries of a mapping; empty for anything else.
  public var entries: [YAMLEntry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The items of a list; empty for anything else.
  public var items: [YAMLNode] {
    if case .sequence(let items) = content { items } else { [] }
  }

  /// The scalar, or nil for a list or a mapping.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// Whether the value is left out or says `null` or `~`.
  public var isNull: Bool {
    guard let scalar, scalar.isResolvable else { return false }
    switch scalar.text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// The text of a scalar, numbers and truth values as they are written; nil for null, a list or a mapping.
  public var string: String? {
    isNull ? nil : scalar?.text
  }

  /// The truth value of a plain `true` or `false` (also `True`, `TRUE`, …); nil for anything else, `yes` included.
  public var bool: Bool? {
    guard let scalar, scalar.isResolvable else { return nil }
    switch scalar.text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The number of a plain whole number: decimal (`012` is 12), `0o17` or `0xFF`; nil for anything else and for
  /// numbers beyond 64 bits.
  public var int: Int? {
    guard let scalar, scalar.isResolvable else { return nil }
    let text = scalar.text
    // A sign after the prefix (`0x-1`) would pass `Int.init(_:radix:)`.
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
      let digits = text.dropFirst(2)
      guard digits.first != "-", digits.first != "+" else { return nil }
      return Int(digits, radix: text.hasPrefix("0x") ? 16 : 8)
    }
    return Int(text)
  }

  /// The texts of a list of scalars, or of a single scalar as a list of one.
  ///
  /// Empty for null. Nil for a mapping, and for a list that holds anything but scalars with text.
  public var strings: [String]? {
    switch content {
    case .scalar(let scalar): return isNull ? [] : [scalar.text]
    case .mapping: return nil
    case .sequence(let items):
      var texts: [String] = []
      texts.reserveCapacity(items.count)
      for item in items {
        guard let text = item.string else { return nil }
        texts.append(text)
      }
      return texts
    }
  }
}
