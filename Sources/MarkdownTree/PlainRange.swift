extension MarkdownTree {
  /// The part of `plain` that a range of source bytes gives; empty where it has no text.
  ///
  /// The counterpart of `sourceRange(ofPlain:)`; markup at either end is left out.
  public func plainRange(ofSource range: Range<Int>) -> Range<Int> {
    guard !pieces.isEmpty else { return 0..<0 }
    let start = plainOffset(ofSource: range.lowerBound, isEnd: false)
    let end = plainOffset(ofSource: range.upperBound, isEnd: true)
    return start..<max(start, end)
  }

  private func plainOffset(ofSource offset: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].source) <= offset - (isEnd ? 1 : 0) { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    let next = low + 1 < pieces.count ? Int(pieces[low + 1].plain) : plain.count
    if offset <= Int(piece.source) { return Int(piece.plain) }
    // Behind the piece stands markup, or the end of its block.
    if offset >= Int(piece.sourceEnd) { return next }
    let isCopy = next - Int(piece.plain) == Int(piece.sourceEnd - piece.source)
    return isCopy ? Int(piece.plain) + offset - Int(piece.source) : (isEnd ? next : Int(piece.plain))
  }
}
