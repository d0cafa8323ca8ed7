/// A quote or an item around the current block: what has to be consumed at the start of each of its lines.
struct Prefix {
  let isItem: Bool
  /// Columns an item's lines are indented by, counted from the container around it.
  let width: Int
  /// The line an item begins on, in libcmark's count.
  let line: Int
  /// Where an item's content begins on that line.
  let cursor: Cursor
  /// Byte after an item's marker.
  let markerEnd: Int

  static let quote = Prefix(isItem: false, width: 0, line: 0, cursor: Cursor(offset: 0), markerEnd: 0)
}

/// A place on a line, in bytes and in columns: a tab reaches to the next multiple of four.
struct Cursor {
  var offset: Int
  var column = 0
  /// Whether columns of the tab at `offset` have been used up already.
  var isInsideTab = false
}

// Consuming container prefixes as the parser of libcmark does (`blocks.c`): nothing else tells where the text
// of a continuation line begins.
extension TreeBuilder {
  /// First byte of a line, in libcmark's count.
  @inline(__always)
  func lineStart(_ line: Int) -> Int {
    line <= 1 ? bodyStart : Int(lineStarts[min(firstLine + line, lineStarts.count) - 1])
  }

  /// Byte after the last of a line, its line end left out.
  @inline(__always)
  func lineEnd(_ line: Int) -> Int {
    let start = lineStart(line)
    var end = firstLine + line < lineStarts.count ? Int(lineStarts[firstLine + line]) : count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Number of lines of the body.
  var lineCount: Int { lineStarts.count - firstLine }

  /// Offset of a place as libcmark names it.
  func offset(ofLine line: Int, column: Int) -> Int {
    let mark = line <= 1 ? secondMark : 0
    return min(lineStart(line) + max(0, column - 1) + mark, count)
  }

  /// End of a line without trailing blanks.
  ///
  /// This and what else is called for each block is mutating, though it changes nothing: the builder would be copied.
  mutating func trimmedEnd(ofLine line: Int, notBefore start: Int) -> Int {
    var end = lineEnd(line)
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return max(end, start)
  }

  /// Whether nothing but blanks stands between an offset and the end of its line.
  mutating func blankFollows(_ offset: Int) -> Bool {
    var at = offset
    while at < count, isBlank(bytes[at]) { at += 1 }
    return at >= count || bytes[at] == 0x0A || bytes[at] == 0x0D
  }

  /// End of the last line of `first...last` that is not blank.
  mutating func lastWrittenLine(_ last: Int, notBefore first: Int, start: Int) -> Int {
    var line = min(max(last, first), lineCount)
    while line > first, blankFollows(lineStart(line)) { line -= 1 }
    return trimmedEnd(ofLine: line, notBefore: start)
  }

  /// Moves over `columns` columns of blanks and marker bytes.
  mutating func advance(_ cursor: inout Cursor, columns: Int) {
    var left = columns
    while left > 0, cursor.offset < count {
      let byte = bytes[cursor.offset]
      if byte == 0x09 {
        let toStop = 4 - cursor.column % 4
        let step = min(left, toStop)
        cursor.isInsideTab = toStop > left
        cursor.column += step
        if !cursor.isInsideTab { cursor.offset += 1 }
        left -= step
      } else if byte == 0x0A || byte == 0x0D {
        return
      } else {
        cursor.isInsideTab = false
        cursor.offset += 1
        cursor.column += 1
        left -= 1
      }
    }
  }

  /// The first byte after the blanks at `cursor`, and how many columns away it is.
  mutating func indent(at cursor: Cursor) -> (offset: Int, columns: Int) {
    var at = cursor.offset
    var column = cursor.column
    while at < count {
      if bytes[at] == 0x20 {
        column += 1
      } else if bytes[at] == 0x09 {
        column += 4 - column % 4
      } else {
        break
      }
      at += 1
    }
    return (at, column - cursor.column)
  }

  /// Where a line's content begins after the prefixes of the containers around the current block, and whether
  /// it has them all; a line that has not is a lazy continuation if it belongs to the block at all.
  mutating func consumePrefixes(ofLine line: Int) -> (cursor: Cursor, isComplete: Bool) {
    var cursor = Cursor(offset: lineStart(line))
    var index = 0
    // On the line an item begins on there is its marker, not its indent.
    var candidate = prefixes.count - 1
    while candidate >= 0 {
      if prefixes[candidate].isItem, prefixes[candidate].line == line {
        cursor = prefixes[candidate].cursor
        index = candidate + 1
        break
      }
      candidate -= 1
    }
    while index < prefixes.count {
      let (first, columns) = indent(at: cursor)
      if prefixes[index].isItem {
        guard columns >= prefixes[index].width else { return (cursor, false) }
        advance(&cursor, columns: prefixes[index].width)
      } else {
        guard columns <= 3, first < count, bytes[first] == 0x3E else { return (cursor, false) }
        advance(&cursor, columns: columns + 1)
        if cursor.offset < count, isBlank(bytes[cursor.offset]) { advance(&cursor, columns: 1) }
      }
      index += 1
    }
    return (cursor, true)
  }

  /// Reads the marker of the item that begins at `start`.
  mutating func itemPrefix(start: Int, line: Int) -> Prefix {
    var cursor = consumePrefixes(ofLine: line).cursor
    let (_, markerIndent) = indent(at: cursor)
    var markerEnd = start
    while markerEnd < count, bytes[markerEnd] >= 0x30, bytes[markerEnd] <= 0x39 { markerEnd += 1 }
    markerEnd = min(markerEnd + 1, count)
    let markerWidth = markerEnd - start
    advance(&cursor, columns: markerIndent + markerWidth)

    let afterMarker = cursor
    while cursor.column - afterMarker.column <= 5, cursor.offset < count, isBlank(bytes[cursor.offset]) {
      advance(&cursor, columns: 1)
    }
    var padding = cursor.column - afterMarker.column
    if padding >= 5 || padding < 1 || blankFollows(cursor.offset) {
      cursor = afterMarker
      if padding > 0 { advance(&cursor, columns: 1) }
      padding = 1
    }
    return Prefix(
      isItem: true, width: markerIndent + markerWidth + padding, line: line, cursor: cursor,
      markerEnd: markerEnd)
  }
}
