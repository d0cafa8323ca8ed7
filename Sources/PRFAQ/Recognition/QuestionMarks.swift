import MarkdownTree

/// How a question is marked up. Within one section an author keeps to one way.
enum QuestionStyle: Int, CaseIterable {
  case heading, bold, listBold, prefixed, listPlain, quote, bare
}

extension PassageList {
  /// A passage that looks like a question, its style, and how sure that is.
  struct Asked {
    let passage: Int
    let style: QuestionStyle
    /// Whether a question mark or a `Q:` proves it; numbering alone does not.
    let isSure: Bool
    /// Heading level, for headings.
    let level: Int
    /// The question in `plain`, without number and `Q:`.
    let text: Range<Int>
    /// The rest of the passage: the answer, or its beginning.
    let rest: Range<Int>
  }

  /// What stands before a question: `Q:`, `Q1.`, `12.`
  struct QuestionPrefix {
    let end: Int
    var isQ = false
    var isNumber = false
  }

  /// Whether a passage is surely a question.
  func isQuestionLike(_ passage: Passage) -> Bool {
    if passage.role != nil, !passage.mayAsk || !endsQuestion(passage.plain) { return false }
    return asked(passage, index: 0)?.isSure ?? false
  }

  /// Reads a passage as a question, if it can be one.
  func asked(_ passage: Passage, index: Int) -> Asked? {
    guard !passage.words.isEmpty else { return nil }
    let range = passage.plain
    switch passage.form {
    case .raw, .rule: return nil
    case .heading:
      if passage.level == 0 { return nil }
      let prefix = mayHavePrefix(range) ? questionPrefix(range) : QuestionPrefix(end: range.lowerBound)
      let text = prefix.end..<range.upperBound
      let sure =
        prefix.isQ || passage.mayAsk && (endsQuestion(range) || containsQuestion(range))
        || endsAsking(passage.words)
      guard sure || prefix.isNumber else { return nil }
      return Asked(
        passage: index, style: .heading, isSure: sure, level: passage.level, text: text,
        rest: range.upperBound..<range.upperBound)
    case .boldLine, .italicLine, .text:
      break
    }
    // Most passages have nothing that a question begins or ends with.
    let mayHavePrefix = mayHavePrefix(range)
    if !passage.mayAsk, !passage.opensStrong, !mayHavePrefix { return nil }
    let ownPrefix = mayHavePrefix ? questionPrefix(range) : QuestionPrefix(end: range.lowerBound)
    if passage.opensStrong || passage.form == .boldLine || ownPrefix.isNumber,
      let bold = boldStart(passage, ownPrefix)
    {
      let prefix = questionPrefix(bold.text)
      var text = prefix.end..<bold.text.upperBound
      var rest = bold.rest
      if text.isEmpty {
        // `**Q:** the question` or `**Q1.** the question`: the mark alone is bold.
        guard prefix.isQ else { return nil }
        let end = questionEnd(rest)
        text = rest.lowerBound..<end
        rest = end..<rest.upperBound
        return Asked(
          passage: index, style: passage.isInList ? .listBold : .bold, isSure: true, level: 0,
          text: trim(text),
          rest: trim(rest))
      }
      let sure =
        prefix.isQ || endsQuestion(text) || (containsQuestion(text) && passage.form == .boldLine)
        || endsAsking(prose.words(in: text))
      let isLine =
        rest.isEmpty || (bold.text.upperBound < tree.plain.count && tree.plain[bold.text.upperBound] == 0x0A)
        || sure
      guard isLine, sure || passage.isNumbered || prefix.isNumber || passage.form == .boldLine else {
        return nil
      }
      return Asked(
        passage: index, style: passage.isInList ? .listBold : .bold, isSure: sure, level: 0, text: trim(text),
        rest: trim(rest))
    }
    let prefix = ownPrefix
    if prefix.isQ {
      let end = questionEnd(prefix.end..<range.upperBound)
      return Asked(
        passage: index, style: passage.isInList ? .listPlain : .prefixed, isSure: true, level: 0,
        text: trim(prefix.end..<end), rest: trim(end..<range.upperBound))
    }
    // A first line that ends in a question mark.
    if !passage.mayAsk { return nil }
    let line = firstLine(range)
    if endsQuestion(line), prose.words(in: line).count <= 40 {
      let style: QuestionStyle = passage.isInQuote ? .quote : passage.isInList ? .listPlain : .bare
      if passage.isInList, !passage.isItemStart { return nil }
      if style == .bare, passage.form == .italicLine { return nil }
      return Asked(
        passage: index, style: style, isSure: true, level: 0, text: trim(prefix.end..<line.upperBound),
        rest: trim(line.upperBound..<range.upperBound))
    }
    return nil
  }

