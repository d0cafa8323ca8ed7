/// Turns libyaml's positions, which count code points, into byte offsets of the file.
///
/// Events come nearly in order, so walking from the last position asked for makes one pass over the text.
struct OffsetCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let isASCII: Bool
  private var index = 0
  private var at = 0

  /// `offset` is where `bytes` start in the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
    self.bytes = bytes
    start = offset
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// The file offset of the code point with this number, or of the end of the text.
  mutating func offset(of wanted: Int) -> Int {
    if isASCII { return start + min(wanted, bytes.count) }
    while index < wanted, at < bytes.count {
      at += 1
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
      index += 1
    }
    while index > wanted, at > 0 {
      at -= 1
      while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      index -= 1
    }
    return start + at
  }

  /// The file range of the code point with this number; empty at the end of the text.
  mutating func character(at wanted: Int) -> Range<Int> {
    character(atByte: offset(of: wanted) - start)
  }

  /// The file range of the code point at a byte of the text; empty at the end of the text.
  func character(atByte first: Int) -> Range<Int> {
    var end = min(first, bytes.count)
    let first = end
    if end < bytes.count { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start + first..<start + end
  }

  /// The byte at a file offset, or nil outside the text.
  subscript(offset: Int) -> UInt8? {
    bytes.indices.contains(offset - start) ? bytes[offset - start] : nil
  }

  /// The text of a file range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.lowerBound - start..<range.upperBound - start], as: UTF8.self)
  }

  /// The range without blanks and line ends at its end.
  func trimmingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, let last = self[end - 1], [0x20, 0x09, 0x0A, 0x0D].contains(last) {
      end -= 1
    }
    return range.lowerBound..<end
  }

  /// From a file offset to the end of its line, without blanks at the end.
  func restOfLine(from offset: Int) -> Range<Int> {
    var end = offset
    while let byte = self[end], byte != 0x0A, byte != 0x0D { end += 1 }
    return trimmingBlanks(offset..<end)
  }

  /// Whether only blanks stand between the start of the line and a file offset.
  func startsLine(_ offset: Int) -> Bool {
    var before = offset
    while let byte = self[before - 1] {
      if byte == 0x0A || byte == 0x0D { return true }
      if byte != 0x20 && byte != 0x09 { return false }
      before -= 1
    }
    return true
  }
}
