/// Eight bytes of a text, the first in the lowest place.
struct EightBytes {
  private static let foldedBits: UInt64 = 0x5F5F_5F5F_5F5F_5F5F
  private static let smallBits: UInt64 = 0x2020_2020_2020_2020
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private let bytes: UInt64

  /// The eight bytes from an address on; all of them must be there.
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>) {
    bytes = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
  }

  /// The letters as capitals.
  @inline(__always)
  private var folded: UInt64 { bytes & EightBytes.foldedBits }

  /// The high bit of each byte that is no ASCII letter.
  @inline(__always)
  var others: UInt64 {
    // Bytes from `A` on, and those after `Z`, carry into their high bit.
    let fromA = folded &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = folded &+ 0x2525_2525_2525_2525
    return (~fromA | afterZ | bytes) & EightBytes.highBits
  }

  /// Whether the first letter is a capital.
  @inline(__always)
  var beginsLarge: Bool { bytes & 0x20 == 0 }

  /// All bits of the bytes before the first of some others.
  @inline(__always)
  private func mask(before others: UInt64) -> UInt64 { (others ^ (others &- 1)) &>> 8 }

  /// Whether there are two letters or more before the first of some other bytes, and all are capitals.
  @inline(__always)
  func areLarge(before others: UInt64) -> Bool {
    let mask = mask(before: others)
    return mask > 0xFF && bytes & mask & EightBytes.smallBits == 0
  }

  /// The hash, not folded yet, of the letters before the first of some other bytes.
  @inline(__always)
  func hash(before others: UInt64, after hash: UInt64 = WordHasher.start) -> UInt64 {
    WordHasher.mix(hash, folded & mask(before: others))
  }

  /// The hash, not folded yet, of eight letters.
  @inline(__always)
  func hash(after hash: UInt64) -> UInt64 { WordHasher.mix(hash, folded) }

  /// Whether one of eight letters is small.
  @inline(__always)
  var hasSmall: Bool { bytes & EightBytes.smallBits != 0 }
}
