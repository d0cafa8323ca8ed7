/// A place where a file's bytes are not valid text.
public struct TextFault: Sendable, Equatable {
  /// What is wrong there.
  public enum Kind: Sendable, Equatable {
    /// Bytes that are no UTF-8 sequence.
    case invalidUTF8
    /// A zero byte.
    case nul
    /// The file starts with a UTF-16 or UTF-32 byte order mark.
    case utf16
  }

  /// What is wrong.
  public let kind: Kind
  /// The bytes concerned.
  public let range: Range<Int>

  /// At most this many faults are recorded: a binary file would give millions.
  static let limit = 1_000

  /// Finds all faults of `bytes`.
  ///
  /// Where there are any, `repaired` is a copy of equal length in which every faulty byte is `?`.
  static func find(in bytes: [UInt8]) -> (faults: [TextFault], repaired: [UInt8]?) {
    var faults: [TextFault] = []
    var repaired: [UInt8]? = nil
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      faults.append(TextFault(kind: .utf16, range: 0..<2))
    }
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      let count = buffer.count
      while at < count {
        while at + 8 <= count, ByteWord(buffer, at).isPlainASCII { at += 8 }
        guard at < count else { break }
        let byte = buffer[at]
        if byte != 0 && byte < 0x80 {
          at += 1
          continue
        }
        let length = byte == 0 ? 0 : UTF8Scan.sequenceLength(buffer, at)
        if length > 0 {
          at += length
          continue
        }
        let end = at + 1
        if faults.count < limit, faults.first?.kind != .utf16 {
          if let last = faults.last, last.kind == .invalidUTF8, byte != 0, last.range.upperBound == at {
            faults[faults.count - 1] = TextFault(kind: .invalidUTF8, range: last.range.lowerBound..<end)
          } else {
            faults.append(TextFault(kind: byte == 0 ? .nul : .invalidUTF8, range: at..<end))
          }
        }
        if repaired == nil { repaired = bytes }
        repaired?[at] = UInt8(ascii: "?")
        at = end
      }
    }
    return (faults, repaired)
  }
}

/// Reading UTF-8 by hand: the checks the standard library offers allocate or lose the offset.
enum UTF8Scan {
  /// Length of the well-formed sequence that starts at `at`, 0 when there is none (Unicode 15, table 3-7).
  static func sequenceLength(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = buffer[at]
    func follows(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      at + offset < buffer.count && buffer[at + offset] >= low && buffer[at + offset] <= high
    }
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
