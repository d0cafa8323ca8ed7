/// Turns many offsets of one file into positions.
///
/// `SourceFile.position(at:)` counts from the start of the line each time, which a file written in one line of many
/// megabytes would turn into hours. This keeps marks in long lines and counts from the nearest one.
public struct PositionCursor: Sendable {
  private let source: SourceFile
  private var marks: [Int: [Mark]] = [:]

  /// Columns at a byte of a line.
  private struct Mark: Sendable {
    let scalars: Int
    let units: Int
  }

  /// Bytes between two marks, and the length up to which lines need none.
  private static let step = 128

  /// Prepares for a file.
  public init(_ source: SourceFile) { self.source = source }

  /// The same as `source.position(at: offset)`.
  public mutating func position(at offset: Int) -> Position {
    let line = source.line(at: offset)
    var start = Int(source.lineStarts[line - 1])
    if start == 0 { start = min(source.markLength, offset) }
    if offset - start < PositionCursor.step { return source.position(at: offset) }
    let found = marks[line] ?? mark(line, from: start)
    let number = min((offset - start) / PositionCursor.step, found.count - 1)
    var scalars = found[number].scalars
    var units = found[number].units
    count(start + number * PositionCursor.step..<offset, &scalars, &units)
    return Position(line: line, column: scalars, utf16Column: units)
  }

  /// The place of a range of bytes.
  public mutating func place(_ range: Range<Int>) -> Place {
    Place(
      path: source.path, range: range, start: position(at: range.lowerBound),
      end: position(at: range.upperBound))
  }

  private mutating func mark(_ line: Int, from start: Int) -> [Mark] {
    var made = [Mark(scalars: 1, units: 1)]
    let end = source.lineRange(line).upperBound
    var at = start
    while at + PositionCursor.step <= end {
      var scalars = made[made.count - 1].scalars
      var units = made[made.count - 1].units
      count(at..<at + PositionCursor.step, &scalars, &units)
      made.append(Mark(scalars: scalars, units: units))
      at += PositionCursor.step
    }
    marks[line] = made
    return made
  }

  private func count(_ range: Range<Int>, _ scalars: inout Int, _ units: inout Int) {
    for at in range where source.bytes[at] & 0xC0 != 0x80 {
      scalars += 1
      units += source.bytes[at] >= 0xF0 ? 2 : 1
    }
  }
}
