/// What one pass over the bytes of a file tells of it.
struct TextScan {
  /// All faults, in order.
  private(set) var faults: [TextFault] = []
  /// Where there are faults, a copy of equal length in which every faulty byte is `?`.
  private(set) var repaired: [UInt8]? = nil
  /// Offsets of the first byte of each line; a trailing line end does not start another line. No fault is a line end.
  private(set) var lineStarts: [Int32] = [0]

  /// Looks at all bytes, eight at a time: nearly all are neither faulty nor line ends.
  init(_ bytes: [UInt8]) {
    lineStarts.reserveCapacity(bytes.count / 40 + 1)
    if bytes.count >= 2, (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF) {
      faults.append(TextFault(kind: .utf16, range: 0..<2))
    }
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      let count = buffer.count
      while at < count {
        // Where eight bytes are not plain text, they are looked at one by one.
        var end = count
        if at + 8 <= count {
          let word = ByteWord(buffer, at)
          if word.isPlainText {
            at += 8
            continue
          }
          if word.isPlainASCII {
            addLineEnds(word, at, buffer)
            at += 8
            continue
          }
          end = at + 8
        }
        while at < end {
          let byte = buffer[at]
          if byte != 0, byte < 0x80 {
            if byte == 0x0A || byte == 0x0D { addLineEnd(at, buffer) }
            at += 1
            continue
          }
          let length = byte == 0 ? 0 : UTF8Scan.sequenceLength(buffer, at)
          if length == 0 { addFault(at, bytes) }
          at += max(1, length)
        }
      }
    }
  }

  @inline(__always)
  private mutating func addLineEnds(_ word: ByteWord, _ at: Int, _ buffer: UnsafeBufferPointer<UInt8>) {
    var ends = word.mask(equalTo: 0x0A) | word.mask(equalTo: 0x0D)
    while ends != 0 {
      addLineEnd(at + ends.trailingZeroBitCount / 8, buffer)
      ends &= ends - 1
    }
  }

  /// A line ends after each `\n`, and after each `\r` that no `\n` follows.
  @inline(__always)
  private mutating func addLineEnd(_ at: Int, _ buffer: UnsafeBufferPointer<UInt8>) {
    let next = at + 1
    guard next < buffer.count, buffer[at] == 0x0A || buffer[next] != 0x0A else { return }
    lineStarts.append(Int32(truncatingIfNeeded: next))
  }

  private mutating func addFault(_ at: Int, _ bytes: [UInt8]) {
    let isNul = bytes[at] == 0
    if faults.count < TextFault.limit, faults.first?.kind != .utf16 {
      if let last = faults.last, last.kind == .invalidUTF8, !isNul, last.range.upperBound == at {
        faults[faults.count - 1] = TextFault(kind: .invalidUTF8, range: last.range.lowerBound..<at + 1)
      } else {
        faults.append(TextFault(kind: isNul ? .nul : .invalidUTF8, range: at..<at + 1))
      }
    }
    if repaired == nil { repaired = bytes }
    repaired?[at] = UInt8(ascii: "?")
  }
}
