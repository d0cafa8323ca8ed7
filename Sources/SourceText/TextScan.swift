/// What one pass over the bytes of a file tells of it.
struct TextScan {
  /// All faults, in order.
  private(set) var faults: [TextFault] = []
  /// Where there are faults, a copy of equal length in which every faulty byte is `?`.
  private(set) var repaired: [UInt8]? = nil
  /// Offsets of the first byte of each line; a trailing line end does not start another line. No fault is a line end.
  private(set) var lineStarts: [Int32] = []

  /// Looks at all bytes, sixteen at a time: nearly all are neither faulty nor line ends.
  init(_ bytes: [UInt8]) {
    if bytes.count >= 2, (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF) {
      faults.append(TextFault(kind: .utf16, range: 0..<2))
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      let count = buffer.count
      var at = 0
      while at < count {
        if at &+ 16 <= count {
          let plain = TextScan.plainLength(buffer, at)
          at &+= plain
          if plain == 16 { continue }
        }
        let byte = buffer[at]
        if byte != 0, byte < 0x80 {
          if byte == 0x0A || byte == 0x0D { TextScan.addLineEnd(at, buffer, to: &starts) }
          at &+= 1
          continue
        }
        // What is beyond ASCII seldom stands alone.
        repeat {
          let length = buffer[at] == 0 ? 0 : UTF8Scan.sequenceLength(buffer, at)
          if length == 0 { addFault(at, bytes) }
          at &+= max(1, length)
        } while at < count && buffer[at] >= 0x80
      }
    }
    lineStarts = starts
  }

  /// How many of sixteen bytes, all of which must be there, come before one beyond ASCII or a control character up to
  /// `\r`.
  @inline(__always)
  private static func plainLength(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let (low, high) = (ByteWord(buffer, at).others, ByteWord(buffer, at &+ 8).others)
    if low | high == 0 { return 16 }
    return low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
  }

  /// A line ends after each `\n`, and after each `\r` that no `\n` follows.
  @inline(__always)
  private static func addLineEnd(
    _ at: Int, _ buffer: UnsafeBufferPointer<UInt8>, to starts: inout [Int32]
  ) {
    let next = at &+ 1
    guard next < buffer.count, buffer[at] == 0x0A || buffer[next] != 0x0A else { return }
    starts.append(Int32(truncatingIfNeeded: next))
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
