/// The bytes that a `[…]` of a pattern stands for.
struct ByteSet: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return words.0 & bit != 0
    case 1: return words.1 & bit != 0
    case 2: return words.2 & bit != 0
    default: return words.3 & bit != 0
    }
  }

  private mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  /// Reads a set; `at` is behind the `[` and comes to stand behind the `]`.
  ///
  /// Nil for a set without end or with an unknown `[:class:]`: git lets those match nothing.
  init?(_ pattern: [UInt8], after at: inout Int) {
    func peek(_ index: Int) -> UInt8? { index < pattern.count ? pattern[index] : nil }
    var negated = false
    if let mark = peek(at), mark == UInt8(ascii: "!") || mark == UInt8(ascii: "^") {
      negated = true
      at += 1
    }
    var last: UInt8? = nil
    var isFirst = true
    while true {
      guard let byte = peek(at) else { return nil }
      at += 1
      // A bracket right at the start is an ordinary character.
      if byte == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if byte == UInt8(ascii: "\\") {
        guard let escaped = peek(at) else { return nil }
        at += 1
        insert(escaped)
        last = escaped
      } else if byte == UInt8(ascii: "-"), let low = last, var high = peek(at), high != UInt8(ascii: "]") {
        at += 1
        if high == UInt8(ascii: "\\") {
          guard let escaped = peek(at) else { return nil }
          at += 1
          high = escaped
        }
        if low <= high { for member in low...high { insert(member) } }
        last = nil
      } else if byte == UInt8(ascii: "["), peek(at) == UInt8(ascii: ":") {
        guard let end = pattern[(at + 1)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if end == at + 1 || pattern[end - 1] != UInt8(ascii: ":") {
          insert(byte)
          last = byte
          continue
        }
        let name = String(decoding: pattern[(at + 1)..<(end - 1)], as: UTF8.self)
        guard let isMember = ByteSet.classes[name] else { return nil }
        for member in UInt8.min...127 where isMember(member) { insert(member) }
        at = end + 1
        last = nil
      } else {
        insert(byte)
        last = byte
      }
    }
    if negated { words = (~words.0, ~words.1, ~words.2, ~words.3) }
  }

  /// The classes of `[[:name:]]`, for ASCII.
  private static let classes: [String: @Sendable (UInt8) -> Bool] = {
    let isDigit: @Sendable (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    let isUpper: @Sendable (UInt8) -> Bool = { (0x41...0x5A).contains($0) }
    let isLower: @Sendable (UInt8) -> Bool = { (0x61...0x7A).contains($0) }
    let isGraph: @Sendable (UInt8) -> Bool = { (0x21...0x7E).contains($0) }
    return [
      "digit": isDigit, "upper": isUpper, "lower": isLower, "graph": isGraph,
      "alpha": { isUpper($0) || isLower($0) },
      "alnum": { isUpper($0) || isLower($0) || isDigit($0) },
      "blank": { $0 == 0x20 || $0 == 0x09 },
      "cntrl": { $0 < 0x20 || $0 == 0x7F },
      "print": { (0x20...0x7E).contains($0) },
      "punct": { isGraph($0) && !isUpper($0) && !isLower($0) && !isDigit($0) },
      "space": { $0 == 0x20 || (0x09...0x0D).contains($0) },
      "xdigit": { isDigit($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) },
    ]
  }()
}
