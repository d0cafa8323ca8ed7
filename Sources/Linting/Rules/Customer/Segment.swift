/// Names of customer segments that tell nobody apart.
enum Segment {
  private static let adjectives: Set<String> = [
    "all", "every", "any", "the", "our", "end", "potential", "general",
  ]
  private static let nouns: Set<String> = [
    "everyone", "everybody", "anyone", "anybody", "people", "person", "user", "users", "customer",
    "customers",
    "consumer", "consumers", "business", "businesses", "company", "companies", "organisation",
    "organisations",
    "organization", "organizations", "enterprise", "enterprises", "individual", "individuals", "public",
    "client",
    "clients", "humans", "the world",
  ]
  /// Words that a guess picks up without their being a segment anybody would declare.
  private static let loose: Set<String> = [
    "agents", "agent", "team", "teams", "community", "communities", "family", "families", "others",
    "developers",
  ]

  private static let sizes: Set<String> = ["small", "large", "medium", "big", "modern", "busy"]
  private static let firms: Set<String> = ["business", "businesses", "companies"]
  /// The words in which a name that leaves nobody out may end.
  private static let endings = WordList(
    adjectives.union(nouns).union(firms).filter { !$0.contains(" ") }.joined(separator: " "))

  /// Whether a name leaves nobody out: "everyone", "all users", "small businesses".
  static func isGeneric(_ name: String) -> Bool {
    // Nearly all names end in a word of their own.
    guard mayEnd(name) else { return name.allSatisfy { $0 == " " } }
    let words = name.split(separator: " ").map(String.init).filter { !Self.adjectives.contains($0) }
    guard let last = words.last else { return true }
    if words.count == 1 { return Self.nouns.contains(last) }
    // Size alone does not tell one business from another.
    return words.count == 2 && sizes.contains(words[0]) && firms.contains(last)
  }

  /// Whether the last word of a name may be one of `endings`: their hashes are.
  private static func mayEnd(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      var start = end
      while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
      return endings.contains(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// Whether "everyone" or "anyone" stands in a name.
  static func isEverybody(_ name: String) -> Bool {
    var folded = name
    let found = folded.withUTF8 { bytes -> Bool? in
      if bytes.contains(where: { $0 >= 0x80 }) { return nil }
      return holds("everyone", bytes) || holds("anyone", bytes)
    }
    return found ?? (name.contains("everyone") || name.contains("anyone"))
  }

  private static func holds(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    word.withUTF8Buffer { word in
      var at = 0
      while at + word.count <= bytes.count {
        var next = 0
        while next < word.count, bytes[at + next] == word[next] { next += 1 }
        if next == word.count { return true }
        at += 1
      }
      return false
    }
  }

  /// Whether a name found in the wording is too vague to be suggested.
  static func isVague(_ name: String) -> Bool { isGeneric(name) || loose.contains(name) }
}
