internal import Glibc

/// Where lines begin.
enum LineTable {
  /// Offsets of the first byte of each line of `bytes`.
  ///
  /// A trailing line end does not start another line.
  static func starts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, buffer.count > 0 else { return }
      let count = buffer.count
      if memchr(base, 0x0D, count) == nil {
        // The usual file: the C library's search is the fastest there is.
        var at = 0
        while at < count, let found = memchr(base + at, 0x0A, count - at) {
          at = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
          if at < count { starts.append(Int32(truncatingIfNeeded: at)) }
        }
        return
      }
      // A line ends after each `\n`, and after each `\r` that no `\n` follows.
      func lineEnd(at offset: Int) {
        let next = offset + 1
        guard next < count, buffer[offset] == 0x0A || buffer[next] != 0x0A else { return }
        starts.append(Int32(truncatingIfNeeded: next))
      }
      var at = 0
      while at + 8 <= count {
        let word = ByteWord(buffer, at)
        var hits = word.mask(equalTo: 0x0A) | word.mask(equalTo: 0x0D)
        while hits != 0 {
          lineEnd(at: at + hits.trailingZeroBitCount / 8)
          hits &= hits - 1
        }
        at += 8
      }
      while at < count {
        if buffer[at] == 0x0A || buffer[at] == 0x0D { lineEnd(at: at) }
        at += 1
      }
    }
    return starts
  }
}
