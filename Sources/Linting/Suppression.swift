public import Diagnostics
import MarkdownTree
public import PRFAQ
import SourceText

/// Comments with which an author silences rules in one document.
///
/// ```markdown
/// <!-- prfaq-disable-next-line writing/hype -- the name of a film -->
/// <!-- prfaq-disable writing --> ... <!-- prfaq-enable writing -->
/// <!-- prfaq-disable-line --> <!-- prfaq-disable-file structure/section-order -->
/// ```
///
/// Rules and categories are separated by blanks or commas; without any, all rules are meant. What follows ` -- ` is a
/// reason for readers.
public struct Suppressions: Sendable {
  /// A name in a comment that is neither a rule nor a category.
  public struct UnknownName: Sendable, Equatable {
    /// Where it stands.
    public let range: Range<Int>
    /// The name as written.
    public let name: String
    /// The nearest known name, when one is near.
    public let suggestion: String?
  }

  /// Names that silence nothing, by position.
  public private(set) var unknownNames: [UnknownName] = []

  /// From an offset on, rules are silenced or heard again.
  private struct Switch {
    let offset: Int
    let selector: String
    let isOff: Bool
  }
  /// Selector for all rules.
  private static let everything = ""

  private var switches: [Switch] = []
  private var inFile: Set<String> = []
  /// Stretches in which a selector is silenced, sorted by start; a stretch is a line or a block.
  private var stretches: [(range: Range<Int>, selector: String)] = []

  /// Reads the comments of a document.
  public init(_ document: PRFAQDocument) {
    for comment in document.tree.comments { read(comment, document) }
    switches.sort { $0.offset < $1.offset }
    stretches.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The findings that are not silenced, in the same order.
  public func filter(_ findings: [Finding]) -> [Finding] {
    if switches.isEmpty && inFile.isEmpty && stretches.isEmpty { return findings }
    // One walk over findings and comments, both by position.
    let order = findings.indices.sorted { findings[$0].range.lowerBound < findings[$1].range.lowerBound }
    var keeps = Array(repeating: true, count: findings.count)
    var latest: [String: (turn: Int, isOff: Bool)] = [:]
    var next = 0
    var firstOpen = 0
    for index in order {
      let finding = findings[index]
      let place = finding.range.lowerBound
      while next < switches.count, switches[next].offset <= place {
        latest[switches[next].selector] = (next, switches[next].isOff)
        next += 1
      }
      let selectors = [Self.everything, category(of: finding.rule), finding.rule]
      let last = selectors.compactMap { latest[$0] }.max { $0.turn < $1.turn }
      if last?.isOff ?? false { keeps[index] = false }
      if selectors.contains(where: { inFile.contains($0) }) { keeps[index] = false }
      while firstOpen < stretches.count, stretches[firstOpen].range.upperBound <= place { firstOpen += 1 }
      var at = firstOpen
      while at < stretches.count, stretches[at].range.lowerBound <= place {
        if stretches[at].range.contains(place), selectors.contains(stretches[at].selector) {
          keeps[index] = false
        }
        at += 1
      }
    }
    return findings.indices.filter { keeps[$0] }.map { findings[$0] }
  }

  private func category(of rule: String) -> String { String(rule.prefix { $0 != "/" }) }

  private mutating func read(_ comment: Comment, _ document: PRFAQDocument) {
    let bytes = document.source.bytes
    var words = Self.words(bytes, comment.content)
    guard let first = words.first else { return }
    let command = document.source[first]
    guard command.hasPrefix("prfaq-") else { return }
    words.removeFirst()
    if let reason = words.firstIndex(where: { document.source[$0] == "--" }) {
      words.removeSubrange(reason...)
    }
    var selectors: [String] = []
    for range in words {
      let name = document.source[range].lowercased()
      if AllRules.categories.contains(name) || AllRules.names.contains(name) {
        selectors.append(name)
      } else {
        unknownNames.append(
          UnknownName(
            range: range, name: document.source[range],
            suggestion: Spelling.nearest(to: name, in: AllRules.names + AllRules.categories)))
      }
    }
    // A comment with nothing but unknown names silences nothing.
    if words.isEmpty { selectors = [Self.everything] }

    switch command.lowercased() {
    case "prfaq-disable":
      switches += selectors.map { Switch(offset: comment.range.upperBound, selector: $0, isOff: true) }
    case "prfaq-enable":
      switches += selectors.map { Switch(offset: comment.range.upperBound, selector: $0, isOff: false) }
    case "prfaq-disable-file":
      inFile.formUnion(selectors)
    case "prfaq-disable-line":
      let line = document.source.lineRange(document.source.line(at: comment.range.lowerBound))
      stretches += selectors.map { (line.lowerBound..<(line.upperBound + 1), $0) }
    case "prfaq-disable-next-line":
      if let range = Self.next(after: comment, document) { stretches += selectors.map { (range, $0) } }
    default:
      let known = [
        "prfaq-disable", "prfaq-enable", "prfaq-disable-file", "prfaq-disable-line",
        "prfaq-disable-next-line",
      ]
      unknownNames.append(
        UnknownName(range: first, name: command, suggestion: Spelling.nearest(to: command, in: known)))
    }
  }

  /// The words of a comment, divided by blanks and commas.
  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, bytes[end] > 0x20, bytes[end] != 0x2C { end += 1 }
      if end > at {
        words.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return words
  }

  /// The next line with text after a comment, or the whole paragraph, heading or code block that begins there.
  private static func next(after comment: Comment, _ document: PRFAQDocument) -> Range<Int>? {
    let source = document.source
    var line = source.line(at: max(comment.range.lowerBound, comment.range.upperBound - 1)) + 1
    while line <= source.lineCount, source.bytes[source.lineRange(line)].allSatisfy({ $0 <= 0x20 }) {
      line += 1
    }
    guard line <= source.lineCount else { return nil }
    let range = source.lineRange(line)
    let blocks = document.tree.blocks
    // Blocks are in the order of their start; the first that starts on the line and holds text is the one.
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(blocks[middle].start) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < blocks.count, Int(blocks[low].start) <= range.upperBound {
      switch blocks[low].kind {
      case .paragraph, .heading, .code, .html:
        return range.lowerBound..<max(range.upperBound + 1, Int(blocks[low].end))
      case .document, .quote, .list, .item, .thematicBreak: low += 1
      }
    }
    return range.lowerBound..<(range.upperBound + 1)
  }
}
