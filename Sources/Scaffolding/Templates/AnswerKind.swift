/// What an answer may hold, and so where it may go in a template.
public enum AnswerKind: String, Sendable, CaseIterable {
  /// What a person wrote: may hold anything, and goes only where it is escaped.
  case text
  /// A name in lower case: letters and digits, words joined by `-`, a letter first; at most 63 bytes.
  case slug
  /// Letters, digits, `-`, `_` and `.`, a letter or digit first; at most 120 bytes.
  case word
  /// A whole number from 0 on.
  case number
  /// A day: `2027-10-04`.
  case date
  /// The path of an operation: `/v1/baskets/{basketId}`, or with `:basketId`.
  case path
  /// A team on GitHub: `@org/team`.
  case team
  /// A constant of the stack's manifest: part of the template, nobody else's text.
  case constant

  /// Whether a text is one of the kind.
  public func holds(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .text, .constant: return true
    case .slug:
      guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
      var before: UInt8 = 0
      for byte in bytes {
        guard Self.isLower(byte) || Self.isDigit(byte) || (byte == 0x2D && before != 0x2D) else {
          return false
        }
        before = byte
      }
      return Self.isLower(first) && last != 0x2D
    case .word:
      guard let first = bytes.first, bytes.count <= 120, Self.isAlphanumeric(first) else { return false }
      return bytes.allSatisfy { Self.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
    case .number: return !bytes.isEmpty && bytes.count <= 18 && bytes.allSatisfy(Self.isDigit)
    case .date:
      guard bytes.count == 10 else { return false }
      return bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : Self.isDigit(bytes[$0]) }
    case .path: return Self.isPath(bytes)
    case .team:
      guard bytes.first == UInt8(ascii: "@") else { return false }
      let parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard parts.count == 2 else { return false }
      return parts.allSatisfy { part in
        guard let first = part.first, Self.isAlphanumeric(first), part.count <= 100 else { return false }
        return part.allSatisfy { Self.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
      }
    }
  }

  /// What the kind looks like, for messages.
  public var looks: String {
    switch self {
    case .text: "any text"
    case .slug: "lower-case letters, digits and single dashes, such as \"basket-promise\""
    case .word: "letters, digits, dashes, dots and underscores, such as \"N-1\""
    case .number: "a whole number"
    case .date: "a day, such as \"2027-10-04\""
    case .path: "a path, such as \"/v1/baskets/{basketId}\""
    case .team: "a team, such as \"@fairbrook/storefront\""
    case .constant: "a constant of the stack"
    }
  }

  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || isDigit(byte) }

  private static func isPath(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 400 else { return false }
    if bytes.count == 1 { return true }
    let parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      var name = part
      if part.first == UInt8(ascii: "{") {
        guard part.last == UInt8(ascii: "}"), part.count > 2 else { return false }
        name = part.dropFirst().dropLast()
      } else if part.first == UInt8(ascii: ":") {
        name = part.dropFirst()
      }
      guard let first = name.first, isAlphanumeric(first) else { return false }
      return name.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
    }
  }
}
