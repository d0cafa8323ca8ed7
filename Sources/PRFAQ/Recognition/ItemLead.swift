import MarkdownTree

/// How an item opens: its ID, title, notes and detail, in `plain`.
struct ItemLead {
  var id: Range<Int>? = nil
  var title: Range<Int>
  var notes: [(kind: DeclaredItem.Note.Kind, range: Range<Int>)] = []
  var detail: Range<Int>
  /// Whether strong text or an ID opens it: the form of a declared item.
  var isMarked: Bool

  /// Whether a team is named in its notes.
  var hasOwner: Bool { notes.contains { $0.kind == .owner } }
}

/// Reads how items open.
struct ItemLeadReader {
  let list: PassageList
  let labels: LabelReader

  private var tree: MarkdownTree { list.tree }
  private var prose: Prose { list.prose }

  /// Reads the text of an item or heading; `end` is where its label lines begin.
  func lead(block: Int, end: Int) -> ItemLead? {
    let range = tree.blocks[block].plainRange
    let start = labels.afterTaskBox(range, in: block)
    let text = list.trim(start..<max(start, end))
    guard !text.isEmpty else { return nil }
    if tree.blocks[block].kind == .heading { return heading(text) }
    if let strong = strong(at: text.lowerBound, in: block, end: text.upperBound) {
      let parts = split(strong, isAlone: strong.upperBound < text.upperBound || !text.isEmpty)
      let rest = strong.upperBound..<text.upperBound
      if parts.title.isEmpty { return afterID(parts.id, rest, block) }
      return finish(id: parts.id, title: parts.title, rest: rest, isMarked: true)
    }
    let parts = split(text, isAlone: false)
    if parts.id != nil { return afterID(parts.id, parts.title.lowerBound..<text.upperBound, block) }
    let title = plainTitle(text)
    return finish(id: nil, title: title, rest: title.upperBound..<text.upperBound, isMarked: false)
  }

  private func heading(_ text: Range<Int>) -> ItemLead? {
    let parts = split(text, isAlone: true)
    guard !parts.title.isEmpty else { return nil }
    return finish(id: parts.id, title: parts.title, rest: text.upperBound..<text.upperBound, isMarked: true)
  }

  /// `**FR-001**: text` and `N-1: **Title.** text`.
  private func afterID(_ id: Range<Int>?, _ rest: Range<Int>, _ block: Int) -> ItemLead? {
    var at = rest.lowerBound
    while at < rest.upperBound, tree.isSeparator(at) { at += tree.separatorLength(at) }
    guard at < rest.upperBound else { return nil }
    if let strong = strong(at: at, in: block, end: rest.upperBound) {
      return finish(
        id: id, title: trimTitle(strong), rest: strong.upperBound..<rest.upperBound, isMarked: true)
    }
    let title = sentence(at..<rest.upperBound)
    return finish(id: id, title: trimTitle(title), rest: title.upperBound..<rest.upperBound, isMarked: true)
  }

  private func finish(id: Range<Int>?, title: Range<Int>, rest: Range<Int>, isMarked: Bool) -> ItemLead? {
    guard !title.isEmpty else { return nil }
    var lead = ItemLead(id: id, title: title, detail: trimDetail(rest), isMarked: isMarked)
    // `**Billing API (owned by Payments)**`
    if let open = labels.bracket(endingIn: title), open > title.lowerBound {
      let notes = read(open + 1..<title.upperBound - 1)
      if !notes.isEmpty {
        lead.notes = notes
        lead.title = trimTitle(title.lowerBound..<open)
      }
    }
    var at = rest.lowerBound
    while at < rest.upperBound, tree.isSeparator(at) || tree.plain[at] == 0x2C {
      at += tree.separatorLength(at)
    }
    if at < rest.upperBound, tree.plain[at] == 0x28, let close = closing(at, rest.upperBound) {
      let notes = read(at + 1..<close)
      if !notes.isEmpty {
        lead.notes += notes
        lead.detail = trimDetail(close + 1..<rest.upperBound)
      }
    } else if let owned = ownedBy(at..<rest.upperBound) {
      lead.notes.append((.owner, owned))
      lead.detail = trimDetail(owned.upperBound..<rest.upperBound)
    }
    return lead.title.isEmpty ? nil : lead
  }

  // MARK: Notes

