import MarkdownTree

/// Tells which stretches of `plain` hold a mark, when asked for one stretch after the other: each part of the text is
/// searched once.
struct MarkCursor {
  private let tree: MarkdownTree
  private let mark: UInt8
  /// Whether the first byte of full-width marks counts as well.
  private let hasWide: Bool
  /// The first mark at `from` or later; nothing is known of what comes before.
  private var next = -1
  private var from = 0

  init(_ mark: UInt8, _ list: PassageList) {
    tree = list.tree
    self.mark = mark
    hasWide = list.hasWideMarks
  }

  /// Whether there may be a mark, plain or full-width, in a range.
  @inline(__always)
  mutating func isIn(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return false }
    if next < range.lowerBound || from > range.lowerBound { find(from: range.lowerBound) }
    return next < range.upperBound
  }

  @inline(never)
  private mutating func find(from start: Int) {
    from = start
    next = tree.plain.withUnsafeBufferPointer { plain in
      let narrow = ByteSearch.first(mark, in: plain, from: start, to: plain.count)
      return hasWide ? min(narrow, ByteSearch.first(0xEF, in: plain, from: start, to: narrow)) : narrow
    }
  }
}
