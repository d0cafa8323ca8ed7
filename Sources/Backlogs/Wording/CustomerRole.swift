/// The customer of a story, one of many: `a bus driver` for `bus drivers`.
enum CustomerRole {
  /// The role behind "As".
  static func phrase(_ customer: String, _ notes: DocumentNotes) -> String {
    guard notes.isEnglish else { return Wording.withoutStop(customer) }
    let text = Wording.lowered(Wording.withoutStop(customer), notes)
    let words = text.split(separator: " ")
    guard let first = words.first else { return "a customer" }
    let lead = first.lowercased()
    if ["a", "an", "one", "someone", "somebody", "anyone", "anybody"].contains(lead) {
      return Wording.inSentence(text, notes)
    }
    if lead == "everyone" || lead == "everybody" { return Wording.inSentence(text, notes) }
    var rest = words[...]
    if ["the", "all", "any", "our", "these", "every"].contains(lead) { rest = rest.dropFirst() }
    let plain = rest.joined(separator: " ")
    let head = headIndex(rest)
    let singular = rest[head...head].map { Plural.singular(String($0)) }.first ?? nil
    // What follows the noun may agree with it ("who share"), and a pair has no singular: then one of them speaks.
    let before = rest[rest.startIndex...head]
    let isPair = before.contains {
      ["and", "or", "&"].contains($0.lowercased()) || $0.hasSuffix(",") || $0.contains("/")
    }
    let after = rest[(head + 1)...]
    let agrees = after.contains {
      ["who", "that", "which", "whose", "are", "have", "their", "they"].contains($0.lowercased())
    }
    guard let singular else {
      // No plural: `IT staff`, `a renter` without article, a name.
      return Plural.isCollective(String(rest[head]))
        ? "one of the \(Wording.inSentence(plain, notes))" : withArticle(plain, notes)
    }
    if isPair || agrees { return "one of the " + Wording.inSentence(plain, notes) }
    let phrase = (rest[rest.startIndex..<head].map(String.init) + [singular] + after.map(String.init)).joined(
      separator: " ")
    return withArticle(phrase, notes)
  }

  /// The noun that is counted: the last word before a preposition, participle or relative pronoun.
  private static func headIndex(_ words: ArraySlice<Substring>) -> Int {
    var last = words.startIndex
    for index in words.indices {
      let word = Verbs.bare(words[index])
      if index > words.startIndex {
        if stops.contains(word) || words[index].hasPrefix("(") { break }
        // `brothers and sisters caring for`: a participle after a plural.
        if word.hasSuffix("ing"), Plural.singular(String(words[index - 1])) != nil { break }
        if word == "alone", Plural.singular(String(words[index - 1])) != nil { break }
      }
      last = index
      if words[index].hasSuffix(","), Plural.singular(String(words[index])) != nil,
        index + 1 < words.endIndex, stops.contains(Verbs.bare(words[index + 1]))
      {
        break
      }
    }
    return last
  }

  private static let stops: Set<String> = [
    "of", "for", "in", "at", "on", "with", "without", "who", "that", "which", "whose", "from", "across",
    "under", "over",
    "between", "by", "to", "as", "within", "into", "whether", "where", "when", "like", "such", "including",
    "new", "not",
  ]

  private static func withArticle(_ text: String, _ notes: DocumentNotes) -> String {
    let text = Wording.inSentence(text, notes)
    return (startsWithVowelSound(text) ? "an " : "a ") + text
  }

  /// Whether "an" goes before it, by ear: `an hour`, `a user`, `an SRE`.
  static func startsWithVowelSound(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    guard let first = word.first else { return false }
    let lower = word.lowercased()
    if word.count > 1, word.allSatisfy({ $0.isUppercase || $0 == "s" }) {
      return "AEFHILMNORSX".contains(first)
    }
    if ["hour", "honest", "heir", "honour", "honor"].contains(where: { lower.hasPrefix($0) }) { return true }
    for start in ["uni", "use", "usa", "util", "eu", "one", "once", "ubi"] where lower.hasPrefix(start) {
      return lower.hasPrefix("unin") || lower.hasPrefix("unim")
    }
    return "aeiou8".contains(lower.first ?? "b")
  }
}

/// English plurals.
enum Plural {
  private static let irregular: [String: String] = [
    "people": "person", "children": "child", "men": "man", "women": "woman", "wives": "wife", "lives": "life",
    "feet": "foot", "mice": "mouse", "alumni": "alumnus", "salespeople": "salesperson",
    "businesspeople": "businessperson",
    "craftsmen": "craftsman", "businesses": "business", "nurses": "nurse", "houses": "house",
    "purchases": "purchase",
    "movies": "movie", "newbies": "newbie", "zombies": "zombie", "cookies": "cookie", "rookies": "rookie",
    "techies": "techie", "selfies": "selfie", "heroes": "hero", "potatoes": "potato",
  ]

  /// Words that are many people without an `s`.
  static func isCollective(_ word: String) -> Bool {
    ["staff", "personnel", "public", "police", "youth", "elderly", "management", "crew", "folk"].contains(
      Verbs.bare(word))
  }

  /// The singular of a plural noun; nil where the word does not look like one.
  static func singular(_ word: String) -> String? {
    let mark = word.reversed().prefix { !$0.isLetter && !$0.isNumber }
    let core = String(word.dropLast(mark.count))
    let tail = String(mark.reversed())
    let lower = core.lowercased()
    if let found = irregular[lower] {
      return (core.first?.isUppercase == true ? Wording.capitalised(found) : found) + tail
    }
    guard lower.count > 2, lower.hasSuffix("s"), !lower.hasSuffix("ss"), !lower.hasSuffix("us"),
      !lower.hasSuffix("is"),
      !lower.hasSuffix("'s"), !lower.hasSuffix("’s")
    else { return nil }
    if lower.hasSuffix("ies"), lower.count > 4 { return core.dropLast(3) + "y" + tail }
    for ending in ["ches", "shes", "sses", "xes", "zzes"] where lower.hasSuffix(ending) {
      return core.dropLast(2) + tail
    }
    return core.dropLast() + tail
  }
}
