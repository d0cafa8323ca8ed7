/// Makes text from documents harmless and measurable before it goes to a terminal.
///
/// A document is somebody else's text: an escape sequence in it must be shown, not obeyed, and a bidirectional
/// override must not turn a message around.
public enum TerminalText {
  /// The text on one line: tabs and line ends become blanks, other control characters visible signs.
  public static func clean(_ text: String) -> String {
    if isPlain(text) || isClean(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": result.append(" ")
      default: result.append(visible(scalar))
      }
    }
    return String(result)
  }

  /// Whether a text is all printable ASCII.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isPlain($0) } ?? text.utf8.allSatisfy { $0 &- 0x20 < 0x5F }
  }

  /// Whether bytes are all printable ASCII.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isPlain = true
    // Without leaving early, many bytes are looked at together; nearly all texts are plain.
    for byte in bytes where byte &- 0x20 >= 0x5F { isPlain = false }
    return isPlain
  }

  /// Whether a text has nothing that must not go to a terminal; looks at bytes, not scalars.
  private static func isClean(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isClean($0) } ?? isClean(text.utf8)
  }

  @inline(__always)
  private static func isClean(_ text: some Sequence<UInt8>) -> Bool {
    var lead: UInt8 = 0
    var before: UInt8 = 0
    for byte in text {
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return false }
      } else {
        // U+0080 to U+009F, U+061C, and what `visible` hides of U+2000 to U+207F.
        if before == 0xC2, byte < 0xA0 { return false }
        if before == 0xD8, byte == 0x9C { return false }
        if lead == 0xE2, before == 0x80 || before == 0x81, byte >= 0x8E {
          let isMark = before == 0x80 && (byte < 0x90 || (0xA8...0xAE).contains(byte))
          let isIsolate = before == 0x81 && (0xA6...0xA9).contains(byte)
          if isMark || isIsolate { return false }
        }
      }
      lead = before
      before = byte
    }
    return true
  }

  /// The scalar itself, or the sign that stands for a control character.
  public static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // The second block of controls, line and paragraph separators, and everything that changes the direction of text.
    case 0x80...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// Columns a scalar takes in a terminal: 0 for combining marks, 2 for wide East Asian characters and emoji.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch value {
    case 0x1160...0x11FF: return 0
    case 0x2010...0x2027, 0x2030...0x205E: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(value) ? 2 : 1
    }
  }

  /// Columns a text takes in a terminal.
  public static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The text, cut to a number of columns with `…` at its end where it is longer.
  public static func truncate(_ text: String, to columns: Int) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    var fits = (scalars: 0, columns: 0)
    for scalar in text.unicodeScalars {
      let width = width(of: scalar)
      if used + width > columns {
        result.removeLast(result.count - fits.scalars)
        while result.last == " " { result.removeLast() }
        return String(result) + "…"
      }
      result.append(scalar)
      used += width
      if used < columns { fits = (result.count, used) }
    }
    return text
  }

  /// Wide and full-width characters of Unicode 15 (East Asian Width W and F), unassigned gaps closed.
  private static func isWide(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A,
    0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
    0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
    0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC,
    0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAF6, 0x20000...0x3FFFD,
  ]
}