  /// The bold text a passage begins with, and what follows it.
  private func boldStart(_ passage: Passage, _ prefix: QuestionPrefix)
    -> (text: Range<Int>, rest: Range<Int>)?
  {
    let range = passage.plain
    if passage.form == .boldLine { return (trimColon(range), range.upperBound..<range.upperBound) }
    var start = range.lowerBound
    // A number may stand before the bold text: "1. **Why?**" in an escaped list.
    if prefix.isNumber { start = prefix.end }
    for index in tree.spans(ofBlock: passage.block, from: start) {
      let span = tree.spans[index]
      if Int(span.plainStart) > start { return nil }
      if span.kind == .strong {
        // Strong text may run on into the next passage of its paragraph.
        let end = min(Int(span.plainEnd), range.upperBound)
        return (range.lowerBound..<end, end..<range.upperBound)
      }
    }
    return nil
  }

  private func trimColon(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, tree.plain[end - 1] == 0x3A || tree.plain[end - 1] == 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Removes blanks and line ends around a range.
  func trim(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, tree.plain[low] == 0x20 || tree.plain[low] == 0x0A { low += 1 }
    while high > low, tree.plain[high - 1] == 0x20 || tree.plain[high - 1] == 0x0A { high -= 1 }
    return low..<high
  }

  func firstLine(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<endOfLine(range.lowerBound, range.upperBound)
  }

  /// Where a question that shares its passage with its answer ends: before ` A:`, at its question mark, or at the end of
  /// its line.
  private func questionEnd(_ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = tree.plain[at]
      if byte == 0x0A {
        // A question may be wrapped: it goes on until its mark when the next line does not begin an answer.
        let before = range.lowerBound..<at
        if endsQuestion(before) || isAnswerMark(at + 1, range.upperBound)
          || !hasQuestionMark(at..<range.upperBound)
        {
          return at
        }
      }
      if byte == 0x3F, at + 1 < range.upperBound, tree.plain[at + 1] == 0x20,
        isAnswerMark(at + 2, range.upperBound)
      {
        return at + 1
      }
      if byte == 0x20, isAnswerMark(at + 1, range.upperBound), at > range.lowerBound + 8 { return at }
      at += 1
    }
    return range.upperBound
  }

  private func hasQuestionMark(_ range: Range<Int>) -> Bool {
    tree.plain[firstSentence(range)].contains(0x3F)
  }

  private func firstSentence(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound, tree.plain[at] != 0x2E { at += 1 }
    return range.lowerBound..<at
  }

  /// Whether `A:` or `A.` begins here.
  func isAnswerMark(_ at: Int, _ end: Int) -> Bool {
    var at = at
    while at < end, tree.plain[at] == 0x20 || tree.plain[at] == 0x0A { at += 1 }
    guard at + 1 < end, tree.plain[at] | 0x20 == 0x61 else { return false }
    if tree.plain[at + 1] == 0x3A { return true }
    return tree.plain[at + 1] == 0xEF && at + 3 < end && tree.plain[at + 2] == 0xBC
      && tree.plain[at + 3] == 0x9A
  }

  private func containsQuestion(_ range: Range<Int>) -> Bool {
    // "Why? Because it has no dashboard." as one heading still asks.
    let line = range
    var at = line.lowerBound
    while at < line.upperBound {
      if tree.plain[at] == 0x3F { return prose.words(in: range).count <= 40 }
      at += 1
    }
    return false
  }

  /// Questions of Japanese without a mark end in か.
  private func endsAsking(_ words: Range<Int>) -> Bool {
    guard let last = words.last, prose.words[last].traits.contains(.ideographic) else { return false }
    let word = prose.words[last].range
    return word.count >= 6 && tree.plain[word.upperBound - 3] == 0xE3
      && tree.plain[word.upperBound - 2] == 0x81
      && tree.plain[word.upperBound - 1] == 0x8B
  }

