/// Hashes a word eight bytes at a time, with small and capital letters alike: ASCII, Latin-1 and Cyrillic.
struct WordHasher {
  static let start: UInt64 = 0x243F_6A88_85A3_08D3
  private var hash = WordHasher.start
  /// The bytes not mixed in yet, the first in the lowest place.
  private var bytes: UInt64 = 0
  private var count: UInt64 = 0
  private var previous: UInt8 = 0

  /// Mixes in up to eight bytes.
  @inline(__always)
  static func mix(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let mixed = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  @inline(__always)
  static func folded(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

  /// The hash of all bytes added.
  var value: UInt32 {
    WordHasher.folded(count == 0 ? hash : WordHasher.mix(hash, bytes))
  }

  /// Adds one to eight bytes, the first in the lowest place, that need not be folded: those of a character of three or
  /// four, or capitals.
  @inline(__always)
  mutating func add(_ folded: UInt64, length: UInt64) {
    bytes |= folded &<< (count &* 8)
    count &+= length
    previous = 0
    if count < 8 { return }
    hash = WordHasher.mix(hash, bytes)
    count &-= 8
    // What did not fit any more: all of its bits are shifted out where all of it did.
    bytes = folded >> ((length &- count) &* 8)
  }

  mutating func add(_ byte: UInt8) {
    var folded = byte
    if byte &- 0x61 < 26 {
      folded = byte & 0x5F
    } else if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
      folded = byte + 0x20
    } else if previous == 0xD0, byte >= 0x90, byte <= 0x9F {
      folded = byte + 0x20
    } else if previous == 0xD0, byte >= 0xA0, byte <= 0xAF {
      // The second half of the lower-case Cyrillic letters has another lead byte; the trail alone tells them apart
      // well enough for a hash that is checked against nothing but word lists.
      folded = byte - 0x20
    }
    // Both Cyrillic lead bytes count as one, so that the two halves of the alphabet fold alike.
    let entry = folded == 0xD1 ? 0xD0 : folded
    bytes |= UInt64(entry) &<< (count &* 8)
    count &+= 1
    if count == 8 {
      hash = WordHasher.mix(hash, bytes)
      bytes = 0
      count = 0
    }
    previous = byte
  }
}
