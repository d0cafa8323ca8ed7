/// Small changes to a text that becomes a title or a part of a sentence.
enum Wording {
  /// Characters of the longest title.
  static let titleLimit = 200

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
