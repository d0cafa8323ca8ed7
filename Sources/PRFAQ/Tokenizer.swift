import MarkdownTree

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
  /// sentences and quotation marks beyond ASCII too, and each `X` with no letter before it. Whoever looks for one of
  /// them need not search the text.
  private(set) var signs: [Int32] = []
  /// Whether there may be letters beyond Latin ones.
  private(set) var isForeign = false

  /// Finds the words of all headings and paragraphs.
  mutating func find(in tree: MarkdownTree) {
    let blocks = tree.blocks
    tree.plain.withUnsafeBufferPointer { plain in
      var sink = DocumentSink(textCount: plain.count, blockCount: blocks.count)
      firstWord = [Int32](unsafeUninitializedCapacity: blocks.count + 1) { firstWord, count in
        for block in blocks {
          let first = sink.count
          firstWord.initializeElement(at: count, to: Int32(truncatingIfNeeded: first))
          count += 1
          guard block.plainStart < block.plainEnd else { continue }
          Self.findWords(plain, Int(block.plainStart), Int(block.plainEnd), &sink)
          if sink.count > first { sink.markFirst(first) }
        }
        firstWord.initializeElement(at: count, to: Int32(truncatingIfNeeded: sink.count))
        count += 1
      }
      (words, wordOfStretch) = sink.taken()
      signs = sink.signs
      isForeign = sink.isForeign
    }
  }

  /// Adds the hashes of the words of a text that belongs to no tree.
  static func addHashes(of text: String, to hashes: inout [UInt32]) {
    var text = text
    var sink = HashSink(hashes: hashes)
    hashes = []
    text.withUTF8 { text in
      // With eight more bytes behind it, the text is read as fast up to its end as before.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 8) { padded in
        _ = padded.initialize(from: text)
        padded[text.count...].initialize(repeating: 0)
        findWords(UnsafeBufferPointer(padded), 0, text.count, &sink)
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

  /// Writes the words of a document, and for each stretch of its text the first word that begins there or later.
  private struct DocumentSink: WordSink {
    private let words: UnsafeMutableBufferPointer<Word>
    private let stretches: UnsafeMutableBufferPointer<Int32>
    private(set) var count = 0
    private var stretch = 0
    private(set) var signs: [Int32] = []
    private(set) var isForeign = false

    init(textCount: Int, blockCount: Int) {
      // A word of one byte and the byte between it and the next are the least there is to a word.
      words = .allocate(capacity: textCount / 2 + blockCount + 1)
      stretches = .allocate(capacity: textCount >> Prose.stretchBits + 1)
      signs.reserveCapacity(textCount / 32)
    }

    @inline(__always)
    mutating func add(_ start: Int, _ end: Int, _ hash: UInt32, _ traits: Traits) {
      words.initializeElement(
        at: count,
        to: Word(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), hash: hash,
          traits: traits))
      let own = start &>> Prose.stretchBits
      while stretch <= own {
        stretches.initializeElement(at: stretch, to: Int32(truncatingIfNeeded: count))
        stretch &+= 1
      }
      count &+= 1
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

    /// What was written, in memory no larger than it has to be.
    consuming func taken() -> (words: [Word], wordOfStretch: [Int32]) {
      defer {
        words.deallocate()
        stretches.deallocate()
      }
      return (Array(words[..<count]), Array(stretches[..<stretch]))
    }
  }

  /// Adds the words of a stretch of a text. Nearly all words consist of ASCII letters and are read eight bytes at a time;
  /// the others are left to `OtherWord`.
  @inline(__always)
  private static func findWords(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ sink: inout some WordSink
  ) {
    guard let base = text.baseAddress, start >= 0, end <= text.count else { return }
    let kinds = ByteKind.table
    // What is read below lies before `end`, eight bytes at once before the end of the text: no check is needed again.
    let lastEight = text.count - 8
    var at = start
    while at < end {
      let kind = kinds[Int(base[at])]
      if kind == ByteKind.letter {
        if at <= lastEight {
          var letters = EightBytes(base + at)
          var others = letters.others
          var hash = WordHasher.start
          var wordEnd = at
          if others != 0 {
            hash = WordHasher.mix(hash, letters.small(before: others))
            wordEnd &+= others.trailingZeroBitCount &>> 3
          } else {
            repeat {
              hash = WordHasher.mix(hash, letters.small)
              wordEnd &+= 8
              guard wordEnd <= lastEight else { break }
              letters = EightBytes(base + wordEnd)
              others = letters.others
            } while others == 0
            let count = others.trailingZeroBitCount &>> 3
            if others != 0, count > 0 {
              hash = WordHasher.mix(hash, letters.small(before: others))
              wordEnd &+= count
            }
          }
          let next =
            wordEnd < end ? kinds[Int(base[wordEnd])] : wordEnd > end ? ByteKind.digit : ByteKind.other
          // Digits, apostrophes and underscores may go on with the word, other scripts too.
          if next <= ByteKind.sign {
            let first = base[at]
            var traits: Traits = []
            if first & 0x20 == 0 {
              traits =
                wordEnd &- at >= 2 && isAllCaps(base, at, wordEnd) ? [.capitalised, .allCaps] : .capitalised
              if first == 0x58 { sink.addSign(at) }
            }
            sink.add(at, wordEnd, WordHasher.folded(hash), traits)
            if next == ByteKind.sign { sink.addSign(wordEnd) }
            at = wordEnd &+ 1
            continue
          }
        }
      } else if kind <= ByteKind.joint {
        if kind == ByteKind.sign { sink.addSign(at) }
        at &+= 1
        continue
      }
      let character = ByteClass.of(text, at, end)
      if character.isSeparator {
        if isWideSign(text, at, end) { sink.addSign(at) }
        if base[at] >= 0xE3, base[at] <= 0xED { sink.addForeign() }
        at += character.length
        continue
      }
      let word = OtherWord(text, at, end, character.script)
      if word.hasX { for place in at..<word.end where base[place] == 0x58 { sink.addSign(place) } }
      if !word.traits.isDisjoint(with: [.nonASCII, .ideographic]) { sink.addForeign() }
      if word.end > at { sink.add(at, word.end, word.hash, word.traits) }
      at = max(word.end, at + 1)
    }
  }

  @inline(__always)
  private static func isAllCaps(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start &+ 1
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

/// Eight bytes of a text, the first in the lowest place.
private struct EightBytes {
  private static let smallBits: UInt64 = 0x2020_2020_2020_2020
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private let bytes: UInt64

  /// The eight bytes from an address on; all of them must be there.
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>) {
    bytes = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
  }

  /// The high bit of each byte that is no ASCII letter.
  @inline(__always)
  var others: UInt64 {
    // Bytes from `a` on, and those after `z`, carry into their high bit.
    let low = (bytes | Self.smallBits) & ~Self.highBits
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = low &+ 0x0505_0505_0505_0505
    return (~fromA | afterZ | bytes) & Self.highBits
  }

  /// The letters in lower case.
  @inline(__always)
  var small: UInt64 { bytes | Self.smallBits }

  /// The letters before the first of some other bytes, in lower case; the rest 0.
  @inline(__always)
  func small(before others: UInt64) -> UInt64 { small & (others ^ (others &- 1)) &>> 8 }
}