  private static let lifecycle = PhraseSet(local: [
    "new", "existing", "changed", "extended", "planned", "deprecated", "retired", "external", "third party",
    "production", "experimental", "live", "to be built", "already live", "exists", "exists today", "shared",
  ])
  private static let owned = PhraseSet(local: [
    "owned by", "owner", "owning team", "run by", "owned and run by",
  ])
  private static let team = Prose.hash("team".utf8)
  private static let the = Prose.hash("the".utf8)

  /// The parts of a bracket; empty where neither a team nor a state is named.
  private func read(_ range: Range<Int>) -> [(kind: DeclaredItem.Note.Kind, range: Range<Int>)] {
    var notes: [(kind: DeclaredItem.Note.Kind, range: Range<Int>)] = []
    var start = range.lowerBound
    var at = start
    while at <= range.upperBound {
      if at == range.upperBound || tree.plain[at] == 0x2C || tree.plain[at] == 0x3B {
        let part = list.trim(start..<at)
        if !part.isEmpty { notes.append(note(part)) }
        start = at + 1
      }
      at += 1
    }
    return notes.contains { $0.kind != .other } ? notes : []
  }

  private func note(_ part: Range<Int>) -> (kind: DeclaredItem.Note.Kind, range: Range<Int>) {
    let words = prose.words(in: part)
    guard !words.isEmpty else { return (.other, part) }
    if let match = Self.lifecycle.match(prose.words, at: words.lowerBound, end: words.upperBound),
      match.length == words.count
    {
      return (.lifecycle, part)
    }
    if let match = Self.owned.match(prose.words, at: words.lowerBound, end: words.upperBound),
      match.length < words.count
    {
      return (.owner, teamName(words.lowerBound + match.length..<words.upperBound, end: part.upperBound))
    }
    if words.count >= 2, words.count <= 5, prose.words[words.upperBound - 1].hash == Self.team {
      return (.owner, teamName(words, end: part.upperBound))
    }
    return (.other, part)
  }

  /// `the Payments team` is the team `Payments`.
  private func teamName(_ words: Range<Int>, end: Int) -> Range<Int> {
    var words = words
    var end = end
    if words.count >= 2, prose.words[words.lowerBound].hash == Self.the {
      words = words.lowerBound + 1..<words.upperBound
      if words.count >= 2, prose.words[words.upperBound - 1].hash == Self.team {
        words = words.lowerBound..<words.upperBound - 1
        end = Int(prose.words[words.upperBound - 1].end)
      }
    }
    return Int(prose.words[words.lowerBound].start)..<end
  }

  /// `, owned by Payments, works out ...` without brackets.
  private func ownedBy(_ range: Range<Int>) -> Range<Int>? {
    let words = prose.words(in: range)
    guard words.count >= 3, Int(prose.words[words.lowerBound].start) == range.lowerBound,
      let match = Self.owned.match(prose.words, at: words.lowerBound, end: words.upperBound),
      match.length == 2
    else { return nil }
    let first = words.lowerBound + match.length
    var end = Int(prose.words[first].start)
    while end < range.upperBound, !Self.ends.contains(tree.plain[end]), tree.plain[end] != 0xE2 { end += 1 }
    let name = list.trim(Int(prose.words[first].start)..<end)
    return prose.words(in: name).count <= 5 ? teamName(prose.words(in: name), end: name.upperBound) : nil
  }

  private static let ends: Set<UInt8> = [0x2C, 0x2E, 0x3B, 0x3A, 0x28, 0x0A]

  private func closing(_ open: Int, _ end: Int) -> Int? {
    var depth = 0
    var at = open
    while at < end {
      if tree.plain[at] == 0x28 { depth += 1 }
      if tree.plain[at] == 0x29 {
        depth -= 1
        if depth == 0 { return at }
      }
      at += 1
    }
    return nil
  }

  // MARK: Parts

  /// The strong text that begins at an offset.
  private func strong(at offset: Int, in block: Int, end: Int) -> Range<Int>? {
    for index in tree.spans(ofBlock: block, from: offset) {
      let span = tree.spans[index]
      if Int(span.plainStart) > offset { return nil }
      if span.kind == .strong {
        return offset..<min(Int(span.plainEnd), end)
      }
    }
    return nil
  }

