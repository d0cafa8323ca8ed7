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
/// reason for readers. The next line is the next paragraph, heading, table or code block, however many empty lines
/// and further comments stand before it.
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

  /// One name in one comment, or the comment as a whole when it names none.
  struct Entry: Sendable {
    /// The rule, the category, or `everything`.
    let selector: String
    /// Its bytes; nil when the comment names nothing.
    let range: Range<Int>?
    /// Index of its comment in `comments`.
    let comment: Int
  }

  /// A comment that speaks to the linter.
  struct Directive: Sendable {
    /// The comment's bytes.
    let range: Range<Int>
    /// Its names that are known.
    let entries: Range<Int>
    /// Whether each of its names is known.
    let isClean: Bool
  }

  /// Names that silence nothing, by position.
  public private(set) var unknownNames: [UnknownName] = []
  private(set) var entries: [Entry] = []
  private(set) var directives: [Directive] = []

  /// From an offset on, rules are silenced or heard again.
  private struct Switch {
    let offset: Int
    let entry: Int
    let isOff: Bool
  }
  /// Selector for all rules.
  static let everything = ""

  private var switches: [Switch] = []
  private var inFile: [String: Int] = [:]
  /// Stretches in which an entry silences, sorted by start; a stretch is a line or a block.
  private var stretches: [(range: Range<Int>, entry: Int)] = []
  private let customNames: Set<String>
  let source: SourceFile

  /// Reads the comments of a document.
  ///
  /// - Parameter customRules: the project's own rules, which comments may name.
  public init(_ document: PRFAQDocument, customRules: [CustomRule] = []) {
    source = document.source
    customNames = Set(customRules.map(\.about.name))
    for comment in document.tree.comments { read(comment, document) }
    if directives.isEmpty { return }
    switches.sort { $0.offset < $1.offset }
    stretches.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The findings that are not silenced, in the same order.
  public func filter(_ findings: [Finding]) -> [Finding] { apply(to: findings).kept }

  /// The findings that are not silenced, in the same order, and the entries that silenced one.
  func apply(to findings: [Finding]) -> (kept: [Finding], used: Set<Int>) {
    if entries.isEmpty { return (findings, []) }
    // One walk over findings and comments, both by position.
    let order = findings.indices.sorted { findings[$0].range.lowerBound < findings[$1].range.lowerBound }
    var keeps = Array(repeating: true, count: findings.count)
    var used = Set<Int>()
    var state = SwitchState()
    var next = 0
    var firstOpen = 0
    for index in order {
      let finding = findings[index]
      let place = finding.range.lowerBound
      while next < switches.count, switches[next].offset <= place {
        state.turn(entries[switches[next].entry], at: switches[next].entry, isOff: switches[next].isOff)
        next += 1
      }
      let selectors = [Self.everything, Self.category(of: finding.rule), finding.rule]
      let off = state.silencers(of: selectors)
      if !off.isEmpty { keeps[index] = false }
      used.formUnion(off)
      for selector in selectors {
        guard let entry = inFile[selector] else { continue }
        keeps[index] = false
        used.insert(entry)
      }
      while firstOpen < stretches.count, stretches[firstOpen].range.upperBound <= place { firstOpen += 1 }
      var at = firstOpen
      while at < stretches.count, stretches[at].range.lowerBound <= place {
        if stretches[at].range.contains(place), selectors.contains(entries[stretches[at].entry].selector) {
          keeps[index] = false
          used.insert(stretches[at].entry)
        }
        at += 1
      }
    }
    for left in switches[next...] {
      state.turn(entries[left.entry], at: left.entry, isOff: left.isOff)
    }
    // Hearing a rule again is of use where it had been silenced with effect.
    for (entry, ended) in state.ends where !used.isDisjoint(with: ended) { used.insert(entry) }
    return (findings.indices.filter { keeps[$0] }.map { findings[$0] }, used)
  }

  static func category(of rule: String) -> String { String(rule.prefix { $0 != "/" }) }

  private mutating func read(_ comment: Comment, _ document: PRFAQDocument) {
    let bytes = source.bytes
    guard Self.begins(bytes, comment.content) else { return }
    var words = Self.words(bytes, comment.content)
    guard let first = words.first else { return }
    let command = source[first]
    guard command.hasPrefix("prfaq-") else { return }
    words.removeFirst()
    if let reason = words.firstIndex(where: { source[$0] == "--" }) { words.removeSubrange(reason...) }
    let start = entries.count
    var isClean = true
    for range in words {
      let name = source[range].lowercased()
      if isKnown(name) {
        entries.append(Entry(selector: name, range: range, comment: directives.count))
      } else {
        isClean = false
        unknownNames.append(
          UnknownName(
            range: range, name: source[range],
            suggestion: RuleNames.nearest(
              to: name, in: AllRules.names + AllRules.categories + customNames.sorted())))
      }
    }
    // A comment with nothing but unknown names silences nothing.
    if words.isEmpty {
      entries.append(Entry(selector: Self.everything, range: nil, comment: directives.count))
    }
    let own = start..<entries.count

    switch command.lowercased() {
    case "prfaq-disable":
      switches += own.map { Switch(offset: comment.range.upperBound, entry: $0, isOff: true) }
    case "prfaq-enable":
      switches += own.map { Switch(offset: comment.range.upperBound, entry: $0, isOff: false) }
    case "prfaq-disable-file":
      for entry in own where inFile[entries[entry].selector] == nil {
        inFile[entries[entry].selector] = entry
      }
    case "prfaq-disable-line":
      let line = source.lineRange(source.line(at: comment.range.lowerBound))
      stretches += own.map { (line.lowerBound..<(line.upperBound + 1), $0) }
    case "prfaq-disable-next-line":
      let end = end(ofNextAfter: comment, document)
      stretches += own.map { (comment.range.lowerBound..<end, $0) }
    default:
      let known = [
        "prfaq-disable", "prfaq-enable", "prfaq-disable-file", "prfaq-disable-line",
        "prfaq-disable-next-line",
      ]
      entries.removeSubrange(start...)
      unknownNames.append(
        UnknownName(range: first, name: command, suggestion: Spelling.nearest(to: command, in: known)))
      return
    }
    directives.append(Directive(range: comment.range, entries: own, isClean: isClean))
  }

  private static let known = Set(AllRules.categories + AllRules.names)

  private func isKnown(_ name: String) -> Bool {
    Self.known.contains(name) || customNames.contains(name)
      || name == CustomRule.category && !customNames.isEmpty
  }

  /// Whether the first word of a comment may be a command: most comments speak to others.
  private static func begins(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, bytes[at] <= 0x20 || bytes[at] == 0x2C { at += 1 }
    return bytes[at..<min(at + 6, range.upperBound)].elementsEqual("prfaq-".utf8)
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

  /// Where the next paragraph, heading, table or code block ends; where the comment stands within a paragraph, the
  /// next line of it.
  private func end(ofNextAfter comment: Comment, _ document: PRFAQDocument) -> Int {
    let blocks = document.tree.blocks
    let line = source.line(at: max(comment.range.lowerBound, comment.range.upperBound - 1))
    if !comment.isBlock, Int(blocks[comment.block].end) > source.lineRange(line).upperBound,
      line < source.lineCount
    {
      return source.lineRange(line + 1).upperBound + 1
    }
    // Blocks are in the order of their start.
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(blocks[middle].start) < comment.range.upperBound { low = middle + 1 } else { high = middle }
    }
    while low < blocks.count {
      switch blocks[low].kind {
      case .paragraph, .heading, .code: return Int(blocks[low].end) + 1
      case .html where !startsWithComment(blocks[low]): return Int(blocks[low].end) + 1
      case .html, .document, .quote, .list, .item, .thematicBreak: low += 1
      }
    }
    return comment.range.upperBound
  }

  private func startsWithComment(_ block: Block) -> Bool {
    var at = Int(block.start)
    while at < Int(block.end), source.bytes[at] == 0x20 { at += 1 }
    return source.bytes[at..<min(at + 4, Int(block.end))].elementsEqual("<!--".utf8)
  }
}

