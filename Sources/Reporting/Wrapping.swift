/// Breaks running text into lines.
enum Wrapping {
  /// `label` and the text behind it, broken at blanks so that no line is wider than `width` columns; lines after
  /// the first are indented by `indent` blanks.
  static func lines(_ text: String, after label: String, indent: Int, width: Int) -> [String] {
    var lines: [String] = []
    var line = label
    var used = TerminalText.width(of: label)
    var isEmpty = true
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let word = TerminalText.clean(String(word))
      let columns = TerminalText.width(of: word)
      if !isEmpty, used + 1 + columns > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        used = indent
        isEmpty = true
      }
      if !isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += columns
      isEmpty = false
    }
    lines.append(line)
    return lines
  }
}