  /// Whether `questionPrefix` may find more than where a text begins: most begin with a word.
  @inline(__always)
  private func mayHavePrefix(_ range: Range<Int>) -> Bool {
    let first = tree.plain[range.lowerBound]
    if (first | 0x20) &- 0x61 < 26 {
      return range.count < 2 || (tree.plain[range.lowerBound + 1] | 0x20) &- 0x61 >= 26
    }
    return first &- 0x30 < 10 || first == 0x20
  }

  /// `Q:`, `Q1.`, `C3.`, `12.`, `4)` at the start of a question.
  private func questionPrefix(_ range: Range<Int>) -> QuestionPrefix {
    var at = range.lowerBound
    let end = range.upperBound
    while at < end, tree.plain[at] == 0x20 { at += 1 }
    let start = at
    var letters = 0
    while at < end, (tree.plain[at] | 0x20) &- 0x61 < 26, letters < 2 {
      letters += 1
      at += 1
    }
    var digits = 0
    while at < end,
      tree.plain[at] &- 0x30 < 10
        || (digits > 0 && tree.plain[at] == 0x2E && at + 1 < end
          && tree.plain[at + 1] &- 0x30 < 10),
      digits < 5
    {
      digits += 1
      at += 1
    }
    if letters > 1 || (letters == 1 && digits == 0 && tree.plain[start] | 0x20 != 0x71)
      || (letters == 0 && digits == 0)
    {
      return QuestionPrefix(end: start)
    }
    // A separator must follow: colon, dot, bracket, dash.
    var separators = 0
    while at < end {
      let byte = tree.plain[at]
      if byte == 0x3A || byte == 0x2E || byte == 0x29 {
        separators += 1
        at += 1
      } else if byte == 0x20 || byte == 0x0A {
        at += 1
        if separators == 0, letters == 0 { break }
      } else if byte == 0x2D, separators == 0 {
        separators += 1
        at += 1
      } else if byte == 0xE2, at + 2 < end, tree.plain[at + 1] == 0x80,
        (0x93...0x95).contains(tree.plain[at + 2])
      {
        separators += 1
        at += 3
      } else if byte == 0xEF, at + 2 < end, tree.plain[at + 1] == 0xBC,
        tree.plain[at + 2] == 0x9A || tree.plain[at + 2] == 0x8E
      {
        separators += 1
        at += 3
      } else {
        break
      }
    }
    guard separators > 0 else { return QuestionPrefix(end: start) }
    let isQ = letters == 1 && (tree.plain[start] | 0x20 == 0x71 || digits > 0)
    return QuestionPrefix(end: at, isQ: isQ, isNumber: letters == 0 && digits > 0)
  }

  /// Whether a passage is part of a hand-written block of metadata: `**Status:** draft`, `> Written before ...`.
  func isMetadata(_ passage: Passage) -> Bool {
    if passage.isHead, passage.form == .heading { return false }
    if passage.isInQuote { return !prose.contains(Cues.speech, in: passage.words) }
    let colon = tree.plain[
      passage.plain.lowerBound..<min(passage.plain.upperBound, passage.plain.lowerBound + 40)
    ]
    .firstIndex(of: 0x3A)
    guard let colon else { return false }
    let words = prose.words(in: passage.plain.lowerBound..<colon)
    guard words.count <= 4, !words.isEmpty else { return false }
    return Cues.metadata.match(prose.words, at: words.lowerBound, end: words.upperBound) != nil
  }

  /// What a title says beyond calling itself a PR/FAQ: `PR-FAQ — Compass: the daily report that ...`; nil when that is
  /// only a name.
  func residue(ofTitle passage: Passage) -> Range<Int>? {
    let matches = prose.matches(of: AliasTable.documentMarkers, in: passage.words)
    guard let match = matches.first else { return nil }
    let before = passage.words.lowerBound..<match.words.lowerBound
    let after = match.words.upperBound..<passage.words.upperBound
    let longer = before.count > after.count ? before : after
    if longer.count < 7 {
      // "Compass: pilots berth sooner than ever" is a headline, "Compass (a Python library)" only a name.
      guard longer.count >= 5, let split = firstSeparator(longer), longer.upperBound - split >= 4 else {
        return nil
      }
    }
    let low = Int(prose.words[longer.lowerBound].start)
    return
      low..<(longer.upperBound == passage.words.upperBound
      ? passage.plain.upperBound : Int(prose.words[longer.upperBound - 1].end))
  }
}
