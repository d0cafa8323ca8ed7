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

  /// Whether a name leaves nobody out: "everyone", "all users", "small businesses".
  static func isGeneric(_ name: String) -> Bool {
    let words = name.split(separator: " ").map(String.init).filter { !Self.adjectives.contains($0) }
    guard let last = words.last else { return true }
    if words.count == 1 { return Self.nouns.contains(last) }
    // Size alone does not tell one business from another.
    let sizes: Set<String> = ["small", "large", "medium", "big", "modern", "busy"]
    return words.count == 2 && sizes.contains(words[0])
      && ["business", "businesses", "companies"].contains(last)
  }

  /// Whether a name found in the wording is too vague to be suggested.
  static func isVague(_ name: String) -> Bool { isGeneric(name) || loose.contains(name) }
}
