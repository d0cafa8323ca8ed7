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

/// Finds words and quotation marks.
struct WordFinder {
  typealias Word = Prose.Word
  typealias Traits = Prose.Traits

  private(set) var words: [Word] = []
  private(set) var firstWord: [Int32] = []
  private(set) var wordOfStretch: [Int32] = []
  private(set) var quoted: [Range<Int>] = []

  /// Finds the words of all headings and paragraphs.
  mutating func find(in tree: MarkdownTree) {
    firstWord.reserveCapacity(tree.blocks.count + 1)
    tree.plain.withUnsafeBufferPointer { plain in
      // A word of one byte and the byte between it and the next are the least there is to a word.
      words = [Word](unsafeUninitializedCapacity: plain.count / 2 + tree.blocks.count + 1) { words, count in
        var writer = Writer(words: words)
        for block in tree.blocks {
          firstWord.append(Int32(truncatingIfNeeded: writer.count))
          guard block.plainStart < block.plainEnd else { continue }
          let first = writer.count
          Self.findWords(plain, Int(block.plainStart), Int(block.plainEnd), &writer)
          if writer.count > first { writer.markFirst(first) }
        }
        count = writer.count
      }
      firstWord.append(Int32(truncatingIfNeeded: words.count))
      wordOfStretch = Self.stretches(words)
      findQuoted(plain, in: tree)
    }
  }

  /// Adds the hashes of the words of a text that belongs to no tree.
  mutating func addHashes(of text: String, to hashes: inout [UInt32]) {
    var text = text
    text.withUTF8 { text in
      withUnsafeTemporaryAllocation(of: Word.self, capacity: text.count / 2 + 1) { words in
        var writer = Writer(words: words)
        Self.findWords(text, 0, text.count, &writer)
        for word in words[..<writer.count] { hashes.append(word.hash) }
      }
    }
  }

  /// Where words are written to.
  private struct Writer {
    let words: UnsafeMutableBufferPointer<Word>
    private(set) var count = 0

    init(words: UnsafeMutableBufferPointer<Word>) { self.words = words }

    @inline(__always)
    mutating func add(_ start: Int, _ end: Int, _ hash: UInt32, _ traits: Traits) {
      words.initializeElement(
        at: count,
        to: Word(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), hash: hash,
          traits: traits))
      count += 1
    }

