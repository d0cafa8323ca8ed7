/// Writes JSON piece by piece, in the order it is told, without building a tree first.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.field("path", "a.md")
///   $0.key("lines"); $0.array { $0.value(1); $0.value(2) }
/// }
/// print(json.take())
/// ```
///
/// The bytes are UTF-8 with two blanks of indentation, or all on one line where the writer is compact, for formats
/// that keep one value a line. Control characters, those of the second block (U+007F to U+009F) included, are escaped,
/// so that the output is harmless in a terminal too.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private var followsKey = false
  /// Whether values follow each other on one line, without blanks between them.
  private var isCompact: Bool

  /// Starts an empty text.
  ///
  /// - Parameter isCompact: whether to write everything on one line.
  public init(isCompact: Bool = false) { self.isCompact = isCompact }

  /// Writes what `body` writes on one line, within a text of several lines.
  public mutating func compact(_ body: (inout JSONWriter) -> Void) {
    let before = isCompact
    separate()
    followsKey = true
    isCompact = true
    body(&self)
    isCompact = before
  }

  /// The bytes written since the last call; call it now and then to keep a long output out of memory.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Number of bytes written since the last call of `take`.
  public var count: Int { bytes.count }

  /// Ends the text with a line end.
  public mutating func finish() { bytes.append(0x0A) }

  /// Writes an object whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes an array whose values `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    body(&self)
    end(UInt8(ascii: "]"))
  }

  /// Opens an object that `endObject` closes, for a text written in several steps.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Closes the object opened last.
  public mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array that `endArray` closes, for a text written in several steps.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Closes the array opened last.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the key of the value that follows.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if !isCompact { bytes.append(0x20) }
    followsKey = true
  }

  /// Writes a text.
  public mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a number.
  public mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a number that is no whole one, as its digits are given: `0.5`.
  public mutating func number(_ digits: String) {
    separate()
    bytes.append(contentsOf: digits.utf8)
  }

  /// Writes a truth value.
  public mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a key and a text.
  public mutating func field(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// Writes a key and a number.
  public mutating func field(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a key and a truth value.
  public mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(bracket)
    isFirst = false
  }

  /// What stands between the last value and the next: nothing after a key, else a comma and a new line.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newLine() }
    isFirst = false
  }

  private mutating func newLine() {
    if isCompact { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      // Most text needs no escapes: whole stretches of it are copied.
      var copied = 0
      var at = 0
      while at < source.count {
        let byte = source[at]
        // U+0080 to U+009F are C2 80 to C2 9F.
        let isSecondControl = byte == 0xC2 && at + 1 < source.count && source[at + 1] < 0xA0
        if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, !isSecondControl {
          at += 1
          continue
        }
        bytes.append(contentsOf: source[copied..<at])
        escape(isSecondControl ? source[at + 1] : byte)
        at += isSecondControl ? 2 : 1
        copied = at
      }
      bytes.append(contentsOf: source[copied...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: UInt8) {
    switch scalar {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    default:
      let digits = String(scalar, radix: 16)
      bytes.append(contentsOf: #"\u"#.utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
