/// Sentences that say what is wrong today.
enum Pain {
  private static let signs: Set<String> = [
    "today", "currently", "now", "cannot", "can't", "can’t", "must", "never", "lose", "loses", "lost", "miss",
    "misses",
    "missed", "wait", "waits", "struggle", "struggles", "nobody", "no", "not", "fear", "wrong", "spend",
    "spends", "don't",
    "don’t", "doesn't", "doesn’t", "without", "too", "only", "manually", "hours", "half", "twice", "takes",
    "hard",
    "difficult", "slow", "fail", "fails",
  ]

  /// Whether a sentence names a lack, an effort or a number.
  static func isPain(_ sentence: String) -> Bool {
    if sentence.contains(where: \.isNumber) { return true }
    return sentence.split(separator: " ").contains { signs.contains(Verbs.bare($0)) }
  }

  /// Whether a sentence says little that the title does not: most of the title's words are in it.
  static func repeats(_ sentence: String, _ title: String) -> Bool {
    let words = Set(sentence.split(separator: " ").map { Verbs.bare($0) })
    let titleWords = title.split(separator: " ").map { Verbs.bare($0) }.filter { $0.count > 3 }
    guard titleWords.count >= 2 else { return false }
    return titleWords.count { words.contains($0) } * 10 >= titleWords.count * 7
  }
}
