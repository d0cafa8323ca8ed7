internal import Glibc

/// Tells which stretches of the source hold a byte, when asked for one stretch after the other: each part of the source
/// is searched once.
struct ByteCursor {
  private let byte: UInt8
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// The first such byte at `from` or later; nothing is known of what comes before.
  private var next = -1
  private var from = 0

  init(_ byte: UInt8, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
    self.byte = byte
    self.bytes = bytes
    self.count = count
  }

  /// Whether the byte stands in a range.
  @inline(__always)
  mutating func isIn(_ range: Range<Int>) -> Bool {
    if next < range.lowerBound || from > range.lowerBound { find(from: range.lowerBound) }
    return next < range.upperBound
  }

  @inline(never)
  private mutating func find(from start: Int) {
    from = start
    next = count
    guard start < count, let found = memchr(bytes + start, Int32(byte), count - start) else { return }
    next = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
  }
}
