import MarkdownTree

/// Finds the name of the product: front matter, title, then headline and lead.
struct ProductFinder {
  let list: PassageList
  let zones: Zones
  let frontMatter: FrontMatter

  private static let generic = PhraseSet(local: [
    "amazon style", "amazon", "internal", "draft", "the", "our", "a", "an", "press release",
    "working backwards", "v1",
    "product", "project", "public release", "mvp", "screener", "document", "style", "prfaq", "template",
    "new", "announcing",
    "introducing", "and", "prototype", "working name",
  ])
  private static let launchVerbs = PhraseSet(local: [
    "launches", "launched", "introduces", "announces", "announced", "unveils", "releases", "launch of",
    "introducing",
    "ships", "debuts", "gives", "makes", "turns", "helps", "lets", "shows", "transforms", "brings", "opens",
    "is", "now",
    "puts", "ends", "cuts", "keeps", "enables", "becomes", "replaces",
  ])

  /// By the index of a verb, whether the product's name follows it.
  private static let namesObject = launchVerbs.phrases.map {
    [
      "launches", "launched", "introduces", "announces", "announced", "unveils", "releases", "launch of",
      "introducing", "debuts",
    ].contains($0)
  }

  /// The names that front matter and title give, the surest first.
  func find() -> [ProductName] {
    var found: [ProductName] = []
    if let product = frontMatter.product, !product.text.isEmpty, !product.text.hasPrefix("[") {
      found.append(ProductName(name: product.text, range: product.range, origin: .frontMatter))
    }
    for marker in zones.markers.prefix(2) {
      if let range = name(besideMarker: list.passages[marker]) { add(range, .heading, to: &found) }
    }
    return found
  }

  /// Adds the name a headline gives.
  func add(headline: Range<Int>, to found: inout [ProductName]) {
    if let range = name(inHeadline: headline) { add(range, .inferred, to: &found) }
  }

  private func add(_ range: Range<Int>, _ origin: Origin, to found: inout [ProductName]) {
    if isPlain(range) {
      addPlain(range, origin, to: &found)
      return
    }
    let text = list.tree.text(range).split(whereSeparator: { $0 == "\n" }).joined(separator: " ")
    guard text.count >= 2, text.count <= 60, !text.contains("["), !text.contains("{") else { return }
    let hashes = Prose.hashes(of: text)
    guard !hashes.isEmpty, hashes.count <= 6 else { return }
    if !found.contains(where: { Prose.hashes(of: $0.name) == hashes }) {
      found.append(ProductName(name: text, range: list.tree.sourceRange(ofPlain: range), origin: origin))
    }
    // "Backyard 1.0" is called Backyard in the text.
    let bareParts = text.split(separator: " ").prefix { part in
      let digits = part.first == "v" ? part.dropFirst() : part
      return !(digits.first?.isNumber ?? false)
    }
    let bare: String = bareParts.joined(separator: " ")
    if bare.count >= 3, bare.count < text.count, !found.contains(where: { $0.name == bare }) {
      found.append(ProductName(name: bare, range: list.tree.sourceRange(ofPlain: range), origin: origin))
    }
  }

  /// Whether a name is one line of ASCII without a part that begins as a version does.
  private func isPlain(_ range: Range<Int>) -> Bool {
    var previous = UInt8(ascii: " ")
    var isAfterV = false
    for at in range {
      let byte = list.tree.plain[at]
      // Two blanks in a row, or one at an end, fold into one.
      if byte >= 0x80 || byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      if byte &- 0x30 < 10, previous == 0x20 || isAfterV { return false }
      isAfterV = previous == 0x20 && byte == UInt8(ascii: "v")
      previous = byte
    }
    return previous != 0x20
  }

