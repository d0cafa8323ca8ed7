/// A text on one line.
enum FoldedText {
  /// The text with one blank for every run of white space, and none at either end.
  static func of(_ text: String) -> String {
    var text = text
    // Nearly all texts are ASCII; asking each character for its properties would take most of the time of a run.
    return text.withUTF8 { folded($0) }
      ?? text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Hands over the bytes of a piece of text, folded in the same way.
  static func withFolded<Result>(
    _ bytes: [UInt8], _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = range.clamped(to: 0..<bytes.count)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { folded in
      let count = bytes.withUnsafeBufferPointer {
        fold(UnsafeBufferPointer(rebasing: $0[range]), into: folded)
      }
      if let count { return body(UnsafeBufferPointer(rebasing: folded[..<count])) }
      var text = of(String(decoding: bytes[range], as: UTF8.self))
      return text.withUTF8(body)
    }
  }

  /// Nil where there are characters outside ASCII.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var isASCII = true
    let text = String(unsafeUninitializedCapacity: bytes.count) { folded in
      let count = fold(bytes, into: folded)
      isASCII = count != nil
      return count ?? 0
    }
    return isASCII ? text : nil
  }

  /// Folds a text into memory that holds as many bytes and gives their number; nil where there are characters outside
  /// ASCII.
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    // A blank at the start is none.
    var isAfterBlank = true
    for byte in bytes {
      if byte >= 0x80 { return nil }
      let isBlank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if isBlank, isAfterBlank { continue }
      folded[count] = isBlank ? 0x20 : byte
      count += 1
      isAfterBlank = isBlank
    }
    return isAfterBlank && count > 0 ? count - 1 : count
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

  /// A piece of text in quotation marks, folded and cut where it is long, and how the sentence goes on; nil where it
  /// holds letters that may be put together of several.
  static func cited(_ bytes: [UInt8], _ range: Range<Int>, _ rest: StaticString) -> String? {
    guard range.upperBound <= bytes.count else { return nil }
    var isPlain = true
    // Of a long text, no more than 62 characters of at most three bytes are looked at.
    let capacity = min(range.count, 190) + 9 + rest.utf8CodeUnitCount
    let text = String(unsafeUninitializedCapacity: capacity) { text in
      let folded = bytes.withUnsafeBufferPointer { cited($0, range, in: text) }
      guard let folded else {
        isPlain = false
        return 0
      }
      var count = folded
      rest.withUTF8Buffer { rest in
        // There is room for it: `capacity` counts it.
        for index in rest.indices { text[count + index] = rest[index] }
        count += rest.count
      }
      return count
    }
    return isPlain ? text : nil
  }

  /// Writes a piece of text in quotation marks and gives the number of bytes.
  private static func cited(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, in text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    add(0x9C, to: text, &count)
    var characters = 0
    var cut = 0
    var isAfterBlank = true
    var at = range.lowerBound
    while at < range.upperBound, characters <= 60 || isAfterBlank {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        let isBlank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if isBlank, isAfterBlank { continue }
        text[count] = isBlank ? 0x20 : byte
        count += 1
        isAfterBlank = isBlank
      } else {
        let length = plainLength(bytes, at, range.upperBound)
        if length == 0 { return nil }
        for offset in 0..<length {
          text[count] = bytes[at + offset]
          count += 1
        }
        at += length
        isAfterBlank = false
      }
      characters += 1
      if characters == 59 { cut = count }
    }
    if isAfterBlank, characters > 0 {
      characters -= 1
      count -= 1
    }
    if characters > 60 {
      count = cut
      add(0xA6, to: text, &count)
    }
    add(0x9D, to: text, &count)
    return count
  }

  /// Writes a mark of typographic punctuation, of which the last byte is given.
  @inline(__always)
  private static func add(_ last: UInt8, to text: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    text[count] = 0xE2
    text[count + 1] = 0x80
    text[count + 2] = last
    count += 3
  }

  /// The length of a letter or mark outside ASCII that stands for itself, and is no blank: Latin letters with accents,
  /// typographic dashes and quotation marks, signs of currencies; 0 for all others.
  static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    switch bytes[at] {
    case 0xC2 where at + 1 < end && bytes[at + 1] > 0xA0 && bytes[at + 1] != 0xAD: 2
    case 0xC3 where at + 1 < end: 2
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] >= 0x90 && bytes[at + 2] < 0xA8: 3
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x82 && bytes[at + 2] == 0xAC: 3
    default: 0
    }
  }
}
