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
  /// The parts of a paragraph with tables that are running text: what is left beside them.
  fileprivate func prosePieces(_ whole: Range<Int>, beside tables: ArraySlice<Table>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = whole.lowerBound
    for table in tables {
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
  private let plain: UnsafeBufferPointer<UInt8>
  private let words: UnsafeBufferPointer<Prose.Word>
  private let wordOfStretch: UnsafeBufferPointer<Int32>
  private let signs: UnsafeBufferPointer<Int32>
  /// Room for all sentences there can be.
  private let sentences: UnsafeMutableBufferPointer<Prose.Sentence>
  private var count = 0
  /// Index in the signs of the text of the next that may end a sentence.
  private var sign = 0
  /// The first word of the next sentence.
  private var word = 0

  /// The sentences and, per block of the tree, the index of its first; one more entry at the end.
  static func sentences(of tree: MarkdownTree, _ finder: WordFinder) -> ([Prose.Sentence], [Int32]) {
    var firstSentence: [Int32] = []
    firstSentence.reserveCapacity(tree.blocks.count + 1)
    // Each has a word, and ends with a sign or with a piece of running text, which is a block or stands beside tables.
    let most = min(finder.words.count, finder.signs.count + tree.blocks.count + tree.tables.count)
    let sentences = [Prose.Sentence](unsafeUninitializedCapacity: most) { sentences, count in
      tree.plain.withUnsafeBufferPointer { plain in
        finder.words.withUnsafeBufferPointer { words in
          finder.wordOfStretch.withUnsafeBufferPointer { wordOfStretch in
            finder.signs.withUnsafeBufferPointer { signs in
              var divider = SentenceFinder(
                plain: plain, words: words, wordOfStretch: wordOfStretch, signs: signs, sentences: sentences)
              divider.find(in: tree, finder.firstWord, &firstSentence)
              count = divider.count
            }
          }
        }
      }
    }
    return (sentences, firstSentence)
  }

  private mutating func find(
    in tree: MarkdownTree, _ firstWordOfBlock: [Int32], _ firstSentence: inout [Int32]
  ) {
    let blocks = tree.blocks
    let tables = tree.tables
    // Tables stand in the order of their blocks.
    var table = 0
    for index in blocks.indices {
      firstSentence.append(Int32(truncatingIfNeeded: count))
      guard blocks[index].kind == .paragraph, blocks[index].plainStart < blocks[index].plainEnd else {
        continue
      }
      word = Int(firstWordOfBlock[index])
      let whole = blocks[index].plainRange
      while table < tables.count, tables[table].block < index { table += 1 }
      let first = table
      while table < tables.count, tables[table].block == index { table += 1 }
      if first == table {
        split(whole, block: index)
      } else {
        for piece in tree.prosePieces(whole, beside: tables[first..<table]) {
          word = firstWord(from: piece.lowerBound)
          split(piece, block: index)
        }
      }
    }
    firstSentence.append(Int32(truncatingIfNeeded: count))
  }

  @inline(__always)
  private func firstWord(from offset: Int) -> Int { Prose.firstWord(from: offset, words, wordOfStretch) }

  @inline(__always)
  private mutating func close(_ start: inout Int, _ end: Int, block: Int) {
    var low = start
    while low < end, plain[low] == 0x20 || plain[low] == 0x0A { low &+= 1 }
    if low < end {
      // Between two sentences are only blanks: this one begins with the word after the last.
      let first = word
      word = firstWord(from: end)
      if first < word, count < sentences.count {
        sentences.initializeElement(
          at: count, to: Prose.Sentence(range: low..<end, words: first..<word, block: block))
        count &+= 1
      }
    }
    start = end
  }

  private mutating func split(_ range: Range<Int>, block: Int) {
    var start = range.lowerBound
    var next = start
    while sign < signs.count {
      let at = Int(signs[sign])
      if at >= range.upperBound { break }
      sign += 1
      if at < next { continue }
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
      if end == 0 { continue }
      let isWide = end - at == 3
      let after = SentenceEnd.skipClosers(plain, end, range.upperBound)
      if isWide {
        close(&start, after, block: block)
      } else if after >= range.upperBound {
        close(&start, range.upperBound, block: block)
      } else if plain[after] == 0x20 || plain[after] == 0x0A {
        let ends =
          SentenceEnd.begins(plain, after, range.upperBound)
          && (byte != 0x2E || !SentenceEnd.isAbbreviation(plain, from: start, dot: at))
        if ends {
          close(&start, after, block: block)
        }
      }
      next = after
    }
    if start < range.upperBound { close(&start, range.upperBound, block: block) }
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
    // The bytes before the dot, the last in the highest place.
    let before = EightBytes.before(dot, of: plain)
    let blanks = ByteSearch.marks(before, 0x20) | ByteSearch.marks(before, 0x0A)
    let stops = blanks | ByteSearch.marks(before, 0x28)
    // No abbreviation has more than seven bytes, or any beyond ASCII.
    let length = min(stops.leadingZeroBitCount / 8, dot - start)
    guard length >= 1, length <= 7 else { return false }
    // Now the first in the lowest place, as `WordHasher` mixes them in.
    let bytes = before &>> UInt64(64 &- 8 &* length)
    guard bytes & EightBytes.highBits == 0 else { return false }
    let low = dot - length
    if length == 1, plain[low] >= 0x41, plain[low] <= 0x5A { return true }
    if length <= 2, low == start, plain[low..<dot].allSatisfy({ $0 &- 0x30 < 10 }) { return true }
    return abbreviations.contains(
      WordHasher.folded(WordHasher.mix(WordHasher.start, EightBytes.withCapitals(bytes))))
  }
}
