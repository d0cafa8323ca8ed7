import MarkdownTree

/// Reads what people say in a release, and who they are.
struct QuoteReader {
  let list: PassageList
  /// The product's names; they may change as long as nothing was read.
  var product: ProductMentions?
  private let memory = Memory()

  init(list: PassageList, product: ProductMentions?) {
    self.list = list
    self.product = product
  }

  /// Whether anything was read.
  var wasAsked: Bool { memory.wasAsked }

  /// What is known of the block quote read last: all its passages ask for the same.
  private final class Memory {
    var wasAsked = false
    var last = -1
    var tailLine: Range<Int>? = nil
    var tail: Range<Int>? = nil
    var after = -1
    var afterLine: Range<Int>? = nil
    /// Where its last customer's words are known to be absent up to its end.
    var silent = -1
  }

  /// A quote found, with the passages it covers.
  struct Found {
    let quote: Quote
    let passages: Range<Int>
    /// Whether the passage is the quote, rather than a paragraph of other matter that ends in speech.
    let isWhole: Bool
  }

  /// The quote that begins at a passage, if one does.
  ///
  /// - Parameters:
  ///   - index: the passage.
  ///   - end: after the last passage of the release.
  ///   - labelled: the role a heading or label gives to it.
  func read(_ index: Int, end: Int, labelled: Role?, origin: Origin) -> Found? {
    memory.wasAsked = true
    let passage = list.passages[index]
    guard !passage.plain.isEmpty, passage.form != .heading || labelled == nil else { return nil }
    let isBlock = passage.isInQuote
    // Most passages have nothing between quotation marks.
    if !isBlock, labelled == nil, !list.prose.mayQuote(in: passage.plain) { return nil }
    let body = list.trim(passage.body.isEmpty ? passage.plain : passage.body)
    let spoken = spokenParts(in: body)
    let spokenLength = spoken.reduce(0) { $0 + $1.count }
    let opens = spoken.first.map { $0.lowerBound - body.lowerBound <= 3 } ?? false
    // Most of the text is spoken, or it opens with speech and an attribution follows.
    let hasVerb =
      !spoken.isEmpty && list.prose.contains(Cues.speech, in: list.prose.words(in: outside(spoken, body)))
    let isQuote =
      isBlock || labelled != nil
      || (opens && spokenLength >= 30 && (hasVerb || hasDashAttribution(body, spoken)))
      || (opens && spokenLength * 10 >= body.count * 8 && spokenLength >= 40)
      || (!opens && hasVerb && spokenLength >= 60 && spokenLength * 2 >= body.count / 2)
    guard isQuote else { return nil }
    if isBlock, labelled == nil, spoken.isEmpty, !looksAttributed(index, end: end) { return nil }
    var last = index + 1
    // A block quote goes on over its paragraphs; an attribution may stand on a line of its own.
    if isBlock { last = max(last, min(end, list.endOfQuote(index))) }
    var attribution = attribution(in: body, spoken: spoken)
    if attribution == nil, last - 1 > index {
      remember(last)
      attribution = memory.tail
    }
    if attribution == nil, last < end, let line = dashLine(after: last),
      !list.passages[last].isHead
    {
      attribution = line
      last += 1
    }
    // `- "Show me what I spent"` is something to type.
    if passage.isInList, labelled == nil, attribution == nil { return nil }
    // An example set off as a block quote ("It might advise:") is nobody's word.
    if isBlock, labelled == nil, attribution == nil {
      if spokenLength < 40 { return nil }
      if index > 0, list.passages[index - 1].form == .text,
        list.lastByte(list.passages[index - 1].plain) == 0x3A
      {
        return nil
      }
    }
    let whole = passage.plain.lowerBound..<list.passages[last - 1].plain.upperBound
    let isNameless = isBlock && labelled == nil && attribution == nil
    // What a whole quote does not say, no part of it that ends with it does.
    if isNameless, memory.silent == last { return nil }
    let voice = voice(attribution, whole: whole, spoken: spoken, labelled: labelled)
    if isNameless, voice == .unknown {
      memory.silent = last
      return nil
    }
    return Found(
      quote: Quote(
        range: list.tree.sourceRange(ofPlain: whole), plainRange: whole,
        spoken: spoken.isEmpty ? [body] : spoken, speaker: attribution.map(speaker), voice: voice,
        origin: labelled == nil ? .inferred : origin),
      passages: index..<last, isWhole: isBlock || opens || labelled != nil)
  }

