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
    // Halved without a branch that depends on the answer: nobody can foresee it.
    let low = lineStarts.withUnsafeBufferPointer { starts in
      var low = 0
      var count = starts.count
      while count > 1 {
        let half = count / 2
        low = Int(starts[low + half]) <= offset ? low + half : low
        count -= half
      }
      return low
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
    if let columns, offset - at > ColumnMarks.step {
      // Counted from the start of the file, both by marks: the line's own part is the difference.
      let (before, after) = (columns.count(to: at, bytes), columns.count(to: offset, bytes))
      return Position(
        line: line, column: 1 + after.scalars - before.scalars,
        utf16Column: 1 + after.units - before.units)
    }
    var count: ColumnMarks.Count = (1, 1)
    if at < offset { bytes.withUnsafeBufferPointer { ColumnMarks.add($0, at..<offset, to: &count) } }
    return Position(line: line, column: count.scalars, utf16Column: count.units)
  }
}
