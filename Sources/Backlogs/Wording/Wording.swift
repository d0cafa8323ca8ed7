/// Small changes to a text that becomes a title or a part of a sentence.
enum Wording {
  /// Characters of the longest title.
  static let titleLimit = 200

  /// The text with control characters replaced.
  static func visible(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// With its first letter capital.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// With its first letter small, where its first word is no name: it is a function word or verb, or occurs in small
  /// letters elsewhere in the document.
  static func inSentence(_ text: String, _ notes: DocumentNotes) -> String {
    let word = text.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
    guard let first = word.first, first.isUppercase else { return text }
    // "I", acronyms, and names such as "iPhone" written any other way than one capital.
    if word == "I" || word.hasPrefix("I'") || word.hasPrefix("I’") { return text }
    if word.dropFirst().contains(where: \.isUppercase) { return text }
    if word.count == 1 && word != "A" { return text }
    if notes.names.contains(where: { text.hasPrefix($0) }) { return text }
    let lower = word.lowercased()
    let isOrdinary =
      endings.contains { lower.hasSuffix($0) && lower.count > $0.count + 2 } && !notes.isProper(word)
    guard functionWords.contains(lower) || Verbs.knows(lower) || notes.isCommon(word) || isOrdinary
    else { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// A phrase in Title Case as it stands within a sentence: `Privacy-Conscious Investors` becomes `privacy-conscious
  /// investors`. Acronyms, and names such as `Mastodon` that the document writes no other way, stay; any other phrase
  /// only loses its first capital.
  static func lowered(_ text: String, _ notes: DocumentNotes) -> String {
    let words = text.split(separator: " ")
    let big = words.count { $0.first?.isUppercase == true }
    let small = words.count { $0.count > 3 && $0.first?.isLowercase == true }
    guard words.count > 1, big > 1, small == 0 else { return inSentence(text, notes) }
    if notes.names.contains(where: { text.hasPrefix($0) }) { return text }
    return words.map { word in
      word.split(separator: "-", omittingEmptySubsequences: false).map { part in
        let core = part.prefix { $0.isLetter }
        guard core.count > 1, core.first?.isUppercase == true,
          !core.dropFirst().contains(where: \.isUppercase)
        else {
          return String(part)
        }
        let lower = core.lowercased()
        let isPerson = ["s", "er", "or", "ist", "ian"].contains { lower.hasSuffix($0) && lower.count > 4 }
        let keeps = notes.isProper(core) && !isPerson && !knownWord(lower)
        return keeps ? String(part) : lower + part.dropFirst(core.count)
      }.joined(separator: "-")
    }.joined(separator: " ")
  }

  private static func knownWord(_ lower: String) -> Bool {
    functionWords.contains(lower) || Verbs.knows(lower)
      || endings.contains { lower.hasSuffix($0) && lower.count > $0.count + 2 }
  }

  /// At most `limit` characters on one line, cut between words with `…`.
  static func clip(_ text: String, _ limit: Int = titleLimit) -> String {
    guard text.count > limit else { return text }
    let head = text.prefix(limit - 1)
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    var kept = cut.count > limit / 2 ? cut : head
    while let last = kept.last, " ,;:–—-(".contains(last) { kept.removeLast() }
    return kept + "…"
  }

  /// Without the full stop at its end; an ellipsis or a question mark stays.
  static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
  }

  /// As a sentence: with a full stop unless it ends with a mark of its own.
  static func sentence(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".!?…:\"”'’)。！？".contains(last) && !(last == ")" || last == ":") ? text : text + "."
  }

  /// The texts joined with commas and a word: `a, b and c`.
  static func list(_ texts: [String], _ word: String = "and") -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The first sentence of a text; all of it where it is one.
  static func firstSentence(_ text: String) -> String {
    var at = text.startIndex
    while at < text.endIndex {
      let next = text.index(after: at)
      if ".!?".contains(text[at]), next < text.endIndex, text[next] == " " {
        let after = text[text.index(after: next)...]
        if after.first.map({ $0.isUppercase || $0.isNumber || "\"“‘'([£$€".contains($0) }) ?? true {
          return String(text[...at])
        }
      }
      at = next
    }
    return text
  }

  /// Endings that names seldom have.
  private static let endings = [
    "s", "ed", "ing", "ly", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "able", "ible",
    "ful", "less", "ive",
    "ous", "ical", "ular", "onal", "rial", "atic", "ent", "age",
  ]

  private static let functionWords: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "each", "every", "all", "any", "some", "no", "not",
    "one",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "most", "many", "few",
    "more",
    "less", "fewer", "at", "by", "for", "from", "in", "of", "on", "to", "with", "without", "within", "after",
    "before", "during", "across", "between", "under", "over", "if", "when", "while", "where", "because",
    "since",
    "as", "until", "unless", "although", "even", "only", "once", "we", "you", "they", "he", "she", "it",
    "our",
    "your", "their", "his", "her", "its", "my", "who", "what", "which", "why", "today", "now", "currently",
    "sometimes", "how", "whether", "there",
    "here",
    "nobody", "nothing", "everyone", "everybody", "somebody", "someone", "people", "customers", "users",
    "teams",
    "developers", "engineers", "families", "shoppers", "drivers", "both", "another", "other", "others", "new",
    "being", "having", "be", "able", "automatic", "real", "low", "high", "poor", "slow", "large", "small",
    "technical", "legal", "limited", "adoption", "competition", "customer", "user", "market", "data",
    "privacy",
    "security", "cost", "costs", "time", "scope", "regulatory", "third", "third-party", "open", "too", "lack",
  ]
}
