/// The bytes of one text file, with its line table and the places where it is not valid text.
///
/// All positions in this package are byte offsets into `bytes`; they become lines and columns only when a
/// message is printed (`position(at:)`).
public struct SourceFile: Sendable {
  /// The path as the user wrote it; `<stdin>` or the name given for it when read from standard input.
  public let path: String
  /// The bytes of the file, with every byte that is not valid text replaced by `?`, so that offsets hold.
  public let bytes: [UInt8]
  /// The places where the file's bytes are not valid UTF-8 or are NUL, in order of offset.
  public let faults: [TextFault]
  /// Offset of the first byte of each line; never empty. `\n`, `\r\n` and a lone `\r` end a line.
  public let lineStarts: [Int32]
  /// Number of bytes of a UTF-8 byte order mark at the start: 0 or 3.
  public let markLength: Int
  /// Columns at every so many bytes; nil where no line is long.
  let columns: ColumnMarks?

  /// Takes bytes as text.
  ///
  /// - Parameters:
  ///   - bytes: the content; at most 2 GiB (`Int32.max` bytes).
  ///   - path: how messages name the file.
  public init(_ bytes: [UInt8], path: String) {
    precondition(bytes.count < Int(Int32.max), "a file of 2 GiB or more cannot be read")
    self.path = path
    let scan = TextScan(bytes)
    self.faults = scan.faults
    self.bytes = scan.repaired ?? bytes
    self.lineStarts = scan.lineStarts
    self.markLength =
      bytes.count >= 3 && (bytes[0], bytes[1], bytes[2]) == (0xEF, 0xBB, 0xBF) ? 3 : 0
    self.columns = ColumnMarks(of: self.bytes, lineStarts)
  }

  /// Takes a string as text, for tests and examples.
  public init(_ text: String, path: String = "example.md") {
    self.init(Array(text.utf8), path: path)
  }

  /// The text of a range of bytes.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
