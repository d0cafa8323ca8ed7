import MarkdownTree
import PRFAQ
import SourceText

/// A place in the text where something that looks like an ID is named.
struct Reference {
  /// The ID as written: `N-1`, or `KEY/N-1`.
  let name: String
  /// Its bytes in `MarkdownTree.plain`.
  let plainRange: Range<Int>
  /// Whether it stands in square brackets with nothing but IDs.
  let isBracketed: Bool
}

/// Finds what looks like an ID in running text, code and parts switched off left out.
struct ReferenceScanner {
  private let tree: MarkdownTree
  private let plain: [UInt8]

  /// All references of a document, by position.
  static func references(in document: PRFAQDocument) -> [Reference] {
    ReferenceScanner(tree: document.tree, plain: document.tree.plain).scan()
  }

  private func scan() -> [Reference] {
    var found: [Reference] = []
    var at = 0
    let count = plain.count
    let silent = silentRanges()
    var next = 0
    while at < count {
      guard isCapital(at), at == 0 || !isWord(plain[at - 1]) else {
        at += 1
        continue
      }
      guard let end = idEnd(from: at), isFree(end) else {
        while at < count, isWord(plain[at]) { at += 1 }
        continue
      }
      let range = keyStart(before: at)..<end
      at = end
      while next < silent.count, silent[next].upperBound <= range.lowerBound { next += 1 }
      if next < silent.count, silent[next].lowerBound < range.upperBound { continue }
      found.append(
        Reference(name: tree.text(range), plainRange: range, isBracketed: isBracketed(range)))
    }
    return found
  }

  /// Where `KEY/` begins that stands before an ID; the ID's own start where there is none.
  private func keyStart(before start: Int) -> Int {
    guard start > 1, plain[start - 1] == 0x2F else { return start }
    var low = start - 1
    while low > 0, isWord(plain[low - 1]) || plain[low - 1] == 0x2D { low -= 1 }
    // In `N-1/N-2` both are IDs.
    return low < start - 1 && !NameKey.isID(tree.text(low..<start - 1)) ? low : start
  }

  /// The end of `N-1` at an offset; nil where there is none.
  private func idEnd(from start: Int) -> Int? {
    var at = start
    while at < plain.count, isCapital(at), at - start < 4 { at += 1 }
    guard (1...3).contains(at - start), at + 1 < plain.count, plain[at] == 0x2D else { return nil }
    let digits = at + 1
    at = digits
    while at < plain.count, plain[at] &- 0x30 < 10 { at += 1 }
    return at > digits ? at : nil
  }

  /// Whether nothing follows that makes an ID a part of something longer.
  private func isFree(_ end: Int) -> Bool {
    guard end < plain.count else { return true }
    if isWord(plain[end]) || plain[end] == 0x2F && idEnd(from: end + 1) == nil { return false }
    return !(plain[end] == 0x2D && end + 1 < plain.count && isWord(plain[end + 1]))
  }

  private func isBracketed(_ range: Range<Int>) -> Bool {
    func isInside(_ byte: UInt8) -> Bool {
      isWord(byte) || byte == 0x2D || byte == 0x2C || byte == 0x20 || byte == 0x2F || byte == 0x3B
    }
    var low = range.lowerBound
    while low > 0, isInside(plain[low - 1]), range.lowerBound - low < 80 { low -= 1 }
    var high = range.upperBound
    while high < plain.count, isInside(plain[high]), high - range.upperBound < 80 { high += 1 }
    guard low > 0, plain[low - 1] == 0x5B, high < plain.count, plain[high] == 0x5D else { return false }
    return plain[low..<high].split(whereSeparator: { $0 == 0x2C || $0 == 0x3B || $0 == 0x20 }).allSatisfy {
      NameKey.isID(String(decoding: $0, as: UTF8.self))
    }
  }

  private func isCapital(_ at: Int) -> Bool { plain[at] &- 0x41 < 26 }

  private func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }

  /// Code, and what stands between `<!-- prfaq:off -->` and `<!-- prfaq:on -->`, in `plain`, by position.
  private func silentRanges() -> [Range<Int>] {
    var ranges = tree.spans.filter { $0.kind == .code }.map(\.plainRange)
    var start: Int? = nil
    for comment in tree.comments {
      switch tree.source[comment.content].lowercased() {
      case "prfaq:off": if start == nil { start = comment.range.upperBound }
      case "prfaq:on":
        if let from = start {
          ranges.append(tree.plainRange(ofSource: from..<comment.range.lowerBound))
          start = nil
        }
      default: break
      }
    }
    if let from = start { ranges.append(tree.plainRange(ofSource: from..<tree.source.bytes.count)) }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    // Nested ones are merged, so that one walk over both lists does.
    var merged: [Range<Int>] = []
    for range in ranges where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
