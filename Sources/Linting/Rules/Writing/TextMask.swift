import MarkdownTree
import PRFAQ

/// Stretches of the text in which a word is not the author's own prose: code, addresses, placeholders, tables,
/// questions, speech.
final class TextMask {
  private let prose: Prose
  /// Each kind by itself is by position; to sort them into one list would take longer than to look into each.
  private let spans: Stretches
  private let tables: Stretches
  private let questions: Stretches
  private let placeholders: Stretches

  /// Gathers what is masked.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - links: whether the text of links is masked too.
  init(_ document: PRFAQDocument, links: Bool = false) {
    prose = document.prose
    let tree = document.tree
    var spans = Stretches()
    var tables = Stretches()
    var questions = Stretches(capacity: document.questions.count)
    var placeholders = Stretches()
    for span in tree.spans {
      switch span.kind {
      case .code, .autolink, .image: spans.add(span.plainRange)
      case .link: if links { spans.add(span.plainRange) }
      case .emphasis, .strong, .html, .hardBreak: break
      }
    }
    for table in tree.tables {
      guard let first = table.header.first else { continue }
      let last = table.rows.last?.last ?? table.header.last ?? first
      tables.add(first.plainRange.lowerBound..<max(first.plainRange.upperBound, last.plainRange.upperBound))
    }
    for question in document.questions { questions.add(question.plainRange) }
    for placeholder in document.placeholders {
      if let range = placeholder.plainRange { placeholders.add(range) }
    }
    self.spans = spans.settled()
    self.tables = tables.settled()
    self.questions = questions.settled()
    self.placeholders = placeholders.settled()
  }

  /// Whether a byte of the plain text is masked or stands between quotation marks.
  func contains(_ offset: Int) -> Bool {
    questions.cover(offset) || spans.cover(offset) || prose.isQuoted(offset) || placeholders.cover(offset)
      || tables.cover(offset)
  }
}

/// Stretches of a text, gathered mostly by position.
private struct Stretches {
  private var ranges: [Range<Int>] = []
  private var isOrdered = true

  init(capacity: Int = 0) { if capacity > 0 { ranges.reserveCapacity(capacity) } }

  mutating func add(_ range: Range<Int>) {
    if range.isEmpty { return }
    guard let last = ranges.last, range.lowerBound <= last.upperBound else {
      if ranges.isEmpty, ranges.capacity == 0 { ranges.reserveCapacity(8) }
      return ranges.append(range)
    }
    if range.lowerBound >= last.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      isOrdered = false
      ranges.append(range)
    }
  }

  /// All of them by position, none over another.
  consuming func settled() -> Stretches {
    if isOrdered { return self }
    var settled = Stretches(capacity: ranges.count)
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) { settled.add(range) }
    return settled
  }

  func cover(_ offset: Int) -> Bool { !ranges.isEmpty && ranges.cover(offset) }
}
