/// Rows of CSV as every spreadsheet and importer reads them: all fields in quotation marks, CR LF at the end.
enum CSVRow {
  /// A row.
  static func bytes(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        switch byte {
        case UInt8(ascii: "\""): bytes += [byte, byte]
        case 0x0A: bytes.append(byte)
        case 0x09, 0x0D: bytes.append(0x20)
        // Nothing that reads CSV expects control characters.
        case 0x00..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += [0x0D, 0x0A]
    return bytes
  }

  /// Whether a spreadsheet would take a field for a formula.
  static func isFormula(_ field: String) -> Bool {
    guard let first = field.utf8.first else { return false }
    return "=+-@\t\r".utf8.contains(first)
  }

  /// The field with an apostrophe before what a spreadsheet would take for a formula, and before an apostrophe: a
  /// reader gets the text back by dropping one apostrophe from the start of a field that has one.
  static func guarded(_ field: String) -> String {
    isFormula(field) || field.utf8.first == UInt8(ascii: "'") ? "'" + field : field
  }
}
