import MarkdownTree
import PRFAQ

/// Stretches of the text in which a word is not the author's own prose: code, addresses, placeholders, tables,
/// questions, speech.
struct TextMask {
  /// Sorted by start; they may overlap.
  private var ranges: [Range<Int>] = []
  private let prose: Prose

  /// Gathers what is masked.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - links: whether the text of links is masked too.
  ///   - questions: whether questions are masked too.
  init(_ document: PRFAQDocument, links: Bool = false, questions: Bool = true) {
    prose = document.prose
    let tree = document.tree
    for span in tree.spans {
      switch span.kind {
      case .code, .autolink, .image: ranges.append(span.plainRange)
      case .link: if links { ranges.append(span.plainRange) }
      case .emphasis, .strong, .html, .hardBreak: break
      }
    }
    for table in tree.tables {
      guard let first = table.header.first else { continue }
      let last = table.rows.last?.last ?? table.header.last ?? first
      ranges.append(
        first.plainRange.lowerBound..<max(first.plainRange.upperBound, last.plainRange.upperBound))
    }
    if questions { ranges += document.questions.map(\.plainRange) }
    ranges += document.placeholders.compactMap(\.plainRange)
    ranges.removeAll { $0.isEmpty }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    mergeOverlaps()
  }

  private mutating func mergeOverlaps() {
    var merged: [Range<Int>] = []
    merged.reserveCapacity(ranges.count)
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// Whether a byte of the plain text is masked or stands between quotation marks.
  func contains(_ offset: Int) -> Bool {
    if prose.isQuoted(offset) { return true }
    return ranges.cover(offset)
  }
}
