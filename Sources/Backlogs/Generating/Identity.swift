import Hashing
import Tracing

/// Names that are the same on every machine and in every run.
enum Identity {
  /// The UUID of an item, made from the id it was first recorded with.
  ///
  /// The first 16 bytes of a SHA-256 with the version and variant bits of version 4, the only form that some trackers
  /// accept from a client.
  static func uid(of id: String) -> String {
    var bytes = Array(ContentHash(of: Array("prfaq-backlog/1\u{1F}\(id)".utf8)).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  /// A document's key as it begins ids: as written where it fits into one, else its slug.
  static func key(_ key: String) -> String {
    let bytes = Array(key.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    let fits = bytes.allSatisfy { isLetter($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
    return fits && bytes.first.map(isLetter) == true && bytes.last.map(isLetter) == true && bytes.count <= 63
      ? key : Slug.make(key)
  }

  /// The fingerprint of texts: 16 hexadecimal digits.
  static func fingerprint(_ parts: [String]) -> String { ContentHash(of: parts).hex(16) }

  /// The key of a criterion.
  static func criterionKey(_ text: String) -> String { "ac-" + ContentHash(of: [text]).hex(8) }

  /// A short slug of a text for an id: its first six words.
  static func slug(_ text: String) -> String {
    let words = Slug.make(text).split(separator: "-").prefix(6)
    return words.joined(separator: "-")
  }
}
