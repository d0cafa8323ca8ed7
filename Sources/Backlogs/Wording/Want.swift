/// What a customer wants, as it follows "I want".
struct Want: Sendable, Equatable {
  /// `to know what I owe`, `automatic backups`, `to know: how much does it cost?`.
  let text: String
  /// Whether it was a phrase that fits, or words that had to be quoted.
  let isWellFormed: Bool

  /// Reads a title.
  init(_ title: String, _ notes: DocumentNotes) {
    let title = Wording.withoutStop(title)
    if title.hasSuffix("?") || title.hasSuffix("？") {
      text = "to know: " + FirstPerson.of(Wording.inSentence(title, notes))
      isWellFormed = true
      return
    }
    var rest = title[...]
    let lower = title.lowercased()
    for opening in Want.openings where lower.hasPrefix(opening) {
      rest = title.dropFirst(opening.count)
      break
    }
    if !Verbs.leads(rest), let start = Want.ability(in: rest) { rest = rest[start...] }
    let phrase = FirstPerson.of(Wording.inSentence(String(rest), notes))
    if Verbs.leads(rest) {
      text = "to " + phrase
      isWellFormed = true
    } else if Want.isClause(rest) {
      text = "this: “\(title)”"
      isWellFormed = false
    } else {
      text = Want.withArticle(Wording.lowered(String(rest), notes))
      isWellFormed = true
    }
  }

  /// A single thing with its article: `an application tracker`; what may be many or none of a kind stays as it is.
  private static func withArticle(_ phrase: String) -> String {
    let words = phrase.split(separator: " ")
    let endOfHead = words.firstIndex {
      ["for", "of", "with", "in", "on", "to", "that", "which", "from", "by", "without", "at"].contains($0)
    }
    guard let head = words[..<(endOfHead ?? words.count)].last.map({ Verbs.bare($0) }),
      let first = words.first,
      !["a", "an", "the", "my", "our", "no", "one", "any", "all", "more", "less"].contains(first.lowercased())
    else { return phrase }
    let countable = [
      "er", "or", "board", "app", "page", "view", "mode", "list", "report", "map", "plan", "resume",
      "library",
      "assistant", "agent", "system", "platform", "tool", "template", "plugin", "api", "interface", "engine",
      "profile", "score",
      "form", "wizard", "calendar", "guide", "pack", "kit",
    ]
    guard countable.contains(where: { head.hasSuffix($0) }), head != "power", head != "order" else {
      return phrase
    }
    return (CustomerRole.startsWithVowelSound(phrase) ? "an " : "a ") + phrase
  }

  private static let openings = [
    "i want to ", "i need to ", "i can ", "i want ", "i need ", "we want to ", "we need to ", "be able to ",
    "the ability to ", "ability to ", "to ", "users can ", "customers can ", "you can ", "you can now ",
  ]

  /// Where "can now" or the like ends, with the verb behind it: `Teams can now share a plan`.
  private static func ability(in text: Substring) -> String.Index? {
    for cue in [" can now ", " can finally ", " can "] {
      guard let found = text.firstRange(of: cue),
        text[..<found.lowerBound].split(separator: " ").count <= 5, Verbs.leads(text[found.upperBound...])
      else { continue }
      return found.upperBound
    }
    return nil
  }

  /// Whether a phrase is a whole sentence rather than a thing: a subject with its verb.
  private static func isClause(_ text: some StringProtocol) -> Bool {
    let words = text.lowercased().split(separator: " ").prefix(7).map { Verbs.bare($0) }
    if words.count < 3 { return false }
    let subjects: Set<String> = [
      "we", "they", "he", "she", "it", "users", "customers", "teams", "developers", "people", "i", "you",
      "there", "nobody", "everyone",
    ]
    if let first = words.first, subjects.contains(first) { return true }
    let verbs: Set<String> = [
      "is", "are", "was", "were", "has", "have", "had", "will", "cannot", "can't", "can’t", "do", "does",
      "don't", "don’t", "struggle", "struggles", "must", "should", "lack", "lacks", "spend", "need", "needs",
      "lets", "helps", "makes", "gives",
    ]
    let relatives: Set<String> = ["that", "which", "who", "when", "what", "how", "where"]
    for word in words.dropFirst() {
      if relatives.contains(word) { return false }
      if verbs.contains(word) { return true }
    }
    return false
  }
}

/// Turns what a document says to its reader into what the reader says.
enum FirstPerson {
  /// `Track your spending` becomes `Track my spending`.
  static func of(_ text: String) -> String {
    guard text.lowercased().holds("you") else { return text }
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices {
      let bare = words[index].prefix { $0.isLetter || $0 == "'" || $0 == "’" }
      let lead = words[index].prefix { !$0.isLetter }
      guard lead.isEmpty else { continue }
      let tail = words[index].dropFirst(bare.count)
      switch bare.lowercased() {
      case "your": words[index] = "my" + tail
      case "yours": words[index] = "mine" + tail
      case "yourself": words[index] = "myself" + tail
      case "you're", "you’re": words[index] = "I'm" + tail
      case "you've", "you’ve": words[index] = "I've" + tail
      case "you'll", "you’ll": words[index] = "I'll" + tail
      case "you":
        let isSubject =
          tail.isEmpty && index + 1 < words.count && !ends.contains(Verbs.bare(words[index + 1]))
          && !(index > 0 && governs(Verbs.bare(words[index - 1])))
        words[index] = (isSubject ? "I" : "me") + tail
        if isSubject, Verbs.bare(words[index + 1]) == "are" {
          words[index + 1] = "am" + words[index + 1].dropFirst(3)
        }
      default: break
      }
    }
    return words.joined(separator: " ")
  }

  /// Words that begin something new after an object.
  private static let ends: Set<String> = [
    "to", "with", "for", "in", "on", "at", "from", "and", "or", "when", "if", "by", "through", "the", "a",
    "an", "what", "how",
    "your", "as", "up", "about", "into", "more", "back",
  ]

  /// Whether a word takes an object: a preposition, or a verb such as "helps".
  private static func governs(_ word: String) -> Bool {
    [
      "for", "to", "with", "from", "of", "by", "about", "without", "around", "between", "behind", "help",
      "helps", "let",
      "lets", "give", "gives", "tell", "tells", "show", "shows", "keep", "keeps", "remind", "reminds", "save",
      "saves", "allow",
      "allows", "enable", "enables", "guide", "guides", "connect", "connects", "make", "makes", "get", "gets",
      "notify",
      "notifies", "alert", "alerts", "ask", "asks", "take", "takes", "send", "sends", "teach", "teaches",
    ].contains(word)
  }
}
