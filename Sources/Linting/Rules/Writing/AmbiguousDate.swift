import Diagnostics
import MarkdownTree
import PRFAQ

/// `05/07/2027`.
struct AmbiguousDate: Rule {
  static let about = About(
    name: "writing/ambiguous-date",
    summary: "A date can be read in one way only.",
    why: """
      05/07/2027 is the fifth of July in Leeds and the seventh of May in Boston. A launch date is read in both places.
      """,
    source: "Calbucci, The PRFAQ Framework, theprfaq.com",
    severity: .warning, nature: .wording,
    examples: [
      Example(.gettingStarted, "### Getting started\n\nThe first flat is free until «05/07/2027»."),
      Example(
        .gettingStarted,
        "### Getting started\n\nThe first flat is free until 5 July 2027, 24/7 support included."),
      Example(
        .gettingStarted, "### Getting started\n\nThe first flat is free until 25/07/2027.",
        note: "there is no 25th month"),
      Example(
        .gettingStarted, "### Getting started\n\nEnrol your flat before «03-04-2027» at rentwise.example."),
      Example(
        .gettingStarted, "### Getting started\n\nEnrol your flat before 2027-04-03 at rentwise.example."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let dates = Self.dates(in: report.text, document.prose, document.tree.plain)
    guard !dates.isEmpty else { return }
    var ranges: [Range<Int>] = []
    for date in dates where !report.isMasked(date.lowerBound, links: true) {
      let source = document.sourceRange(date)
      if !(document.dateline?.range.overlaps(source) ?? false) { ranges.append(source) }
    }
    report.addSome(ranges, help: "Write the month as a word: “5 July 2027”.") {
      "\(document.cited($0)) can be read as two dates"
    }
  }

  /// The numeric dates in a text that can be read in two ways.
  private static func dates(in text: RunningText, _ prose: Prose, _ plain: [UInt8]) -> [Range<Int>] {
    let all = prose.words
    var dates: [Range<Int>] = []
    var at = 0
    while true {
      at = all.withUnsafeBufferPointer { Self.firstThree($0, from: at) }
      if at + 2 >= all.count { break }
      if let range = date(at, all, plain), text.holds(word: at) {
        dates.append(range)
        at += 3
      } else {
        at += 1
      }
    }
    return dates
  }

  /// The next of three words in a row of one block that are numbers.
  private static func firstThree(_ words: UnsafeBufferPointer<Prose.Word>, from start: Int) -> Int {
    let number = Prose.Traits.number.rawValue
    let first = Prose.Traits.firstInBlock.rawValue
    var at = start + 2
    while at < words.count {
      // Most words are no numbers, and many are passed with one question.
      while at + 6 < words.count,
        (words[at].traits.rawValue | words[at + 3].traits.rawValue | words[at + 6].traits.rawValue) & number
          == 0
      {
        at += 9
      }
      if at >= words.count { break }
      // Of three words in a row, the last is looked at first: it is hardly ever a number.
      let last = words[at].traits.rawValue
      if last & number == 0 {
        at += 3
        continue
      }
      let middle = words[at - 1].traits.rawValue
      if middle & number == 0 {
        at += 2
      } else if words[at - 2].traits.rawValue & number == 0 || (last | middle) & first != 0 {
        at += 1
      } else {
        return at - 2
      }
    }
    return words.count
  }

  /// The numeric date that begins at a word, when day and month could be exchanged.
  private static func date(_ index: Int, _ words: [Prose.Word], _ plain: [UInt8]) -> Range<Int>? {
    let parts = (words[index], words[index + 1], words[index + 2])
    guard parts.1.traits.contains(.number), parts.2.traits.contains(.number), parts.0.range.count <= 2,
      parts.1.range.count <= 2
    else { return nil }
    let start = parts.0.range.lowerBound
    let end = parts.2.range.upperBound
    func byte(_ at: Int) -> UInt8 { at >= 0 && at < plain.count ? plain[at] : 0x20 }
    guard parts.0.range.upperBound + 1 == parts.1.range.lowerBound,
      parts.1.range.upperBound + 1 == parts.2.range.lowerBound
    else { return nil }
    let mark = plain[parts.0.range.upperBound]
    guard mark == plain[parts.1.range.upperBound] else { return nil }
    let years = parts.2.range.count
    // Versions and ranges look alike unless the year has four digits.
    guard (mark == 0x2F && (years == 4 || years == 2)) || ((mark == 0x2E || mark == 0x2D) && years == 4)
    else { return nil }
    // A longer number on either side makes it an address or a version.
    for neighbour in [byte(start - 1), byte(end)] where neighbour == mark || neighbour == 0x2F { return nil }
    guard let first = number(parts.0.range, plain), let second = number(parts.1.range, plain),
      (1...12).contains(first), (1...12).contains(second), first != second
    else { return nil }
    return start..<end
  }

  private static func number(_ range: Range<Int>, _ plain: [UInt8]) -> Int? {
    Int(String(decoding: plain[range], as: UTF8.self))
  }
}
