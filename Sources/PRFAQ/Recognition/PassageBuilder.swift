import MarkdownTree
import SourceText

/// Reads the blocks of a tree as passages.
struct PassageBuilder {
  let list: PassageList
  private let tree: MarkdownTree
  private let prose: Prose
  private(set) var passages: [Passage] = []
  /// Finds colons and question marks in the order of the passages.
  private var colons: MarkCursor
  private var questionMarks: MarkCursor

  init(list: PassageList) {
    self.list = list
    tree = list.tree
    prose = list.prose
    colons = MarkCursor(0x3A, list)
    questionMarks = MarkCursor(0x3F, list)
  }

  /// What the blocks around a passage say of it.
  private struct Place {
    var block = 0
    var quote = -1
    var isInList = false
    var isItemStart = false
    var isOrdered = false
  }

  mutating func build() {
    passages.reserveCapacity(tree.blocks.count)
    var quoteEnds = 0
    var quote = -1
    var listEnds: [Int] = []
    var itemStart = -1
    var isOrdered = false
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      while let last = listEnds.last, index >= last { listEnds.removeLast() }
      switch block.kind {
      case .list:
        listEnds.append(Int(block.subtreeEnd))
        isOrdered = block.level == 1
      case .item:
        itemStart = index + 1
        isOrdered = tree.blocks[Int(block.parent)].level == 1
      case .quote:
        if index >= quoteEnds { quote = index }
        quoteEnds = max(quoteEnds, Int(block.subtreeEnd))
      case .heading, .paragraph, .code, .html, .thematicBreak:
        append(
          block,
          Place(
            block: index, quote: index < quoteEnds ? quote : -1, isInList: !listEnds.isEmpty,
            isItemStart: index == itemStart, isOrdered: isOrdered && !listEnds.isEmpty))
      case .document: break
      }
    }
  }

  private mutating func append(_ block: Block, _ place: Place) {
    switch block.kind {
    case .heading:
      guard block.plainStart < block.plainEnd else { return }
      var passage = make(
        place, .heading, level: place.quote >= 0 || place.isInList ? 0 : Int(block.level), block.plainRange,
        words: prose.words(ofBlocks: place.block..<place.block + 1))
      if let role = list.role(of: passage.words) { passage.announce(role) }
      passages.append(passage)
    case .paragraph:
      guard block.plainStart < block.plainEnd else { return }
      appendParagraph(block, place)
    case .code, .html:
      if block.kind == .html, list.isComment(place.block) { return }
      passages.append(
        make(place, .raw, level: 0, block.plainRange, words: prose.words(in: block.plainRange)))
    case .thematicBreak:
      passages.append(
        make(place, .rule, level: 0, block.plainRange, words: prose.words(in: block.plainRange)))
    default: break
    }
  }

  private mutating func make(
    _ place: Place, _ form: Passage.Form, level: Int, _ range: Range<Int>, words: Range<Int>,
    continues: Bool = false, opensStrong: Bool = false
  ) -> Passage {
    var traits: Passage.Traits = []
    if place.isInList { traits.insert(.inList) }
    if place.isItemStart, !continues { traits.insert(.itemStart) }
    if place.isOrdered && place.isItemStart && !continues || beginsWithNumber(range) {
      traits.insert(.numbered)
    }
    if continues { traits.insert(.continuing) }
    if opensStrong { traits.insert(.opensStrong) }
    if questionMarks.isIn(range) { traits.insert(.questionMark) }
    return Passage(
      block: place.block, form: form, level: level, plain: range, words: words, quote: place.quote,
      traits: traits)
  }

  /// A paragraph is one passage, unless its first lines are each bold or italic from end to end, a boilerplate line or
  /// a bare label: then those lines are passages of their own.
  private mutating func appendParagraph(_ block: Block, _ place: Place) {
    let range = block.plainRange
    if block.spanStart == block.spanEnd, !colons.isIn(range),
      list.endOfLine(range.lowerBound, range.upperBound) >= range.upperBound
    {
      // Most paragraphs are one line without markup and colon: text, unless they are as short as a heading.
      var passage = make(
        place, .text, level: 0, range, words: prose.words(ofBlocks: place.block..<place.block + 1))
      if passage.words.count <= 9 { classify(&passage, strongEnd: -1, hasColon: false) }
      passages.append(passage)
      return
    }
    let words = prose.words(ofBlocks: place.block..<place.block + 1)
    // Between passages stands no word: each begins with the word after those of the last.
    var firstWord = words.lowerBound
    var start = range.lowerBound
    var isFirst = true
    var lines = 0
    while start < range.upperBound {
      let lineEnd = list.endOfLine(start, range.upperBound)
      let isLast = lineEnd >= range.upperBound
      let hasColon = colons.isIn(start..<range.upperBound)
      let opening = opening(of: start..<range.upperBound, block, place.block)
      var end = range.upperBound
      var endOfWords = -1
      if opening.form != .text {
        end = opening.end
      } else if !isLast, place.quote < 0 {
        let endOfLine = lines < 12 ? prose.firstWord(from: lineEnd) : -1
        if lines < 12, standsAlone(start..<lineEnd, firstWord..<max(firstWord, endOfLine), isFirst: isFirst) {
          end = lineEnd
          endOfWords = endOfLine
        } else if hasColon, let next = nextLabel(after: lineEnd, range.upperBound) {
          end = next
        }
      }
      if end >= range.upperBound {
        endOfWords = words.upperBound
      } else if endOfWords < 0 {
        endOfWords = prose.firstWord(from: end)
      }
      endOfWords = max(firstWord, endOfWords)
      var passage = make(
        place, opening.form, level: 0, start..<end, words: firstWord..<endOfWords,
        continues: !isFirst, opensStrong: opening.strongEnd >= 0)
      firstWord = endOfWords
      classify(&passage, strongEnd: opening.strongEnd, hasColon: hasColon)
      passages.append(passage)
      start = end
      while start < range.upperBound, tree.plain[start] == 0x0A || tree.plain[start] == 0x20 { start += 1 }
      isFirst = false
      lines += 1
    }
  }

  /// Where, after a line, the next line of a paragraph begins that opens with a label such as `Problem:`.
  private func nextLabel(after lineEnd: Int, _ end: Int) -> Int? {
    var at = lineEnd
    var lines = 0
    // Few paragraphs have a colon at all.
    if list.colonMark(from: lineEnd, to: end) >= end { return nil }
    // Authors who label line by line write few lines; a long paragraph is not searched to its end.
    while at < end, lines < 12 {
      let line = at + 1..<max(at + 1, list.endOfLine(at + 1, end))
      if let colon = list.colon(in: line) {
        let words = prose.words(in: line.lowerBound..<colon)
        if !words.isEmpty, words.count <= 5,
          prose.words[words.lowerBound].traits.contains(.capitalised)
            || prose.words[words.lowerBound].traits.contains(.nonASCII),
          let role = list.role(of: words, allowParts: false),
          role != .appendix, role != .customerSegment, role != .needs, role != .teams, role != .services
        {
          return at
        }
      }
      at = line.upperBound
      lines += 1
    }
    return nil
  }

  /// The markup with which a text begins.
  private struct Opening {
    /// Whether a stretch that is bold or italic reaches from a line's start to a line's end; else it is text.
    var form = Passage.Form.text
    /// Where that stretch ends.
    var end = 0
    /// Where strong text ends that begins where the text does; -1 where none does.
    var strongEnd = -1
  }

  private func opening(of range: Range<Int>, _ block: Block, _ index: Int) -> Opening {
    var opening = Opening()
    // Most paragraphs have no markup.
    if block.spanStart == block.spanEnd { return opening }
    for index in tree.spans(ofBlock: index, from: range.lowerBound) {
      let span = tree.spans[index]
      if Int(span.plainStart) > range.lowerBound { break }
      guard span.kind == .strong || span.kind == .emphasis else { continue }
      if span.kind == .strong, opening.strongEnd < 0 { opening.strongEnd = Int(span.plainEnd) }
      var end = Int(span.plainEnd)
      // A colon or a full stop after the mark still belongs to the line.
      while end < range.upperBound,
        tree.plain[end] == 0x3A || tree.plain[end] == 0x20 || tree.plain[end] == 0x2E
      {
        end += 1
      }
      guard end >= range.upperBound || tree.plain[end] == 0x0A else { continue }
      opening.form = span.kind == .strong ? .boldLine : .italicLine
      opening.end = end
      if span.kind == .strong { break }
    }
    return opening
  }

  /// Whether the first line of a longer paragraph is a passage of its own: boilerplate, a document marker, a bare
  /// label such as `FAQ:`, or a dateline on its own line.
  private func standsAlone(_ line: Range<Int>, _ words: Range<Int>, isFirst: Bool) -> Bool {
    guard !words.isEmpty, words.count <= 12 else { return false }
    if prose.contains(Cues.boilerplate, in: words) { return words.count <= 12 && !list.endsSentence(line) }
    if isFirst, words.count <= 6, prose.contains(AliasTable.documentMarkers, in: words),
      !list.endsSentence(line)
    {
      return true
    }
    if words.count <= 6, !list.endsSentence(line), list.role(of: words) != nil {
      return list.lastByte(line) == 0x3A || words.count <= 4
    }
    return false
  }

  /// Finds a heading line or a run-in label.
  private func classify(_ passage: inout Passage, strongEnd: Int, hasColon: Bool) {
    let range = passage.plain
    if passage.form == .boldLine {
      if hasColon, let colon = list.colon(in: range),
        let role = list.role(of: prose.words(in: range.lowerBound..<colon), allowParts: false),
        carriesText(role, passage)
      {
        findRunIn(&passage, strongEnd, hasColon)
        if passage.role != nil { return }
      }
      if let role = list.role(of: passage.words), !list.endsQuestion(range) {
        passage.announce(role, asHead: passage.isInList || passage.isInQuote ? 0 : 7)
      }
      if passage.role == nil { findRunIn(&passage, strongEnd, hasColon) }
      return
    }
    if passage.form == .text, !passage.isInQuote, !passage.isInList, passage.words.count <= 9,
      list.endOfLine(range.lowerBound, range.upperBound) >= range.upperBound, !list.endsSentence(range),
      let role = list.role(of: passage.words), !carriesText(role, passage)
    {
      // A bare line that announces a role and nothing else: "Availability", "FAQ:".
      passage.announce(role, asHead: 7)
      return
    }
    findRunIn(&passage, strongEnd, hasColon)
  }

  /// Whether a bare line with a colon is a label with its text ("Title: Compass") rather than a heading ("The problem:
  /// conversations do not scale").
  private func carriesText(_ role: Role, _ passage: Passage) -> Bool {
    guard let colon = list.colon(in: passage.plain),
      !prose.words(in: colon..<passage.plain.upperBound).isEmpty
    else {
      return false
    }
    switch role {
    case .problem, .solution, .howItWorks, .externalFAQ, .internalFAQ, .faq, .pressRelease: return false
    default: return true
    }
  }

  /// Finds `**Label:** text`, `**Label.** text` and `Label: text`.
  private func findRunIn(_ passage: inout Passage, _ strongEnd: Int, _ hasColon: Bool) {
    if strongEnd < 0, !hasColon { return }
    let range = passage.plain
    var labelEnd = strongEnd
    if labelEnd > 0, labelEnd < range.upperBound || passage.form == .boldLine {
      // `**Title: the text**` and `**Title:** the text` are alike.
      let inner = list.colon(in: range.lowerBound..<labelEnd)
      if let inner, inner + 1 < labelEnd { labelEnd = inner }
    } else if labelEnd < 0, let colon = list.colon(in: range) {
      labelEnd = colon
    } else if labelEnd >= range.upperBound {
      labelEnd = -1
    }
    guard labelEnd > range.lowerBound else { return }
    let words = prose.words(in: range.lowerBound..<labelEnd)
    guard words.count <= 8, let role = list.role(of: words, allowParts: false) else { return }
    var start = labelEnd
    while start < range.upperBound, tree.isSeparator(start) { start += tree.separatorLength(start) }
    passage.announce(role, label: labelEnd, body: start)
  }

  @inline(__always)
  private func beginsWithNumber(_ range: Range<Int>) -> Bool {
    // Few texts begin with a digit.
    !range.isEmpty && tree.plain[range.lowerBound] &- 0x30 < 10 && beginsWithListNumber(range)
  }

  private func beginsWithListNumber(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, tree.plain[at] &- 0x30 < 10 { at += 1 }
    return at - range.lowerBound <= 3 && at + 1 < range.upperBound
      && (tree.plain[at] == 0x2E || tree.plain[at] == 0x29)
      && tree.plain[at + 1] == 0x20
  }
}
