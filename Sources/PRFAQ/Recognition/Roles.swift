import MarkdownTree

extension PassageList {
  /// The role that the words of a heading or label announce.
  ///
  /// Numbering and articles are passed over (`2. The problem`, `Part 1 — Press release`); then the whole text is looked
  /// up, then the part before the first colon, dash or bracket, then the part after it.
  func role(of words: Range<Int>, allowParts: Bool = true) -> Role? {
    let low = skipNumbering(words)
    guard low < words.upperBound else { return nil }
    let whole = low..<words.upperBound
    if let role = lookUp(whole) { return role }
    // Few headings have a word of those by which sections of questions are known.
    let asks = whole.overlaps(questionReach) && prose.contains(aliases.questionWords, in: whole)
    // "Customer / External FAQs" is about questions, whatever its first word is.
    if asks, prose.contains(Self.faqWords, in: whole), isQuestionSection(whole) { return groupRole(whole) }
    let split = firstSeparator(whole)
    let head = low..<(split ?? words.upperBound)
    if split != nil, let role = lookUp(head) { return role }
    if asks, isQuestionSection(head) || (split != nil && isQuestionSection(whole)) { return groupRole(whole) }
    guard allowParts else { return nil }
    if let split, split < words.upperBound {
      let tail = skipNumbering(split..<words.upperBound)..<words.upperBound
      // "Part 1 — Press release", but not "Foo: the problem with bar".
      if head.count <= 3, !tail.isEmpty, let role = lookUp(tail), role == .pressRelease { return role }
      if asks, !tail.isEmpty, head.count <= 3, isQuestionSection(tail) { return groupRole(whole) }
    }
    // "The Tangent Solution: ..." and "How JobForge works".
    if head.count >= 2, head.count <= 4 {
      let last = prose.words[head.upperBound - 1].hash
      if last == Self.solution { return .solution }
      if last == Self.problem { return .problem }
    }
    if head.count >= 3, head.count <= 6, prose.words[head.lowerBound].hash == Self.how,
      prose.words[head.upperBound - 1].hash == Self.works
    {
      return .howItWorks
    }
    if head.count >= 2, head.count <= 5, prose.words[head.lowerBound].hash == Self.quote,
      prose.words[head.lowerBound + 1].hash == Self.from
    {
      // "Quote from Elena Ruiz, Founder": whose it is shows in the text.
      return prose.contains(Cues.customerNouns, in: whole) ? .customerQuote : .companyQuote
    }
    return nil
  }

  /// Each of them is one of `AliasTable.questionSections`.
  private static let faqWords = PhraseSet(["faq", "faqs", "frequently asked questions"])
  private static let solution = Prose.hash("solution".utf8)
  private static let problem = Prose.hash("problem".utf8)
  private static let how = Prose.hash("how".utf8)
  private static let works = Prose.hash("works".utf8)
  private static let quote = Prose.hash("quote".utf8)
  private static let from = Prose.hash("from".utf8)

  private func lookUp(_ words: Range<Int>) -> Role? {
    if let role = aliases.role(prose.words, words) { return role }
    // "2 quotes" and "Customer quote 1".
    if words.count > 1, prose.words[words.upperBound - 1].traits.contains(.number) {
      return aliases.role(prose.words, words.lowerBound..<(words.upperBound - 1))
    }
    return nil
  }

  private static let skipped = WordSet(
    hashes: [
      "part", "section", "phase", "step", "chapter", "appendix", "the", "our", "a", "an", "le", "das", "die",
      "der",
    ].map { Prose.hash($0.utf8) })

  /// Passes over leading numbers, `Part 2` and articles.
  func skipNumbering(_ words: Range<Int>) -> Int {
    var at = words.lowerBound
    while at < words.upperBound - 1 {
      let word = prose.words[at]
      let next = prose.words[at + 1]
      if word.traits.contains(.number), word.end - word.start <= 3 {
        at += 1
      } else {
        // "Part" and its like only with a number after them.
        let isArticle = word.end - word.start <= 3
        guard isArticle || next.traits.contains(.number), Self.skipped.contains(word.hash) else { break }
        at += isArticle ? 1 : 2
      }
    }
    return min(at, words.upperBound)
  }

  /// Index of the first word after a colon, dash, bracket, slash or bar.
  func firstSeparator(_ words: Range<Int>) -> Int? {
    guard words.count > 1 else { return nil }
    return tree.plain.withUnsafeBufferPointer { plain in
      prose.words.withUnsafeBufferPointer { all in
        for index in (words.lowerBound + 1)..<words.upperBound {
          let at = Int(all[index - 1].end)
          let end = Int(all[index].start)
          // Most words stand one blank apart.
          if end - at == 1, plain[at] == 0x20 || plain[at] == 0x0A { continue }
          if Self.separates(plain, at, end) { return index }
        }
        return nil
      }
    }
  }

  /// Whether a colon, dash, bracket, slash or bar stands between two words.
  private static func separates(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      switch plain[at] {
      case 0x3A, 0x28, 0x5B, 0x2F, 0x7C, 0x26, 0x2C: return true
      case 0x2D:
        // A hyphen separates only between blanks.
        if at > 0, plain[at - 1] == 0x20 || end - at > 1 { return true }
      case 0xE2:
        if at + 2 < end, plain[at + 1] == 0x80, (0x93...0x95).contains(plain[at + 2]) { return true }
      case 0xEF:
        if at + 2 < end, plain[at + 1] == 0xBC, plain[at + 2] == 0x88 || plain[at + 2] == 0x9A { return true }
      default: break
      }
      at += 1
    }
    return false
  }

  /// Whether a heading announces a section of questions: "External FAQ", "Customer questions (10)".
  func isQuestionSection(_ words: Range<Int>) -> Bool {
    guard words.count <= 10, let match = prose.firstMatch(of: AliasTable.questionSections, in: words) else {
      return false
    }
    if endsQuestion(Int(prose.words[words.lowerBound].start)..<Int(prose.words[words.upperBound - 1].end + 1))
    {
      return false
    }
    if prose.contains(Cues.openQuestions, in: words) { return false }
    // "Questions" alone must end the heading's head: "Questions we asked ourselves about pricing" does not count.
    return match.words.upperBound - words.lowerBound <= 6
  }

  private func groupRole(_ words: Range<Int>) -> Role {
    if prose.contains(AliasTable.internal, in: words) { return .internalFAQ }
    if prose.contains(AliasTable.external, in: words) { return .externalFAQ }
    return .faq
  }
}
