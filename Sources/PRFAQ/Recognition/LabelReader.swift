import Diagnostics
import MarkdownTree

/// Reads label lines such as `Served by: Billing API` in list items, on lines of their own, and in bold.
struct LabelReader {
  let list: PassageList

  private var tree: MarkdownTree { list.tree }
  private var prose: Prose { list.prose }

  /// A label line, in `plain`.
  struct Found {
    let label: Range<Int>
    let key: Label?
    var value: Range<Int>
    let block: Int
    /// Whether its paragraph begins with it.
    var opensParagraph = false
  }

  /// The label lines of a paragraph; the first may be near a known label only where the paragraph opens an item.
  ///
  /// - Parameters:
  ///   - hasColon: whether there may be a colon in it.
  ///   - hasStrong: whether there is strong text in it.
  func lines(inBlock block: Int, isItemStart: Bool, hasColon: Bool, hasStrong: Bool) -> [Found] {
    let range = tree.blocks[block].plainRange
    var found: [Found] = []
    var at = afterTaskBox(range, in: block)
    var isFirst = true
    var colon = hasColon ? -1 : range.upperBound
    while at < range.upperBound {
      // Without a colon, a label is strong text, or stands before a dash where an item begins.
      let mayOpen = isItemStart && isFirst
      if colon < at { colon = list.colonMark(from: at, to: range.upperBound) }
      if !hasStrong, !mayOpen, colon >= range.upperBound { break }
      // Most lines begin with no word that a label begins with; mistyped ones stand before a colon where an item begins.
      let isNearColon = mayOpen && colon < at + Self.longest
      if !isNearColon, !beginsAsLabel(at, block) {
        if !hasStrong, colon >= range.upperBound { break }
        isFirst = false
        at = list.endOfLine(at, range.upperBound) + 1
        continue
      }
      let end = list.endOfLine(at, range.upperBound)
      if colon >= end, !hasStrong, !mayOpen {
        isFirst = false
        at = end + 1
        continue
      }
      if var line = label(at: at, lineEnd: end, block: block, opensItem: isItemStart && isFirst),
        isFirst || beginsLine(line, at: at, block: block, afterLabel: !found.isEmpty)
      {
        line.opensParagraph = isFirst
        close(&found, at: at)
        found.append(line)
        addLabelsOfLine(from: line.value.lowerBound, to: end, block, into: &found)
      }
      isFirst = false
      at = end + 1
    }
    close(&found, at: range.upperBound)
    return found
  }

  /// Whether the first word of a block from an offset on is one that a label begins with.
  private func beginsAsLabel(_ at: Int, _ block: Int) -> Bool {
    let all = prose.words(ofBlocks: block..<block + 1)
    let first =
      at == Int(tree.blocks[block].plainStart) ? all.lowerBound : prose.firstWord(from: at)
    return first < all.upperBound && list.aliases.labelFirsts.contains(prose.words[first].hash)
  }

  /// Whether a paragraph opens with a known label.
  func opensWithLabel(block: Int) -> Bool {
    let range = tree.blocks[block].plainRange
    let at = afterTaskBox(range, in: block)
    let end = list.endOfLine(at, range.upperBound)
    return label(at: at, lineEnd: end, block: block, opensItem: true)?.key != nil
  }

  /// Passes over `[ ] ` at the start of an item.
  func afterTaskBox(_ range: Range<Int>, in block: Int) -> Int {
    let at = range.lowerBound
    guard range.count > 4, tree.plain[at] == 0x5B, tree.plain[at + 2] == 0x5D, tree.plain[at + 3] == 0x20,
      tree.plain[at + 1] == 0x20 || tree.plain[at + 1] | 0x20 == 0x78
    else { return at }
    return at + 4
  }

  /// A value ends where the next label begins.
  private func close(_ found: inout [Found], at: Int) {
    guard var last = found.popLast() else { return }
    last.value = list.trim(last.value.lowerBound..<max(last.value.lowerBound, at))
    found.append(last)
  }

  /// Whether a later line of a paragraph is meant as a label line: prose that is wrapped may have a colon too.
  private func beginsLine(_ line: Found, at: Int, block: Int, afterLabel: Bool) -> Bool {
    guard line.key != nil else { return false }
    if afterLabel || strong(at: at, block) != nil { return true }
    if tree.plain[at] &- 0x41 < 26 { return true }
    let before = tree.plain[at - 2]
    return before == 0x2E || before == 0x3A || before == 0x21 || before == 0x3F
  }

  /// `Priority: must; Served by: Billing API` has a second label on its line.
  private func addLabelsOfLine(from start: Int, to end: Int, _ block: Int, into found: inout [Found]) {
    var at = start
    while at < end {
      let byte = tree.plain[at]
      if byte == 0x3B || byte == 0x7C || byte == 0x2C || byte == 0xB7 {
        var next = at + 1
        while next < end, tree.plain[next] == 0x20 { next += 1 }
        if next < end, tree.plain[next] &- 0x41 < 26, !isCode(next, block),
          let line = label(at: next, lineEnd: end, block: block, opensItem: false), line.key != nil
        {
          // A middle dot has two bytes.
          close(&found, at: byte == 0xB7 ? at - 1 : at)
          found.append(line)
          at = line.value.lowerBound
          continue
        }
      }
      at += 1
    }
  }