  private func spokenParts(in range: Range<Int>) -> [Range<Int>] {
    var spoken: [Range<Int>] = []
    for stretch in list.prose.quoted(from: range.lowerBound) {
      if stretch.upperBound > range.upperBound { break }
      if stretch.count < 8 { continue }
      if spoken.isEmpty { spoken.reserveCapacity(4) }
      spoken.append(stretch)
    }
    return spoken
  }

  private func outside(_ spoken: [Range<Int>], _ range: Range<Int>) -> Range<Int> {
    guard let first = spoken.first else { return range }
    return first.upperBound < range.upperBound
      ? first.upperBound..<range.upperBound : range.lowerBound..<first.lowerBound
  }

  private func looksAttributed(_ index: Int, end: Int) -> Bool {
    let last = max(index + 1, min(end, list.endOfQuote(index)))
    remember(last)
    if memory.tailLine != nil { return true }
    return last < end && dashLine(after: last) != nil
  }

  /// Finds who is named in the last passage of a quote.
  private func remember(_ last: Int) {
    if memory.last == last { return }
    let tail = list.passages[last - 1].plain
    memory.last = last
    memory.tailLine = dashLine(tail)
    memory.tail = memory.tailLine ?? attribution(in: tail, spoken: spokenParts(in: tail))
  }

  /// The attribution in the passage after a quote.
  private func dashLine(after last: Int) -> Range<Int>? {
    if memory.after != last {
      memory.after = last
      memory.afterLine = dashLine(list.passages[last].plain)
    }
    return memory.afterLine
  }

  private func hasDashAttribution(_ body: Range<Int>, _ spoken: [Range<Int>]) -> Bool {
    guard let last = spoken.last else { return false }
    return dash(at: last.upperBound, body.upperBound) != nil
  }

  /// After blanks and line ends, the offset behind a dash that opens an attribution.
  private func dash(at start: Int, _ end: Int) -> Int? {
    var at = start
    let plain = list.tree.plain
    while at < end, plain[at] == 0x20 || plain[at] == 0x0A || plain[at] == 0x2A || plain[at] == 0x5F {
      at += 1
    }
    if at + 2 < end, plain[at] == 0xE2, plain[at + 1] == 0x80, (0x93...0x95).contains(plain[at + 2]) {
      return at + 3
    }
    if at + 1 < end, plain[at] == 0x2D, plain[at + 1] == 0x2D { return at + 2 }
    if at + 1 < end, plain[at] == 0x2D, plain[at + 1] == 0x20 || plain[at + 1] >= 0x41 { return at + 1 }
    return nil
  }

  /// `— Name, Title` as a line of its own, or as the last line of a text.
  private func dashLine(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var found: Range<Int>? = nil
    while start < range.upperBound {
      let line = list.firstLine(start..<range.upperBound)
      if let name = dash(at: line.lowerBound, line.upperBound),
        list.prose.words(in: name..<line.upperBound).count <= 24
      {
        found = list.trim(name..<line.upperBound)
      }
      start = line.upperBound + 1
    }
    return found
  }

  /// The part of a paragraph that names the speaker.
  private func attribution(in body: Range<Int>, spoken: [Range<Int>]) -> Range<Int>? {
    guard let first = spoken.first else { return dashLine(body) }
    if let last = spoken.last, let name = dash(at: last.upperBound, body.upperBound) {
      let line = list.trim(name..<body.upperBound)
      if list.prose.words(in: line).count <= 24 { return line }
    }
    // Between two spoken parts, after the last, or before the first.
    for index in 0...spoken.count {
      let gap =
        index == spoken.count
        ? body.lowerBound..<first.lowerBound
        : spoken[index]
          .upperBound..<(index + 1 < spoken.count ? spoken[index + 1].lowerBound : body.upperBound)
      let words = list.prose.words(in: gap)
      guard let verb = list.prose.firstMatch(of: Cues.speech, in: words) else { continue }
      if verb.words.upperBound < words.upperBound, verb.words.lowerBound - words.lowerBound <= 1 {
        // `," said Dana Whitfield, head of product at Brightkey.`
        let low = Int(list.prose.words[verb.words.upperBound].start)
        return sentence(low..<gap.upperBound)
      }
      // `Dana Whitfield, head of product, said: "..."`
      return sentence(Int(list.prose.words[words.lowerBound].start)..<verb.range.lowerBound)
    }
    return nil
  }

