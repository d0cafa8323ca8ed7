import MarkdownTree
import PRFAQ
import SourceText

/// The text in which word rules look: headline and paragraphs of the release, paragraphs of the FAQ. Block quotes
/// stay out.
///
/// One object serves all rules that look at a document; see `Report.text`.
final class RunningText {
  /// A phrase found.
  struct Hit {
    let match: Prose.Match
    let block: Int
  }

  let document: PRFAQDocument
  /// Indices of the blocks, ascending.
  let blocks: [Int]
  private lazy var mask = TextMask(document)

  /// The text of the release, and of the FAQ when wanted; empty for what is no PR/FAQ.
  init(_ document: PRFAQDocument, withFAQ: Bool = true) {
    self.document = document
    guard document.kind != .none else {
      blocks = []
      return
    }
    let all = document.tree.blocks
    var wanted = Array(repeating: false, count: all.count)
    func add(_ range: Range<Int>, headings: Bool) {
      var quoteEnd = 0
      for index in range.clamped(to: 0..<all.count) {
        let block = all[index]
        if block.kind == .quote { quoteEnd = max(quoteEnd, Int(block.subtreeEnd)) }
        guard index >= quoteEnd, !block.plainRange.isEmpty else { continue }
        if block.kind == .paragraph || (headings && block.kind == .heading) { wanted[index] = true }
      }
    }
    for release in document.releases { add(release.blocks, headings: false) }
    for element in document.elements where element.role == .headline || element.role == .subheading {
      add(element.blocks, headings: true)
    }
    if withFAQ {
      for section in document.faqs { add(section.blocks, headings: false) }
    } else {
      for section in document.faqs { for index in section.blocks { wanted[index] = false } }
    }
    blocks = wanted.indices.filter { wanted[$0] }
  }

  /// All places where one of the phrases stands in the author's own prose.
  func hits(_ set: PhraseSet) -> [Hit] {
    guard !blocks.isEmpty else { return [] }
    let found = document.prose.matches(of: set, inBlocks: blocks)
    guard !found.isEmpty else { return [] }
    return found.compactMap { match, block in
      guard !mask.contains(match.range.lowerBound), document.isUnbroken(match.words) else { return nil }
      return Hit(match: match, block: block)
    }
  }

  /// Those hits whose sentence does not satisfy a test.
  func hits(_ set: PhraseSet, unlessSentence isExempt: (Range<Int>) -> Bool) -> [Hit] {
    var block = -1
    var sentences: [Prose.Sentence] = []
    var at = 0
    return hits(set).filter { hit in
      if hit.block != block {
        block = hit.block
        sentences = document.sentences(inBlocks: block..<(block + 1))
        at = 0
      }
      while at < sentences.count, sentences[at].words.upperBound <= hit.match.words.lowerBound { at += 1 }
      guard at < sentences.count, sentences[at].words.contains(hit.match.words.lowerBound) else {
        return !isExempt(document.prose.words(ofBlocks: hit.block..<(hit.block + 1)))
      }
      return !isExempt(sentences[at].words)
    }
  }

  /// The source ranges of hits.
  func ranges(_ hits: [Hit]) -> [Range<Int>] { hits.map { document.sourceRange($0.match.range) } }
}

extension PRFAQDocument {
  /// Whether a range of words says how many, how much or how often.
  func hasNumber(_ words: Range<Int>) -> Bool {
    words.contains { index in
      let word = prose.words[index]
      return word.traits.contains(.digit) || WordList.numbers.contains(word)
    }
  }

  /// Bytes of the source in quotation marks, on one line, for messages; long text is cut.
  func cited(_ range: Range<Int>) -> String { "“\(oneLine(range))”" }

  /// Bytes of the source on one line; long text is cut.
  func oneLine(_ range: Range<Int>) -> String {
    let text = FoldedText.of(source[range])
    guard text.utf8.count > 60, text.count > 60 else { return text }
    return text.prefix(59) + "…"
  }

  /// Whether no punctuation stands between the words of a phrase: "prior. To" is not "prior to".
  func isUnbroken(_ words: Range<Int>) -> Bool {
    for index in words.dropLast() {
      let gap = Int(prose.words[index].end)..<Int(prose.words[index + 1].start)
      if tree.plain[gap].contains(where: Self.breaks) { return false }
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

  /// The word at an index, in lower case.
  func word(_ index: Int) -> String { text(prose.words[index].range).lowercased() }

  /// Whether nothing but one blank or line break stands between a word and the next of the same block.
  func isJoined(_ index: Int) -> Bool {
    guard index + 1 < prose.words.count else { return false }
    let next = prose.words[index + 1]
    if next.traits.contains(.firstInBlock) { return false }
    let gap = Int(prose.words[index].end)..<Int(next.start)
    guard gap.count == 1, let byte = tree.plain[gap].first else { return false }
    return byte == 0x20 || byte == 0x0A || byte == 0x2D
  }
}