/// What `disable` and `enable` comments add up to at a place.
private struct SwitchState {
  private var latest: [String: (turn: Int, entry: Int, isOff: Bool)] = [:]
  private var turns = 0
  /// Per entry that lets rules be heard again, the silencing entries that it ends.
  private(set) var ends: [Int: Set<Int>] = [:]

  mutating func turn(_ entry: Suppressions.Entry, at index: Int, isOff: Bool) {
    turns += 1
    if !isOff {
      ends[index] = Set(
        latest.filter { $0.value.isOff && Self.touch($0.key, entry.selector) }.map(\.value.entry))
    }
    latest[entry.selector] = (turns, index, isOff)
  }

  /// The entries that silence a rule, given with its category and `everything`; empty when it is heard.
  func silencers(of selectors: [String]) -> [Int] {
    let known = selectors.compactMap { latest[$0] }
    guard let last = known.max(by: { $0.turn < $1.turn }), last.isOff else { return [] }
    // What an earlier `enable` took back does not count.
    let heard = known.filter { !$0.isOff }.map(\.turn).max() ?? 0
    return known.filter { $0.isOff && $0.turn > heard }.map(\.entry)
  }

  /// Whether one selector is part of the other.
  private static func touch(_ left: String, _ right: String) -> Bool {
    left == right || left.isEmpty || right.isEmpty || left.hasPrefix(right + "/")
      || right.hasPrefix(left + "/")
  }
}
