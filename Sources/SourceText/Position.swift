/// A place in a file as people and editors count it.
public struct Position: Sendable, Equatable, Comparable {
  /// 1-based line.
  public let line: Int
  /// 1-based column, counted in Unicode scalars.
  public let column: Int
  /// 1-based column, counted in UTF-16 code units, for editors.
  public let utf16Column: Int

  /// Makes a position from its parts.
  public init(line: Int, column: Int, utf16Column: Int) {
    self.line = line
    self.column = column
    self.utf16Column = utf16Column
  }

  /// Positions are ordered by line, then by column.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension SourceFile {
  /// Number of lines; an empty file has one.
  public var lineCount: Int { lineStarts.count }

  /// The 1-based line that holds the byte at `offset`; the end of the file belongs to the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a 1-based line, without its line end.
  public func lineRange(_ line: Int) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Line and columns of a byte offset. A byte order mark counts no column.
  public func position(at offset: Int) -> Position {
    let line = line(at: offset)
    var at = Int(lineStarts[line - 1])
    if at == 0 { at = min(markLength, offset) }
    var scalars = 1
    var units = 1
    if let columns, offset - at > ColumnMarks.step {
      // Counted from the start of the file, both by marks: the line's own part is the difference.
      let (before, after) = (columns.count(to: at, bytes), columns.count(to: offset, bytes))
      return Position(
        line: line, column: 1 + after.scalars - before.scalars,
        utf16Column: 1 + after.units - before.units)
    }
    while at < offset {
      let byte = bytes[at]
      if byte & 0xC0 != 0x80 {
        scalars += 1
        units += byte >= 0xF0 ? 2 : 1
      }
      at += 1
    }
    return Position(line: line, column: scalars, utf16Column: units)
  }
}
