extension Prose {
  /// Hash of a word, as `hash`, for bytes in memory.
  public static func hash(ofBytes word: UnsafeBufferPointer<UInt8>) -> UInt32 { hash(word) }

  /// The block in which a word stands, as an index of `MarkdownTree.blocks`.
  public func block(ofWord word: Int) -> Int {
    firstWord.withUnsafeBufferPointer { firstWord in
      // The last block that begins at the word or before: blocks without words begin where the next one does.
      var low = 0
      var high = firstWord.count - 1
      while low + 1 < high {
        let middle = (low + high) / 2
        if Int(firstWord[middle]) <= word { low = middle } else { high = middle }
      }
      return low
    }
  }

  /// The sentence in which a word stands; nil for words of headings, tables and code.
  public func sentence(ofWord word: Int) -> Sentence? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].words.lowerBound <= word ? sentences[low] : nil
  }

  /// The sentences of the blocks in a range of indices of `MarkdownTree.blocks`, as numbers for `sentence`.
  public func sentenceNumbers(ofBlocks blocks: Range<Int>) -> Range<Int> { sentences(ofBlocks: blocks) }

  /// The sentence of a number.
  public func sentence(_ number: Int) -> Sentence { sentences[number] }

  /// Goes through all places in the text where one of the phrases occurs.
  public func forEachMatch(of set: PhraseSet, _ body: (Match) -> Void) {
    guard let scan, let hits = scan.hits(of: set) else {
      for match in matches(of: set, in: words.indices) { body(match) }
      return
    }
    var next = 0
    for at in hits {
      let hit = scan.hits[at]
      let first = Int(hit.word)
      if first < next { continue }
      next = first + Int(hit.length)
      body(
        Match(
          phrase: Int(hit.phrase), words: first..<next,
          range: Int(words[first].start)..<Int(words[next - 1].end)))
    }
  }

  /// The numbers of those ranges of words within which one of the phrases occurs; the ranges stand in order and do not
  /// overlap.
  public func numbers(of ranges: [Range<Int>], holding set: PhraseSet) -> [Int] {
    guard let scan, let hits = scan.hits(of: set) else {
      return ranges.indices.filter { contains(set, in: ranges[$0]) }
    }
    var numbers: [Int] = []
    var rest = hits
    for number in ranges.indices {
      if rest.isEmpty { break }
      if holds(ranges[number], set, scan, &rest) {
        if numbers.isEmpty { numbers.reserveCapacity(8) }
        numbers.append(number)
      }
    }
    return numbers
  }

  /// Those of them that reach into a range of `MarkdownTree.plain`.
  public func sentenceNumbers(ofBlocks blocks: Range<Int>, within plainRange: Range<Int>) -> Range<Int> {
    let first = firstSentenceNumber(ofBlocks: blocks, endingAfter: plainRange.lowerBound)
    let all = sentences(ofBlocks: blocks)
    var end = first
    while end < all.upperBound, sentences[end].range.lowerBound < plainRange.upperBound { end += 1 }
    return first..<end
  }

  /// The first sentence of some blocks that reaches into a range of `MarkdownTree.plain`.
  public func firstSentence(inBlocks blocks: Range<Int>, within plainRange: Range<Int>) -> Sentence? {
    let first = firstSentenceNumber(ofBlocks: blocks, endingAfter: plainRange.lowerBound)
    guard first < sentences(ofBlocks: blocks).upperBound,
      sentences[first].range.lowerBound < plainRange.upperBound
    else { return nil }
    return sentences[first]
  }

  private func firstSentenceNumber(ofBlocks blocks: Range<Int>, endingAfter offset: Int) -> Int {
    let all = sentences(ofBlocks: blocks)
    var low = all.lowerBound
    var high = all.upperBound
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether one of the phrases occurs within one of some ranges of words, which stand in order and do not overlap.
  public func contains(_ set: PhraseSet, inAnyOf ranges: [Range<Int>]) -> Bool {
    guard let scan, let hits = scan.hits(of: set) else {
      return ranges.contains { contains(set, in: $0) }
    }
    var rest = hits
    for range in ranges {
      if rest.isEmpty { return false }
      if holds(range, set, scan, &rest) { return true }
    }
    return false
  }

  /// Whether a phrase occurs within a range of words; takes away the hits before it.
  @inline(__always)
  private func holds(_ range: Range<Int>, _ set: PhraseSet, _ scan: PhraseScan, _ rest: inout Range<Int>)
    -> Bool
  {
    // Hits and ranges are both in order, so that most ranges are passed with one look.
    if Int(scan.hits[rest.lowerBound].word) >= range.upperBound { return false }
    var at = scan.first(rest, from: range.lowerBound)
    rest = at..<rest.upperBound
    while at < rest.upperBound {
      let hit = scan.hits[at]
      let word = Int(hit.word)
      if word >= range.upperBound { return false }
      if word + Int(hit.length) <= range.upperBound
        || set.match(words, at: word, end: range.upperBound) != nil
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// Whether one of the phrases may occur in the text: nobody need look for those that do not.
  public func mayContain(_ set: PhraseSet) -> Bool {
    guard let scan, let hits = scan.hits(of: set) else { return true }
    return !hits.isEmpty
  }
}
