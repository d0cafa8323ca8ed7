/// Tells a sentence from a thing: `The count drifts` from `A drifting count`.
enum Clause {
  private static let finite: Set<String> = [
    "is", "are", "was", "were", "isn't", "aren't", "isn’t", "aren’t", "will", "won't", "won’t", "would",
    "can", "cannot",
    "can't", "can’t", "could", "may", "might", "must", "should", "has", "have", "had", "do", "does", "don't",
    "don’t",
    "doesn't", "doesn’t", "did", "fails", "exceeds", "drifts", "drift", "becomes", "stands", "lose", "loses",
    "gets",
    "never", "always", "needs",
  ]
  private static let blockers: Set<String> = [
    "the", "a", "an", "of", "in", "on", "for", "to", "with", "and", "or", "by", "from", "at", "my", "our",
    "your", "their",
    "its", "per", "third-party", "who", "that", "which", "new", "no", "how", "what",
  ]
  private static let pronouns: Set<String> = [
    "we", "they", "you", "i", "people", "customers", "users", "nobody", "it", "everyone",
  ]

  /// Whether a text is a sentence of the form subject, verb.
  static func isSentence(_ text: String) -> Bool {
    // `One wrong answer, and the drivers go`: the verb must be that of the first part.
    let words = text.prefix { $0 != "," }.split(separator: " ").prefix(16).map { Verbs.bare($0) }
    guard words.count >= 3, !Verbs.leads(text) else { return false }
    for index in 1..<words.count {
      let word = words[index]
      let before = words[index - 1]
      if ["who", "that", "which", "when", "where"].contains(before) { continue }
      if finite.contains(word) { return true }
      if blockers.contains(before) { continue }
      if word.hasSuffix("s"), let base = base(ofThirdPerson: word), Verbs.plain.contains(base),
        index + 1 < words.count
      {
        return true
      }
      let isPlural =
        before.hasSuffix("s") && !before.hasSuffix("ss") && !before.hasSuffix("'s") && !before.hasSuffix("’s")
      if isPlural || pronouns.contains(before) {
        if Verbs.plain.contains(word) { return true }
        if index + 1 < words.count, Verbs.leads("\(word) \(words[index + 1])") { return true }
      }
    }
    return false
  }

  private static func base(ofThirdPerson word: String) -> String? {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    for ending in ["ches", "shes", "sses", "xes", "oes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
