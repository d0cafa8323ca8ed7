extension Prose {
  /// The first word that begins at an offset of `plain` or later.
  func firstWord(from offset: Int) -> Int {
    words.withUnsafeBufferPointer { words in
      wordOfStretch.withUnsafeBufferPointer { Self.firstWord(from: offset, words, $0) }
    }
  }

  /// From the first to the last word at which a phrase of a set begins, or more: who asks for many parts of a text need
  /// not ask for those outside.
  func reach(of set: PhraseSet) -> Range<Int> {
    guard let scan, let hits = scan.hits(of: set) else { return words.indices }
    if hits.isEmpty { return 0..<0 }
    return Int(scan.hits[hits.lowerBound].word)..<Int(scan.hits[hits.upperBound - 1].word) + 1
  }

  /// The first place in a range of words where one of the phrases occurs.
  func firstMatch(of set: PhraseSet, in range: Range<Int>) -> Match? {
    guard let scan, let hits = scan.hits(of: set) else { return firstUnscannedMatch(of: set, in: range) }
    if hits.isEmpty { return nil }
    var at = scan.first(hits, from: range.lowerBound)
    while at < hits.upperBound {
      let hit = scan.hits[at]
      let word = Int(hit.word)
      guard word < range.upperBound else { return nil }
      if let match = match(of: set, hit, end: range.upperBound) {
        let last = word + match.length - 1
        return Match(
          phrase: match.phrase, words: word..<last + 1, range: Int(words[word].start)..<Int(words[last].end))
      }
      at += 1
    }
    return nil
  }

  /// The number of places in a range of words where one of the phrases occurs.
  func count(_ set: PhraseSet, in range: Range<Int>) -> Int {
    guard let scan, let hits = scan.hits(of: set) else { return matches(of: set, in: range).count }
    if hits.isEmpty { return 0 }
    var count = 0
    var next = range.lowerBound
    var at = scan.first(hits, from: range.lowerBound)
    while at < hits.upperBound {
      let hit = scan.hits[at]
      guard Int(hit.word) < range.upperBound else { break }
      if Int(hit.word) >= next, let match = match(of: set, hit, end: range.upperBound) {
        count += 1
        next = Int(hit.word) + match.length
      }
      at += 1
    }
    return count
  }

  /// What a hit of the scan stands for; a shorter phrase where it would reach beyond `end`.
  @inline(__always)
  private func match(of set: PhraseSet, _ hit: PhraseScan.Hit, end: Int) -> (phrase: Int, length: Int)? {
    Int(hit.word) + Int(hit.length) <= end
      ? (Int(hit.phrase), Int(hit.length)) : set.match(words, at: Int(hit.word), end: end)
  }
}
