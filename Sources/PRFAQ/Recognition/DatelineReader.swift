import MarkdownTree

/// Reads the dateline with which a passage may begin: `**LEEDS, England — 14 September 2027** — Brightkey today ...`.
struct DatelineReader {
  let list: PassageList
  /// Those with a place in `plain`, in order.
  let placeholders: [Placeholder]

  struct Found {
    let dateline: Dateline
    /// Whether text of the lead follows it in the same passage.
    let hasLead: Bool
  }

  private static let monthless = PhraseSet([
    "date", "launch date", "release date", "month day year", "future date",
  ])

  /// The dateline at the start of a passage's body.
  func read(_ passage: Passage, isLabelled: Bool) -> Found? {
    let tree = list.tree
    var range = list.trim(passage.body.isEmpty ? passage.plain : passage.body)
    // "FOR IMMEDIATE RELEASE — San Francisco, CA, June 7, 2026"
    let words = list.prose.words(in: range)
    if let match = list.prose.matches(of: Cues.boilerplate, in: words.prefix(6)).first,
      match.words.lowerBound == words.lowerBound
    {
      var start = match.range.upperBound
      while start < range.upperBound, isPunctuation(start) { start += tree.plain[start] < 0x80 ? 1 : 3 }
      range = start..<range.upperBound
    }
    guard !range.isEmpty else { return nil }
    return dateline(range, isLabelled: isLabelled)
  }

  private func isPunctuation(_ at: Int) -> Bool {
    let byte = list.tree.plain[at]
    return byte == 0x20 || byte == 0x0A || byte == 0x3A || byte == 0x2D || byte == 0x28
      || (byte == 0xE2 && at + 2 < list.tree.plain.count && list.tree.plain[at + 1] == 0x80
        && (0x93...0x95).contains(list.tree.plain[at + 2]))
  }

  private func dateline(_ range: Range<Int>, isLabelled: Bool) -> Found? {
    let prose = list.prose
    let words = prose.words(in: range)
    guard !words.isEmpty else { return nil }
    let head = words.lowerBound..<min(words.upperBound, words.lowerBound + 16)
    let here = placeholders(in: range.lowerBound..<Int(prose.words[head.upperBound - 1].end))
    var date = DateFinder(tree: list.tree, prose: prose).first(in: head, allowingRelative: false)
    if let found = date, !isLabelled, !isPlaceLike(range.lowerBound..<found.plainRange.lowerBound, here) {
      date = nil
    }
    if let found = date {
      if found.form == .year, !isLabelled { date = nil }
    }
    if let date {
      let before = list.trim(range.lowerBound..<date.plainRange.lowerBound)
      let place = placeWords(before)
      let end = date.plainRange.upperBound
      let placeAfter = place == nil ? placeAfterDate(end, range) : nil
      // A date in running prose ("On December 11, 2021, Redcar is ...") is no dateline.
      if place == nil, placeAfter == nil, !isLabelled, !endsDateline(end, range) { return nil }
      if startsWithPreposition(before) { return nil }
      let whole = range.lowerBound..<(placeAfter?.upperBound ?? end)
      return make(whole, place: place ?? placeAfter, date: date, placeholders: here, in: range)
    }
    // Place and date as placeholders: "[City, State] — [Date] —".
    if let last = here.last?.plainRange,
      here.first?.plainRange?.lowerBound ?? Int.max <= range.lowerBound + 24
    {
      let dateIndex = here.lastIndex { item in
        guard let plain = item.plainRange else { return false }
        return prose.contains(Self.dateWords, in: prose.words(in: plain))
      }
      let opens =
        here.first?.plainRange?.lowerBound == range.lowerBound
        || isPlaceLike(range.lowerBound..<(here.first?.plainRange?.lowerBound ?? range.lowerBound), here)
      let isPlace = here.contains { item in
        item.plainRange.map { prose.contains(Self.placeNouns, in: prose.words(in: $0)) } ?? false
      }
      if opens, dateIndex != nil || (isPlace && endsDateline(last.upperBound, range)) {
        let end = dateIndex.flatMap { here[$0].plainRange?.upperBound } ?? last.upperBound
        return make(
          range.lowerBound..<end, place: range.lowerBound..<end, date: nil, placeholders: here, in: range)
      }
    }
    // A place alone: "**Lagos, Nigeria —** LinkUpNaija today ...".
    if let end = dashAfterPlace(range, words) {
      let place = list.trim(range.lowerBound..<end)
      return make(place, place: place, date: nil, placeholders: here, in: range)
    }
    return nil
  }

