/// Names as they are compared: `the Billing API (new)` and `billing-api` are one.
enum NameKey {
  /// Letters in lower case, everything else a single hyphen; a leading "the" and what stands in brackets at the end
  /// left out. Letters beyond ASCII stay, so that names of other scripts differ.
  static func make(_ text: String) -> String {
    var text = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
    return text.withUTF8 { text in
      // Never longer than the text: a hyphen stands for at least one byte that is left out.
      String(unsafeUninitializedCapacity: text.count) { key in
        var count = 0
        var wantsHyphen = false
        for byte in text {
          // An opening bracket ends the name, unless it begins it.
          if byte == 0x28, count > 0 { break }
          let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
          if lower &- 0x61 < 26 || lower &- 0x30 < 10 || lower >= 0x80 {
            if wantsHyphen, count > 0 {
              key[count] = 0x2D
              count += 1
            }
            wantsHyphen = false
            key[count] = lower
            count += 1
          } else if byte != 0x27 {
            wantsHyphen = true
          }
        }
        let article: StaticString = "the-"
        guard count >= 4, (0..<4).allSatisfy({ key[$0] == article.utf8Start[$0] }) else { return count }
        for index in 4..<count { key[index - 4] = key[index] }
        return count - 4
      }
    }
  }

  /// The key of a team's name: "Payments team" is the team "Payments".
  static func withoutTeam(_ key: String) -> String {
    if key.hasSuffix("-team") { return String(key.dropLast(5)) }
    return key.hasPrefix("team-") ? String(key.dropFirst(5)) : key
  }

  /// Whether a text has the form of an ID: one to three capital letters, a hyphen, digits; perhaps after `KEY/`.
  static func isID(_ text: String) -> Bool {
    var letters = 0
    var digits = 0
    var hasHyphen = false
    var isOther = false
    for byte in text.utf8 {
      if byte == 0x2F {
        (letters, digits, hasHyphen, isOther) = (0, 0, false, false)
      } else if !hasHyphen, byte &- 0x41 < 26 {
        letters += 1
      } else if !hasHyphen, byte == 0x2D {
        hasHyphen = true
      } else if hasHyphen, byte &- 0x30 < 10 {
        digits += 1
      } else {
        isOther = true
      }
    }
    return !isOther && (1...3).contains(letters) && digits > 0
  }

  /// Words with which people say that there is none.
  static let nothing: Set<String> = [
    "", "none", "n-a", "na", "nobody", "nothing", "tbd", "tba", "todo", "unknown", "no-one",
  ]
}
