import MarkdownTree
import SourceText

/// Finds what a template left behind.
///
/// Links, reference definitions, task boxes, code, citations such as `[S1]` and bracketed values such as `[$19.99]`,
/// which some authors use to mark assumptions, are not placeholders.
struct PlaceholderFinder {
  let tree: MarkdownTree
  let prose: Prose
  /// The stretches of links, images and code, in order; what stands there is no text.
  private lazy var hidden = hiddenStretches()

  init(tree: MarkdownTree, prose: Prose) {
    self.tree = tree
    self.prose = prose
  }

  private static let markers = PhraseSet([
    "tbd", "tbc", "tba", "todo", "fixme", "to be determined", "to be decided", "to be defined",
    "to be confirmed",
    "to be announced", "to be added", "replace with", "insert here", "lorem ipsum", "fill in here", "xxx",
    "additional information needed",
  ])
  /// Sentences of the method's best-known template, which its users leave in place.
  private static let instructions = PhraseSet([
    "name the product in a way the reader", "describe who the market for the product is",
    "give a summary of the product and the benefit", "describe the problem your product solves",
    "describe how your product elegantly solves", "a quote from a spokesperson in your company",
    "describe how easy it is to get started", "provide a quote from a hypothetical customer",
    "wrap it up and give pointers",
  ])
  private static let templateNames = PhraseSet([
    "project name", "product name", "your product", "your company", "company name",
  ])
  /// Words that make bracketed lower-case text a token to be filled in.
  private static let tokenWords = PhraseSet(local: [
    "name", "names", "city", "state", "date", "company", "product", "customer", "title", "role", "location",
    "price",
    "number", "url", "link", "insert", "your", "placeholder", "competitor", "competitors", "month", "year",
    "day",
    "quarter", "answer", "question", "team", "owner", "author", "x", "xx", "xxx", "amount", "metric", "email",
    "industry",
    "feature", "benefit", "problem", "solution", "quote", "region", "country", "pricing", "launch", "founder",
    "leader",
    "address", "website", "tagline", "organization", "department", "segment", "service", "step", "reason",
    "what", "who",
    "how", "why", "where", "when", "spokesperson", "headline", "number of", "describe", "one", "to", "short",
    "need",
    "evidence", "assumption",
  ])
  private static let boxed = PhraseSet(local: [
    "illustrative", "assumption", "sic", "redacted", "edited", "optional", "draft",
  ])
  private static let wordTBD = Set(["tbd", "tbc", "tba", "todo", "fixme", "xxx"].map { Prose.hash($0.utf8) })