  /// The placeholders that begin within a range.
  private func placeholders(in range: Range<Int>) -> [Placeholder] {
    if placeholders.isEmpty { return [] }
    var low = 0
    var high = placeholders.count
    while low < high {
      let middle = (low + high) / 2
      if (placeholders[middle].plainRange?.lowerBound ?? 0) < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return Array(
      placeholders[low...].prefix { ($0.plainRange?.lowerBound ?? 0) < range.upperBound })
  }

  private static let placeNouns = PhraseSet([
    "city", "location", "place", "state", "country", "town", "region",
  ])
  private static let dateWords = PhraseSet(["date", "month", "year", "day", "quarter"])
  private static let prepositions = PhraseSet(local: [
    "on", "in", "by", "since", "as of", "until", "from", "at", "effective",
  ])

  private func startsWithPreposition(_ range: Range<Int>) -> Bool {
    let words = list.prose.words(in: range)
    guard let first = words.first else { return false }
    return Self.prepositions.match(list.prose.words, at: first, end: words.upperBound) != nil
  }

  private func make(
    _ whole: Range<Int>, place: Range<Int>?, date: DateMention?, placeholders here: [Placeholder],
    in range: Range<Int>
  ) -> Found {
    var after = whole.upperBound
    while after < range.upperBound,
      isPunctuation(after) || list.tree.plain[after] == 0x2E || list.tree.plain[after] == 0x29
    {
      after += list.tree.plain[after] < 0x80 ? 1 : 3
    }
    return Found(
      dateline: Dateline(
        range: list.tree.sourceRange(ofPlain: whole), place: place, date: date,
        hasPlaceholder: here.contains { $0.plainRange.map { whole.overlaps($0) } ?? false }),
      hasLead: list.prose.words(in: after..<max(after, range.upperBound)).count >= 4)
  }

  /// Whether what stands before a date can be a place: few words, each with a capital letter or in a placeholder.
  private func isPlaceLike(_ range: Range<Int>, _ here: [Placeholder]) -> Bool {
    let words = list.prose.words(in: range)
    if words.count > 8 { return false }
    for word in words {
      let entry = list.prose.words[word]
      if entry.traits.contains(.capitalised) || entry.traits.contains(.nonASCII) { continue }
      if here.contains(where: { $0.plainRange?.contains(Int(entry.start)) ?? false }) { continue }
      // "de", "of", "the" occur in names of places.
      if entry.end - entry.start <= 3, !entry.traits.contains(.digit) { continue }
      return false
    }
    return true
  }

  private func placeWords(_ range: Range<Int>) -> Range<Int>? {
    let words = list.prose.words(in: range)
    guard let first = words.first, let last = words.last else { return nil }
    if list.prose.contains(Self.monthless, in: words) { return nil }
    return Int(list.prose.words[first].start)..<Int(list.prose.words[last].end)
  }

  /// "August 2026 / Durango, CO" and "2026-09-15 — Austin, Texas —".
  private func placeAfterDate(_ end: Int, _ range: Range<Int>) -> Range<Int>? {
    let words = list.prose.words(in: end..<range.upperBound)
    var last = words.lowerBound
    while last < words.upperBound, last - words.lowerBound < 5,
      list.prose.words[last].traits.contains(.capitalised)
    {
      last += 1
    }
    guard last > words.lowerBound else { return nil }
    let place = Int(list.prose.words[words.lowerBound].start)..<Int(list.prose.words[last - 1].end)
    let gap = end..<place.lowerBound
    guard
      list.tree.plain[gap].contains(where: {
        $0 == 0x0A || $0 == 0xE2 || $0 == 0x2F || $0 == 0x2D || $0 == 0x2C
      })
    else { return nil }
    return endsDateline(place.upperBound, range) ? place : nil
  }

  /// Whether a dash, a colon, a line end or the end of the text follows.
  private func endsDateline(_ at: Int, _ range: Range<Int>) -> Bool {
    var at = at
    let plain = list.tree.plain
    while at < range.upperBound,
      plain[at] == 0x20 || plain[at] == 0x29 || plain[at] == 0x5D || plain[at] == 0x2E
    { at += 1 }
    if at >= range.upperBound { return true }
    let byte = plain[at]
    if byte == 0x0A || byte == 0x3A || byte == 0x2F || byte == 0x28 { return true }
    if byte == 0x2D { return at + 1 < range.upperBound && (plain[at + 1] == 0x20 || plain[at + 1] == 0x2D) }
    return byte == 0xE2 && at + 2 < range.upperBound && plain[at + 1] == 0x80
      && (0x93...0x95).contains(plain[at + 2])
  }

  /// Where a place that opens the passage ends, when a dash or colon follows it.
  private func dashAfterPlace(_ range: Range<Int>, _ words: Range<Int>) -> Int? {
    let prose = list.prose
    let plain = list.tree.plain
    var last = words.lowerBound
    while last < words.upperBound, last - words.lowerBound < 6 {
      let word = prose.words[last]
      guard word.traits.contains(.capitalised) || (last > words.lowerBound && word.end - word.start <= 3)
      else { return nil }
      let end = Int(word.end)
      if endsDateline(end, range), end < range.upperBound,
        plain[end] != 0x0A || !list.prose.words(in: end..<range.upperBound).isEmpty
      {
        // One word and a dash ("Compass — the report") is a title, unless it is written as newspapers write places.
        let place = plain[range.lowerBound..<end]
        let isLoud = prose.words[words.lowerBound].traits.contains(.allCaps)
        let hasComma = place.contains(0x2C)
        var at = end
        while at < range.upperBound, plain[at] == 0x20 { at += 1 }
        let isDash = at < range.upperBound && (plain[at] == 0xE2 || plain[at] == 0x2D)
        let spans = list.tree.spans(
          ofBlock: list.tree.block(atPlain: range.lowerBound) ?? 0, from: range.lowerBound)
        let isBold = list.tree.spans[spans].prefix { Int($0.plainStart) == range.lowerBound }.contains {
          $0.kind == .strong && Int($0.plainEnd) <= at + 4
        }
        guard isDash, hasComma || (isLoud && isBold), last + 4 < words.upperBound else { return nil }
        // Nobody's place begins with an article or a pronoun.
        return Self.noPlace.match(prose.words, at: words.lowerBound, end: words.upperBound) == nil ? end : nil
      }
      last += 1
    }
    return nil
  }

  private static let noPlace = PhraseSet(local: [
    "the", "a", "an", "it", "we", "you", "this", "today", "introducing", "for", "q", "a",
  ])
}
