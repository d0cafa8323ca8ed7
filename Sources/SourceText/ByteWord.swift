/// Eight bytes looked at together: scanning byte by byte costs several times as much.
struct ByteWord {
  /// The bytes, the first in the lowest place.
  private let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes of `buffer` from `offset` on; all of them must be there.
  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    bits = UInt64(
      littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// High bits, the first of which is that of the first byte that is no ASCII or a control character up to `\r`; none
  /// where there is no such byte.
  @inline(__always)
  var others: UInt64 {
    // Only a byte below 14 borrows, and only where a byte has its high bit or borrows is the result's high bit set.
    ((bits &- ByteWord.ones &* 0x0E) | bits) & ByteWord.highs
  }
}
