public import PRFAQ
import MarkdownTree
public import SourceText

/// Needs written into a document as a labelled list, changing nothing else in it.
public struct Annotation: Sendable, Equatable {
  /// Where the text goes: a byte offset at the start of a line or at the end of the file.
  public let offset: Int
  /// What goes there, line ends as in the document.
  public let text: String
  /// The IDs given, in the order of the candidates.
  public let ids: [String]

  /// Why needs cannot be written in.
  public enum Refusal: Error, Equatable {
    /// The text would be read as something else, or would change how something else is read.
    case wouldChangeReading
  }

  /// Prepares the text for candidates of a document.
  ///
  /// A list of needs that is there is continued; otherwise a section is added at the end, before an appendix.
  /// The result is read again and compared: every element and question must be as before.
  ///
  /// - Parameters:
  ///   - candidates: the needs to write.
  ///   - document: the document.
  ///   - options: what the document was read with.
  /// - Throws: `Refusal` where the document cannot take the list without being read differently.
  public init(
    _ candidates: [NeedCandidate], in document: PRFAQDocument, options: ReaderOptions = .standard
  ) throws(Refusal) {
    let eol = Self.lineEnd(of: document.source)
    var number = Self.highestNumber(document)
    var ids: [String] = []
    var lines: [String] = []
    let anchor = Self.lastListedNeed(document)
    let marker = anchor?.marker ?? "- "
    for candidate in candidates {
      number += 1
      ids.append("N-\(number)")
      lines.append(Self.item(candidate, id: "N-\(number)", marker: marker, document))
    }
    self.ids = ids
    guard !lines.isEmpty else {
      offset = document.source.bytes.count
      text = ""
      return
    }
    if let anchor {
      offset = anchor.end
      text = Self.opening(document.source, anchor.end, eol) + lines.joined(separator: eol) + eol
    } else {
      let place = Self.sectionPlace(document)
      offset = place
      let heading = String(repeating: "#", count: Self.sectionLevel(document)) + " What customers need"
      let blank = Self.needsBlankLine(document.source, before: place) ? eol : ""
      let after = place < document.source.bytes.count ? eol : ""
      text =
        Self.opening(document.source, place, eol) + blank + heading + eol + eol + lines.joined(separator: eol)
        + eol + after
    }
    guard isFaithful(to: document, options, count: ids.count) else { throw .wouldChangeReading }
  }

  /// The document with the text in it.
  public func applied(to source: SourceFile) -> [UInt8] {
    Array(source.bytes[..<offset]) + Array(text.utf8) + Array(source.bytes[offset...])
  }

  // MARK: - Where it goes

  private static func lineEnd(of source: SourceFile) -> String {
    guard source.lineStarts.count > 1 else { return "\n" }
    let end = Int(source.lineStarts[1])
    return end >= 2 && source.bytes[end - 2] == 0x0D && source.bytes[end - 1] == 0x0A ? "\r\n" : "\n"
  }

  private static func highestNumber(_ document: PRFAQDocument) -> Int {
    document.declared.lazy.filter { $0.kind == .need }.compactMap { $0.id }.map { document.source[$0] }
      .filter { $0.hasPrefix("N-") }.compactMap { Int($0.dropFirst(2)) }.max() ?? 0
  }

  /// The last need that is an item of a plain list: the marker to continue with, and the end of its last line.
  private static func lastListedNeed(_ document: PRFAQDocument) -> (marker: String, end: Int)? {
    guard let need = document.declared(.need).last else { return nil }
    let start = need.range.lowerBound
    let bytes = document.source.bytes
    guard start + 1 < bytes.count, [0x2D, 0x2A, 0x2B].contains(bytes[start]), bytes[start + 1] == 0x20 else {
      return nil
    }
    return (
      String(decoding: [bytes[start], 0x20], as: UTF8.self), lineAfter(need.range.upperBound, document.source)
    )
  }

