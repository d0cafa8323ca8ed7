/// Where lines begin.
enum LineTable {
  /// Offsets of the first byte of each line of `bytes`. A trailing line end does not start another line.
  static func starts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      let count = buffer.count
      var at = 0
      while at < count {
        let byte = buffer[at]
        at += 1
        if byte == 0x0A || (byte == 0x0D && !(at < count && buffer[at] == 0x0A)) {
          if at < count { starts.append(Int32(truncatingIfNeeded: at)) }
        }
      }
    }
    return starts
  }
}
