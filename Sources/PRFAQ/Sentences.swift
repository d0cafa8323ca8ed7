import MarkdownTree

extension PRFAQDocument {
  /// The sentences of the paragraphs (not headings, tables or code) in a range of blocks, in order.
  ///
  /// A sentence ends at `.`, `!`, `?` or their full-width forms, with closing quotation marks and brackets after it,
  /// where a blank and a capital letter, digit or opening mark follow; abbreviations, initials and decimals do
  /// not end it. The end of a block always does.
  public func sentences(inBlocks blocks: Range<Int>) -> [Prose.Sentence] {
    Array(prose.sentences[prose.sentences(ofBlocks: blocks)])
  }

  /// Those of them that reach into a range of `MarkdownTree.plain`.
  public func sentences(inBlocks blocks: Range<Int>, within plainRange: Range<Int>) -> [Prose.Sentence] {
    let all = prose.sentences(ofBlocks: blocks)
    var low = all.lowerBound
    var high = all.upperBound
    while low < high {
      let middle = (low + high) / 2
      if prose.sentences[middle].range.upperBound <= plainRange.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < all.upperBound, prose.sentences[end].range.lowerBound < plainRange.upperBound { end += 1 }
    return Array(prose.sentences[low..<end])
  }
}

extension MarkdownTree {
  /// The parts of a paragraph that are running text: all of it, or what is left beside a table.
  func prosePieces(ofBlock block: Int) -> [Range<Int>] {
    let whole = blocks[block].plainRange
    if tables.isEmpty { return whole.isEmpty ? [] : [whole] }
    var pieces: [Range<Int>] = []
    var start = whole.lowerBound
    for table in tables(inBlocks: block..<block + 1) {
      guard let first = table.header.first?.plainRange.lowerBound else { continue }
      let last = (table.rows.last?.last ?? table.header.last)?.plainRange.upperBound ?? first
      if start < first { pieces.append(start..<first) }
      start = max(start, last)
    }
    if start < whole.upperBound { pieces.append(start..<whole.upperBound) }
    return pieces
  }

}

/// Divides paragraphs into sentences.
struct SentenceFinder {
  let words: [Prose.Word]
  let wordOfStretch: [Int32]
  private(set) var sentences: [Prose.Sentence] = []
  /// Per block of the tree, the index of its first sentence; one more entry at the end.
  private(set) var firstSentence: [Int32] = []

  init(_ words: [Prose.Word], _ wordOfStretch: [Int32]) {
    self.words = words
    self.wordOfStretch = wordOfStretch
  }

  mutating func find(in tree: MarkdownTree) {
    firstSentence.reserveCapacity(tree.blocks.count + 1)
    sentences.reserveCapacity(words.count / 12)
    tree.plain.withUnsafeBufferPointer { plain in
      for index in tree.blocks.indices {
        firstSentence.append(Int32(truncatingIfNeeded: sentences.count))
        guard tree.blocks[index].kind == .paragraph else { continue }
        if tree.tables.isEmpty {
          split(tree.blocks[index].plainRange, plain, block: index)
        } else {
          for range in tree.prosePieces(ofBlock: index) { split(range, plain, block: index) }
        }
      }
    }
    firstSentence.append(Int32(truncatingIfNeeded: sentences.count))
  }

  private mutating func close(
    _ start: inout Int, _ end: Int, _ plain: UnsafeBufferPointer<UInt8>, block: Int
  ) {
    var low = start
    while low < end, plain[low] == 0x20 || plain[low] == 0x0A { low += 1 }
    if low < end {
      let first = Prose.firstWord(from: low, words, wordOfStretch)
      let last = Prose.firstWord(from: end, words, wordOfStretch)
      if first < last {
        sentences.append(Prose.Sentence(range: low..<end, words: first..<last, block: block))
      }
    }
    start = end
  }

  private mutating func split(_ range: Range<Int>, _ plain: UnsafeBufferPointer<UInt8>, block: Int) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      at = ByteSearch.firstWide(or: (0x2E, 0x21, 0x3F), in: plain, from: at, to: range.upperBound)
      if at >= range.upperBound { break }
      let byte = plain[at]
      var end = 0
      if byte == 0x2E || byte == 0x21 || byte == 0x3F {
        end = at + 1
      } else if byte == 0xE3, at + 2 < range.upperBound, plain[at + 1] == 0x80, plain[at + 2] == 0x82 {
        end = at + 3
      } else if byte == 0xEF, at + 2 < range.upperBound, plain[at + 1] == 0xBC,
        plain[at + 2] == 0x81 || plain[at + 2] == 0x9F
      {
        end = at + 3
      }
      if end == 0 {
        at += 1
        continue
      }
      let isWide = end - at == 3
      var after = SentenceEnd.skipClosers(plain, end, range.upperBound)
      if isWide {
        close(&start, after, plain, block: block)
      } else if after >= range.upperBound {
        close(&start, range.upperBound, plain, block: block)
      } else if plain[after] == 0x20 || plain[after] == 0x0A {
        let dotEnds = byte != 0x2E || !SentenceEnd.isAbbreviation(plain, from: start, dot: at)
        if dotEnds, SentenceEnd.begins(plain, after, range.upperBound) {
          close(&start, after, plain, block: block)
        }
      }
      after = max(after, at + 1)
      at = after
    }
    if start < range.upperBound { close(&start, range.upperBound, plain, block: block) }
  }
}

/// Where sentences end.
enum SentenceEnd {
  /// Words that carry a dot inside a sentence.
  private static let abbreviations = WordSet(
    hashes: [
      "e.g", "i.e", "vs", "mr", "mrs", "ms", "dr", "prof", "inc", "ltd", "co", "corp", "st", "no", "nos",
      "approx",
      "etc", "cf", "fig", "sec", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
      "dec", "u.s", "u.k", "e.u", "a.m", "p.m", "z.b", "d.h", "bzw", "ca", "al", "ph.d", "v", "vol", "ed",
      "est",
    ].map { Prose.hash($0.utf8) })

  static func skipClosers(_ plain: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Int {
    var at = from
    while at < end {
      let byte = plain[at]
      if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte == 0x2E || byte == 0x21
        || byte == 0x3F
      {
        at += 1
      } else if byte == 0xE2, at + 2 < end, plain[at + 1] == 0x80,
        plain[at + 2] == 0x9D || plain[at + 2] == 0x99
      {
        at += 3
      } else if byte == 0xE3, at + 2 < end, plain[at + 1] == 0x80, plain[at + 2] == 0x8D {
        at += 3
      } else {
        break
      }
    }
    return at
  }

  /// Whether a sentence begins after the blanks at `from`: anything but a lower-case letter does.
  static func begins(_ plain: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Bool {
    var at = from
    while at < end, plain[at] == 0x20 || plain[at] == 0x0A { at += 1 }
    return at >= end || !(plain[at] >= 0x61 && plain[at] <= 0x7A)
  }

  /// Whether the word before a dot is an abbreviation or an initial.
  static func isAbbreviation(_ plain: UnsafeBufferPointer<UInt8>, from start: Int, dot: Int) -> Bool {
    var low = dot
    while low > start, plain[low - 1] != 0x20, plain[low - 1] != 0x0A, plain[low - 1] != 0x28 { low -= 1 }
    if dot - low == 1, plain[low] >= 0x41, plain[low] <= 0x5A { return true }
    if dot - low <= 2, dot > low, plain[low..<dot].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), low == start {
      return true
    }
    return dot - low <= 7 && abbreviations.contains(Prose.hash(plain[low..<dot]))
  }
}
