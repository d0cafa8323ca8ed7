import MarkdownTree

/// Finds dates as people write them.
struct DateFinder {
  let tree: MarkdownTree
  let prose: Prose

  private static let months: WordTable = {
    let names = Vocabulary.all.flatMap { $0.months.enumerated() }
      .flatMap { month in month.element.split(separator: "|").map { (Prose.hash($0.utf8), month.offset + 1) }
      }
    var table = WordTable(capacity: names.count)
    for (hash, month) in names { table.set(hash, Int32(month)) }
    return table
  }()
  private static let relative = PhraseSet([
    "today", "soon", "tomorrow", "this summer", "this winter", "this spring", "this fall", "this autumn",
    "next year",
    "next quarter", "next month", "later this year", "this year", "next week", "coming soon",
  ])
  private static let quarters: WordTable = {
    let names = ["q1": 1, "q2": 2, "q3": 3, "q4": 4, "h1": 1, "h2": 2]
    var table = WordTable(capacity: names.count)
    for (name, quarter) in names { table.set(Prose.hash(name.utf8), Int32(quarter)) }
    return table
  }()
  private static let ofWord = Prose.hash("of".utf8)

  /// The first date that begins within a range of words.
  func first(in words: Range<Int>, allowingRelative: Bool = true) -> DateMention? {
    var at = words.lowerBound
    while at < words.upperBound {
      if let date = date(at: at, end: words.upperBound) { return date }
      if allowingRelative,
        let match = prose.matches(of: Self.relative, in: at..<min(at + 3, words.upperBound)).first,
        match.words.lowerBound == at
      {
        return DateMention(form: .relative, plainRange: match.range, year: nil, month: nil, day: nil)
      }
      at += 1
    }
    return nil
  }

