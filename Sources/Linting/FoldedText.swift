/// A text on one line.
enum FoldedText {
  /// The text with one blank for every run of white space, and none at either end.
  static func of(_ text: String) -> String {
    // Nearly all texts are ASCII; asking each character for its properties would take most of the time of a run.
    let bytes = text.utf8
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var isFolded = true
    var previous: UInt8 = 0x20
    for byte in bytes {
      if isBlank(byte), byte != 0x20 || previous == 0x20 { isFolded = false }
      previous = byte
    }
    if isFolded, bytes.isEmpty || previous != 0x20 { return text }
    return String(unsafeUninitializedCapacity: bytes.count) { folded in
      var count = 0
      for byte in bytes {
        if !isBlank(byte) {
          folded[count] = byte
          count += 1
        } else if count > 0, folded[count - 1] != 0x20 {
          folded[count] = 0x20
          count += 1
        }
      }
      return count > 0 && folded[count - 1] == 0x20 ? count - 1 : count
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
