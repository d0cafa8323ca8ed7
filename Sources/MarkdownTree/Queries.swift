extension MarkdownTree {
  /// The lines of a range of `plain`, as ranges without their `\n`.
  public func lines(ofPlain range: Range<Int>) -> PlainLines {
    PlainLines(plain: plain, position: range.lowerBound, end: range.upperBound)
  }

  /// Goes through lines of `plain`; an empty range has one empty line.
  public struct PlainLines: Sequence, IteratorProtocol {
    let plain: [UInt8]
    var position: Int
    let end: Int

    /// The next line's range.
    public mutating func next() -> Range<Int>? {
      guard position <= end else { return nil }
      let start = position
      while position < end, plain[position] != 0x0A { position += 1 }
      let line = start..<position
      position += 1
      return line
    }
  }

  /// The heading or paragraph whose text, or the `\n` after it, holds an offset of `plain`; nil outside `plain`.
  public func block(atPlain offset: Int) -> Int? {
    guard offset >= 0, offset < plain.count else { return nil }
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(blocks[middle].plainStart) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The tables in a range of blocks.
  public func tables(inBlocks range: Range<Int>) -> ArraySlice<Table> {
    var low = 0
    var high = tables.count
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].block < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tables.count, tables[end].block < range.upperBound { end += 1 }
    return tables[low..<end]
  }

  /// The spans of a block whose text begins at an offset of `plain` or later.
  public func spans(ofBlock block: Int, from plainOffset: Int) -> Range<Int> {
    let all = blocks[block].spanRange
    var low = all.lowerBound
    var high = all.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].plainStart) < plainOffset { low = middle + 1 } else { high = middle }
    }
    return low..<all.upperBound
  }

  /// The part of `plain` that a range of the source gave; empty where it gave no text.
  public func plainRange(ofSource range: Range<Int>) -> Range<Int> {
    let low = plainOffset(ofSource: range.lowerBound, isEnd: false)
    return low..<max(low, plainOffset(ofSource: range.upperBound, isEnd: true))
  }

  /// Where the text of a source byte is in `plain`, or that of the next byte that has any.
  private func plainOffset(ofSource offset: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].source) < (isEnd ? offset : offset + 1) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return 0 }
    let piece = pieces[low - 1]
    let next = low < pieces.count ? Int(pieces[low].plain) : plain.count
    guard offset < Int(piece.sourceEnd) else { return next }
    if next - Int(piece.plain) != Int(piece.sourceEnd - piece.source) {
      return offset == Int(piece.source) ? Int(piece.plain) : isEnd ? next : Int(piece.plain)
    }
    return Int(piece.plain) + offset - Int(piece.source)
  }
}
