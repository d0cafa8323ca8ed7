/// How many characters there are up to every so many bytes of a file.
///
/// A file in one line of many megabytes would take hours to point into if each column were counted from the start of its
/// line.
struct ColumnMarks: Sendable {
  /// Bytes between two marks.
  static let step = 256
  /// Lines of fewer bytes need no marks.
  private static let longLine = 4_096

  /// Unicode scalars, and UTF-16 code units.
  typealias Count = (scalars: Int, units: Int)

  private let marks: [Mark]

  private struct Mark: Sendable {
    let scalars: Int32
    let units: Int32
  }

  /// Makes the marks; nil where no line is long.
  init?(of bytes: [UInt8], _ lineStarts: [Int32]) {
    guard bytes.count >= ColumnMarks.longLine else { return nil }
    var isLong = bytes.count - Int(lineStarts[lineStarts.count - 1]) >= ColumnMarks.longLine
    var previous = lineStarts[0]
    for start in lineStarts {
      if Int(start - previous) >= ColumnMarks.longLine { isLong = true }
      previous = start
    }
    guard isLong else { return nil }
    var marks: [Mark] = []
    marks.reserveCapacity(bytes.count / ColumnMarks.step + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var count: Count = (0, 0)
      var at = 0
      while true {
        marks.append(
          Mark(
            scalars: Int32(truncatingIfNeeded: count.scalars), units: Int32(truncatingIfNeeded: count.units)))
        guard at + ColumnMarks.step <= bytes.count else { break }
        ColumnMarks.add(bytes, at..<at + ColumnMarks.step, to: &count)
        at += ColumnMarks.step
      }
    }
    self.marks = marks
  }

  /// What begins before an offset.
  func count(to offset: Int, _ bytes: [UInt8]) -> Count {
    let number = offset / ColumnMarks.step
    var count: Count = (Int(marks[number].scalars), Int(marks[number].units))
    bytes.withUnsafeBufferPointer { ColumnMarks.add($0, number * ColumnMarks.step..<offset, to: &count) }
    return count
  }

  /// Adds what begins within a range, eight bytes at a time.
  static func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to count: inout Count) {
    // Once for all that is read below, which checks no bounds.
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(bytes)
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      // In each byte of a sum, how many of the bytes at that place counted; all together stay below 256.
      let end = min(at + 8 * 31, range.upperBound)
      let start = at
      var bits: UInt64 = 0
      while at + 8 <= end {
        bits |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        at += 8
      }
      // In most lines each byte is a character.
      if bits & highBits == 0 {
        count.scalars += at - start
        count.units += at - start
        continue
      }
      at = start
      var continuing: UInt64 = 0
      var long: UInt64 = 0
      while at + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // The high bit of each byte: set in 10xxxxxx, and set in 1111xxxx.
        continuing &+= (word & ~(word << 1) & highBits) >> 7
        long &+= (word & word << 1 & word << 2 & word << 3 & highBits) >> 7
        at += 8
      }
      let scalars = at - start - Int((continuing &* 0x0101_0101_0101_0101) >> 56)
      count.scalars += scalars
      count.units += scalars + Int((long &* 0x0101_0101_0101_0101) >> 56)
    }
    while at < range.upperBound {
      let byte = bytes[at]
      if byte & 0xC0 != 0x80 {
        count.scalars += 1
        count.units += byte >= 0xF0 ? 2 : 1
      }
      at += 1
    }
  }
}
