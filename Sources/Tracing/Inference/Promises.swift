import PRFAQ

extension NeedInference {
  private static let roles: [Role] = [.summary, .subheading, .solution, .howItWorks]
  private static let relief = PhraseSet([
    "no longer have to", "no longer has to", "no longer need to", "never have to",
  ])
  private static let can = PhraseSet([
    "can now", "can finally", "can simply", "can easily", "can instantly", "can also", "can even", "can",
  ])
  private static let gifts = PhraseSet([
    "allows", "allow", "enables", "enable", "helps", "help", "empowers", "lets", "allowing", "enabling",
    "helping",
    "letting", "empowering",
  ])
  private static let to = Prose.hash("to".utf8)
  /// Whom a promise is made to, besides the document's own segments.
  private static let people = PhraseSet([
    "you", "customers", "users", "people", "teams", "team members", "developers", "engineers",
    "managers",
    "owners", "members", "parents", "students", "teachers", "players", "families", "sellers", "merchants",
    "shoppers",
    "renters", "tenants", "patients", "clinicians", "analysts", "researchers", "authors", "readers",
    "writers",
    "creators", "operators", "administrators", "admins", "drivers", "pickers", "employees", "agents",
    "buyers",
    "founders", "designers", "leaders", "everyone", "anyone", "organizations", "organisations", "companies",
    "businesses", "investors", "learners", "coaches", "athletes", "volunteers", "citizens", "residents",
    "guests",
    "hosts", "clients", "households", "freelancers", "professionals", "practitioners", "builders",
    "maintainers",
  ])
  /// What "you can" leads to where it is no promise but an address.
  private static let addresses = PhraseSet([
    "learn", "find", "sign up", "read", "see", "visit", "download", "install", "join", "register", "contact",
    "get",
    "start", "try", "buy", "order", "apply", "be", "expect", "have",
  ])

  /// Sentences on what customers can now do or no longer have to do.
  mutating func readPromises() {
    for role in Self.roles {
      for element in document.elements where element.role == role {
        let confidence: Confidence = element.origin == .inferred ? .low : .medium
        for sentence in document.sentences(inBlocks: element.blocks) {
          guard sentence.words.count <= 45, !isSpoken(sentence.range),
            sentence.range.lowerBound >= element.plainRange.lowerBound
          else { continue }
          readPromise(sentence, confidence)
        }
      }
    }
  }

  private mutating func readPromise(_ sentence: Prose.Sentence, _ confidence: Confidence) {
    let prose = document.prose
    let end = sentence.words.upperBound
    if let match = prose.matches(of: Self.relief, in: sentence.words).first, match.words.upperBound + 2 <= end
    {
      return add(
        confidence, "No longer have to ", from: match.words.upperBound, sentence)
    }
    for match in prose.matches(of: Self.can, in: sentence.words) {
      let before = match.words.lowerBound
      guard before > sentence.words.lowerBound, prose.contains(Self.people, in: before - 1..<before),
        match.words.upperBound + 2 <= end, !isAddress(match.words.upperBound, end)
      else { continue }
      return add(confidence, "", from: match.words.upperBound, sentence)
    }
    for match in prose.matches(of: Self.gifts, in: sentence.words) {
      let from = match.words.upperBound
      guard from + 3 <= end else { continue }
      // "helps renters find ..." has its verb right after one known word; "allows flat owners to find ..." after "to".
      let window = from..<min(end, from + 7)
      if let to = window.first(where: { prose.words[$0].hash == Self.to }), to > from, to + 2 <= end {
        return add(confidence, "", from: to + 1, sentence)
      }
      if prose.contains(Self.people, in: from..<from + 1),
        prose.words[from + 1].traits.isDisjoint(with: [.digit, .capitalised])
      {
        return add(confidence, "", from: from + 1, sentence)
      }
    }
  }

  private func isAddress(_ at: Int, _ end: Int) -> Bool {
    document.prose.matches(of: Self.addresses, in: at..<min(end, at + 2)).first?.words.lowerBound == at
  }

  private mutating func add(
    _ confidence: Confidence, _ lead: String, from word: Int, _ sentence: Prose.Sentence
  ) {
    guard let clause = clause(of: word..<sentence.words.upperBound, until: sentence.range.upperBound) else {
      return
    }
    add(
      .promise, confidence, title: Wording.title(lead + Wording.lowerFirst(document.text(clause))),
      from: clause,
      in: sentence.range)
  }
}
