import PRFAQ

/// Short names made from titles, by Backstage's rule for names: letters and digits separated by single hyphens.
public enum Slug {
  /// The slug of a text: lower-case ASCII letters and digits, everything else a hyphen; at most 63 bytes, cut between words.
  ///
  /// A text without ASCII letters or digits gets a slug made from a hash of it, so that it has one at all and the same
  /// one on every machine: `x-5f2c09ae`.
  public static func make(_ text: String) -> String {
    var bytes: [UInt8] = []
    var wantsHyphen = false
    var lastWordEnd = 0
    for byte in text.utf8 {
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lower &- 0x61 < 26 || lower &- 0x30 < 10 {
        if wantsHyphen, !bytes.isEmpty {
          lastWordEnd = bytes.count
          bytes.append(0x2D)
        }
        wantsHyphen = false
        bytes.append(lower)
      } else if byte != 0x27, byte < 0x80 || !isApostrophe(byte) {
        wantsHyphen = true
      }
      if bytes.count > 63 {
        bytes.removeSubrange((lastWordEnd > 0 ? lastWordEnd : 63)...)
        break
      }
    }
    guard !bytes.isEmpty else {
      // FNV-1a: slugs are kept, so that this must never change.
      let value = text.lowercased().utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
      let hash = String(value, radix: 16)
      return "x-" + String(repeating: "0", count: 8 - hash.count) + hash
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // A typographic apostrophe is three bytes; none of them may divide a word.
  private static func isApostrophe(_ byte: UInt8) -> Bool { byte == 0xE2 || byte == 0x80 || byte == 0x99 }
}
