import MarkdownTree

/// What stands between a label or number and the text after it: blanks, colon, full stop, hyphen, dash.
extension MarkdownTree {
  /// Whether such a sign begins at an offset of `plain`.
  func isSeparator(_ at: Int) -> Bool {
    switch plain[at] {
    case 0x20, 0x3A, 0x2E, 0x2D, 0x0A: true
    case 0xE2: at + 2 < plain.count && plain[at + 1] == 0x80 && (0x93...0x95).contains(plain[at + 2])
    case 0xEF: at + 2 < plain.count && plain[at + 1] == 0xBC && plain[at + 2] == 0x9A
    default: false
    }
  }

  /// The bytes of the sign at an offset of `plain`.
  func separatorLength(_ at: Int) -> Int { plain[at] < 0x80 ? 1 : 3 }
}
