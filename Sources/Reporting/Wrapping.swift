/// Breaks running text into lines.
enum Wrapping {
  /// Appends a text to a label that stands there already, broken at blanks so that no line is wider than `width`
  /// columns, with a line end after the last.
  ///
  /// - Parameter indent: columns of the label, by which later lines are indented, too.
  static func append(_ text: String, to output: inout [UInt8], indent: Int, width: Int) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard isNarrow(bytes) else { return false }
      var used = indent
      var isEmpty = true
      var at = 0
      while at < bytes.count {
        var end = at
        var columns = 0
        while end < bytes.count, bytes[end] > 0x20 {
          if bytes[end] & 0xC0 != 0x80 { columns += 1 }
          end += 1
        }
        if end > at {
          add(UnsafeBufferPointer(rebasing: bytes[at..<end]), columns, &used, &isEmpty, to: &output)
        }
        at = end + 1
      }
      return true
    }
    if !isPlain {
      var used = indent
      var isEmpty = true
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let word = TerminalText.clean(String(word))
        add(word.utf8, TerminalText.width(of: word), &used, &isEmpty, to: &output)
      }
    }
    output.append(0x0A)

    func add(
      _ word: some Collection<UInt8>, _ columns: Int, _ used: inout Int, _ isEmpty: inout Bool,
      to output: inout [UInt8]
    ) {
      if !isEmpty, used + 1 + columns > width {
        output.append(0x0A)
        for _ in 0..<indent { output.append(0x20) }
        used = indent
      } else if !isEmpty {
        output.append(0x20)
        used += 1
      }
      output += word
      used += columns
      isEmpty = false
    }
  }

  /// Whether each character of a text is a harmless one of one column: ASCII, Latin-1 letters, and the dashes, quotation
  /// marks and dots of running text.
  private static func isNarrow(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        guard byte &- 0x20 < 0x5F || byte == 0x0A else { return false }
        at += 1
      } else if byte == 0xC3, at + 1 < bytes.count {
        at += 2
      } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, 0x90...0xA7 ~= bytes[at + 2] {
        at += 3
      } else {
        return false
      }
    }
    return true
  }
}
