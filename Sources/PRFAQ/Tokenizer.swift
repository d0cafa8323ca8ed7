import MarkdownTree
import SourceText

extension Prose {
  /// Hash of a word in lower case, over its UTF-8 bytes; typographic apostrophes count as `'`. It may change with the
  /// version of the program: nothing that is kept may hold it.
  public static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
    var hasher = WordHasher()
    for byte in word { hasher.add(byte) }
    return hasher.value
  }
}

/// Takes the words of a text, in order, and the signs between them.
protocol WordSink {
  /// A word.
  mutating func add(_ start: Int, _ end: Int, _ hash: UInt32, _ traits: Prose.Traits)
  /// A sign that some reader looks for: see `WordFinder.signs`.
  mutating func addSign(_ at: Int)
  /// A byte that may belong to a script other than Latin.
  mutating func addForeign()
}

/// Finds words and the signs between them.
struct WordFinder {
  typealias Word = Prose.Word
  typealias Traits = Prose.Traits

  private(set) var words: [Word] = []
  private(set) var firstWord: [Int32] = []
  private(set) var wordOfStretch: [Int32] = []
  /// Where `.`, `!`, `?`, quotation marks and the brackets of placeholders stand in `plain`, ascending; ends of
  /// sentences and quotation marks beyond ASCII too, and each `X`, but those after a letter may be missing. Whoever looks
  /// for one of them need not search the text.
  private(set) var signs: [Int32] = []
  /// Whether there may be letters beyond Latin ones.
  private(set) var isForeign = false

  /// Finds the words of all headings and paragraphs.
  mutating func find(in tree: MarkdownTree) {
    tree.plain.withUnsafeBufferPointer { plain in
      let stretchCount = plain.count >> Prose.stretchBits + 2
      wordOfStretch = [Int32](unsafeUninitializedCapacity: stretchCount) { stretches, stretchesUsed in
        stretches.initialize(repeating: 0)
        // A word of one byte and the byte between it and the next are the least there is to a word.
        let most = plain.count / 2 + tree.blocks.count + 1
        words = [Word](unsafeUninitializedCapacity: most) { words, count in
          LargePages.request(.init(words))
          guard let words = words.baseAddress, let stretches = stretches.baseAddress else { return }
          count = find(plain, tree.blocks, DocumentSink(words: words, stretches: stretches))
        }
        guard let last = words.last else { return }
        stretchesUsed = Int(last.start) >> Prose.stretchBits + 1
        for stretch in 1..<max(1, stretchesUsed) {
          stretches[stretch] = max(stretches[stretch - 1], stretches[stretch])
        }
      }
    }
  }

  /// Finds the words of some blocks; returns how many.
  private mutating func find(
    _ plain: UnsafeBufferPointer<UInt8>, _ blocks: [Block], _ empty: consuming DocumentSink
  ) -> Int {
    var sink = empty
    let kinds = ByteKind.table
    sink.signs.reserveCapacity(plain.count / 32)
    firstWord.reserveCapacity(blocks.count + 1)
    for block in blocks {
      let first = sink.count
      firstWord.append(Int32(truncatingIfNeeded: first))
      guard block.plainStart < block.plainEnd else { continue }
      Self.findWords(plain, Int(block.plainStart), Int(block.plainEnd), kinds, &sink)
      if sink.count > first { sink.markFirst(first) }
    }
    firstWord.append(Int32(truncatingIfNeeded: sink.count))
    signs = sink.signs
    isForeign = sink.isForeign
    return sink.count
  }

  /// Adds the hashes of the words of a text that belongs to no tree.
  static func addHashes(of text: String, to hashes: inout [UInt32]) {
    addHashes(of: text, ByteKind.table, to: &hashes)
  }

