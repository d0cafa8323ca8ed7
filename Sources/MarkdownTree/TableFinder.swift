internal import Glibc

// Pipe tables and task boxes: GitHub's additions, which CommonMark leaves as text. Both are read from the lines
// of the paragraph that has just been aligned.
extension TreeBuilder {
  /// Finds the table in a paragraph: everything from the line before the first delimiter row.
  mutating func findTable(in index: Int) {
    guard segments.count > 1 else { return }
    for row in 1..<segments.count {
      let first = content[Int(segments[row].content)]
      guard first == 0x7C || first == 0x2D || first == 0x3A, let columns = delimiterCount(row) else {
        continue
      }
      let header = cells(ofRow: row - 1, in: index)
      guard header.count == columns, hasPipe(row - 1) || hasPipe(row) else { continue }
      let body =
        row + 1 < segments.count ? (row + 1..<segments.count).map { cells(ofRow: $0, in: index) } : []
      tables.append(
        Table(
          block: index, range: Int(segments[row - 1].source)..<Int(blocks[index].end),
          header: header, rows: body))
      return
    }
  }

  /// Notes `[ ]` or `[x]` when the paragraph begins an item with one.
  mutating func findTaskBox(in index: Int) {
    let start = Int(blocks[index].start)
    let parent = Int(blocks[index].parent)
    guard parent == index - 1, blocks[parent].kind == .item, start + 3 <= count, bytes[start] == 0x5B,
      bytes[start + 2] == 0x5D
    else { return }
    let mark = bytes[start + 1]
    guard mark == 0x20 || mark == 0x78 || mark == 0x58 else { return }
    guard start + 3 == count || isSpace(bytes[start + 3]) else { return }
    taskBoxes.append(TaskBox(item: parent, range: start..<start + 3, isChecked: mark != 0x20))
  }

  /// The bytes of a line of the content, blanks at its end left out.
  private func row(_ number: Int) -> Range<Int> {
    let start = Int(segments[number].content)
    var end = number + 1 < segments.count ? Int(segments[number + 1].content) - 1 : contentEnd
    while end > start, isBlank(content[end - 1]) { end -= 1 }
    return start..<max(start, end)
  }

  private func hasPipe(_ number: Int) -> Bool {
    let row = row(number)
    return !row.isEmpty && memchr(content + row.lowerBound, 0x7C, row.count) != nil
  }

  /// Number of cells of a delimiter row, nil when the line is none.
  private func delimiterCount(_ number: Int) -> Int? {
    let row = row(number)
    var at = row.lowerBound
    let end = row.upperBound
    func skipBlanks() { while at < end, isBlank(content[at]) { at += 1 } }
    if at < end, content[at] == 0x7C { at += 1 }
    var columns = 0
    while true {
      skipBlanks()
      if at == end { return columns > 0 ? columns : nil }
      if content[at] == 0x3A { at += 1 }
      let dashes = at
      while at < end, content[at] == 0x2D { at += 1 }
      guard at > dashes else { return nil }
      if at < end, content[at] == 0x3A { at += 1 }
      columns += 1
      skipBlanks()
      if at == end { return columns }
      guard content[at] == 0x7C else { return nil }
      at += 1
    }
  }

  /// The cells of a row: what stands between pipes that are neither escaped nor inside code.
  private func cells(ofRow number: Int, in index: Int) -> [Table.Cell] {
    let row = row(number)
    let delta = Int(segments[number].source) - row.lowerBound
    var start = row.lowerBound
    if start < row.upperBound, content[start] == 0x7C { start += 1 }
    var cells: [Table.Cell] = []
    cells.reserveCapacity(4)
    var at = start
    var span = firstCodeSpan(in: index, endingAfter: row.lowerBound + delta)
    while at < row.upperBound {
      let byte = content[at]
      if byte == 0x5C {
        at += 2
        continue
      }
      if byte == 0x7C {
        while span < Int(blocks[index].spanEnd), !isCode(span, endingAfter: at + delta) { span += 1 }
        let isInCode = span < Int(blocks[index].spanEnd) && Int(spans[span].start) < at + delta
        if !isInCode {
          cells.append(cell(start..<at, delta: delta, in: index))
          start = at + 1
        }
      }
      at += 1
    }
    if start < row.upperBound { cells.append(cell(start..<row.upperBound, delta: delta, in: index)) }
    return cells
  }

  /// The spans of a block are in the order of their start; this finds where a row's begin without looking at all
  /// of them for each row.
  private func firstCodeSpan(in index: Int, endingAfter offset: Int) -> Int {
    var low = Int(blocks[index].spanStart)
    var high = Int(blocks[index].spanEnd)
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    // Code that began on an earlier line may reach into this one; code does not nest, so one step back is enough.
    var before = low
    while before > Int(blocks[index].spanStart), low - before < 8 {
      before -= 1
      if isCode(before, endingAfter: offset) { return before }
    }
    return low
  }

  private func isCode(_ span: Int, endingAfter offset: Int) -> Bool {
    spans[span].kind == .code && Int(spans[span].end) > offset
  }

  private func cell(_ range: Range<Int>, delta: Int, in index: Int) -> Table.Cell {
    let source = trimmed(range.lowerBound + delta..<range.upperBound + delta)
    var low = plainOffset(ofSource: source.lowerBound, in: index)
    var high = max(low, plainOffset(ofSource: source.upperBound, in: index))
    while low < high, isBlank(plain[low]) { low += 1 }
    while high > low, isBlank(plain[high - 1]) { high -= 1 }
    return Table.Cell(range: source, plainRange: low..<high)
  }

  /// Where a source byte's text is in `plain`, or where it would be if it has none.
  private func plainOffset(ofSource offset: Int, in index: Int) -> Int {
    let first = Int(blocks[index].plainStart)
    var low = 0
    var high = pieces.count
    // The last piece that begins at or before the offset.
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].source) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return first }
    let piece = pieces[low - 1]
    let next = low < pieces.count ? Int(pieces[low].plain) : plainCount
    guard offset < Int(piece.sourceEnd) else { return max(first, min(next, Int(blocks[index].plainEnd))) }
    let isVerbatim = next - Int(piece.plain) == Int(piece.sourceEnd - piece.source)
    let result = isVerbatim ? Int(piece.plain) + offset - Int(piece.source) : Int(piece.plain)
    return max(first, min(result, Int(blocks[index].plainEnd)))
  }
}
