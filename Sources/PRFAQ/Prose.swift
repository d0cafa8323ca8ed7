import MarkdownTree

/// The words and sentences of a document's text, as ranges of `MarkdownTree.plain`.
///
/// Words are found once, with a hash of their lower-case form, so that a phrase list costs one table look-up per
/// word and no rule needs to make a String. It never changes; being one object, it is passed on at the price of a
/// pointer.
public final class Prose: Sendable {
  /// One word: letters, digits and apostrophes. Hyphens divide words, so `world-class` is two.
  public struct Word: Sendable, Equatable {
    /// First byte in `plain`.
    public let start: Int32
    /// Byte after the last in `plain`.
    public let end: Int32
    /// Hash of the lower-case word (`Prose.hash`).
    public let hash: UInt32
    /// Properties of the word and of what follows it.
    public let traits: Traits

    /// The bytes of the word in `plain`.
    public var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// What is known of a word without looking at its text.
  ///
  /// Rules ask it of every word: other modules get the numbers themselves, not a variable behind a call.
  public struct Traits: OptionSet, Sendable, Equatable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes traits from bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Begins with a capital letter (ASCII).
    @inlinable
    public static var capitalised: Traits { Traits(rawValue: 1) }
    /// Two or more letters, all capital (ASCII).
    @inlinable
    public static var allCaps: Traits { Traits(rawValue: 2) }
    /// Contains a digit.
    @inlinable
    public static var digit: Traits { Traits(rawValue: 4) }
    /// Consists of digits.
    @inlinable
    public static var number: Traits { Traits(rawValue: 8) }
    /// Contains a letter of a script written without blanks (Han, Kana).
    @inlinable
    public static var ideographic: Traits { Traits(rawValue: 16) }
    /// Contains a byte outside ASCII.
    @inlinable
    public static var nonASCII: Traits { Traits(rawValue: 32) }
    /// First word of its block.
    @inlinable
    public static var firstInBlock: Traits { Traits(rawValue: 64) }
  }

  /// One sentence of a paragraph.
  public struct Sentence: Sendable, Equatable {
    /// Its bytes in `plain`.
    public let range: Range<Int>
    /// Its words.
    public let words: Range<Int>
    /// Index of its block.
    public let block: Int
  }

  /// All words, in order.
  public let words: [Word]
  /// Per block of the tree, the index of its first word; one more entry at the end.
  let firstWord: [Int32]
  /// Per stretch of 16 bytes of `plain`, the first word that begins there or later; none after the last word.
  let wordOfStretch: [Int32]
  static let stretchBits = 4
  /// Where the signs that readers look for stand in `plain`: see `WordFinder.signs`.
  let signs: [Int32]
  /// Whether there may be letters beyond Latin ones.
  let isForeign: Bool
  /// All sentences, in order.
  let sentences: [Sentence]
  /// Per block of the tree, the index of its first sentence; one more entry at the end.
  let firstSentence: [Int32]
  /// The phrases found in one pass; nil for the first documents of a run.
  let scan: PhraseScan?
  /// By the hash of a word, the first word in the text that may be the same; -1 where there is none. Empty where the
  /// phrases were found in one pass.
  let heads: [Int32]
  /// Per word, the next one that may be the same; -1 where there is none.
  let followers: [Int32]
  /// Stretches between quotation marks, in `plain`, in order; marks included.
  public let quoted: [Range<Int>]

  /// Finds the words of all headings and paragraphs.
  ///
  /// - Parameter scanner: finds the phrases of many sets at once; nil leaves that to each search.
  init(_ tree: MarkdownTree, scanner: PhraseScanner? = PhraseRegistry.scanner()) {
    var finder = WordFinder()
    finder.find(in: tree)
    words = finder.words
    firstWord = finder.firstWord
    wordOfStretch = finder.wordOfStretch
    signs = finder.signs
    isForeign = finder.isForeign
    quoted = tree.plain.withUnsafeBufferPointer { plain in
      tree.blocks.withUnsafeBufferPointer { QuotationMark.pairs(plain, $0, finder.signs) }
    }
    (sentences, firstSentence) = SentenceFinder.sentences(of: tree, finder)
    scan = scanner?.scan(finder.words)
    (heads, followers) = scan == nil ? Prose.index(of: finder.words) : ([], [])
  }
}
