internal import SourceText

/// Finding words in files.
enum TextSearch {
  /// The places of a text.
  static func places(of text: String, in source: SourceFile) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, source.bytes.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      let last = bytes.count - wanted.count
      while at <= last {
        if bytes[at] == first, (1..<wanted.count).allSatisfy({ bytes[at + $0] == wanted[$0] }) {
          found.append(at..<at + wanted.count)
          at += wanted.count
        } else {
          at += 1
        }
      }
    }
    return found
  }

  /// Whether a text occurs as a word of its own: no letter, digit, `-` or `_` beside it.
  static func hasWord(_ word: String, in source: SourceFile) -> Bool {
    places(of: word, in: source).contains { range in
      (range.lowerBound == 0 || !isWord(source.bytes[range.lowerBound - 1]))
        && (range.upperBound == source.bytes.count || !isWord(source.bytes[range.upperBound]))
    }
  }

  /// All IDs such as `N-1`: one to three capital letters, a dash, digits.
  static func ids(in source: SourceFile) -> [(id: String, range: Range<Int>)] {
    let bytes = source.bytes
    var found: [(id: String, range: Range<Int>)] = []
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, isWord(bytes[at]) { at += 1 }
      if at == start {
        at += 1
        continue
      }
      let word = bytes[start..<at]
      guard let dash = word.firstIndex(of: 0x2D), (1...3).contains(dash - start), dash + 1 < at,
        word[start..<dash].allSatisfy({ $0 &- 0x41 < 26 }),
        word[(dash + 1)...].allSatisfy({ $0 &- 0x30 < 10 })
      else { continue }
      found.append((String(decoding: word, as: UTF8.self), start..<at))
    }
    return found
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F || byte >= 0x80
  }

  /// The lines of a file with their ranges, blanks at both ends left out.
  static func lines(of source: SourceFile) -> [(text: String, range: Range<Int>)] {
    if source.bytes.isEmpty { return [] }
    return (1...source.lineCount).map { number in
      var range = source.lineRange(number)
      if number == 1, range.lowerBound < source.markLength { range = source.markLength..<range.upperBound }
      while let first = range.first, source.bytes[first] == 0x20 || source.bytes[first] == 0x09 {
        range = first + 1..<range.upperBound
      }
      while let last = range.last, source.bytes[last] == 0x20 || source.bytes[last] == 0x09 {
        range = range.lowerBound..<last
      }
      return (source[range], range)
    }
  }
}
