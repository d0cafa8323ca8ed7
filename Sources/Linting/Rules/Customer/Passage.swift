import MarkdownTree
import PRFAQ
import SourceText

extension PRFAQDocument {
  /// The sentences of a passage, its label left out.
  func sentences(of element: Element) -> [Prose.Sentence] {
    sentences(inBlocks: element.blocks, within: element.plainRange)
  }

  /// The source bytes of a sentence of a passage, its label left out.
  func sourceRange(_ sentence: Prose.Sentence, in element: Element) -> Range<Int> {
    sourceRange(sentence.range.clamped(to: element.plainRange))
  }

  /// The first sentence of a passage.
  func firstSentence(of element: Element) -> Prose.Sentence? {
    prose.firstSentence(inBlocks: element.blocks, within: element.plainRange)
  }

  /// Where a finding about a whole passage is shown: its first sentence.
  func opening(of element: Element) -> Range<Int> {
    guard let first = firstSentence(of: element) else { return element.range }
    return sourceRange(first, in: element)
  }

  /// The passages that tell the customer's problem. What was only inferred counts unless it opens with an
  /// announcement: then it is the lead in a place where a problem would stand.
  var problems: [Element] { elements(.problem).filter { $0.origin != .inferred || !announces($0) } }

  private func announces(_ element: Element) -> Bool {
    guard let first = firstSentence(of: element) else { return false }
    let words = prose.words
    let announcements = WordList.announcements
    return first.words.contains { announcements.contains(words[$0]) }
  }

  /// The words of a passage.
  func words(of element: Element) -> Range<Int> { prose.words(in: element.plainRange) }

  /// The first line with text, where findings about the document as a whole are shown: the title, where it has one.
  var openingLine: Range<Int> {
    if let title { return title }
    for line in 1...source.lineCount {
      let range = source.lineRange(line)
      let start = max(range.lowerBound, tree.bodyStart)
      if start < range.upperBound { return start..<range.upperBound }
    }
    return 0..<0
  }

  /// The customer segments somebody declared: in front matter, under a heading, behind a label.
  var declaredSegments: [CustomerSegment] { customers.filter { $0.origin != .inferred } }
}

/// Words of one language are compared by what they have in common at the start.
enum Stem {
  /// Whether two lower-case words are forms of one another: renter, renters; freelance, freelancers.
  static func match(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let a = base(left)
    let b = base(right)
    if a == b { return true }
    var common = 0
    for (x, y) in zip(a.utf8, b.utf8) {
      if x != y { break }
      common += 1
    }
    return common >= 4 && common * 10 >= 7 * max(a.utf8.count, b.utf8.count)
  }

  /// A word in lower case that many words are compared with.
  struct Pattern {
    let text: String
    /// Its first letter; nil where the word is not all ASCII.
    private let first: UInt8?

    init(_ text: String) {
      self.text = text
      first = text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.first : nil
    }

    /// Whether a word may match: forms of one word begin with one letter.
    func mayMatch(_ word: Prose.Word, _ plain: [UInt8]) -> Bool {
      guard let first, !word.traits.contains(.nonASCII) else { return true }
      let byte = plain[Int(word.start)]
      return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == first
    }
  }

  /// A word without the ending of its plural.
  static func base(_ word: String) -> String {
    if word.hasSuffix("'s") { return String(word.dropLast(2)) }
    if word.utf8.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.utf8.count > 5, word.hasSuffix("sses") { return String(word.dropLast(2)) }
    if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
    return word
  }

  /// Words that carry no meaning of their own in the name of a segment.
  private static let empty: Set<String> = [
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "for", "to", "with", "without", "who", "that",
    "which",
    "their", "they", "are", "is", "have", "has", "do", "not", "from", "by", "as", "be", "small", "large",
    "new",
    "people", "users", "user", "customers", "customer", "other", "any", "all", "every", "such", "need",
    "want",
  ]

  /// The words of a segment's name that tell it from others; all of them when none does.
  static func content(_ name: String) -> [String] {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    let telling = words.filter { !empty.contains($0) && $0.count > 1 }
    return telling.isEmpty ? words : telling
  }
}