  /// The start of the line after the one that holds the byte before `offset`.
  private static func lineAfter(_ offset: Int, _ source: SourceFile) -> Int {
    let line = source.line(at: max(0, offset - 1))
    return line < source.lineCount ? Int(source.lineStarts[line]) : source.bytes.count
  }

  /// Where a new section goes: before an appendix with a heading, else at the end.
  private static func sectionPlace(_ document: PRFAQDocument) -> Int {
    if let label = document.first(.appendix)?.labelRange {
      return Int(document.source.lineStarts[document.source.line(at: label.lowerBound) - 1])
    }
    return document.source.bytes.count
  }

  /// The level of the headings of the FAQ, or 2.
  private static func sectionLevel(_ document: PRFAQDocument) -> Int {
    for section in document.faqs {
      guard let label = section.labelRange,
        let block = document.tree.blocks.first(where: { $0.kind == .heading && $0.range.overlaps(label) })
      else { continue }
      return max(1, Int(block.level))
    }
    return 2
  }

  /// A line end where the text before the place does not end its line.
  private static func opening(_ source: SourceFile, _ place: Int, _ eol: String) -> String {
    place > 0 && source.bytes[place - 1] != 0x0A && source.bytes[place - 1] != 0x0D ? eol : ""
  }

  private static func needsBlankLine(_ source: SourceFile, before place: Int) -> Bool {
    let line = source.line(at: max(0, place - 1))
    return !source.lineRange(line).allSatisfy { source.bytes[$0] == 0x20 || source.bytes[$0] == 0x09 }
  }

  // MARK: - What is written

  private static func item(_ candidate: NeedCandidate, id: String, marker: String, _ document: PRFAQDocument)
    -> String
  {
    var text = "\(marker)**\(id): \(escaped(candidate.title)).**"
    let detail = Wording.withoutCitations(detail(of: candidate, document))
    if !detail.isEmpty { text += " " + escaped(detail) }
    return text
  }

  /// What explains the title: the rest of a point, or the sentence it was taken from; nothing for a question.
  private static func detail(of candidate: NeedCandidate, _ document: PRFAQDocument) -> String {
    switch candidate.cue {
    case .customerQuestion: return ""
    case .problemSentence, .promise: return candidate.statement
    case .solutionPoint:
      let title = Fold.text(document.source[candidate.titleRange].utf8)
      guard let found = candidate.statement.range(of: title) else { return "" }
      return String(candidate.statement[found.upperBound...].drop { ".:;,–—- ".contains($0) })
    }
  }

  /// Text that Markdown reads as nothing but text.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>&~|".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  // MARK: - Proof

  private func isFaithful(to document: PRFAQDocument, _ options: ReaderOptions, count: Int) -> Bool {
    let source = document.source
    let after = PRFAQDocument(SourceFile(applied(to: source), path: source.path), options: options)
    let added = text.utf8.count
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound >= offset ? range.lowerBound + added..<range.upperBound + added : range
    }
    let kept: (Element) -> Bool = { $0.role != .needs && $0.role != .appendix }
    let old = document.elements.filter(kept).map { ($0.role, moved($0.range).lowerBound) }
    let new = after.elements.filter(kept).map { ($0.role, $0.range.lowerBound) }
    guard old.count == new.count, zip(old, new).allSatisfy({ $0 == $1 }),
      document.questions.map({ moved($0.range) }) == after.questions.map(\.range),
      document.questions.map(\.isAnswered) == after.questions.map(\.isAnswered)
    else { return false }
    let written = after.declared(.need)
    return written.count == document.declared(.need).count + count
      && ids.allSatisfy { id in written.contains { $0.id.map { after.source[$0] } == id } }
  }
}

extension String {
  /// The first place where another text occurs, compared character by character.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    guard !other.isEmpty else { return nil }
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(other) { return at..<index(at, offsetBy: other.count) }
      at = index(after: at)
    }
    return nil
  }
}
