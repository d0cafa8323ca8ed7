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
}
