import MarkdownTree
import PRFAQ
import SourceText

/// Where findings stand: above all, where something that is absent should be.
///
/// Every place is one line, so that an editor underlines a line and not half a page.
enum Places {
  /// The first line of the file: for a whole container that is absent.
  static func start(of document: PRFAQDocument) -> Range<Int> {
    firstLine(from: document.source.markLength, to: document.source.bytes.count, in: document)
  }

  /// The first line of a range, blanks at its end left out.
  static func firstLine(of range: Range<Int>, in document: PRFAQDocument) -> Range<Int> {
    firstLine(from: range.lowerBound, to: range.upperBound, in: document)
  }

  private static func firstLine(from start: Int, to limit: Int, in document: PRFAQDocument) -> Range<Int> {
    let source = document.source
    let start = min(start, source.bytes.count)
    // A line may be many megabytes long: its end is looked up, not searched.
    var end = max(start, min(limit, source.lineRange(source.line(at: start)).upperBound))
    while end > start, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// The release that the rules on releases speak of; nil where they have nothing to say.
  static func release(of document: PRFAQDocument) -> PRFAQDocument.Release? {
    switch document.kind {
    case .prfaq, .pressRelease: document.release
    case .faq, .none: nil
    }
  }

  /// Whether the rules on FAQs have something to speak of.
  static func hasQuestions(_ document: PRFAQDocument) -> Bool {
    switch document.kind {
    case .prfaq, .faq: !document.questions.isEmpty
    case .pressRelease, .none: false
    }
  }

  /// The line that stands for the release as a whole: headline, heading of the release, or its first line.
  static func line(of release: PRFAQDocument.Release, in document: PRFAQDocument) -> Range<Int> {
    if let headline = document.first(.headline) { return firstLine(of: headline.range, in: document) }
    if let label = release.labelRange { return firstLine(of: label, in: document) }
    return firstBlock(of: release, in: document)
  }

  /// The first line of the release's first heading or paragraph.
  static func firstBlock(of release: PRFAQDocument.Release, in document: PRFAQDocument) -> Range<Int> {
    for index in release.blocks {
      let block = document.tree.blocks[index]
      if block.kind == .heading || block.kind == .paragraph {
        return firstLine(of: block.range, in: document)
      }
    }
    return firstLine(of: release.labelRange ?? release.range, in: document)
  }

  /// The first line of the first paragraph of the release that begins at `offset` or later; where there is none, of its
  /// last paragraph.
  static func paragraph(
    from offset: Int, of release: PRFAQDocument.Release, in document: PRFAQDocument
  ) -> Range<Int> {
    var last: Range<Int>? = nil
    for index in release.blocks where isRunningText(document.tree.blocks[index]) {
      last = document.tree.blocks[index].range
      if Int(document.tree.blocks[index].start) >= offset { break }
    }
    return last.map { firstLine(of: $0, in: document) } ?? firstBlock(of: release, in: document)
  }

  /// Whether a block is a paragraph that stands in no list and no block quote.
  private static func isRunningText(_ block: Block) -> Bool { block.kind == .paragraph && block.depth == 0 }

  /// The first line of the last paragraph of the release.
  static func lastParagraph(of release: PRFAQDocument.Release, in document: PRFAQDocument) -> Range<Int> {
    paragraph(from: Int.max, of: release, in: document)
  }

  /// Where headline, subheading, dateline and lead end, as far as there are any.
  static func endOfHead(
    of release: PRFAQDocument.Release, in document: PRFAQDocument, with roles: [Role]
  ) -> Int {
    var end = release.range.lowerBound
    for role in roles {
      if let element = document.first(role), lies(element.range, in: release) {
        end = max(end, element.range.upperBound)
      }
    }
    return end
  }

  /// Where the problem should stand: before the solution, or before the first paragraph that opens with the product.
  static func problem(of release: PRFAQDocument.Release, in document: PRFAQDocument) -> Range<Int> {
    let head = endOfHead(of: release, in: document, with: [.headline, .subheading, .dateline, .summary])
    if let solution = document.first(.solution), lies(solution.range, in: release) {
      return firstLine(of: solution.range, in: document)
    }
    let names = document.products.map { Prose.hashes(of: $0.name) }.filter { !$0.isEmpty }
    for index in release.blocks where isRunningText(document.tree.blocks[index]) {
      let block = document.tree.blocks[index]
      guard Int(block.start) >= head else { continue }
      let words = document.prose.words(ofBlocks: index..<(index + 1))
      let opening = document.prose.words[words.prefix(6)].map(\.hash)
      if names.contains(where: { opening.starts(with: $0) || opening.dropFirst().starts(with: $0) }) {
        return firstLine(of: block.range, in: document)
      }
    }
    return paragraph(from: head, of: release, in: document)
  }

  /// Where what follows a part should stand; where that part is absent, the last paragraph of the release.
  static func after(
    _ roles: [Role], of release: PRFAQDocument.Release, in document: PRFAQDocument
  ) -> Range<Int> {
    for role in roles {
      if let element = document.first(role), lies(element.range, in: release) {
        return paragraph(from: element.range.upperBound, of: release, in: document)
      }
    }
    return lastParagraph(of: release, in: document)
  }

  /// Whether a passage belongs to a release.
  static func lies(_ range: Range<Int>, in release: PRFAQDocument.Release) -> Bool {
    range.lowerBound >= release.range.lowerBound && range.upperBound <= release.range.upperBound
  }

  /// The line that stands for the first of some groups of questions: the heading of its section, or its first question;
  /// where none of the groups occurs, for all questions.
  static func line(of groups: [QuestionGroup], in document: PRFAQDocument) -> Range<Int> {
    for group in groups {
      if let question = document.questions.first(where: { $0.group == group }) {
        if document.faqs.indices.contains(question.section),
          let label = document.faqs[question.section].labelRange
        {
          return firstLine(of: label, in: document)
        }
        return firstLine(of: question.range, in: document)
      }
    }
    if let label = document.faqs.first?.labelRange { return firstLine(of: label, in: document) }
    if let question = document.questions.first { return firstLine(of: question.range, in: document) }
    return start(of: document)
  }

  /// A short form of a text for use within a message: one line, at most 60 characters.
  static func short(_ text: String) -> String {
    cut(FoldedText.of(text))
  }

  /// The same for a piece of a text, by its bytes.
  static func short(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    cut(FoldedText.withFolded(bytes, range) { String(decoding: $0, as: UTF8.self) })
  }

  private static func cut(_ line: String) -> String {
    line.utf8.count <= 60 || line.count <= 60 ? line : line.prefix(57) + "..."
  }

  /// Joins a list for reading: `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], _ conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
