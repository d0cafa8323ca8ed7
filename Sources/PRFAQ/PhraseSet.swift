import SourceText

/// A list of words and phrases to look for, such as the weasel words.
///
/// ```swift
/// static let phrases = PhraseSet(["significantly", "a lot of", "nearly all"])
/// for match in document.prose.matches(of: Self.phrases, in: words) { ... }
/// ```
///
/// Phrases are compared word by word without regard to case; hyphens and blanks between words are alike, so
/// `world-class` finds "world class" too.
public struct PhraseSet: Sendable {
  /// Its number among the sets that are looked for in one pass over a text; -1 for one that is looked for by itself.
  let id: Int
  /// What it holds.
  let list: PhraseList

  /// The phrases, as given.
  public var phrases: [String] { list.phrases }

  /// Prepares a list that many documents are searched for. Make it once, as a static constant.
  public init(_ phrases: [String]) {
    id = PhraseRegistry.nextID()
    list = PhraseList(phrases)
    PhraseRegistry.add(self)
  }

  /// Prepares a list that is looked for in a few words here and there only, such as those a heading begins with. It is
  /// not looked for beforehand, in passing, which for the commonest words would cost more than it saves.
  public init(local phrases: [String]) {
    id = -1
    list = PhraseList(phrases)
  }

  /// Prepares a list that belongs to one document, such as the names of its product.
  public init(names: [String]) {
    id = -1
    list = PhraseList(names)
  }

  /// The longest phrase that begins at a word and goes on neither beyond `end` nor into another block: its index in
  /// `phrases` and its number of words.
  @inline(__always)
  func match(_ all: [Prose.Word], at index: Int, end: Int) -> (phrase: Int, length: Int)? {
    list.match(all, at: index, end: end)
  }
}

extension Prose {
  /// A place where a phrase occurs.
  public struct Match: Sendable, Equatable {
    /// Index in `PhraseSet.phrases`.
    public let phrase: Int
    /// The words it covers.
    public let words: Range<Int>
    /// The bytes it covers in `MarkdownTree.plain`.
    public let range: Range<Int>
  }

  /// The word hashes of a phrase.
  public static func hashes(of phrase: String) -> [UInt32] {
    var hashes: [UInt32] = []
    WordFinder.addHashes(of: phrase, to: &hashes)
    return hashes
  }

  /// All places in a range of words where one of the phrases occurs; a match never crosses into another block.
  public func matches(of set: PhraseSet, in range: Range<Int>) -> [Match] {
    var found: [Match] = []
    forEachMatch(of: set, in: range) { found.append($0) }
    return found
  }

  /// Hands over the matches one by one.
  @inline(__always)
  private func forEachMatch(of set: PhraseSet, in range: Range<Int>, _ body: (Match) -> Void) {
    var next = range.lowerBound
    if let scan, let hits = scan.hits(of: set) {
      if hits.isEmpty { return }
      for hit in scan.hits[scan.first(hits, from: range.lowerBound)..<hits.upperBound] {
        guard Int(hit.word) < range.upperBound else { break }
        if Int(hit.word) >= next, let match = match(of: set, hit, end: range.upperBound) {
          body(match)
          next = match.words.upperBound
        }
      }
    } else if isIndexUseful(for: set, range) {
      for at in places(of: set, in: range) where at >= next {
        if let match = match(of: set, at: at, end: range.upperBound) {
          body(match)
          next = match.words.upperBound
        }
      }
    } else {
      while true {
        next = candidate(of: set, from: next, to: range.upperBound)
        if next >= range.upperBound { break }
        if let match = match(of: set, at: next, end: range.upperBound) {
          body(match)
          next = match.words.upperBound
        } else {
          next += 1
        }
      }
    }
  }

  /// The first place in a range of words where one of the phrases occurs, of a set that was not looked for beforehand.
  func firstUnscannedMatch(of set: PhraseSet, in range: Range<Int>) -> Match? {
    if isIndexUseful(for: set, range) { return matches(of: set, in: range).first }
    var at = candidate(of: set, from: range.lowerBound, to: range.upperBound)
    while at < range.upperBound {
      if let match = match(of: set, at: at, end: range.upperBound) { return match }
      at = candidate(of: set, from: at + 1, to: range.upperBound)
    }
    return nil
  }

  /// All places in some blocks where one of the phrases occurs, each with its block.
  ///
  /// - Parameter blocks: indices of `MarkdownTree.blocks`, ascending.
  public func matches(of set: PhraseSet, inBlocks blocks: [Int]) -> [(match: Match, block: Int)] {
    var found: [(match: Match, block: Int)] = []
    guard let first = blocks.first, let last = blocks.last else { return [] }
    var turn = 0
    forEachMatch(of: set, in: Int(firstWord[first])..<Int(firstWord[last + 1])) { match in
      let at = match.words.lowerBound
      while Int(firstWord[blocks[turn] + 1]) <= at { turn += 1 }
      if Int(firstWord[blocks[turn]]) <= at { found.append((match, blocks[turn])) }
    }
    return found
  }

  /// The match that a hit of the scan stands for; a shorter one where it would reach beyond `end`.
  @inline(__always)
  private func match(of set: PhraseSet, _ hit: PhraseScan.Hit, end: Int) -> Match? {
    let at = Int(hit.word)
    let last = at + Int(hit.length) - 1
    guard last < end else { return match(of: set, at: at, end: end) }
    return Match(
      phrase: Int(hit.phrase), words: at..<(last + 1), range: Int(words[at].start)..<Int(words[last].end))
  }

