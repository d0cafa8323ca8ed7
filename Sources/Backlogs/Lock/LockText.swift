/// Text that every reader of the lock sees the same way.
enum LockText {
  /// The text with line separators and what YAML does not allow replaced by blanks and question marks.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x85, 0x2028, 0x2029, 0x09, 0x0A, 0x0D: result.append(" ")
      case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
        result.append(scalar)
      default: result.append("?")
      }
    }
    return String(result)
  }
}
