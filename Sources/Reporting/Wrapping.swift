/// Breaks running text into lines.
enum Wrapping {
  /// Appends a text to a label that stands there already, broken at blanks so that no line is wider than `width`
  /// columns, with a line end after the last.
  ///
  /// - Parameter indent: columns of the label, by which later lines are indented, too.
  static func append(_ text: String, to output: inout [UInt8], indent: Int, width: Int) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) else { return false }
      var used = indent
      var isEmpty = true
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        if end > at { add(bytes[at..<end], end - at, &used, &isEmpty, to: &output) }
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
        output += repeatElement(0x20, count: indent)
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
}
