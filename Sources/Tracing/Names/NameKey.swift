/// Names as they are compared: `the Billing API (new)` and `billing-api` are one.
enum NameKey {
  /// Letters in lower case, everything else a single hyphen; a leading "the" and what stands in brackets at the end
  /// left out. Letters beyond ASCII stay, so that names of other scripts differ.
  static func make(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    var wantsHyphen = false
    for byte in (isPlain ? text : text.lowercased()).utf8 {
      // An opening bracket ends the name, unless it begins it.
      if byte == 0x28, !bytes.isEmpty { break }
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lower &- 0x61 < 26 || lower &- 0x30 < 10 || lower >= 0x80 {
        if wantsHyphen, !bytes.isEmpty { bytes.append(0x2D) }
        wantsHyphen = false
        bytes.append(lower)
      } else if byte != 0x27 {
        wantsHyphen = true
      }
    }
    if bytes.starts(with: [0x74, 0x68, 0x65, 0x2D]) { bytes.removeFirst(4) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The key of a team's name: "Payments team" is the team "Payments".
  static func withoutTeam(_ key: String) -> String {
    if key.hasSuffix("-team") { return String(key.dropLast(5)) }
    return key.hasPrefix("team-") ? String(key.dropFirst(5)) : key
  }

  /// Whether a text has the form of an ID: one to three capital letters, a hyphen, digits; perhaps after `KEY/`.
  static func isID(_ text: String) -> Bool {
    let tail = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).last ?? text.utf8[...]
    let letters = tail.prefix { $0 &- 0x41 < 26 }.count
    guard (1...3).contains(letters), tail.dropFirst(letters).first == 0x2D else { return false }
    let digits = tail.dropFirst(letters + 1)
    return !digits.isEmpty && digits.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Words with which people say that there is none.
  static let nothing: Set<String> = [
    "", "none", "n-a", "na", "nobody", "nothing", "tbd", "tba", "todo", "unknown", "no-one",
  ]
}
