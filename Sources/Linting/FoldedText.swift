/// A text on one line.
enum FoldedText {
  /// The text with one blank for every run of white space, and none at either end.
  static func of(_ text: String) -> String {
    var text = text
    // Nearly all texts are ASCII; asking each character for its properties would take most of the time of a run.
    return text.withUTF8 { folded($0) }
      ?? text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Nil where there are characters outside ASCII.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var isASCII = true
    let text = String(unsafeUninitializedCapacity: bytes.count) { folded in
      var count = 0
      // A blank at the start is none.
      var isAfterBlank = true
      for byte in bytes {
        if byte >= 0x80 {
          isASCII = false
          return 0
        }
        let isBlank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if isBlank, isAfterBlank { continue }
        folded[count] = isBlank ? 0x20 : byte
        count += 1
        isAfterBlank = isBlank
      }
      return isAfterBlank && count > 0 ? count - 1 : count
    }
    return isASCII ? text : nil
  }
}
