/// A word that is longer than nearly all, does not consist of ASCII letters alone, or ends where a block does.
struct OtherWord {
  /// The byte after the last; the first where there is no word.
  let end: Int
  let hash: UInt32
  let traits: Prose.Traits
  /// Whether it contains an `X`.
  let hasX: Bool

  /// Reads the word at `start`, whatever it consists of.
  @inline(never)
  init(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ script: ByteClass.Script) {
    guard let base = plain.baseAddress else {
      (self.end, hash, self.traits, self.hasX) = (start, WordHasher().value, [], false)
      return
    }
    var at = start
    var hasher = WordHasher()
    var digits = 0
    var letters = 0
    var capitals = 0
    var hasX = false
    var traits: Prose.Traits = []
    let first = plain[at]
    if first &- 0x41 < 26 { traits.insert(.capitalised) }
    if script == .ideograph { traits.insert(.ideographic) }
    while at < end {
      let byte = plain[at]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
          if script == .ideograph { break }
          if at &+ 8 <= plain.count {
            // All eight bytes are there; those from `end` on are left out.
            let eight = EightBytes(base + at)
            let count = min(eight.others.trailingZeroBitCount / 8, end &- at)
            let own = eight.capitals(ofFirst: count)
            let large = eight.countOfLarge(inFirst: count)
            if large > 0, !hasX { hasX = plain[at..<at &+ count].contains(0x58) }
            hasher.add(own, length: UInt64(truncatingIfNeeded: count))
            letters &+= count
            capitals &+= large
            at &+= count
            continue
          }
          letters &+= 1
          if byte & 0x20 == 0 {
            capitals &+= 1
            if byte == 0x58 { hasX = true }
          }
        } else if byte &- 0x30 < 10 {
          if script == .ideograph { break }
          digits &+= 1
        } else if byte == 0x27 {
          // An apostrophe belongs to a word only between letters.
          guard at > start, at + 1 < end, plain[at + 1] | 0x20 &- 0x61 < 26 || plain[at + 1] >= 0x80,
            letters > 0
          else { break }
        } else if byte == 0x5F {
        } else {
          break
        }
        hasher.add(byte)
        at &+= 1
      } else {
        let next = ByteClass.of(plain, at, end)
        if next.isApostrophe, at > start, at + 3 < end, plain[at + 3] | 0x20 &- 0x61 < 26 {
          hasher.add(0x27)
          at += 3
          continue
        }
        if next.isSeparator || (next.script == .ideograph) != (script == .ideograph) { break }
        traits.insert(.nonASCII)
        if next.length >= 3 {
          var character: UInt64 = 0
          for offset in (0..<next.length).reversed() {
            character = character << 8 | UInt64(plain[at &+ offset])
          }
          hasher.add(character, length: UInt64(truncatingIfNeeded: next.length))
        } else {
          for offset in 0..<next.length { hasher.add(plain[at &+ offset]) }
        }
        letters &+= 1
        at &+= next.length
      }
    }
    if digits > 0 { traits.insert(.digit) }
    if digits > 0, letters == 0 { traits.insert(.number) }
    if capitals >= 2, capitals == letters { traits.insert(.allCaps) }
    self.end = at
    self.hash = hasher.value
    self.traits = traits
    self.hasX = hasX
  }
}
