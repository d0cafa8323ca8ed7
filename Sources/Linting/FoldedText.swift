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

extension FoldedText {
  /// Whether an ASCII text in small letters stands in a range, in capitals or small letters; nil where the range is not
  /// all ASCII.
  static func holds(_ text: StaticString, _ bytes: [UInt8], _ range: Range<Int>) -> Bool? {
    bytes.withUnsafeBufferPointer { bytes in
      text.withUTF8Buffer { text in
        let range = range.clamped(to: 0..<bytes.count)
        for at in range where bytes[at] >= 0x80 { return nil }
        var at = range.lowerBound
        while at + text.count <= range.upperBound {
          var next = 0
          while next < text.count {
            let byte = bytes[at + next]
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == text[next] else { break }
            next += 1
          }
          if next == text.count { return true }
          at += 1
        }
        return false
      }
    }
  }

  /// A piece of text in quotation marks, folded, and how the sentence goes on; nil where it is not short or not ASCII.
  static func cited(_ bytes: [UInt8], _ range: Range<Int>, _ rest: StaticString) -> String? {
    guard range.count <= 60, range.upperBound <= bytes.count else { return nil }
    var isASCII = true
    let capacity = range.count + 6 + rest.utf8CodeUnitCount
    let text = String(unsafeUninitializedCapacity: capacity) { text in
      // Quotation marks take three bytes each.
      text[0] = 0xE2
      text[1] = 0x80
      text[2] = 0x9C
      var count = 3
      var isAfterBlank = true
      for byte in bytes[range] {
        if byte >= 0x80 {
          isASCII = false
          return 0
        }
        let isBlank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if isBlank, isAfterBlank { continue }
        text[count] = isBlank ? 0x20 : byte
        count += 1
        isAfterBlank = isBlank
      }
      if isAfterBlank, count > 3 { count -= 1 }
      text[count] = 0xE2
      text[count + 1] = 0x80
      text[count + 2] = 0x9D
      count += 3
      return rest.withUTF8Buffer { rest in
        for byte in rest {
          text[count] = byte
          count += 1
        }
        return count
      }
    }
    return isASCII ? text : nil
  }
}