  private func number(_ word: Int) -> Int? {
    guard prose.words[word].traits.contains(.number), prose.words[word].range.count <= 4 else { return nil }
    return tree.plain[prose.words[word].range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `3rd`, `21st`.
  private func ordinal(_ word: Int) -> Int? {
    let range = prose.words[word].range
    guard prose.words[word].traits.contains(.digit), range.count >= 3, range.count <= 4 else { return nil }
    var value = 0
    for byte in tree.plain[range].dropLast(2) {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value >= 1 && value <= 31 ? value : nil
  }

  private func month(_ word: Int) -> Int? {
    let month = Int(Self.months[prose.words[word].hash])
    guard month > 0 else { return nil }
    // "may" and "march" are words too: a month is written with a capital letter in English.
    let traits = prose.words[word].traits
    return traits.contains(.capitalised) || traits.contains(.nonASCII) ? month : nil
  }

  private func between(_ left: Int, _ right: Int) -> ArraySlice<UInt8> {
    tree.plain[Int(prose.words[left].end)..<Int(prose.words[right].start)]
  }

  private func date(at: Int, end: Int) -> DateMention? {
    func mention(_ form: DateMention.Form, _ last: Int, _ y: Int?, _ m: Int?, _ d: Int?, to: Int? = nil)
      -> DateMention
    {
      DateMention(
        form: form, plainRange: Int(prose.words[at].start)..<(to ?? Int(prose.words[last].end)), year: y,
        month: m,
        day: d)
    }
    func year(_ word: Int) -> Int? {
      guard word < end, let value = number(word), value >= 1900, value <= 2199,
        prose.words[word].range.count == 4
      else { return nil }
      return value
    }
    // A date begins with a number or a name.
    if prose.words[at].traits.isDisjoint(with: [.capitalised, .digit, .number, .nonASCII]) { return nil }
    if let month = month(at) {
      if let year = year(at + 1) { return mention(.month, at + 1, year, month, nil) }
      if at + 1 < end, let day = number(at + 1) ?? ordinal(at + 1), day >= 1, day <= 31 {
        if let year = year(at + 2) { return mention(.day, at + 2, year, month, day) }
        return mention(.yearless, at + 1, nil, month, day)
      }
      return nil
    }
    let quarter = Int(Self.quarters[prose.words[at].hash])
    if quarter > 0 {
      if let year = year(at + 1) { return mention(.quarter, at + 1, year, quarter * 3, nil) }
      return nil
    }
    if let value = number(at) {
      if let year = year(at) {
        // ISO 2027-09-14, 2027/9/14, 2027.9.14, 2027年9月14日.
        if at + 2 < end, let month = number(at + 1), month >= 1, month <= 12, let day = number(at + 2),
          day >= 1,
          day <= 31, between(at, at + 1).count <= 1 || isWideDate(at, at + 1),
          between(at + 1, at + 2).count <= 1 || isWideDate(at + 1, at + 2)
        {
          return mention(.day, at + 2, year, month, day)
        }
        if at + 3 < end, let wide = wideDate(at, end: end) {
          return mention(wide.day == nil ? .month : .day, wide.last, year, wide.month, wide.day)
        }
        if at + 1 < end, Self.quarters[prose.words[at + 1].hash] > 0 {
          return mention(.quarter, at + 1, year, Int(Self.quarters[prose.words[at + 1].hash]) * 3, nil)
        }
        return mention(.year, at, year, nil, nil)
      }
      if value >= 1, value <= 31 {
        var next = at + 1
        if next < end, prose.words[next].hash == Self.ofWord { next += 1 }
        if next < end, let month = month(next) {
          if let year = year(next + 1) { return mention(.day, next + 1, year, month, value) }
          return mention(.yearless, next, nil, month, value)
        }
        return numeric(at, value, end)
      }
    }
    if let day = ordinal(at), at + 1 < end, let month = month(at + 1) {
      if let year = year(at + 2) { return mention(.day, at + 2, year, month, day) }
      return mention(.yearless, at + 1, nil, month, day)
    }
    return nil
  }

  /// `12/30/2026`, `30.12.2026`, `5/7`.
  private func numeric(_ at: Int, _ first: Int, _ end: Int) -> DateMention? {
    guard at + 1 < end, let second = number(at + 1), second >= 1, second <= 31,
      between(at, at + 1).count == 1,
      let mark = between(at, at + 1).first, mark == 0x2F || mark == 0x2E || mark == 0x2D
    else { return nil }
    let start = Int(prose.words[at].start)
    if at + 2 < end, between(at + 1, at + 2).elementsEqual([mark]), let third = number(at + 2),
      third >= 1900 || prose.words[at + 2].range.count == 2
    {
      let year = third < 100 ? 2000 + third : third
      let range = start..<Int(prose.words[at + 2].end)
      // With a dot the day comes first; with a slash it depends on where one lives.
      if mark == 0x2E {
        return DateMention(form: .day, plainRange: range, year: year, month: second, day: first)
      }
      if first > 12 {
        return DateMention(form: .day, plainRange: range, year: year, month: second, day: first)
      }
      if second > 12 {
        return DateMention(form: .day, plainRange: range, year: year, month: first, day: second)
      }
      if first == second {
        return DateMention(form: .day, plainRange: range, year: year, month: first, day: first)
      }
      return DateMention(form: .ambiguous, plainRange: range, year: year, month: nil, day: nil)
    }
    guard mark == 0x2F, first <= 12 else { return nil }
    return DateMention(
      form: .yearless, plainRange: start..<Int(prose.words[at + 1].end), year: nil, month: nil, day: nil)
  }

  private func isWideDate(_ left: Int, _ right: Int) -> Bool { between(left, right).count <= 4 }

  /// `2026年6月15日`, `2026년 6월 15일`: each number is followed by its unit.
  private func wideDate(_ at: Int, end: Int) -> (last: Int, month: Int, day: Int?)? {
    guard prose.words[at + 1].traits.contains(.nonASCII), prose.words[at + 1].range.count <= 3,
      let month = number(at + 2) ?? leadingNumber(at + 2), month >= 1, month <= 12
    else { return nil }
    var last = at + 2
    if last + 1 < end, prose.words[last + 1].traits.contains(.nonASCII) { last += 1 }
    if last + 1 < end, let day = number(last + 1) ?? leadingNumber(last + 1), day >= 1, day <= 31 {
      var final = last + 1
      if final + 1 < end, prose.words[final + 1].traits.contains(.nonASCII),
        prose.words[final + 1].range.count <= 3
      {
        final += 1
      }
      return (final, month, day)
    }
    return (last, month, nil)
  }

  /// The number a word such as `6월` begins with.
  private func leadingNumber(_ word: Int) -> Int? {
    guard prose.words[word].traits.contains(.digit) else { return nil }
    var value = 0
    var digits = 0
    for byte in tree.plain[prose.words[word].range] {
      guard byte &- 0x30 < 10 else { break }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits > 0 && digits <= 2 ? value : nil
  }
}
