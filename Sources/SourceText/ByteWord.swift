/// Eight bytes looked at together: scanning byte by byte costs several times as much.
struct ByteWord {
  /// The bytes, the first in the lowest place.
  let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes of `buffer` from `offset` on; all of them must be there.
  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    bits = UInt64(
      littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether all eight are ASCII and none is a control character up to `\r`.
  @inline(__always)
  var isPlainText: Bool {
    // Only a byte below 14 borrows, as above.
    ((bits &- ByteWord.ones &* 0x0E) | bits) & ByteWord.highs == 0
  }

  /// Whether all eight are ASCII and none is zero.
  @inline(__always)
  var isPlainASCII: Bool {
    // Only a zero byte borrows, and only where a byte has its high bit or borrows is the result's high bit set.
    ((bits &- ByteWord.ones) | bits) & ByteWord.highs == 0
  }

  /// The high bit of each byte that equals `byte`.
  @inline(__always)
  func mask(equalTo byte: UInt8) -> UInt64 {
    let difference = bits ^ (ByteWord.ones &* UInt64(byte))
    // Unlike the shorter test with a borrow, this one marks no byte wrongly.
    let low = (difference & ~ByteWord.highs) &+ ~ByteWord.highs
    return ~(low | difference | ~ByteWord.highs)
  }
}
