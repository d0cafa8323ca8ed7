import MarkdownTree
import SourceText

/// Reads the blocks of a tree as passages.
struct PassageBuilder {
  let list: PassageList
  private(set) var passages: [Passage] = []

  private var tree: MarkdownTree { list.tree }
  private var prose: Prose { list.prose }

  init(list: PassageList) { self.list = list }

  mutating func build() {
    passages.reserveCapacity(tree.blocks.count)
    var listDepth = 0
    var quoteEnds = 0
    var quote = -1
    var listEnds: [Int] = []
    var itemStart = -1
    var isOrdered = false
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      while let last = listEnds.last, index >= last { listEnds.removeLast() }
      listDepth = listEnds.count
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
          index, inList: listDepth > 0, quote: index < quoteEnds ? quote : -1, itemStart: index == itemStart,
          ordered: isOrdered && listDepth > 0)
      case .document: break
      }
    }
  }

  private mutating func append(_ index: Int, inList: Bool, quote: Int, itemStart: Bool, ordered: Bool) {
    let block = tree.blocks[index]
    let range = block.plainRange
    switch block.kind {
    case .heading:
      guard !range.isEmpty else { return }
      var passage = make(
        index, .heading, level: quote >= 0 || inList ? 0 : Int(block.level), range, inList: inList,
        quote: quote,
        itemStart: itemStart, ordered: ordered)
      if let role = list.role(of: passage.words) {
        passage.role = role
        passage.label = range
      }
      passages.append(passage)
    case .paragraph:
      guard !range.isEmpty else { return }
      appendParagraph(index, range, inList: inList, quote: quote, itemStart: itemStart, ordered: ordered)
    case .code, .html:
      if block.kind == .html, list.isComment(index) { return }
      passages.append(
        make(
          index, .raw, level: 0, range, inList: inList, quote: quote, itemStart: itemStart,
          ordered: ordered)
      )
    case .thematicBreak:
      passages.append(
        make(
          index, .rule, level: 0, range, inList: inList, quote: quote, itemStart: itemStart,
          ordered: ordered)
      )
    default: break
    }
  }

  private func make(
    _ block: Int, _ form: Passage.Form, level: Int, _ range: Range<Int>, inList: Bool, quote: Int,
    itemStart: Bool, ordered: Bool, continues: Bool = false
  ) -> Passage {
    let words = prose.words(in: range)
    return Passage(
      block: block, form: form, level: level, plain: range, words: words, body: range, isInList: inList,
      quote: quote, isItemStart: itemStart,
      isNumbered: (ordered && itemStart) || beginsWithNumber(range),
      continuesParagraph: continues)
  }

  /// A paragraph is one passage, unless its first lines are each bold or italic from end to end, a boilerplate line or
  /// a bare label: then those lines are passages of their own.
  private mutating func appendParagraph(
    _ index: Int, _ range: Range<Int>, inList: Bool, quote: Int, itemStart: Bool, ordered: Bool
  ) {
    var start = range.lowerBound
    var isFirst = true
    var lines = 0
    while start < range.upperBound {
      let lineEnd = list.endOfLine(start, range.upperBound)
      let isLast = lineEnd >= range.upperBound
      let form = form(of: start..<range.upperBound, in: index)
      var end = range.upperBound
      var chosen = Passage.Form.text
      if let form {
        chosen = form.form
        end = form.end
      } else if !isLast, lines < 12, quote < 0, standsAlone(start..<lineEnd, isFirst: isFirst) {
        end = lineEnd
      } else if !isLast, quote < 0, let next = nextLabel(after: lineEnd, range.upperBound) {
        end = next
      }
      var passage = make(
        index, chosen, level: 0, start..<end, inList: inList, quote: quote,
        itemStart: itemStart && isFirst,
        ordered: ordered, continues: !isFirst)
      classify(&passage, isWholeParagraph: isFirst && end >= range.upperBound)
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

  /// Whether a text begins with a stretch that is bold or italic from a line's start to a line's end.
  private func form(of range: Range<Int>, in block: Int) -> (form: Passage.Form, end: Int)? {
    var emphasis: (Passage.Form, Int)? = nil
    for index in tree.spans(ofBlock: block, from: range.lowerBound) {
      let span = tree.spans[index]
      if Int(span.plainStart) > range.lowerBound { break }
      guard span.kind == .strong || span.kind == .emphasis else { continue }
      var end = Int(span.plainEnd)
      // A colon or a full stop after the mark still belongs to the line.
      while end < range.upperBound,
        tree.plain[end] == 0x3A || tree.plain[end] == 0x20 || tree.plain[end] == 0x2E
      {
        end += 1
      }
      guard end >= range.upperBound || tree.plain[end] == 0x0A else { continue }
      if span.kind == .strong { return (.boldLine, end) }
      emphasis = (.italicLine, end)
    }
    return emphasis.map { ($0.0, $0.1) }
  }

  /// Whether the first line of a longer paragraph is a passage of its own: boilerplate, a document marker, a bare
  /// label such as `FAQ:`, or a dateline on its own line.
  private func standsAlone(_ line: Range<Int>, isFirst: Bool) -> Bool {
    let words = prose.words(in: line)
    guard !words.isEmpty, words.count <= 12 else { return false }
    if prose.contains(Cues.boilerplate, in: words) { return words.count <= 12 && !list.endsSentence(line) }
    if isFirst, words.count <= 6, prose.contains(list.aliases.documentMarkers, in: words),
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
  private func classify(_ passage: inout Passage, isWholeParagraph: Bool) {
    let range = passage.plain
    if passage.form == .boldLine {
      if let colon = list.colon(in: range),
        let role = list.role(of: prose.words(in: range.lowerBound..<colon), allowParts: false),
        carriesText(role, passage)
      {
        findRunIn(&passage)
        if passage.role != nil { return }
      }
      if let role = list.role(of: passage.words), !list.endsQuestion(range) {
        passage.role = role
        passage.label = range
        passage.level = passage.isInList || passage.isInQuote ? 0 : 7
        passage.body = range.upperBound..<range.upperBound
      }
      if passage.role == nil { findRunIn(&passage) }
      return
    }
    if passage.form == .text, !passage.isInQuote, !passage.isInList, passage.words.count <= 9,
      list.endOfLine(range.lowerBound, range.upperBound) >= range.upperBound, !list.endsSentence(range),
      let role = list.role(of: passage.words), !carriesText(role, passage)
    {
      // A bare line that announces a role and nothing else: "Availability", "FAQ:".
      passage.role = role
      passage.label = range
      passage.level = 7
      passage.body = range.upperBound..<range.upperBound
      return
    }
    findRunIn(&passage)
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
  private func findRunIn(_ passage: inout Passage) {
    let range = passage.plain
    var labelEnd = -1
    for index in tree.spans(ofBlock: passage.block, from: range.lowerBound) {
      let span = tree.spans[index]
      if Int(span.plainStart) > range.lowerBound { break }
      if span.kind == .strong {
        labelEnd = Int(span.plainEnd)
        break
      }
    }
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
    passage.role = role
    passage.label = range.lowerBound..<labelEnd
    passage.body = start..<range.upperBound
  }

  private func beginsWithNumber(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    var digits = 0
    while at < range.upperBound, tree.plain[at] &- 0x30 < 10 {
      digits += 1
      at += 1
    }
    return digits > 0 && digits <= 3 && at + 1 < range.upperBound
      && (tree.plain[at] == 0x2E || tree.plain[at] == 0x29)
      && tree.plain[at + 1] == 0x20
  }
}
