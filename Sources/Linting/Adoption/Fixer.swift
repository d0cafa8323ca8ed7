public import Diagnostics
import MarkdownTree
public import PRFAQ
public import SourceText

/// Makes the fixes of findings, as far as the document stays the same document.
public struct Fixer: Sendable {
  /// Whether fixes that may change the meaning are made, too.
  public let includesUnsafe: Bool
  /// How the text is read.
  public let options: ReaderOptions

  /// What came of a document.
  public struct Result: Sendable {
    /// The new bytes; equal to the old ones when nothing was fixed.
    public var bytes: [UInt8]
    /// Number of fixes made.
    public var made = 0
    /// Number of fixes that would have changed the structure of the document, and were left.
    public var refused = 0
    /// Number of unsafe fixes that were left.
    public var unsafe = 0
    /// Whether the file is valid text; one that is not is never written, as its bytes would not survive.
    public var isText = true
  }

  /// Fixes may make room for others; more rounds than this would be a rule that never has enough.
  private static let rounds = 10

  /// Prepares.
  public init(includesUnsafe: Bool, options: ReaderOptions) {
    self.includesUnsafe = includesUnsafe
    self.options = options
  }

  /// Fixes a document until nothing is left to fix. A file that is not valid text is left alone: its bytes would not
  /// survive.
  ///
  /// - Parameter lint: all findings of a text.
  public func fix(_ source: SourceFile, lint: (PRFAQDocument) -> [Finding]) -> Result {
    var result = Result(bytes: source.bytes)
    if !source.faults.isEmpty {
      result.isText = false
      return result
    }
    for _ in 0..<Self.rounds {
      let document = read(result.bytes, source.path)
      let findings = lint(document)
      result.unsafe = includesUnsafe ? 0 : findings.count { !($0.fix?.isSafe ?? true) }
      let fixes = Self.apart(findings.compactMap(\.fix).filter { includesUnsafe || $0.isSafe }, document)
      if fixes.isEmpty {
        result.refused = 0
        break
      }
      let accepted = accepted(fixes, of: document)
      result.refused = fixes.count - accepted.count
      if accepted.isEmpty { break }
      result.made += accepted.count
      result.bytes = Self.applied(accepted, to: result.bytes)
    }
    return result
  }

  /// Makes some fixes once: those that leave the structure as it is.
  public func make(_ fixes: [Fix], in source: SourceFile) -> (bytes: [UInt8], made: [Fix]) {
    if !source.faults.isEmpty { return (source.bytes, []) }
    let document = read(source.bytes, source.path)
    let accepted = accepted(Self.apart(fixes, document), of: document)
    return (Self.applied(accepted, to: source.bytes), accepted)
  }

  private func read(_ bytes: [UInt8], _ path: String) -> PRFAQDocument {
    PRFAQDocument(SourceFile(bytes, path: path), options: options)
  }

  /// The fixes in order, of those that overlap the first, without those that change nothing.
  private static func apart(_ fixes: [Fix], _ document: PRFAQDocument) -> [Fix] {
    var end = -1
    return fixes.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    .filter { fix in
      guard fix.range.lowerBound >= max(0, end), fix.range.upperBound <= document.source.bytes.count,
        !document.source.bytes[fix.range].elementsEqual(fix.replacement.utf8)
      else { return false }
      // An insertion at the very place where another fix ends would leave the order to chance.
      end = fix.range.isEmpty ? fix.range.upperBound + 1 : fix.range.upperBound
      return true
    }
  }

  static func applied(_ fixes: [Fix], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    for fix in fixes {
      result += bytes[at..<fix.range.lowerBound]
      result += fix.replacement.utf8
      at = fix.range.upperBound
    }
    return result + bytes[at...]
  }

  /// The fixes after which the document still has the same structure: all of them at once, or else found by halves.
  private func accepted(_ fixes: [Fix], of document: PRFAQDocument) -> [Fix] {
    let shape = DocumentShape(document)
    var accepted: [Fix] = []
    var pending = [fixes]
    while let part = pending.popLast() {
      let together = (accepted + part).sorted { $0.range.lowerBound < $1.range.lowerBound }
      let after = read(Self.applied(together, to: document.source.bytes), document.source.path)
      if DocumentShape(after) == shape {
        accepted = together
      } else if part.count > 1 {
        pending.append(Array(part[(part.count / 2)...]))
        pending.append(Array(part[..<(part.count / 2)]))
      }
    }
    return accepted
  }
}

/// The structure of a document, without its words and without comments that silence rules.
struct DocumentShape: Equatable {
  private var parts: [String] = []

  init(_ document: PRFAQDocument) {
    let tree = document.tree
    var directives: [Int: Int] = [:]
    var comments = 0
    for comment in tree.comments {
      if document.source[comment.content].hasPrefix("prfaq-") {
        directives[comment.block, default: 0] += 1
      } else {
        comments += 1
      }
    }
    for (index, block) in tree.blocks.enumerated() {
      if block.kind == .html, directives[index] != nil { continue }
      parts.append("\(block.kind) \(block.level) \(block.depth)")
      for span in tree.spans[block.spanRange] where span.kind != .html { parts.append("\(span.kind)") }
    }
    for table in tree.tables { parts.append("table \(table.header.count) \(table.rows.map(\.count))") }
    for box in tree.taskBoxes { parts.append("box \(box.isChecked)") }
    parts.append("comments \(comments)")
    parts.append("\(document.kind) \(document.language) \(document.isExplicit) \(document.releases.count)")
    for element in document.elements { parts.append("\(element.role) \(element.origin)") }
    for question in document.questions { parts.append("\(question.group) \(question.isAnswered)") }
    for item in document.declared { parts.append("\(item.kind)") }
    parts.append("\(document.quotes.count) \(document.placeholders.count) \(document.metrics.count)")
  }
}
