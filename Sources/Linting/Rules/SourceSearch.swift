import SourceText

extension SourceFile {
  /// Whether an ASCII text stands within a range, letter by letter.
  func holds(_ text: StaticString, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      text.withUTF8Buffer { text in
        let last = range.upperBound - text.count
        var at = range.lowerBound
        while at <= last {
          if bytes[at] == text[0], (1..<text.count).allSatisfy({ bytes[at + $0] == text[$0] }) { return true }
          at += 1
        }
        return false
      }
    }
  }
}
