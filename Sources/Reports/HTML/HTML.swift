/// HTML as it is put together.
///
/// Markup can only be written as a literal of this program (`StaticString`); everything else is escaped. So no text of a
/// document can become markup, whatever a later change forgets.
struct HTML: Sendable {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes markup.
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes what is HTML already.
  mutating func append(_ other: HTML) { bytes += other.bytes }

  /// Writes a start tag; a nil value leaves its attribute out.
  mutating func open(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    markup("<")
    markup(tag)
    for (name, value) in attributes {
      guard let value else { continue }
      markup(" ")
      markup(name)
      markup("=\"")
      text(value)
      markup("\"")
    }
    markup(">")
  }

  /// Writes an end tag.
  mutating func close(_ tag: StaticString) {
    markup("</")
    markup(tag)
    markup(">")
  }

  /// Writes an element that holds text.
  mutating func element(
    _ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text content: String
  ) {
    open(tag, attributes)
    text(content)
    close(tag)
  }

  /// Writes text, for the content of an element as well as for an attribute's value.
  mutating func text(_ text: String) { self.text(Array(text.utf8)[...]) }

  /// Writes text.
  mutating func text(_ text: ArraySlice<UInt8>) {
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case 0x0D: markup("\n")
      case 0x09, 0x0A: bytes.append(byte)
      case 0x00..<0x20, 0x7F: markup("\u{FFFD}")
      case 0x20..<0x7F: bytes.append(byte)
      default:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(at + length, text.endIndex)
        scalar(text[at..<end])
        at = end
        continue
      }
      at += 1
    }
  }

  /// Writes a scalar outside ASCII: what steers the direction of text or is no character becomes visible, as it could
  /// show a reader something else than what is written.
  private mutating func scalar(_ scalar: ArraySlice<UInt8>) {
    var value: UInt32 = 0
    for (index, byte) in scalar.enumerated() {
      let payload =
        index == 0 ? byte & (scalar.count == 2 ? 0x1F : scalar.count == 3 ? 0x0F : 0x07) : byte & 0x3F
      value = value << 6 | UInt32(payload)
    }
    switch value {
    case 0x2028, 0x2029: markup("\n")
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: markup("\u{FFFD}")
    case _ where value & 0xFFFE == 0xFFFE: markup("\u{FFFD}")
    default: bytes.append(contentsOf: scalar)
    }
  }
}
