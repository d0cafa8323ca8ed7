/// What kind of character starts at a byte.
struct ByteClass {
  enum Script { case alphabet, ideograph }
  let length: Int
  let isSeparator: Bool
  let isApostrophe: Bool
  let script: Script

  static func of(_ plain: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> ByteClass {
    let byte = plain[at]
    if byte < 0x80 {
      let isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      return ByteClass(length: 1, isSeparator: !isWord, isApostrophe: false, script: .alphabet)
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + length <= end else {
      return ByteClass(length: end - at, isSeparator: true, isApostrophe: false, script: .alphabet)
    }
    if length == 2 {
      // U+0080 to U+00BF are signs; ª º and µ are rare enough to be taken for signs too.
      return ByteClass(
        length: 2,
        isSeparator: byte == 0xC2 || (byte == 0xC3 && (plain[at + 1] == 0x97 || plain[at + 1] == 0xB7)),
        isApostrophe: false, script: .alphabet)
    }
    if length == 4 {
      // Emoji separate words; supplementary ideographs (U+20000 on) do not.
      let isIdeograph = byte == 0xF0 && plain[at + 1] >= 0xA0
      return ByteClass(
        length: 4, isSeparator: !isIdeograph, isApostrophe: false,
        script: isIdeograph ? .ideograph : .alphabet)
    }
    // The greater part of the ideographs, and all of Hangul, begin with bytes of their own.
    if byte >= 0xE4 && byte <= 0xED {
      let isIdeograph = byte <= 0xE9
      return ByteClass(
        length: 3, isSeparator: false, isApostrophe: false, script: isIdeograph ? .ideograph : .alphabet)
    }
    let scalar =
      UInt32(byte & 0x0F) << 12 | UInt32(plain[at + 1] & 0x3F) << 6 | UInt32(plain[at + 2] & 0x3F)
    switch scalar {
    case 0x2019:
      return ByteClass(length: 3, isSeparator: true, isApostrophe: true, script: .alphabet)
    case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x30FB, 0xFEFF, 0xFFFD:
      return ByteClass(length: 3, isSeparator: true, isApostrophe: false, script: .alphabet)
    case 0x2E80...0x2FFF, 0x3005...0x3007, 0x3021...0x9FFF, 0xF900...0xFAFF:
      return ByteClass(length: 3, isSeparator: false, isApostrophe: false, script: .ideograph)
    default:
      return ByteClass(length: 3, isSeparator: false, isApostrophe: false, script: .alphabet)
    }
  }
}
