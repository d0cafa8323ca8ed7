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
