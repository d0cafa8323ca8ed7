import MarkdownTree
import SourceText

/// The blocks of a document as a list of passages, in order.
///
/// It never changes; being one object, it is handed to every reader at the price of a pointer.
final class PassageList {
  let tree: MarkdownTree
  let prose: Prose
  let aliases: AliasTable
  let passages: [Passage]
  /// For each passage that serves as a heading, the passage after its section.
  private let sectionEnds: [Int32]
  /// The words among which those are by which sections of questions are known.
  let questionReach: Range<Int>
  /// Whether there may be full-width colons or question marks anywhere.
  let hasWideMarks: Bool

  private init(
    _ tree: MarkdownTree, _ prose: Prose, _ aliases: AliasTable, _ passages: [Passage], hasWideMarks: Bool
  ) {
    self.tree = tree
    self.prose = prose
    self.aliases = aliases
    self.passages = passages
    self.hasWideMarks = hasWideMarks
    questionReach = prose.reach(of: aliases.questionWords)
    sectionEnds = Self.sectionEnds(passages)
  }

  convenience init(_ tree: MarkdownTree, _ prose: Prose, _ aliases: AliasTable) {
    let hasWideMarks = tree.plain.withUnsafeBufferPointer {
      ByteSearch.first(0xEF, in: $0, from: 0, to: $0.count) < $0.count
    }
    // What passages are read with needs the tree and the words, but no passages.
    var builder = PassageBuilder(
      list: PassageList(tree, prose, aliases, [], hasWideMarks: hasWideMarks))
    builder.build()
    self.init(tree, prose, aliases, builder.passages, hasWideMarks: hasWideMarks)
  }
}

extension PassageList {
  /// The passage after the section that a heading opens.
  func sectionEnd(_ head: Int) -> Int { Int(sectionEnds[head]) }

  private static func sectionEnds(_ passages: [Passage]) -> [Int32] {
    if passages.isEmpty { return [] }
    var ends = [Int32](repeating: 0, count: passages.count)
    // For each level, the next head that ends its sections; levels are 1 to 7.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { next in
      next.initialize(repeating: Int32(truncatingIfNeeded: passages.count))
      for index in passages.indices.reversed() where passages[index].isHead {
        let level = passages[index].level
        ends[index] = next[level]
        switch passages[index].role {
        case .faq, .externalFAQ, .internalFAQ, .pressRelease:
          next.update(repeating: Int32(truncatingIfNeeded: index))
        default:
          for deeper in level..<8 { next[deeper] = Int32(truncatingIfNeeded: index) }
        }
      }
    }
    return ends
  }

  /// The first passage after the block quote around a passage.
  func endOfQuote(_ index: Int) -> Int {
    let quote = passages[index].quote
    return quote < 0 ? index : firstPassage(from: Int(tree.blocks[quote].subtreeEnd))
  }

  /// The first passage of a block or of one after it.
  func firstPassage(from block: Int) -> Int {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].block < block { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a block is a comment.
  func isComment(_ block: Int) -> Bool {
    if tree.comments.isEmpty { return false }
    var low = 0
    var high = tree.comments.count
    while low < high {
      let middle = (low + high) / 2
      if tree.comments[middle].block < block { low = middle + 1 } else { high = middle }
    }
    while low < tree.comments.count, tree.comments[low].block == block {
      if tree.comments[low].isBlock { return true }
      low += 1
    }
    return false
  }

  /// The line end at an offset or later; `end` where there is none.
  func endOfLine(_ start: Int, _ end: Int) -> Int {
    tree.plain.withUnsafeBufferPointer {
      ByteSearch.first(0x0A, in: $0, from: start, to: end)
    }
  }

  /// The first byte that may begin a colon or a full-width colon; `end` where there is none.
  func colonMark(from start: Int, to end: Int) -> Int {
    tree.plain.withUnsafeBufferPointer {
      let colon = ByteSearch.first(0x3A, in: $0, from: start, to: end)
      return hasWideMarks ? min(colon, ByteSearch.first(0xEF, in: $0, from: start, to: end)) : colon
    }
  }

  /// The first colon (or full-width colon) within the first eight words of one line.
  func colon(in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, range.lowerBound + 80)
    // Most texts have none.
    if colonMark(from: range.lowerBound, to: end) >= end { return nil }
    return tree.plain.withUnsafeBufferPointer { plain in
      var at = range.lowerBound
      while at < end {
        let byte = plain[at]
        // Letters, above all.
        if byte > 0x3F, byte < 0xEF {
          at += 1
          continue
        }
        if byte == 0x0A || byte == 0x2E || byte == 0x3F { return nil }
        if byte == 0x3A { return at }
        if byte == 0xEF, at + 2 < end, plain[at + 1] == 0xBC, plain[at + 2] == 0x9A { return at }
        at += 1
      }
      return nil
    }
  }

  /// The last byte that is no blank.
  func lastByte(_ range: Range<Int>) -> UInt8 {
    var at = range.upperBound - 1
    while at >= range.lowerBound, tree.plain[at] == 0x20 || tree.plain[at] == 0x0A { at -= 1 }
    return at >= range.lowerBound ? tree.plain[at] : 0
  }

  /// Whether a text ends as a sentence does.
  func endsSentence(_ range: Range<Int>) -> Bool {
    let last = lastByte(range)
    return last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3B || last == 0x2C
  }

  /// Whether a text ends with a question mark, closing marks aside.
  func endsQuestion(_ range: Range<Int>) -> Bool {
    var at = range.upperBound - 1
    while at >= range.lowerBound {
      let byte = tree.plain[at]
      if byte == 0x20 || byte == 0x0A || byte == 0x22 || byte == 0x29 || byte == 0x3A || byte == 0x2A {
        at -= 1
        continue
      }
      if byte == 0x9F, at >= range.lowerBound + 2, tree.plain[at - 1] == 0xBC, tree.plain[at - 2] == 0xEF {
        return true
      }
      if byte == 0x9D, at >= range.lowerBound + 2, tree.plain[at - 1] == 0x80, tree.plain[at - 2] == 0xE2 {
        at -= 3
        continue
      }
      return byte == 0x3F
    }
    return false
  }
}
