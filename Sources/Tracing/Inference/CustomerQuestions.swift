import PRFAQ

extension NeedInference {
  /// Beginnings by which a customer asks to be able to do something.
  private static let abilities = PhraseSet([
    "can i", "can we", "can my team", "can users", "can customers", "can people", "can teams",
    "can developers",
    "could i", "could we", "may i", "am i able to", "are we able to", "is it possible to",
    "is it possible for me to",
    "is there a way to", "will i be able to", "how can i", "how can we", "how do i", "how do we",
    "how would i",
    "how can users", "how can customers", "how do users", "how do customers",
  ])
  /// Beginnings by which a customer asks to be spared something.
  private static let burdens = PhraseSet([
    "do i have to", "do we have to", "do i need to", "do we need to", "must i", "must we", "will i have to",
    "will we have to", "will i need to", "do users have to", "do users need to", "do customers have to",
    "do customers need to",
  ])
  /// What every customer of every product asks; the answer is a fact, no need of this product.
  private static let common = PhraseSet([
    "get started", "start", "begin", "sign up", "sign in", "log in", "register", "join", "subscribe", "try",
    "buy",
    "order", "purchase", "pay", "install", "download", "get it", "get support", "get help", "contact",
    "reach",
    "apply", "learn", "find out", "report", "give feedback", "provide feedback", "contribute", "get involved",
    "trust",
    "know", "be sure", "ask", "enroll", "get access", "access it", "set it up", "use it", "cancel",
  ])

  /// Questions on what the product is or does, which the customer wants to know for certain.
  private static let states: [UInt32: String] = [
    Prose.hash("is".utf8): "is", Prose.hash("are".utf8): "are", Prose.hash("will".utf8): "will",
    Prose.hash("can".utf8): "can", Prose.hash("does".utf8): "", Prose.hash("do".utf8): "",
  ]
  private static let subjects = PhraseSet(["it", "this", "there", "my data", "our data", "they"])
  private static let adverbs = PhraseSet([
    "only", "also", "really", "ever", "just", "even", "still", "actually", "already", "always", "not",
    "automatically",
  ])
  private static let facts = PhraseSet([
    "what happens", "who can", "who sees", "who owns", "which languages", "which devices", "which platforms",
    "where is my data", "what data",
  ])

  /// Questions of customers that name something they want to do, or do not want to have to do.
  mutating func readQuestions() {
    for question in document.questions where question.group != .internal {
      let words = document.prose.words(in: question.plainRange)
      guard words.count >= 4 else { continue }
      for (set, lead) in [(Self.abilities, ""), (Self.burdens, "Not have to ")] {
        guard let match = document.prose.matches(of: set, in: words.prefix(6)).first,
          match.words.lowerBound == words.lowerBound
        else { continue }
        let rest = match.words.upperBound..<words.upperBound
        guard rest.count >= 2 else { continue }
        if let common = document.prose.matches(of: Self.common, in: rest.prefix(3)).first,
          common.words.lowerBound == rest.lowerBound
        {
          continue
        }
        guard let clause = clause(of: rest, until: question.plainRange.upperBound) else { continue }
        add(
          .customerQuestion, question.group == .external ? .medium : .low,
          title: Wording.title(lead + Wording.lowerFirst(document.text(clause))), from: clause,
          in: question.plainRange)
      }
      if question.group == .external { readFact(question, words) }
    }
  }

  /// Where nothing else is found, each question a customer may ask is offered as it stands: somebody wants to know.
  mutating func readAnyQuestions() {
    for question in document.questions where question.group != .internal {
      let text = Fold.text(document.text(question.plainRange).utf8)
      add(.customerQuestion, .low, title: text, from: question.plainRange, in: question.plainRange)
    }
  }

  /// `Is it safe?` as `Know whether it is safe`; `What happens to my data?` as `Know what happens to my data`.
  private mutating func readFact(_ question: Question, _ words: Range<Int>) {
    let prose = document.prose
    if let match = prose.matches(of: Self.facts, in: words.prefix(3)).first,
      match.words.lowerBound == words.lowerBound,
      let clause = clause(of: words, until: question.plainRange.upperBound, isWhole: true)
    {
      let text = Wording.lowerFirst(document.text(clause))
      return add(.customerQuestion, .low, title: "Know " + text, from: clause, in: question.plainRange)
    }
    guard let verb = Self.states[prose.words[words.lowerBound].hash] else { return }
    let subjects = [Self.subjects] + document.products.prefix(1).map { PhraseSet(names: [$0.name]) }
    for set in subjects {
      guard let match = prose.matches(of: set, in: words.dropFirst().prefix(5)).first,
        match.words.lowerBound == words.lowerBound + 1, match.words.upperBound < words.upperBound,
        let clause = clause(
          of: match.words.upperBound..<words.upperBound, until: question.plainRange.upperBound)
      else { continue }
      let subject = Fold.text(document.text(match.range).utf8)
      let rest = document.text(clause)
      if verb.isEmpty, prose.contains(Self.adverbs, in: match.words.upperBound..<match.words.upperBound + 1) {
        return
      }
      let predicate = verb.isEmpty ? Wording.thirdPerson(rest) : verb + " " + rest
      return add(
        .customerQuestion, .low, title: "Know whether \(subject) \(predicate)", from: clause,
        in: question.plainRange)
    }
  }
}