  private static let longest = 40

  /// The label that a line begins with.
  private func label(at: Int, lineEnd: Int, block: Int, opensItem: Bool) -> Found? {
    guard at < lineEnd, tree.plain[at] | 0x20 &- 0x61 < 26 || tree.plain[at] >= 0x80 else { return nil }
    let limit = min(lineEnd, at + Self.longest)
    var end = firstColon(from: at, to: limit)
    var valueStart = end < limit ? end + (colonLength(end) ?? 1) : -1
    if valueStart < 0, let strong = strong(at: at, block), strong <= lineEnd {
      // `**Served by** Billing API`
      end = strong
      valueStart = strong
    } else if valueStart < 0, opensItem, let dash = dash(in: at..<limit) {
      end = dash.lowerBound
      valueStart = dash.upperBound
    } else if valueStart < 0 {
      return nil
    } else if opensItem, let dash = dash(in: at..<end) {
      // `Served by - Billing API: the new one`
      let words = prose.words(in: at..<dash.lowerBound)
      if list.aliases.label(prose.words, words) != nil {
        end = dash.lowerBound
        valueStart = dash.upperBound
      }
    }
    let words = prose.words(in: at..<end)
    guard words.count >= 1, words.count <= 4 else { return nil }
    let range = list.trim(at..<end)
    let key = list.aliases.label(prose.words, words)
    if key == nil {
      guard opensItem, colonLength(end) != nil, isNear(range) else { return nil }
    }
    return Found(label: range, key: key, value: valueStart..<lineEnd, block: block)
  }

  /// Whether a name is a mistyped label rather than somebody's own key, which is nobody's business.
  private func isNear(_ name: Range<Int>) -> Bool {
    let length = name.count
    guard length >= 4 else { return false }
    // Most names are longer than any label.
    let near = list.aliases.labelNames(near: length)
    if near.isEmpty { return false }
    // The name lies in `plain`, of which it is a range.
    let letters = tree.plain.withUnsafeBufferPointer {
      Spelling.Letters(UnsafeBufferPointer(rebasing: $0[name]))
    }
    var pattern: Spelling.Pattern? = nil
    for index in near {
      let label = list.aliases.labelNames[index]
      guard abs(label.length - length) <= label.limit,
        label.letters.mayBe(within: label.limit, of: letters)
      else { continue }
      let own = pattern ?? Spelling.Pattern(tree.text(name))
      pattern = own
      if own.distance(to: label.name) <= label.limit {
        return !Self.ownWords.contains(tree.text(name).lowercased())
      }
    }
    return false
  }

  /// Words in their own right that are one letter away from a label.
  private static let ownWords: Set<String> = [
    "server", "servers", "service", "scores", "shores", "states", "state", "custom", "costumes", "stages",
    "stage",
    "lender", "reader", "walls", "cells", "balls", "remember", "november", "manage",
  ]

