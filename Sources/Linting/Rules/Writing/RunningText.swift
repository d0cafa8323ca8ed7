import MarkdownTree
import PRFAQ
import SourceText

/// Which blocks of a document hold text in which word rules look: headline and paragraphs of the release, paragraphs of
/// the FAQ. Block quotes stay out.
final class TextParts {
  /// Headline or paragraph of the release.
  static let release: UInt8 = 1
  /// Paragraph of the FAQ.
  static let faq: UInt8 = 2
  /// Anything that lies in a section of the FAQ.
  static let inFAQ: UInt8 = 4

  let tree: MarkdownTree
  let prose: Prose
  /// What each block is; empty for what is no PR/FAQ.
  fileprivate let marks: [UInt8]
  private let document: PRFAQDocument
  /// What is no prose of the author's own.
  private(set) lazy var mask = TextMask(document)

  init(_ document: PRFAQDocument) {
    self.document = document
    tree = document.tree
    prose = document.prose
    marks = document.kind == .none ? [] : TextParts.marks(document)
  }

  private static func marks(_ document: PRFAQDocument) -> [UInt8] {
    let all = document.tree.blocks
    var marks = [UInt8](repeating: 0, count: all.count)
    func add(_ range: Range<Int>, as mark: UInt8, headings: Bool, everything: UInt8 = 0) {
      var quoteEnd = 0
      for index in range.clamped(to: 0..<all.count) {
        marks[index] |= everything
        switch all[index].kind {
        case .quote: quoteEnd = max(quoteEnd, Int(all[index].subtreeEnd))
        case .heading where !headings: break
        case .paragraph, .heading:
          if index >= quoteEnd, all[index].plainStart < all[index].plainEnd { marks[index] |= mark }
        case .document, .list, .item, .code, .html, .thematicBreak: break
        }
      }
    }
    for release in document.releases { add(release.blocks, as: Self.release, headings: false) }
    for element in document.elements where element.role == .headline || element.role == .subheading {
      add(element.blocks, as: Self.release, headings: true)
    }
    for section in document.faqs { add(section.blocks, as: faq, headings: false, everything: inFAQ) }
    return marks
  }
}

/// The text in which word rules look.
struct RunningText {
  /// Where they look.
  enum Scope {
    /// Release and FAQ.
    case all
    /// The release alone.
    case release
  }

  private let parts: TextParts
  private let scope: Scope

  init(_ parts: TextParts, _ scope: Scope) {
    self.parts = parts
    self.scope = scope
  }

  private static func holds(_ mark: UInt8, _ scope: Scope) -> Bool {
    switch scope {
    case .all: mark & (TextParts.release | TextParts.faq) != 0
    case .release: mark & (TextParts.release | TextParts.inFAQ) == TextParts.release
    }
  }

  private func holds(_ block: Int) -> Bool { Self.holds(parts.marks[block], scope) }

  /// Indices of its blocks, ascending.
  var blocks: some Sequence<Int> {
    let marks = parts.marks
    let scope = scope
    return marks.indices.lazy.filter { Self.holds(marks[$0], scope) }
  }

  /// Whether a word stands in it.
  func holds(word: Int) -> Bool { !parts.marks.isEmpty && holds(parts.prose.block(ofWord: word)) }

  /// All places where one of the phrases stands in the author's own prose.
  ///
  /// - Parameter isMeant: what the rule asks of a place besides.
  func hits(_ set: PhraseSet, where isMeant: (Prose.Match) -> Bool = { _ in true }) -> [Prose.Match] {
    if parts.marks.isEmpty { return [] }
    var hits: [Prose.Match] = []
    parts.prose.forEachMatch(of: set) { match in
      // The cheap questions come first.
      if holds(parts.prose.block(ofWord: match.words.lowerBound)), isUnbroken(match.words), isMeant(match),
        !parts.mask.contains(match.range.lowerBound)
      {
        if hits.isEmpty { hits.reserveCapacity(4) }
        hits.append(match)
      }
    }
    return hits
  }

  /// Whether no punctuation stands between the words of a phrase: "prior. To" is not "prior to".
  private func isUnbroken(_ words: Range<Int>) -> Bool {
    if words.count < 2 { return true }
    let all = parts.prose.words
    for index in words.lowerBound..<(words.upperBound - 1) {
      var at = Int(all[index].end)
      while at < Int(all[index + 1].start) {
        if Self.breaks(parts.tree.plain[at]) { return false }
        at += 1
      }
    }
    return true
  }

  /// Full stop, comma, colon, semicolon, question and exclamation mark, brackets, bar.
  private static func breaks(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x3F, 0x21, 0x28, 0x29, 0x7C: true
    default: false
    }
  }

  /// The words of the sentence in which a match begins; those of its block where that is no sentence.
  func sentence(of match: Prose.Match) -> Range<Int> {
    let word = match.words.lowerBound
    if let sentence = parts.prose.sentence(ofWord: word) { return sentence.words }
    let block = parts.prose.block(ofWord: word)
    return parts.prose.words(ofBlocks: block..<(block + 1))
  }

  /// The source ranges of hits.
  func ranges(_ hits: [Prose.Match]) -> [Range<Int>] {
    if hits.isEmpty { return [] }
    let tree = parts.tree
    return hits.map { tree.sourceRange(ofPlain: $0.range) }
  }
}

extension PRFAQDocument {
  /// Whether a range of words says how many, how much or how often.
  func hasNumber(_ words: Range<Int>) -> Bool {
    let all = prose.words
    let numbers = WordList.numbers
    for index in words where all[index].traits.contains(.digit) || numbers.contains(all[index]) {
      return true
    }
    return false
  }

  /// Bytes of the source in quotation marks, on one line, for messages; long text is cut.
  ///
  /// - Parameter rest: how the message goes on.
  func cited(_ range: Range<Int>, _ rest: StaticString = "") -> String {
    FoldedText.cited(source.bytes, range, rest) ?? "“\(oneLine(range))”\(rest)"
  }

  /// Bytes of the source on one line; long text is cut.
  func oneLine(_ range: Range<Int>) -> String {
    let text = FoldedText.of(source[range])
    guard text.utf8.count > 60, text.count > 60 else { return text }
    return text.prefix(59) + "…"
  }

  /// The word at an index, in lower case.
  func word(_ index: Int) -> String { text(prose.words[index].range).lowercased() }

  /// Whether nothing but one blank or line break stands between a word and the next of the same block.
  func isJoined(_ index: Int) -> Bool {
    let words = prose.words
    guard index + 1 < words.count, !words[index + 1].traits.contains(.firstInBlock),
      words[index].end + 1 == words[index + 1].start
    else { return false }
    let byte = tree.plain[Int(words[index].end)]
    return byte == 0x20 || byte == 0x0A || byte == 0x2D
  }
}