    func markFirst(_ index: Int) {
      let word = words[index]
      words[index] = Word(
        start: word.start, end: word.end, hash: word.hash, traits: word.traits.union(.firstInBlock))
    }
  }

  /// Per stretch of the text, the first word that begins there or later.
  private static func stretches(_ words: [Word]) -> [Int32] {
    guard let last = words.last else { return [] }
    let size = Int(last.start) >> Prose.stretchBits + 1
    return [Int32](unsafeUninitializedCapacity: size) { stretches, count in
      var next = 0
      for index in words.indices {
        let stretch = Int(words[index].start) >> Prose.stretchBits
        while next <= stretch {
          stretches.initializeElement(at: next, to: Int32(truncatingIfNeeded: index))
          next += 1
        }
      }
      count = next
    }
  }

  private static func findWords(
    _ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ writer: inout Writer
  ) {
    var at = start
    while at < end {
      let byte = plain[at]
      if (byte | 0x20) &- 0x61 < 26 {
        if let end = addPlainWord(plain, at, end, &writer) {
          at = end
          continue
        }
      } else if byte < 0x80 {
        if byte &- 0x30 >= 10 {
          at += 1
          continue
        }
      }
      let kind = ByteClass.of(plain, at, end)
      if kind.isSeparator {
        at += kind.length
      } else {
        at = addWord(plain, at, end, kind.script, &writer)
      }
    }
  }

  /// Adds the word at `start`, whatever it consists of; returns where it ends.
  private static func addWord(
    _ plain: UnsafeBufferPointer<UInt8>, _ wordStart: Int, _ end: Int, _ script: ByteClass.Script,
    _ writer: inout Writer
  ) -> Int {
    var at = wordStart
    var hasher = WordHasher()
    var digits = 0
    var letters = 0
    var capitals = 0
    var traits: Traits = []
    let first = plain[at]
    if first &- 0x41 < 26 { traits.insert(.capitalised) }
    if script == .ideograph { traits.insert(.ideographic) }
    while at < end {
      let byte = plain[at]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
          if script == .ideograph { break }
          letters += 1
          if byte & 0x20 == 0 { capitals += 1 }
        } else if byte &- 0x30 < 10 {
          if script == .ideograph { break }
          digits += 1
        } else if byte == 0x27 {
          // An apostrophe belongs to a word only between letters.
          guard at > wordStart, at + 1 < end, plain[at + 1] | 0x20 &- 0x61 < 26 || plain[at + 1] >= 0x80,
            letters > 0
          else { break }
        } else if byte == 0x5F {
        } else {
          break
        }
        hasher.add(byte)
        at += 1
      } else {
        let next = ByteClass.of(plain, at, end)
        if next.isApostrophe, at > wordStart, at + 3 < end, plain[at + 3] | 0x20 &- 0x61 < 26 {
          hasher.add(0x27)
          at += 3
          continue
        }
        if next.isSeparator || (next.script == .ideograph) != (script == .ideograph) { break }
        traits.insert(.nonASCII)
        for offset in 0..<next.length { hasher.add(plain[at + offset]) }
        letters += 1
        at += next.length
      }
    }
    if at == wordStart { return at + 1 }
    if digits > 0 { traits.insert(.digit) }
    if digits > 0, letters == 0 { traits.insert(.number) }
    if capitals >= 2, capitals == letters { traits.insert(.allCaps) }
    writer.add(wordStart, at, hasher.value, traits)
    return at
  }

  /// Adds the word at `start` if it consists of ASCII letters, as nearly all words do; nil where it does not.
  @inline(__always)
  private static func addPlainWord(
    _ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ writer: inout Writer
  ) -> Int? {
    var at = start
    var hash = WordHasher.start
    // Whether one of the letters is small shows in bit 5 of a byte.
    var small: UInt64 = 0
    while true {
      let eight = EightBytes(plain, at)
      let count = min(eight.letterCount, end - at)
      let letters = eight.first(count)
      small |= letters & EightBytes.smallBits
      if count > 0 { hash = WordHasher.mix(hash, letters | EightBytes.smallBits(count)) }
      at += count
      if count < 8 { break }
    }
    if at < end {
      let next = plain[at]
      // Digits, apostrophes and underscores may go on with the word, other scripts too.
      if next >= 0x80 || next &- 0x30 < 10 || next == 0x27 || next == 0x5F { return nil }
    }
    var traits: Traits = plain[start] & 0x20 == 0 ? .capitalised : []
    if at - start >= 2, small == 0 { traits.insert(.allCaps) }
    writer.add(start, at, WordHasher.folded(hash), traits)
    return at
  }

  private mutating func findQuoted(_ plain: UnsafeBufferPointer<UInt8>, in tree: MarkdownTree) {
    for block in tree.blocks where block.plainStart < block.plainEnd {
      findQuoted(plain, Int(block.plainStart), Int(block.plainEnd))
    }
  }

  /// Pairs quotation marks within one block. A mark that is not closed opens nothing.
  private mutating func findQuoted(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var open = -1
    var closer: QuotationMark = .none
    var at = start
    while at < end {
      at = ByteSearch.firstWide(or: (0x22, 0x22, 0x22), in: plain, from: at, to: end)
      if at >= end { break }
      if plain[at] != 0x22 && plain[at] < 0xC2 {
        at += 1
        continue
      }
      let (mark, length) = QuotationMark.at(plain, at, end)
      if mark != .none {
        if open < 0 {
          if let expected = mark.closer {
            // A straight mark opens only where a word begins after it.
            let next = at + length
            let opens = mark != .straight || (next < end && plain[next] != 0x20 && plain[next] != 0x0A)
            if opens {
              open = at
              closer = expected
            }
          }
        } else if mark == closer || (closer == .right && mark == .leftUsedAsRight)
          // „...“ is often closed with ” or ".
          || (closer == .left && (mark == .straight || mark == .right))
        {
          quoted.append(open..<(at + length))
          open = -1
        }
      }
      at += length
    }
  }
}

/// Quotation marks that stand around speech.
enum QuotationMark {
  case none, straight, left, right, low, leftUsedAsRight, corner, cornerEnd, guillemet, guillemetEnd

  /// The mark that ends what this one begins.
  var closer: QuotationMark? {
    switch self {
    case .straight: .straight
    case .left: .right
    case .low: .left
    case .corner: .cornerEnd
    case .guillemet: .guillemetEnd
    default: nil
    }
  }

  static func at(_ plain: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (QuotationMark, Int) {
    let byte = plain[at]
    if byte == 0x22 { return (.straight, 1) }
    if byte == 0xC2, at + 1 < end {
      if plain[at + 1] == 0xAB { return (.guillemet, 2) }
      if plain[at + 1] == 0xBB { return (.guillemetEnd, 2) }
      return (.none, 2)
    }
    if byte == 0xE2, at + 2 < end, plain[at + 1] == 0x80 {
      switch plain[at + 2] {
      case 0x9C: return (.left, 3)
      case 0x9D: return (.right, 3)
      case 0x9E: return (.low, 3)
      default: return (.none, 3)
      }
    }
    if byte == 0xE3, at + 2 < end, plain[at + 1] == 0x80 {
      if plain[at + 2] == 0x8C { return (.corner, 3) }
      if plain[at + 2] == 0x8D { return (.cornerEnd, 3) }
    }
    return (.none, byte < 0xE0 ? (byte < 0x80 ? 1 : 2) : (byte < 0xF0 ? 3 : 4))
  }
}

/// Up to eight bytes of a text, the first in the lowest place; 0 where the text has ended.
private struct EightBytes {
  static let smallBits: UInt64 = 0x2020_2020_2020_2020
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private let bytes: UInt64

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
    if at + 8 <= text.count {
      bytes = UInt64(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt64.self))
    } else {
      var bytes: UInt64 = 0
      var next = text.count
      while next > at {
        next -= 1
        bytes = bytes << 8 | UInt64(text[next])
      }
      self.bytes = bytes
    }
  }

  /// How many ASCII letters there are before the first other byte.
  @inline(__always)
  var letterCount: Int {
    // Bytes from `a` on, and those after `z`, carry into their high bit.
    let low = (bytes | Self.smallBits) & ~Self.highBits
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = low &+ 0x0505_0505_0505_0505
    let others = ~(fromA & ~afterZ & ~bytes) & Self.highBits
    return others.trailingZeroBitCount / 8
  }

  /// The first bytes, the rest 0.
  @inline(__always)
  func first(_ count: Int) -> UInt64 { count == 8 ? bytes : bytes & ((1 &<< UInt64(count * 8)) &- 1) }

  /// The bit that makes a letter a small one, for some letters.
  @inline(__always)
  static func smallBits(_ count: Int) -> UInt64 { smallBits &>> UInt64(64 - count * 8) }
}