  /// Adds a name of which `isPlain` holds, and which thus needs no folding.
  private func addPlain(_ range: Range<Int>, _ origin: Origin, to found: inout [ProductName]) {
    guard range.count >= 2, range.count <= 60 else { return }
    for at in range where list.tree.plain[at] == 0x5B || list.tree.plain[at] == 0x7B { return }
    let text = list.tree.text(range)
    let hashes = Prose.hashes(of: text)
    guard !hashes.isEmpty, hashes.count <= 6 else { return }
    if !found.contains(where: { Prose.hashes(of: $0.name) == hashes }) {
      found.append(ProductName(name: text, range: list.tree.sourceRange(ofPlain: range), origin: origin))
    }
  }

  /// `PR/FAQ: Compass: the daily report` and `Compass — PR/FAQ` name Compass.
  private func name(besideMarker passage: Passage) -> Range<Int>? {
    guard let match = list.prose.firstMatch(of: AliasTable.documentMarkers, in: passage.words) else {
      return nil
    }
    let before = passage.words.lowerBound..<match.words.lowerBound
    let after = match.words.upperBound..<passage.words.upperBound
    for side in [after, before] where !side.isEmpty {
      var words = side
      if let split = list.firstSeparator(words) { words = words.lowerBound..<split }
      while let first = words.first,
        let generic = Self.generic.match(list.prose.words, at: first, end: words.upperBound)
      {
        words = min(first + generic.length, words.upperBound)..<words.upperBound
      }
      // "PR/FAQ v0.1" gives the version of the document.
      guard let first = words.first, let last = words.last, words.count <= 6, !isVersion(words),
        list.prose.words[first].traits.contains(.capitalised)
          || list.prose.words[first].traits.contains(.nonASCII)
          || words.count <= 2
      else { continue }
      return Int(list.prose.words[first].start)..<Int(list.prose.words[last].end)
    }
    return nil
  }

  /// Whether words are a version and nothing else: `v0.1`, `2.0`.
  private func isVersion(_ words: Range<Int>) -> Bool {
    list.prose.words[words].allSatisfy { word in
      let text = list.tree.plain[Int(word.start)..<Int(word.end)]
      let digits = text.first.map { $0 | 0x20 } == UInt8(ascii: "v") ? text.dropFirst() : text
      return digits.first.map { $0 &- 0x30 < 10 } ?? false
        && digits.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
    }
  }

  /// `Compass: the daily report`, `Acme launches Compass, the ...`, `Compass gives managers ...`.
  private func name(inHeadline headline: Range<Int>) -> Range<Int>? {
    let words = list.prose.words(in: headline)
    guard let first = words.first else { return nil }
    func run(from start: Int) -> Range<Int>? {
      var at = start
      while at < words.upperBound, at - start < 4 {
        let word = list.prose.words[at]
        guard word.traits.contains(.capitalised) || word.traits.contains(.digit) else { break }
        if Self.launchVerbs.match(list.prose.words, at: at, end: words.upperBound) != nil { break }
        at += 1
        if at < words.upperBound {
          let gap = list.tree.plain[Int(list.prose.words[at - 1].end)..<Int(list.prose.words[at].start)]
          if !gap.allSatisfy({ $0 == 0x20 || $0 == 0x2D }) || gap.count > 1 { break }
        }
      }
      guard at > start else { return nil }
      return Int(list.prose.words[start].start)..<Int(list.prose.words[at - 1].end)
    }
    if let verb = list.prose.firstMatch(of: Self.launchVerbs, in: words.prefix(8)) {
      // Of two words, one blank stands between them.
      let namesObject =
        Self.namesObject[verb.phrase]
        && (verb.words.count == 1
          || list.tree.text(verb.range).lowercased() == Self.launchVerbs.phrases[verb.phrase])
      if namesObject, verb.words.upperBound < words.upperBound {
        // Title case headlines capitalise every word: the name is what stands before a colon, comma or dash.
        if let name = run(from: verb.words.upperBound), list.prose.words(in: name).count <= 3 { return name }
        return nil
      }
      let subject = words.lowerBound..<verb.words.lowerBound
      if subject.count >= 1, subject.count <= 3 { return run(from: first) }
      return nil
    }
    if let split = list.firstSeparator(words), split - words.lowerBound <= 4 {
      return Int(list.prose.words[first].start)..<Int(list.prose.words[split - 1].end)
    }
    return nil
  }
}