  /// All placeholders of the text, in order.
  mutating func find() -> [Placeholder] {
    var found: [Placeholder] = []
    let marked = markedBlocks()
    let mayBeTemplate = prose.mayContain(Self.templateNames)
    var next = 0
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      if mayBeTemplate, block.kind == .heading { headingName(block, into: &found) }
      if next < marked.brackets.count, marked.brackets[next] == index {
        brackets(block, into: &found)
        next += 1
      }
      if block.spanStart < block.spanEnd, block.plainStart < block.plainEnd { tags(block, into: &found) }
    }
    words(into: &found)
    for index in marked.dummies { dummies(tree.blocks[index], into: &found) }
    if found.isEmpty { return [] }
    found.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
    // A marker inside a token, or a token inside a longer one, is the same finding.
    var kept: [Placeholder] = []
    for item in found {
      if let last = kept.last, item.range.lowerBound < last.range.upperBound { continue }
      kept.append(item)
    }
    return kept
  }

  /// The blocks with an opening bracket, and those with an `X` or three question marks in a row.
  private func markedBlocks() -> (brackets: [Int], dummies: [Int]) {
    var brackets: [Int] = []
    var dummies: [Int] = []
    var index = 0
    tree.plain.withUnsafeBufferPointer { plain in
      tree.blocks.withUnsafeBufferPointer { blocks in
        for sign in prose.signs {
          let at = Int(sign)
          switch plain[at] {
          case 0x5B, 0x7B, 0x3C:
            while blocks[index].plainEnd <= sign { index += 1 }
            if brackets.last != index { brackets.append(index) }
          case 0x3F where at + 2 >= plain.count || plain[at + 1] != 0x3F || plain[at + 2] != 0x3F: break
          case 0x3F, 0x58:
            while blocks[index].plainEnd <= sign { index += 1 }
            if dummies.last != index { dummies.append(index) }
          default: break
          }
        }
      }
    }
    return (brackets, dummies)
  }

  /// `# Project Name`: a heading that is nothing but a template's own words.
  private func headingName(_ block: Block, into found: inout [Placeholder]) {
    let words = prose.words(in: block.plainRange)
    guard words.count == 2, prose.matches(of: Self.templateNames, in: words).count == 1 else { return }
    add(.token, block.plainRange, into: &found)
  }

  private func add(_ kind: Placeholder.Kind, _ plain: Range<Int>, into found: inout [Placeholder]) {
    found.append(Placeholder(kind: kind, range: tree.sourceRange(ofPlain: plain), plainRange: plain))
  }

  /// Whether a byte stands where this search does not look.
  private mutating func isHidden(_ offset: Int) -> Bool {
    hidden.cover(offset)
  }

  private func hiddenStretches() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for block in tree.blocks where block.spanStart < block.spanEnd {
      for index in block.spanRange {
        let span = tree.spans[index]
        switch span.kind {
        case .code: if isDatelineCode(span, block) { continue }
        case .link, .autolink, .image: break
        default: continue
        }
        // What stands inside another is hidden by that.
        if span.plainStart < span.plainEnd, Int(span.plainEnd) > found.last?.upperBound ?? 0 {
          found.append(span.plainRange)
        }
      }
    }
    return found
  }

  /// Some authors set their dateline in code: what stands there is text all the same.
  private func isDatelineCode(_ span: Span, _ block: Block) -> Bool {
    guard span.plainStart == block.plainStart else { return false }
    let text = tree.plain[span.plainRange]
    return text.contains(0x5B) && text.contains { $0 == 0x2C } && text.contains(0xE2)
  }

  private mutating func words(into found: inout [Placeholder]) {
    prose.forEachMatch(of: Self.markers) { match in
      let first = prose.words[match.words.lowerBound]
      let isAbbreviation = match.words.count == 1
      // "Todo" may be the name of a list; "TODO" and "TBD" are marks.
      if isAbbreviation, !first.traits.contains(.allCaps), first.hash != Self.tbd { return }
      // A word that only talks about placeholders ("a TODO list", "TODO comments", "TBD items") is none.
      if isAbbreviation, talksAbout(match.words) { return }
      // "Policies will need to be defined" is a plain sentence about work to do.
      if !isAbbreviation, match.words.lowerBound > 0,
        Self.duties.match(prose.words, at: match.words.lowerBound - 1, end: match.words.lowerBound) != nil
      {
        return
      }
      if isHidden(match.range.lowerBound) || prose.isQuoted(match.range.lowerBound) { return }
      let text = tree.plain[match.range]
      add(text.first.map { $0 | 0x20 } == 0x6C ? .lorem : .marker, match.range, into: &found)
    }
    // `WHO? announces ...`: a question to the author in the place of a name.
    prose.forEachMatch(of: Self.asked) { match in
      guard prose.words[match.words.lowerBound].traits.contains(.allCaps),
        let index = tree.block(atPlain: match.range.lowerBound)
      else { return }
      let block = tree.blocks[index]
      var at = match.range.upperBound
      guard at < Int(block.plainEnd), tree.plain[at] == 0x3F else { return }
      while at < Int(block.plainEnd), [0x3F, 0x2A, 0x5D, 0x29, 0x20].contains(tree.plain[at]) { at += 1 }
      guard at < Int(block.plainEnd), tree.plain[at] != 0x0A, !isHidden(match.range.lowerBound),
        !prose.isQuoted(match.range.lowerBound)
      else { return }
      add(.dummy, match.range.lowerBound..<match.range.upperBound + 1, into: &found)
    }
    prose.forEachMatch(of: Self.instructions) { match in
      guard let index = tree.block(atPlain: match.range.lowerBound) else { return }
      add(.token, tree.blocks[index].plainRange, into: &found)
    }
  }

  private static let duties = PhraseSet(local: [
    "need", "needs", "needed", "have", "has", "had", "likely", "expected", "ought", "must", "going",
  ])
  private static let asked = PhraseSet([
    "who", "when", "where", "what", "name", "date", "city", "how much", "how many",
  ])
  private static let tbd = Prose.hash("tbd".utf8)
  private static let listWords = PhraseSet(local: [
    "list", "lists", "comment", "comments", "item", "items", "app", "apps", "marker", "markers", "file", "md",
    "tag", "tags",
    "annotations", "s",
  ])

  private func talksAbout(_ words: Range<Int>) -> Bool {
    guard words.upperBound < prose.words.count else { return false }
    let next = prose.words[words.upperBound]
    guard Int(next.start) - Int(prose.words[words.upperBound - 1].end) == 1 else { return false }
    return Self.listWords.match(prose.words, at: words.upperBound, end: prose.words.count) != nil
  }

  /// `$X`, `XX%`, `???`, `[ ... ]`.
  private mutating func dummies(_ block: Block, into found: inout [Placeholder]) {
    let end = Int(block.plainEnd)
    var at = next((0x58, 0x3F, 0x3F), from: Int(block.plainStart), to: end)
    while at < end {
      let byte = tree.plain[at]
      if byte == 0x58 {
        var last = at
        while last < end, tree.plain[last] == 0x58 { last += 1 }
        let before = at > Int(block.plainStart) ? tree.plain[at - 1] : 0x20
        let after = last < end ? tree.plain[last] : 0x20
        let isWord =
          isLetter(before) || isLetter(after) || before == 0x2D || after == 0x2D || before == 0x2F
        let isMoney = before == 0x24 || after == 0x25
        if !isWord,
          isMoney
            || (last - at == 2 && (after == 0x20 || after == 0x2E || after == 0x2C || after == 0x0A)
              && before != 0x2E)
        {
          if !isHidden(at), !prose.isQuoted(at) || isMoney {
            add(.dummy, (before == 0x24 ? at - 1 : at)..<(after == 0x25 ? last + 1 : last), into: &found)
          }
        }
        at = last
      } else if byte == 0x3F, at + 2 < end, tree.plain[at + 1] == 0x3F, tree.plain[at + 2] == 0x3F {
        var last = at
        while last < end, tree.plain[last] == 0x3F { last += 1 }
        if !isHidden(at), !prose.isQuoted(at) { add(.dummy, at..<last, into: &found) }
        at = last
      } else {
        at += 1
      }
      at = next((0x58, 0x3F, 0x3F), from: at, to: end)
    }
  }

  private func next(_ bytes: (UInt8, UInt8, UInt8), from: Int, to end: Int) -> Int {
    tree.plain.withUnsafeBufferPointer { ByteSearch.first(of: bytes, in: $0, from: from, to: end) }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC2 && byte != 0xE2
  }

  /// `[City]`, `<name>`, `{token}`, `{{token}}`.
  private mutating func brackets(_ block: Block, into found: inout [Placeholder]) {
    let end = Int(block.plainEnd)
    let first = next((0x5B, 0x7B, 0x3C), from: Int(block.plainStart), to: end)
    if first < end {
      var at = first
      for pair in pairs(first..<end) where pair.lowerBound >= at {
        let (low, close) = (pair.lowerBound, pair.upperBound - 1)
        let byte = tree.plain[low]
        if !isHidden(low), byte != 0x7B || !isFormula(low) && !prose.isQuoted(low),
          isToken(byte, low + 1..<close, block)
        {
          add(.token, pair, into: &found)
        }
        at = pair.upperBound
      }
    }
  }

  /// Raw tags that are no HTML: `<name>`, `<gym name>`.
  private func tags(_ block: Block, into found: inout [Placeholder]) {
    for index in block.spanRange where tree.spans[index].kind == .html {
      let range = tree.spans[index].range
      if isTagToken(range) { found.append(Placeholder(kind: .token, range: range, plainRange: nil)) }
    }
  }

  /// `\text{Margin Saved}` belongs to a formula.
  private func isFormula(_ at: Int) -> Bool { at > 0 && isLetter(tree.plain[at - 1]) }

  /// The brackets of each kind that match and are at most 400 bytes long, in the order of their start.
  private func pairs(_ range: Range<Int>) -> [Range<Int>] {
    var pairs: [Range<Int>] = []
    // Indices in `pairs` of those still open; a pair that is never closed stays empty.
    var square: [Int] = []
    var curly: [Int] = []
    var angle: [Int] = []
    func close(_ open: inout [Int], _ at: Int) {
      guard let last = open.popLast(), at - pairs[last].lowerBound < 400 else { return }
      pairs[last] = pairs[last].lowerBound..<at + 1
    }
    tree.plain.withUnsafeBufferPointer { plain in
      for at in range {
        switch plain[at] {
        case 0x5B: square.append(pairs.count)
        case 0x7B: curly.append(pairs.count)
        case 0x3C: angle.append(pairs.count)
        case 0x5D:
          close(&square, at)
          continue
        case 0x7D:
          close(&curly, at)
          continue
        case 0x3E:
          close(&angle, at)
          continue
        default: continue
        }
        pairs.append(at..<at)
      }
    }
    return pairs.filter { !$0.isEmpty }
  }

  private func isToken(_ opener: UInt8, _ inner: Range<Int>, _ block: Block) -> Bool {
    let words = prose.words(in: inner)
    guard !words.isEmpty, words.count <= 40 else { return false }
    let first = prose.words[words.lowerBound]
    if words.contains(where: {
      Self.wordTBD.contains(prose.words[$0].hash) && prose.words[$0].traits.contains(.allCaps)
    }) {
      return true
    }
    // A reference that a definition resolves is a link and never gets here; what is left may be a citation.
    if words.count == 1 {
      if first.traits.contains(.digit) { return false }
      if Self.boxed.match(prose.words, at: words.lowerBound, end: words.upperBound) != nil { return false }
    }
    let text = tree.plain[inner]
    // Addresses, code-like content and values are not tokens.
    if text.contains(0x2F) && !text.contains(0x20) { return false }
    if text.contains(0x2E) && words.count <= 3 && !text.contains(0x20) { return false }
    if text.contains(0x3D) || text.contains(0x5F) && opener != 0x7B { return opener == 0x7B }
    let hasTokenWord = prose.contains(Self.tokenWords, in: words)
    if opener == 0x7B { return words.count <= 6 && !text.contains(0x3A) }
    if opener == 0x3C { return hasTokenWord && words.count <= 4 }
    let capitals = words.filter { prose.words[$0].traits.contains(.allCaps) }.count
    let titleCase = words.filter { prose.words[$0].traits.contains(.capitalised) }.count
    let digits = words.filter { prose.words[$0].traits.contains(.digit) }.count
    if prose.words[words.lowerBound].traits.contains(.nonASCII), words.count == 1 { return false }
    if hasTokenWord {
      // `[competitor]`, `[City, State]`, `[Owning team / TPM]`, `[What happens today, and how often.]`
      if words.count <= 2 { return digits == 0 || first.traits.contains(.capitalised) }
      return first.traits.contains(.capitalised) && digits <= 1 && !looksLikeAside(inner, words)
    }
    if capitals == words.count, words.count >= 2, digits == 0 { return true }
    // `— [Lead Engineer, mid-size retailer]`: a speaker who has no name yet.
    if opener == 0x5B, first.traits.contains(.capitalised), words.count >= 2, words.count <= 8, digits == 0,
      isAttribution(inner, block)
    {
      return true
    }
    return titleCase == words.count && words.count >= 2 && words.count <= 5 && digits == 0
  }

  /// Whether brackets hold all that stands between a dash and the end of the line.
  private func isAttribution(_ inner: Range<Int>, _ block: Block) -> Bool {
    let end = inner.upperBound + 1
    guard end >= Int(block.plainEnd) || tree.plain[end] == 0x0A else { return false }
    var at = inner.lowerBound - 2
    while at >= Int(block.plainStart), tree.plain[at] == 0x20 { at -= 1 }
    guard at >= Int(block.plainStart) else { return false }
    if tree.plain[at] == 0x2D { return true }
    return at >= Int(block.plainStart) + 2 && (0x93...0x95).contains(tree.plain[at])
      && tree.plain[at - 1] == 0x80
      && tree.plain[at - 2] == 0xE2
  }

  private static let asideStarts = PhraseSet(local: [
    "assumption", "source", "sources", "note", "see", "ref", "citation", "n", "m", "s",
  ])

  /// Remarks in brackets, such as `[Source: survey]` or `[assumption; validated by ...]`.
  private func looksLikeAside(_ inner: Range<Int>, _ words: Range<Int>) -> Bool {
    Self.asideStarts.match(prose.words, at: words.lowerBound, end: words.upperBound) != nil
  }

  private static let htmlTags: Set<String> = [
    "a", "abbr", "b", "br", "center", "cite", "code", "dd", "del", "details", "div", "dl", "dt", "em", "font",
    "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "input", "ins", "kbd", "li", "mark", "ol", "p",
    "picture", "pre",
    "q", "s", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "th",
    "thead", "tr", "tt", "u", "ul", "var", "video", "body", "html", "head", "title", "nav", "section", "main",
    "draft",
    "comments", "reasoning", "button", "label", "form", "link", "meta", "script", "style", "svg", "path",
    "template",
  ]

  private func isTagToken(_ range: Range<Int>) -> Bool {
    let bytes = tree.source.bytes[range]
    guard bytes.count >= 4, bytes.count <= 40, bytes[range.lowerBound + 1] != 0x2F,
      bytes[range.lowerBound + 1] != 0x21
    else { return false }
    let inner = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    guard inner.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "_" }) else { return false }
    let words = inner.split(whereSeparator: { " -_".contains($0) })
    guard let first = words.first, !Self.htmlTags.contains(first.lowercased()) else { return false }
    return words.contains { word in
      let hash = Prose.hash(word.utf8)
      return Self.tokenHashes.contains(hash)
    }
  }

  private static let tokenHashes = Set(tokenWords.phrases.map { Prose.hash($0.utf8) })
}