  /// Divides `N-1: Title` into ID and title.
  ///
  /// - Parameter isAlone: whether the text is set apart as strong text or heading, so that an ID may be all of it.
  func split(_ range: Range<Int>, isAlone: Bool) -> (id: Range<Int>?, title: Range<Int>) {
    let plain = tree.plain
    var at = range.lowerBound
    // `[N-1] Title`
    let isBracketed = at < range.upperBound && plain[at] == 0x5B
    if isBracketed { at += 1 }
    let low = at
    while at < range.upperBound, plain[at] &- 0x41 < 26, at - low < 4 { at += 1 }
    guard at > low, at - low <= 3, at + 1 < range.upperBound, plain[at] == 0x2D, plain[at + 1] &- 0x30 < 10
    else {
      return (nil, trimTitle(range))
    }
    at += 1
    while at < range.upperBound, plain[at] &- 0x30 < 10 { at += 1 }
    let id = low..<at
    if isBracketed {
      guard at < range.upperBound, plain[at] == 0x5D else { return (nil, trimTitle(range)) }
      at += 1
    }
    if at >= range.upperBound { return isAlone ? (id, at..<at) : (nil, trimTitle(range)) }
    guard tree.isSeparator(at) else { return (nil, trimTitle(range)) }
    var next = at
    var isMarked = isBracketed
    while next < range.upperBound, tree.isSeparator(next) {
      if plain[next] != 0x20, plain[next] != 0x0A { isMarked = true }
      next += tree.separatorLength(next)
    }
    // After a blank alone, "P-256 curves" is no ID; a title begins with a capital.
    if !isMarked, next < range.upperBound, !(isAlone && plain[next] &- 0x41 < 26) {
      return (nil, trimTitle(range))
    }
    return (id, trimTitle(next..<range.upperBound))
  }

  /// The first sentence.
  private func sentence(_ range: Range<Int>) -> Range<Int> {
    tree.plain.withUnsafeBufferPointer { plain in
      var at = range.lowerBound
      while at < range.upperBound {
        let byte = plain[at]
        let isEnd = byte == 0x2E || byte == 0x21 || byte == 0x3F
        if isEnd, at + 1 >= range.upperBound || plain[at + 1] == 0x20 || plain[at + 1] == 0x0A {
          return range.lowerBound..<at + 1
        }
        if byte == 0xE3, at + 2 < range.upperBound, plain[at + 1] == 0x80, plain[at + 2] == 0x82 {
          return range.lowerBound..<at + 3
        }
        at &+= 1
      }
      return range
    }
  }

  /// The name that text without strong words begins with: up to a bracket, a colon or a dash, else the sentence.
  private func plainTitle(_ range: Range<Int>) -> Range<Int> {
    let sentence = sentence(range)
    let end = tree.plain.withUnsafeBufferPointer { plain in
      var at = sentence.lowerBound + 1
      while at < sentence.upperBound {
        let byte = plain[at]
        if byte == 0x3A || byte == 0x28 || (byte == 0x2D || byte == 0xE2) && isDash(at) { break }
        at &+= 1
      }
      return at
    }
    return end < sentence.upperBound ? list.trim(sentence.lowerBound..<end) : trimTitle(sentence)
  }

  private func isDash(_ at: Int) -> Bool {
    if tree.plain[at] == 0x2D { return tree.plain[at - 1] == 0x20 }
    return tree.plain[at] == 0xE2 && tree.isSeparator(at)
  }

  private func trimTitle(_ range: Range<Int>) -> Range<Int> {
    var text = list.trim(range)
    while !text.isEmpty {
      let last = tree.plain[text.upperBound - 1]
      if last == 0x2E || last == 0x3A || last == 0x2C {
        text = list.trim(text.lowerBound..<text.upperBound - 1)
      } else if last == 0x9A || last == 0x82 || (0x93...0x95).contains(last), text.count >= 3,
        tree.isSeparator(text.upperBound - 3) || isFullStop(text.upperBound - 3)
      {
        text = list.trim(text.lowerBound..<text.upperBound - 3)
      } else {
        break
      }
    }
    return text
  }

  private func trimDetail(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound, tree.isSeparator(at) || tree.plain[at] == 0x2C {
      at += tree.separatorLength(at)
    }
    return list.trim(min(at, range.upperBound)..<range.upperBound)
  }

  private func isFullStop(_ at: Int) -> Bool {
    tree.plain[at] == 0xE3 && tree.plain[at + 1] == 0x80 && tree.plain[at + 2] == 0x82
  }
}