  /// Cuts a text at the end of its first sentence.
  private func sentence(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = list.tree.plain[at]
      let isEnd =
        byte == 0x2E
        && (at + 1 >= range.upperBound || list.tree.plain[at + 1] == 0x20 || list.tree.plain[at + 1] == 0x0A)
      if isEnd,
        !list.tree.plain.withUnsafeBufferPointer({
          SentenceEnd.isAbbreviation($0, from: range.lowerBound, dot: at)
        })
      {
        break
      }
      at += 1
    }
    var end = at
    while end > range.lowerBound, isTail(list.tree.plain[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  private func isTail(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x2C || byte == 0x3A }

  private func speaker(_ range: Range<Int>) -> Speaker {
    let words = list.prose.words(in: range)
    // The name ends at the first comma or bracket.
    var at = range.lowerBound
    while at < range.upperBound, list.tree.plain[at] != 0x2C, list.tree.plain[at] != 0x28 { at += 1 }
    let head = list.trim(range.lowerBound..<at)
    let isName =
      words.first.map {
        list.prose.words[$0].traits.contains(.capitalised) || list.prose.words[$0].traits.contains(.nonASCII)
          || list.tree.plain[range.lowerBound] == 0x5B
      } ?? false
    let rest = at < range.upperBound ? list.trim(at + 1..<range.upperBound) : nil
    if !isName {
      return Speaker(
        name: range.lowerBound..<range.lowerBound, title: head.isEmpty ? nil : range, plainRange: range)
    }
    return Speaker(name: head, title: rest.flatMap { $0.isEmpty ? nil : $0 }, plainRange: range)
  }

  private func voice(_ attribution: Range<Int>?, whole: Range<Int>, spoken: [Range<Int>], labelled: Role?)
    -> Quote.Voice
  {
    if labelled == .customerQuote { return .customer }
    if labelled == .companyQuote { return .company }
    guard let attribution else {
      return list.prose.contains(Cues.customerSpeech, in: list.prose.words(in: whole)) ? .customer : .unknown
    }
    let words = list.prose.words(in: attribution)
    var company = 0
    var customer = 0
    let titles = list.prose.matches(of: Cues.companyTitles, in: words)
    if !titles.isEmpty {
      company += 2
    } else if list.prose.contains(Cues.officeTitles, in: words) {
      company += 1
    }
    // "Product owner" is a title; "owner of a bakery" is a customer.
    let nouns = list.prose.matches(of: Cues.customerNouns, in: words)
    var next = 0
    let hasNoun = nouns.contains { noun in
      while next < titles.count, titles[next].words.upperBound <= noun.words.lowerBound { next += 1 }
      return next == titles.count || !titles[next].words.overlaps(noun.words)
    }
    if hasNoun { customer += 3 }
    if let product, product.isIn(words) { company += 3 }
    let speech = list.prose.words(in: whole)
    if list.prose.contains(Cues.makerSpeech, in: speech) { company += 2 }
    let said = list.prose.count(Cues.customerSpeech, in: speech)
    if said > 0 { customer += min(said, 2) }
    return company > customer ? .company : customer > 0 ? .customer : company > 0 ? .company : .unknown
  }
}

extension Prose {
  /// Whether a stretch between quotation marks begins in a range of `plain`.
  func mayQuote(in range: Range<Int>) -> Bool {
    quoted(from: range.lowerBound).first.map { $0.lowerBound < range.upperBound } ?? false
  }

  /// The stretches between quotation marks that begin at an offset of `plain` or later.
  func quoted(from offset: Int) -> ArraySlice<Range<Int>> {
    var low = 0
    var high = quoted.count
    while low < high {
      let middle = (low &+ high) &>> 1
      if quoted[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return quoted[low...]
  }
}