  /// The same for many texts, with `ByteKind.table`.
  static func addHashes(of text: String, _ kinds: UnsafePointer<UInt8>, to hashes: inout [UInt32]) {
    var text = text
    var sink = HashSink(hashes: hashes)
    hashes = []
    text.withUTF8 { text in
      // With eight bytes behind it, the first of which ends its last word, the text is read as fast at its end as before.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 8) { padded in
        _ = padded.initialize(from: text)
        padded[text.count...].initialize(repeating: 0)
        findWords(UnsafeBufferPointer(padded), 0, text.count + 1, kinds, &sink)
      }
    }
    hashes = sink.hashes
  }

  private struct HashSink: WordSink {
    var hashes: [UInt32]

    @inline(__always)
    mutating func add(_ start: Int, _ end: Int, _ hash: UInt32, _ traits: Traits) { hashes.append(hash) }
    @inline(__always)
    mutating func addSign(_ at: Int) {}
    @inline(__always)
    mutating func addForeign() {}
  }

  /// Writes the words of a document, and for each stretch of its text how many words begin before its end.
  private struct DocumentSink: WordSink {
    // There is room for all words and stretches that the text can have: the loop over the words checks no bounds.
    private let words: UnsafeMutablePointer<Word>
    /// For each stretch but the first, how many words begin up to the end of the one before; 0 where none begins in that.
    private let stretches: UnsafeMutablePointer<Int32>
    private(set) var count = 0
    var signs: [Int32] = []
    private(set) var isForeign = false

    init(words: UnsafeMutablePointer<Word>, stretches: UnsafeMutablePointer<Int32>) {
      self.words = words
      self.stretches = stretches
    }

    @inline(__always)
    mutating func add(_ start: Int, _ end: Int, _ hash: UInt32, _ traits: Traits) {
      (words + count).initialize(
        to: Word(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), hash: hash,
          traits: traits))
      count &+= 1
      stretches[start &>> Prose.stretchBits &+ 1] = Int32(truncatingIfNeeded: count)
    }

    @inline(__always)
    mutating func addSign(_ at: Int) { Self.append(at, to: &signs) }

    /// Out of line, so that what the loop over the words needs stays in registers.
    @inline(never)
    private static func append(_ at: Int, to signs: inout [Int32]) {
      signs.append(Int32(truncatingIfNeeded: at))
    }

    @inline(__always)
    mutating func addForeign() { isForeign = true }

    func markFirst(_ index: Int) {
      let word = words[index]
      words[index] = Word(
        start: word.start, end: word.end, hash: word.hash, traits: word.traits.union(.firstInBlock))
    }
  }

  /// Adds the words of a stretch of a text.
  @inline(__always)
  private static func findWords(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ kinds: UnsafePointer<UInt8>,
    _ sink: inout some WordSink
  ) {
    guard let base = text.baseAddress, start >= 0, end <= text.count else { return }
    // What is read below lies before `end`, eight bytes at once before the end of the text: no check is needed again.
    let lastEight = min(end, text.count - 7)
    var at = start
    while at < end {
      // Nearly all words consist of ASCII letters, fewer than sixteen. This loop calls nothing and stays in registers.
      while at < lastEight {
        let letters = EightBytes(base + at)
        let others = letters.others
        if others & 0x80 != 0 { break }
        var hash: UInt64
        var wordEnd: Int
        if others != 0 {
          hash = letters.hash(before: others, after: WordHasher.start)
          wordEnd = at &+ others.trailingZeroBitCount &>> 3
        } else {
          wordEnd = at &+ 8
          guard wordEnd < lastEight else { break }
          let rest = EightBytes(base + wordEnd)
          let others = rest.others
          if others == 0 { break }
          hash = letters.hash(after: WordHasher.start)
          if others & 0x80 == 0 { hash = rest.hash(before: others, after: hash) }
          wordEnd &+= others.trailingZeroBitCount &>> 3
        }
        if wordEnd >= end { break }
        let next = kinds[Int(base[wordEnd])]
        if next > ByteKind.sign { break }
        var traits: Traits = []
        if letters.beginsLarge {
          if base[at] == 0x58 { break }
          let isLoud = wordEnd &- at >= 2 && areLarge(base, at &+ 1, wordEnd)
          traits = isLoud ? [.capitalised, .allCaps] : .capitalised
        }
        sink.add(at, wordEnd, WordHasher.folded(hash), traits)
        at = wordEnd
        if next == ByteKind.sign { break }
        at &+= 1
      }
      guard at < end else { break }
      let gap = at
      var kind = kinds[Int(base[at])]
      while kind <= ByteKind.joint {
        if kind == ByteKind.sign { sink.addSign(at) }
        at &+= 1
        guard at < end else { return }
        kind = kinds[Int(base[at])]
      }
      // After a gap, the loop above may go on.
      if kind == ByteKind.letter, at > gap, at < lastEight { continue }
      at = step(text, at, end, &sink)
    }
  }

  /// Reads one word, which begins with a letter or digit where it begins with an ASCII byte, or passes one character
  /// beyond ASCII that is none; returns where that ends.
  @inline(__always)
  private static func step(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, _ sink: inout some WordSink
  ) -> Int {
    var script = ByteClass.Script.alphabet
    if text[at] >= 0x80 {
      let character = ByteClass.of(text, at, end)
      if character.isSeparator {
        if isWideSign(text, at, end) { sink.addSign(at) }
        if text[at] >= 0xE3, text[at] <= 0xED { sink.addForeign() }
        return at + character.length
      }
      script = character.script
    }
    let word = OtherWord(text, at, end, script)
    if !word.traits.isDisjoint(with: [.nonASCII, .ideographic]) { sink.addForeign() }
    if word.hasX {
      for place in at..<word.end where text[place] == 0x58 { sink.addSign(place) }
    }
    if word.end > at { sink.add(at, word.end, word.hash, word.traits) }
    return max(word.end, at + 1)
  }

  /// Whether some letters are capitals.
  @inline(__always)
  private static func areLarge(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, base[at] & 0x20 == 0 { at &+= 1 }
    return at == end
  }

  /// Whether a quotation mark or the end of a sentence stands at a byte beyond ASCII.
  private static func isWideSign(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let byte = text[at]
    if byte == 0xC2 { return at + 1 < end && (text[at + 1] == 0xAB || text[at + 1] == 0xBB) }
    guard at + 2 < end else { return false }
    switch (byte, text[at + 1]) {
    case (0xE2, 0x80): return (0x9C...0x9E).contains(text[at + 2])
    case (0xE3, 0x80): return text[at + 2] == 0x82 || text[at + 2] == 0x8C || text[at + 2] == 0x8D
    case (0xEF, 0xBC): return text[at + 2] == 0x81 || text[at + 2] == 0x9F
    default: return false
    }
  }
}

/// What a byte may be to a word.
enum ByteKind {
  /// Neither part of a word nor looked for.
  static let other: UInt8 = 0
  /// A sign that `WordFinder.signs` holds.
  static let sign: UInt8 = 1
  /// An apostrophe or underscore: part of a word that has begun.
  static let joint: UInt8 = 2
  static let digit: UInt8 = 3
  /// Beyond ASCII.
  static let wide: UInt8 = 4
  static let letter: UInt8 = 5

  /// The kind of each byte. It is made once and lives as long as the program; nothing writes to it again.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      let kind: UInt8
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: kind = letter
      case 0x30...0x39: kind = digit
      case 0x27, 0x5F: kind = joint
      case 0x80...: kind = wide
      case 0x21, 0x22, 0x2E, 0x3C, 0x3F, 0x5B, 0x7B: kind = sign
      default: kind = other
      }
      (table + Int(byte)).initialize(to: kind)
    }
    return UnsafePointer(table)
  }()
}
