internal import Glibc

/// Finds the next of a few bytes, eight at a time: most bytes of a text are none of those a reader looks for.
enum ByteSearch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The first place in `from..<end` with a byte; `end` where there is none.
  @inline(__always)
  static func first(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int {
    guard from < end, let base = text.baseAddress, let found = memchr(base + from, Int32(byte), end - from)
    else { return max(from, end) }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// A sign in the high bit of each byte of `word` that equals one.
  @inline(__always)
  static func marks(_ word: UInt64, _ byte: UInt8) -> UInt64 { marks(word, ones &* UInt64(byte)) }

  /// A sign in the high bit of each byte of `word` that equals the one repeated in `pattern`.
  @inline(__always)
  private static func marks(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return ~(((difference & lows) &+ lows) | difference | lows)
  }

  /// The first place in `from..<end` with one of the bytes; `end` where there is none.
  @inline(__always)
  static func first(
    of bytes: (UInt8, UInt8, UInt8), in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int
  ) -> Int {
    var at = from
    let patterns = (ones &* UInt64(bytes.0), ones &* UInt64(bytes.1), ones &* UInt64(bytes.2))
    let raw = UnsafeRawBufferPointer(text)
    while at + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let found = marks(word, patterns.0) | marks(word, patterns.1) | marks(word, patterns.2)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      let byte = text[at]
      if byte == bytes.0 || byte == bytes.1 || byte == bytes.2 { return at }
      at += 1
    }
    return max(from, end)
  }

  /// The first place in `from..<end` with `[`, `{`, `<`, `?` or `X`; `end` where there is none.
  static func firstMark(in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int {
    var at = from
    let raw = UnsafeRawBufferPointer(text)
    while at + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // `[` and `{` differ in one bit, which is taken away.
      let found =
        marks(word & ~(ones &* 0x20), ones &* 0x5B) | marks(word, ones &* 0x3C) | marks(word, ones &* 0x3F)
        | marks(word, ones &* 0x58)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      switch text[at] {
      case 0x5B, 0x7B, 0x3C, 0x3F, 0x58: return at
      default: at += 1
      }
    }
    return max(from, end)
  }

  /// The first place in `from..<end` with one of the bytes or a byte outside ASCII; `end` where there is none.
  @inline(__always)
  static func firstWide(
    or bytes: (UInt8, UInt8, UInt8), in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int
  ) -> Int {
    var at = from
    let patterns = (ones &* UInt64(bytes.0), ones &* UInt64(bytes.1), ones &* UInt64(bytes.2))
    let raw = UnsafeRawBufferPointer(text)
    while at + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let found =
        marks(word, patterns.0) | marks(word, patterns.1) | marks(word, patterns.2) | (word & ~lows)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      let byte = text[at]
      if byte >= 0x80 || byte == bytes.0 || byte == bytes.1 || byte == bytes.2 { return at }
      at += 1
    }
    return max(from, end)
  }
}
