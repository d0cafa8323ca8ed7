import MarkdownTree
import PRFAQ
import SourceText

/// What stands in brackets behind a service's name: `(owned by Payments, new)`.
struct BracketNote {
  /// The bytes of the owners' names.
  private(set) var owners: [Range<Int>] = []
  /// `new`, `existing` or `deprecated`.
  private(set) var lifecycle: ServiceNode.Lifecycle? = nil
  /// The source bytes before the bracket; nil where there is no note.
  private(set) var before: Range<Int>? = nil
  /// The source bytes after it.
  private(set) var after: Range<Int>? = nil

  init(_ document: PRFAQDocument, _ range: Range<Int>) {
    let plain = document.tree.plain
    let text = document.tree.plainRange(ofSource: range)
    guard let open = text.first(where: { plain[$0] == 0x28 }),
      let close = (open..<text.upperBound).first(where: { plain[$0] == 0x29 })
    else { return }
    var start = open + 1
    for at in open + 1...close where plain[at] == 0x2C || plain[at] == 0x3B || at == close {
      read(start..<at, document)
      start = at + 1
    }
    guard !owners.isEmpty || lifecycle != nil else { return }
    if let named = Self.trim(text.lowerBound..<open, plain) { before = document.sourceRange(named) }
    if let rest = Self.trim(close + 1..<text.upperBound, plain) { after = document.sourceRange(rest) }
  }

  private mutating func read(_ part: Range<Int>, _ document: PRFAQDocument) {
    guard let part = Self.trim(part, document.tree.plain) else { return }
    let words = document.prose.words(in: part)
    if words.count >= 3, document.prose.contains(Self.ownedBy, in: words.prefix(2)) {
      let first = Int(document.prose.words[words.lowerBound + 2].start)
      owners.append(document.sourceRange(first..<part.upperBound))
    } else if words.count <= 2,
      let known = ServiceNode.Lifecycle(rawValue: document.text(part).lowercased())
    {
      lifecycle = known
    }
  }

  private static let ownedBy = PhraseSet(["owned by", "owner is", "run by"])

  private static func trim(_ range: Range<Int>, _ plain: [UInt8]) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, plain[low] <= 0x20 { low += 1 }
    while high > low, plain[high - 1] <= 0x20 { high -= 1 }
    return low < high ? low..<high : nil
  }
}