  /// The first colon or full-width colon; `end` where there is none.
  private func firstColon(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      at = list.colonMark(from: at, to: end)
      if at < end, colonLength(at) != nil { return at }
      at += 1
    }
    return end
  }

  private func colonLength(_ at: Int) -> Int? {
    if at >= tree.plain.count { return nil }
    if tree.plain[at] == 0x3A { return 1 }
    if tree.plain[at] == 0xEF, at + 2 < tree.plain.count, tree.plain[at + 1] == 0xBC,
      tree.plain[at + 2] == 0x9A
    {
      return 3
    }
    return nil
  }

  /// A dash between blanks.
  private func dash(in range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound + 1
    while at < range.upperBound {
      at = tree.plain.withUnsafeBufferPointer {
        ByteSearch.first(of: (0x2D, 0xE2, 0xE2), in: $0, from: at, to: range.upperBound)
      }
      if at >= range.upperBound { break }
      if tree.plain[at - 1] == 0x20 {
        let length =
          tree.plain[at] == 0x2D ? 1 : tree.plain[at] == 0xE2 && tree.plain[at + 1] == 0x80 ? 3 : 0
        if length > 0, at + length < range.upperBound, tree.plain[at + length] == 0x20 {
          return at..<at + length
        }
      }
      at += 1
    }
    return nil
  }

  /// Where the strong text that begins at an offset ends.
  private func strong(at offset: Int, _ block: Int) -> Int? {
    for index in tree.spans(ofBlock: block, from: offset) {
      let span = tree.spans[index]
      if Int(span.plainStart) > offset { return nil }
      if span.kind == .strong { return Int(span.plainEnd) }
    }
    return nil
  }

  // MARK: Values

  /// The label line with its single values in source bytes.
  func labelLine(_ found: Found, points: [Range<Int>] = []) -> LabelLine {
    let label = tree.sourceRange(ofPlain: found.label)
    var parts: [Range<Int>] = []
    let given = (found.value.isEmpty ? [] : [found.value]) + points
    for value in given {
      if let key = found.key, key.takesNames {
        parts += names(value, in: tree.block(atPlain: value.lowerBound) ?? found.block)
      } else {
        parts.append(value)
      }
    }
    guard let first = given.first, let last = given.last else {
      let end = tree.sourceRange(ofPlain: found.label).upperBound
      return LabelLine(label: label, key: found.key, value: end..<end, values: [])
    }
    let low = tree.sourceRange(ofPlain: first).lowerBound
    return LabelLine(
      label: label, key: found.key, value: low..<tree.sourceRange(ofPlain: last).upperBound,
      values: parts.map { tree.sourceRange(ofPlain: $0) })
  }

  /// The names in a value: between commas and semicolons that stand neither in code nor in brackets.
  func names(_ range: Range<Int>, in block: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var at = start
    var depth = 0
    var codes = codeSpans(in: range, block)[...]
    while at <= range.upperBound {
      while let first = codes.first, first.upperBound <= at { codes.removeFirst() }
      if at < range.upperBound, let first = codes.first, first.lowerBound <= at {
        at = min(first.upperBound, range.upperBound)
        continue
      }
      let length = at == range.upperBound ? 1 : separatorLength(at)
      if at < range.upperBound {
        if tree.plain[at] == 0x28 { depth += 1 }
        if tree.plain[at] == 0x29 { depth = max(0, depth - 1) }
      }
      if length > 0, depth == 0 || at == range.upperBound {
        if let name = name(start..<min(at, range.upperBound), block) { parts.append(name) }
        start = at + length
        at = max(at + 1, start)
      } else {
        at += 1
      }
    }
    return parts
  }

  private func separatorLength(_ at: Int) -> Int {
    switch tree.plain[at] {
    case 0x2C, 0x3B: return 1
    case 0xE3:
      return at + 2 < tree.plain.count && tree.plain[at + 1] == 0x80 && tree.plain[at + 2] == 0x81 ? 3 : 0
    case 0xEF:
      return at + 2 < tree.plain.count && tree.plain[at + 1] == 0xBC
        && (tree.plain[at + 2] == 0x8C || tree.plain[at + 2] == 0x9B) ? 3 : 0
    default: return 0
    }
  }

  private static let nothing = PhraseSet(local: ["none", "n/a", "nothing", "nobody", "no one"])

  /// One name: code as a whole, else the text without a bracket after it and without final full stop.
  private func name(_ range: Range<Int>, _ block: Int) -> Range<Int>? {
    var text = list.trim(range)
    guard !text.isEmpty else { return nil }
    for index in tree.spans(ofBlock: block, from: text.lowerBound) {
      let span = tree.spans[index]
      if Int(span.plainStart) > text.lowerBound { break }
      if span.kind == .code {
        return list.trim(Int(span.plainStart)..<Int(span.plainEnd))
      }
    }
    if tree.plain[text.upperBound - 1] == 0x2E { text = text.lowerBound..<text.upperBound - 1 }
    if let open = bracket(endingIn: text), open > text.lowerBound {
      text = list.trim(text.lowerBound..<open)
    }
    let words = prose.words(in: text)
    guard !words.isEmpty else { return nil }
    if let match = Self.nothing.match(prose.words, at: words.lowerBound, end: words.upperBound),
      match.length == words.count
    {
      return nil
    }
    return text
  }

  /// Where the bracket opens that ends a text.
  func bracket(endingIn text: Range<Int>) -> Int? {
    guard !text.isEmpty, tree.plain[text.upperBound - 1] == 0x29 else { return nil }
    var depth = 0
    var at = text.upperBound - 1
    while at >= text.lowerBound {
      if tree.plain[at] == 0x29 { depth += 1 }
      if tree.plain[at] == 0x28 {
        depth -= 1
        if depth == 0 { return at }
      }
      at -= 1
    }
    return nil
  }

  private func isCode(_ at: Int, _ block: Int) -> Bool { !codeSpans(in: at..<at + 1, block).isEmpty }

  /// The code that reaches into a range, in order.
  private func codeSpans(in range: Range<Int>, _ block: Int) -> [Range<Int>] {
    let all = tree.blocks[block].spanRange
    if all.isEmpty { return [] }
    var found: [Range<Int>] = []
    // Code holds no other spans: where some reaches in from before, it is the last span that begins before.
    let inside = tree.spans(ofBlock: block, from: range.lowerBound)
    for index in max(all.lowerBound, inside.lowerBound - 1)..<all.upperBound {
      let span = tree.spans[index]
      if Int(span.plainStart) >= range.upperBound { break }
      if span.kind == .code, Int(span.plainEnd) > range.lowerBound { found.append(span.plainRange) }
    }
    return found
  }
}
