// Comments: `<!-- ... -->` in blocks of raw HTML and among inline HTML.
extension TreeBuilder {
  /// Finds the comments in an HTML block.
  mutating func findComments(in index: Int) {
    let end = Int(blocks[index].end)
    var at = Int(blocks[index].start)
    if isScript(at, end) { return }
    while at + 4 <= end {
      guard bytes[at] == 0x3C, bytes[at + 1] == 0x21, bytes[at + 2] == 0x2D, bytes[at + 3] == 0x2D else {
        at += 1
        continue
      }
      // `<!-->` is a whole comment to libcmark and to browsers.
      var close = at + 2
      while close + 3 <= end, !isCommentEnd(close) { close += 1 }
      let isClosed = close + 3 <= end
      let contentStart = at + 4
      let contentEnd = isClosed ? max(contentStart, close) : end
      let range = at..<(isClosed ? close + 3 : end)
      comments.append(
        Comment(
          range: range,
          content: trimmed(min(contentStart, range.upperBound)..<min(contentEnd, range.upperBound)),
          block: index, isBlock: true))
      at = range.upperBound
    }
  }

  /// Notes a comment within the text of the last block.
  mutating func addInlineComment(_ range: Range<Int>) {
    let low = min(range.lowerBound + 4, range.upperBound)
    let content = low..<max(low, range.upperBound - 3)
    comments.append(Comment(range: range, content: trimmed(content), block: blocks.count - 1, isBlock: false))
  }

  private func isCommentEnd(_ at: Int) -> Bool {
    bytes[at] == 0x2D && bytes[at + 1] == 0x2D && bytes[at + 2] == 0x3E
  }

  /// What looks like a comment in a script or style sheet is not one.
  private func isScript(_ start: Int, _ end: Int) -> Bool {
    for name in ["<script", "<style", "<textarea"] as [StaticString] {
      let length = name.utf8CodeUnitCount
      guard start + length <= end else { continue }
      var matches = 0
      while matches < length, bytes[start + matches] | 0x20 == name.utf8Start[matches] | 0x20 { matches += 1 }
      if matches == length { return true }
    }
    return false
  }
}
