internal import Glibc

/// Finds the next of a few bytes, sixteen at a time: most bytes of a text are none of those a reader looks for.
enum ByteSearch {
  /// The first place in `from..<end` with a byte; `end` where there is none.
  @inline(__always)
  static func first(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int {
    guard from < end, let base = text.baseAddress, let found = memchr(base + from, Int32(byte), end - from)
    else { return max(from, end) }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place in `from..<end` with one of the bytes; `end` where there is none.
  @inline(__always)
  static func first(
    of bytes: (UInt8, UInt8, UInt8), in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int
  ) -> Int {
    search(text, from, end) { stretch in
      (stretch .== bytes.0) .| (stretch .== bytes.1) .| (stretch .== bytes.2)
    } one: { byte in
      byte == bytes.0 || byte == bytes.1 || byte == bytes.2
    }
  }

  /// The first place in `from..<end` with one of the bytes or a byte outside ASCII; `end` where there is none.
  @inline(__always)
  static func firstWide(
    or bytes: (UInt8, UInt8, UInt8), in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int
  ) -> Int {
    search(text, from, end) { stretch in
      (stretch .== bytes.0) .| (stretch .== bytes.1) .| (stretch .== bytes.2) .| isWide(stretch)
    } one: { byte in
      byte >= 0x80 || byte == bytes.0 || byte == bytes.1 || byte == bytes.2
    }
  }

  /// The first place in `from..<end` with `[`, `{`, `<`, `?` or `X`; `end` where there is none.
  static func firstMark(in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int {
    search(text, from, end) { stretch in
      // `[` and `{` differ in one bit, which is taken away.
      (stretch & 0xDF .== 0x5B) .| (stretch .== 0x3C) .| (stretch .== 0x3F) .| (stretch .== 0x58)
    } one: { byte in
      byte & 0xDF == 0x5B || byte == 0x3C || byte == 0x3F || byte == 0x58
    }
  }

  private typealias Stretch = SIMD16<UInt8>
  private typealias Marks = SIMDMask<SIMD16<Int8>>

  @inline(__always)
  private static func isWide(_ stretch: Stretch) -> Marks {
    unsafeBitCast(stretch, to: SIMD16<Int8>.self) .< 0
  }

  /// - Parameters:
  ///   - many: marks the bytes that are looked for among sixteen.
  ///   - one: whether a byte is one of them.
  @inline(__always)
  private static func search(
    _ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int, many: (Stretch) -> Marks,
    one: (UInt8) -> Bool
  ) -> Int {
    var at = from
    let raw = UnsafeRawBufferPointer(text)
    while at + 16 <= end {
      let marks = many(raw.loadUnaligned(fromByteOffset: at, as: Stretch.self))
      let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 {
        return halves.x != 0
          ? at + UInt64(littleEndian: halves.x).trailingZeroBitCount / 8
          : at + 8 + UInt64(littleEndian: halves.y).trailingZeroBitCount / 8
      }
      at += 16
    }
    while at < end {
      if one(text[at]) { return at }
      at += 1
    }
    return max(from, end)
  }
}
