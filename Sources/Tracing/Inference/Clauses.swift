import MarkdownTree
import PRFAQ

extension NeedInference {
  /// Words that begin something a title can do without.
  private static let breaks = PhraseSet([
    "so that", "because", "while", "which", "although", "whereas", "but", "before they", "leading to",
    "resulting in",
    "meaning", "where", "if", "when", "unless", "so",
  ])
  /// Words at which a long clause may be cut.
  private static let joints = PhraseSet([
    "and", "or", "with", "for", "by", "without", "from", "in", "on", "to", "using", "across", "through",
    "via", "at",
    "as", "into", "than", "during",
  ])
  /// Words no clause can end with.
  private static let danglers = PhraseSet([
    "and", "or", "with", "for", "by", "without", "from", "in", "on", "to", "the", "a", "an", "of", "their",
    "your",
    "its", "our", "as", "at", "into", "than", "is", "are", "using", "across", "through", "via", "that",
    "both",
    "either", "not", "even", "more", "any", "every", "each",
  ])
  /// Words of the longest title.
  private static let longest = 14

  /// The part of a sentence, from a word on, that can serve as a title; nil when none can.
  ///
  /// It ends at a comma, a dash, a bracket or a word such as "because", and has 2 to 14 words.
  /// With `isWhole` such words do not end it.
  func clause(of words: Range<Int>, until end: Int, isWhole keepsAll: Bool = false) -> Range<Int>? {
    guard let first = words.first else { return nil }
    let prose = document.prose
    var last = first
    while last + 1 < words.upperBound, last + 1 - first < 40 {
      let next = last + 1
      if endsClause(between: Int(prose.words[last].end), and: Int(prose.words[next].start)) { break }
      if next - first >= 2,
        let match = prose.matches(of: Self.breaks, in: next..<min(next + 2, words.upperBound)).first,
        match.words.lowerBound == next
      {
        break
      }
      last = next
    }
    let isWhole = last + 1 == words.upperBound
    if last - first + 1 > Self.longest {
      var cut = first + Self.longest
      while cut > first + 3, !prose.contains(Self.joints, in: cut..<cut + 1) { cut -= 1 }
      last = cut - 1
    }
    // A sentence may end with "are" or "on"; what was cut short may not.
    let isCut = !isWhole || last + 1 < words.upperBound
    while isCut, last > first, prose.contains(Self.danglers, in: last..<last + 1) { last -= 1 }
    guard last - first + 1 >= 2 else { return nil }
    var upper = Int(prose.words[last].end)
    // A percent sign or a closing bracket belongs to the word before it.
    while upper < end, document.tree.plain[upper] == 0x25 { upper += 1 }
    return clauseStart(Int(prose.words[first].start))..<upper
  }

  /// An opening currency sign or quotation mark belongs to the word after it.
  private func clauseStart(_ start: Int) -> Int {
    start > 0 && (document.tree.plain[start - 1] == 0x24 || document.tree.plain[start - 1] == 0x22)
      ? start - 1 : start
  }

  private func endsClause(between low: Int, and high: Int) -> Bool {
    var at = low
    let plain = document.tree.plain
    while at < high {
      switch plain[at] {
      case 0x2C, 0x3B, 0x3A, 0x28, 0x5B, 0x3F, 0x21: return true
      // A full stop inside a number, an address or an abbreviation has no blank after it.
      case 0x2E: if at + 1 < plain.count, plain[at + 1] == 0x20 || plain[at + 1] == 0x0A { return true }
      case 0x2D: if at > low, plain[at - 1] == 0x20 { return true }
      case 0xE2:
        if at + 2 < plain.count, plain[at + 1] == 0x80, plain[at + 2] == 0x93 || plain[at + 2] == 0x94 {
          return true
        }
      default: break
      }
      at += 1
    }
    return false
  }
}
