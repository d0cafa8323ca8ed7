import Glibc
import SourceText

extension SourceFile {
  /// Whether an ASCII text stands within a range, letter by letter.
  func holds(_ text: StaticString, in range: Range<Int>) -> Bool {
    let range = range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBufferPointer { bytes in
      text.withUTF8Buffer { text in
        // Nothing is read behind `last + text.count`, which is the end of the range.
        let last = range.upperBound - text.count
        var at = range.lowerBound
        guard let base = bytes.baseAddress, let wanted = text.baseAddress else { return false }
        while at <= last, let found = memchr(base + at, Int32(wanted[0]), last + 1 - at) {
          at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          if memcmp(base + at, wanted, text.count) == 0 { return true }
          at += 1
        }
        return false
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from one offset to another, neither beyond the end; nil where there is none.
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let base = baseAddress, let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