/// Hashes a word eight bytes at a time, with capital letters folded: ASCII, Latin-1 and Cyrillic.
struct WordHasher {
  static let start: UInt64 = 0x243F_6A88_85A3_08D3
  private var hash = WordHasher.start
  /// The bytes not mixed in yet, the first in the lowest place.
  private var bytes: UInt64 = 0
  private var count: UInt64 = 0
  private var previous: UInt8 = 0

  /// Mixes in up to eight bytes.
  @inline(__always)
  static func mix(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let mixed = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  @inline(__always)
  static func folded(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

  /// The hash of all bytes added.
  var value: UInt32 {
    WordHasher.folded(count == 0 ? hash : WordHasher.mix(hash, bytes))
  }

  mutating func add(_ byte: UInt8) {
    var folded = byte
    if byte &- 0x41 < 26 {
      folded = byte | 0x20
    } else if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
      folded = byte + 0x20
    } else if previous == 0xD0, byte >= 0x90, byte <= 0x9F {
      folded = byte + 0x20
    } else if previous == 0xD0, byte >= 0xA0, byte <= 0xAF {
      // The second half of the lower-case Cyrillic letters has another lead byte; the trail alone tells them apart
      // well enough for a hash that is checked against nothing but word lists.
      folded = byte - 0x20
    }
    // Both Cyrillic lead bytes count as one, so that the two halves of the alphabet fold alike.
    let entry = folded == 0xD1 ? 0xD0 : folded
    bytes |= UInt64(entry) << (count * 8)
    count += 1
    if count == 8 {
      hash = WordHasher.mix(hash, bytes)
      bytes = 0
      count = 0
    }
    previous = byte
  }
}

/// What kind of character starts at a byte.
struct ByteClass {
  enum Script { case alphabet, ideograph }
  let length: Int
  let isSeparator: Bool
  let isApostrophe: Bool
  let script: Script

  static func of(_ plain: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> ByteClass {
    let byte = plain[at]
    if byte < 0x80 {
      let isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      return ByteClass(length: 1, isSeparator: !isWord, isApostrophe: false, script: .alphabet)
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + length <= end else {
      return ByteClass(length: end - at, isSeparator: true, isApostrophe: false, script: .alphabet)
    }
    if length == 2 {
      // U+0080 to U+00BF are signs; ª º and µ are rare enough to be taken for signs too.
      return ByteClass(
        length: 2,
        isSeparator: byte == 0xC2 || (byte == 0xC3 && (plain[at + 1] == 0x97 || plain[at + 1] == 0xB7)),
        isApostrophe: false, script: .alphabet)
    }
    if length == 4 {
      // Emoji separate words; supplementary ideographs (U+20000 on) do not.
      let isIdeograph = byte == 0xF0 && plain[at + 1] >= 0xA0
      return ByteClass(
        length: 4, isSeparator: !isIdeograph, isApostrophe: false,
        script: isIdeograph ? .ideograph : .alphabet)
    }
    let scalar =
      UInt32(byte & 0x0F) << 12 | UInt32(plain[at + 1] & 0x3F) << 6 | UInt32(plain[at + 2] & 0x3F)
    switch scalar {
    case 0x2019:
      return ByteClass(length: 3, isSeparator: true, isApostrophe: true, script: .alphabet)
    case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x30FB, 0xFEFF, 0xFFFD:
      return ByteClass(length: 3, isSeparator: true, isApostrophe: false, script: .alphabet)
    case 0x2E80...0x2FFF, 0x3005...0x3007, 0x3021...0x9FFF, 0xF900...0xFAFF:
      return ByteClass(length: 3, isSeparator: false, isApostrophe: false, script: .ideograph)
    default:
      return ByteClass(length: 3, isSeparator: false, isApostrophe: false, script: .alphabet)
    }
  }
}
