/// Some lines of a file, kept when the rest of it is let go: what a report still needs to show places of it.
///
/// Offsets are those of the file. Lines, columns and bytes may be asked for only on lines that were kept.
public struct SourceLines: Sendable {
  /// The path as the user wrote it.
  public let path: String
  /// Number of bytes of the whole file.
  public let byteCount: Int
  /// Number of bytes of a UTF-8 byte order mark at the start of the file: 0 or 3.
  public let markLength: Int
  /// The lines kept, in their order; their bytes follow each other in `bytes`.
  private var lines: [Line] = []
  private var bytes: [UInt8] = []
  private var marks: [Mark] = []

  private struct Line: Sendable {
    /// 1-based.
    let number: Int32
    /// The first byte of the line in the file.
    let start: Int32
    /// Its first byte in `bytes`.
    let at: Int32
    /// Its length, line end included.
    let length: Int32
    /// Its first mark; -1 where each byte is a column.
    let mark: Int32
  }

  /// Scalars and UTF-16 units before a byte of a line.
  private struct Mark: Sendable {
    let scalars: Int32
    let units: Int32
  }

  /// Bytes between two marks of a line.
  private static let step = 128

  /// Keeps the lines on which ranges begin and end.
  public init(_ source: SourceFile, keeping ranges: [Range<Int>]) {
    path = source.path
    byteCount = source.bytes.count
    markLength = source.markLength
    if ranges.isEmpty { return }
    var numbers: [Int] = []
    for range in ranges {
      let start = min(max(0, range.lowerBound), byteCount)
      let end = min(max(start, range.upperBound), byteCount)
      let first = source.line(at: start)
      numbers.append(first)
      // Blanks and line ends at the end of a range are not shown: the last line may be any before its end.
      var shown = end
      while shown > start, SourceLines.isBlank(source.bytes[shown - 1]) { shown -= 1 }
      let last = source.line(at: max(start, shown - 1))
      numbers += max(first + 1, last)..<max(first + 1, source.line(at: end) + 1)
    }
    numbers.sort()
    var previous = 0
    for number in numbers where number != previous {
      keep(number, of: source)
      previous = number
    }
  }

  /// Keeps all lines.
  public init(_ source: SourceFile) {
    path = source.path
    byteCount = source.bytes.count
    markLength = source.markLength
    for number in 1...source.lineCount { keep(number, of: source) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func keep(_ number: Int, of source: SourceFile) {
    let start = Int(source.lineStarts[number - 1])
    let end = number < source.lineCount ? Int(source.lineStarts[number]) : source.bytes.count
    let content = source.bytes[(start == 0 ? min(markLength, end) : start)..<end]
    var mark: Int32 = -1
    if !content.allSatisfy({ $0 < 0x80 }) {
      mark = Int32(truncatingIfNeeded: marks.count)
      source.bytes.withUnsafeBufferPointer { bytes in
        var count: ColumnMarks.Count = (0, 0)
        for at in stride(from: content.startIndex, to: content.endIndex, by: SourceLines.step) {
          marks.append(
            Mark(
              scalars: Int32(truncatingIfNeeded: count.scalars),
              units: Int32(truncatingIfNeeded: count.units)))
          ColumnMarks.add(bytes, at..<min(at + SourceLines.step, content.endIndex), to: &count)
        }
      }
    }
    lines.append(
      Line(
        number: Int32(truncatingIfNeeded: number), start: Int32(truncatingIfNeeded: start),
        at: Int32(truncatingIfNeeded: bytes.count), length: Int32(truncatingIfNeeded: end - start), mark: mark
      ))
    bytes += source.bytes[start..<end]
  }

  /// The index of the line that holds an offset.
  private func index(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lines[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The 1-based line that holds the byte at `offset`; the end of the file belongs to the last line.
  public func line(at offset: Int) -> Int { Int(lines[index(at: offset)].number) }

  /// The bytes of a 1-based line, without its line end.
  public func lineRange(_ number: Int) -> Range<Int> {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lines[middle].number) <= number { low = middle } else { high = middle }
    }
    let line = lines[low]
    let first = Int(line.at)
    var end = first + Int(line.length)
    if end > first, bytes[end - 1] == 0x0A { end -= 1 }
    if end > first, bytes[end - 1] == 0x0D { end -= 1 }
    return Int(line.start)..<Int(line.start) + end - first
  }

  /// Line and columns of a byte offset. A byte order mark counts no column.
  public func position(at offset: Int) -> Position {
    let line = lines[index(at: offset)]
    var start = Int(line.start)
    if start == 0 { start = min(markLength, offset) }
    if line.mark < 0 {
      let column = offset - start + 1
      return Position(line: Int(line.number), column: column, utf16Column: column)
    }
    // Where a line ends at a multiple of the step, no mark stands at its end.
    let number = max(0, offset - start - 1) / SourceLines.step
    let mark = marks[Int(line.mark) + number]
    var count: ColumnMarks.Count = (Int(mark.scalars), Int(mark.units))
    let first = Int(line.at) + start - Int(line.start)
    bytes.withUnsafeBufferPointer {
      ColumnMarks.add($0, first + number * SourceLines.step..<first + offset - start, to: &count)
    }
    return Position(line: Int(line.number), column: count.scalars + 1, utf16Column: count.units + 1)
  }

  /// The bytes of a range within one line.
  public subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    if range.isEmpty { return [] }
    let line = lines[index(at: range.lowerBound)]
    let shift = Int(line.at) - Int(line.start)
    return bytes[range.lowerBound + shift..<range.upperBound + shift]
  }

  /// One byte.
  public func byte(at offset: Int) -> UInt8 {
    let line = lines[index(at: offset)]
    return bytes[offset - Int(line.start) + Int(line.at)]
  }
}