  /// The match that begins at a word.
  @inline(__always)
  private func match(of set: PhraseSet, at: Int, end: Int) -> Match? {
    guard let (phrase, length) = set.match(words, at: at, end: end) else { return nil }
    let last = at + length - 1
    return Match(
      phrase: phrase, words: at..<(at + length), range: Int(words[at].start)..<Int(words[last].end))
  }

  /// Whether one of the phrases occurs in a range of words; a match never crosses into another block.
  public func contains(_ set: PhraseSet, in range: Range<Int>) -> Bool {
    if let scan, let hits = scan.hits(of: set) {
      if hits.isEmpty { return false }
      for hit in scan.hits[scan.first(hits, from: range.lowerBound)..<hits.upperBound] {
        let word = Int(hit.word)
        guard word < range.upperBound else { return false }
        if word + Int(hit.length) <= range.upperBound
          || set.match(words, at: word, end: range.upperBound) != nil
        {
          return true
        }
      }
      return false
    }
    if isIndexUseful(for: set, range) {
      return heads.withUnsafeBufferPointer { heads in
        for first in set.list.firsts {
          var at = Int(heads[WordTable.place(first) & (heads.count - 1)])
          while at >= 0 {
            if at >= range.lowerBound, at < range.upperBound, words[at].hash == first,
              set.match(words, at: at, end: range.upperBound) != nil
            {
              return true
            }
            at = Int(followers[at])
          }
        }
        return false
      }
    }
    var at = candidate(of: set, from: range.lowerBound, to: range.upperBound)
    while at < range.upperBound {
      if set.match(words, at: at, end: range.upperBound) != nil { return true }
      at = candidate(of: set, from: at + 1, to: range.upperBound)
    }
    return false
  }

  /// The next word at which a phrase may begin; `end` or more where there is none.
  private func candidate(of set: PhraseSet, from start: Int, to end: Int) -> Int {
    let list = set.list
    return words.withUnsafeBufferPointer { words in
      guard let base = words.baseAddress, let first = list.firsts.first, start >= 0, end <= words.count else {
        return end
      }
      // All words looked at lie within these bounds.
      if list.firsts.count > 2 { return list.next(base, from: start, to: end) }
      // The names of a product begin with one word or two.
      let second = list.firsts[list.firsts.count - 1]
      var at = start
      while at < end, base[at].hash != first, base[at].hash != second { at &+= 1 }
      return at
    }
  }

  // MARK: Index

  /// Whether looking up the first words of phrases is cheaper than going through all words. The index leads through the
  /// whole text, so that it helps for large parts of it only.
  private func isIndexUseful(for set: PhraseSet, _ range: Range<Int>) -> Bool {
    !heads.isEmpty && range.count * 2 > words.count && range.count > set.list.firsts.count
  }

  /// The words at which a phrase may begin, ascending.
  private func places(of set: PhraseSet, in range: Range<Int>) -> [Int] {
    var places: [Int] = []
    for first in set.list.firsts {
      var at = Int(heads[WordTable.place(first) & (heads.count - 1)])
      while at >= 0 {
        if words[at].hash == first, range.contains(at) { places.append(at) }
        at = Int(followers[at])
      }
    }
    if places.count > 1 { places.sort() }
    return places
  }

  /// Makes the index: for each hash, the first word and, for each word, the next that may be the same.
  static func index(of words: [Word]) -> (heads: [Int32], followers: [Int32]) {
    // No text has so many different words that more heads would make the lists behind them much shorter.
    var size = 256
    while size < words.count, size < 1 << 16 { size *= 2 }
    let mask = size - 1
    var heads = [Int32](repeating: -1, count: size)
    let followers = [Int32](unsafeUninitializedCapacity: words.count) { followers, count in
      LargePages.request(.init(followers))
      heads.withUnsafeMutableBufferPointer { heads in
        for at in words.indices.reversed() {
          let place = WordTable.place(words[at].hash) & mask
          followers.initializeElement(at: at, to: heads[place])
          heads[place] = Int32(truncatingIfNeeded: at)
        }
      }
      count = words.count
    }
    return (heads, followers)
  }

  // MARK: Places

  /// The words within a range of `plain`.
  public func words(in range: Range<Int>) -> Range<Int> {
    words.withUnsafeBufferPointer { words in
      wordOfStretch.withUnsafeBufferPointer { stretches in
        let low = Prose.firstWord(from: range.lowerBound, words, stretches)
        return low..<max(low, Prose.firstWord(from: range.upperBound, words, stretches))
      }
    }
  }

  /// The words of the blocks in a range of indices of `MarkdownTree.blocks`.
  public func words(ofBlocks blocks: Range<Int>) -> Range<Int> {
    Int(firstWord[blocks.lowerBound])..<Int(firstWord[blocks.upperBound])
  }

  /// The sentences of the blocks in a range of indices of `MarkdownTree.blocks`.
  func sentences(ofBlocks blocks: Range<Int>) -> Range<Int> {
    Int(firstSentence[blocks.lowerBound])..<Int(firstSentence[blocks.upperBound])
  }

  /// The first word that begins at an offset or later.
  @inline(__always)
  static func firstWord(
    from offset: Int, _ words: UnsafeBufferPointer<Word>, _ wordOfStretch: UnsafeBufferPointer<Int32>
  ) -> Int {
    let stretch = offset &>> Prose.stretchBits
    guard stretch >= 0 else { return 0 }
    guard stretch < wordOfStretch.count else { return words.count }
    // A stretch names a word that there is.
    var at = Int(wordOfStretch[stretch])
    while at < words.count, Int(words[at].start) < offset { at &+= 1 }
    return at
  }

  /// Whether a byte of `plain` stands between quotation marks.
  public func isQuoted(_ offset: Int) -> Bool {
    quoted.cover(offset)
  }
}
