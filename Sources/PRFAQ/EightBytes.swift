/// Eight bytes of a text, the first in the lowest place.
struct EightBytes {
  private static let foldedBits: UInt64 = 0x5F5F_5F5F_5F5F_5F5F
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private let bytes: UInt64

  /// The eight bytes from an address on; all of them must be there.
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>) {
    bytes = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
  }

  /// The eight bytes of a text before a place, the first in the lowest place; zeros where there are none.
  @inline(__always)
  static func before(_ place: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if place >= 8 {
      return UInt64(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place - 8, as: UInt64.self))
    }
    return text[..<place].reduce(0) { $0 &>> 8 | UInt64($1) << 56 }
  }

  /// Some bytes, all of them ASCII, with capitals for small letters.
  @inline(__always)
  static func withCapitals(_ bytes: UInt64) -> UInt64 {
    // Bytes from `a` on, but not those after `z`, get their high bit, two places above the bit of small letters.
    let fromA = bytes &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = bytes &+ 0x0505_0505_0505_0505
    return bytes & ~((fromA & ~afterZ & highBits) &>> 2)
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

  /// The hash, not folded yet, of the letters before the first of some other bytes.
  @inline(__always)
  func hash(before others: UInt64, after hash: UInt64) -> UInt64 {
    WordHasher.mix(hash, folded & (others ^ (others &- 1)) &>> 8)
  }

  /// The first bytes, at least one and at most eight, as capitals where they are letters; zeros behind them.
  @inline(__always)
  func capitals(ofFirst count: Int) -> UInt64 { folded & EightBytes.mask(ofFirst: count) }

  /// How many of the first bytes, at least one and at most eight, are capitals, where all are letters.
  @inline(__always)
  func countOfLarge(inFirst count: Int) -> Int {
    (~bytes & 0x2020_2020_2020_2020 & EightBytes.mask(ofFirst: count)).nonzeroBitCount
  }

  @inline(__always)
  private static func mask(ofFirst count: Int) -> UInt64 {
    ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  /// The hash, not folded yet, of eight letters.
  @inline(__always)
  func hash(after hash: UInt64) -> UInt64 { WordHasher.mix(hash, folded) }
}
