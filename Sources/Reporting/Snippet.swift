public import Diagnostics
public import SourceText

/// Shows source lines with a gutter and the exact span underlined.
///
/// ```
///    |
/// 12 | The price is TBD and the launch is soon.
///    |              ^^^
/// ```
///
/// Columns are those of a terminal: tabs are expanded, wide characters take two, combining marks none. Of a line
/// longer than the width, only what surrounds the span is shown.
public struct Snippet: Sendable {
  let source: SourceFile
  let width: Int
  let palette: Palette
  static let tabWidth = 4

  /// Prepares to show lines of a file.
  ///
  /// - Parameter width: columns a line may take, gutter included; at least 40 are used.
  public init(_ source: SourceFile, width: Int, palette: Palette) {
    self.source = source
    self.width = max(40, width)
    self.palette = palette
  }

  /// The number of digits of the last line shown for a range: the least gutter that holds it.
  public func gutter(for range: Range<Int>) -> Int {
    String(source.line(at: shown(range).last)).utf8.count
  }

  /// The lines of a range, each with its underline, without a line end after the last.
  ///
  /// - Parameters:
  ///   - range: the bytes to underline.
  ///   - gutter: digits of the line numbers.
  ///   - mark: the character of the underline.
  ///   - severity: its colour; nil for that of the frame.
  public func lines(
    for range: Range<Int>, gutter: Int, mark: Character = "^", severity: Severity? = .error
  ) -> [String] {
    let (first, last) = shown(range)
    let firstLine = source.line(at: first)
    let lastLine = source.line(at: last)
    var result: [String] = []
    func add(_ line: Int, _ marked: Range<Int>) {
      let excerpt = Excerpt(source, line: line, marked: marked, columns: width - gutter - 3)
      let number = String(line)
      let pad = String(repeating: " ", count: max(0, gutter - number.utf8.count))
      result.append(palette.blue(pad + number + " |") + (excerpt.text.isEmpty ? "" : " " + excerpt.text))
      let underline = String(repeating: mark, count: excerpt.markColumns)
      result.append(
        palette.blue(String(repeating: " ", count: gutter) + " |") + " "
          + String(repeating: " ", count: excerpt.markStart)
          + (severity.map { palette.severity($0, underline) } ?? palette.blue(underline)))
    }
    if firstLine == lastLine {
      let whole = source.lineRange(firstLine)
      add(firstLine, range.clamped(to: min(first, whole.upperBound)..<max(first, whole.upperBound)))
    } else {
      add(firstLine, first..<source.lineRange(firstLine).upperBound)
      if lastLine > firstLine + 1 { result.append(palette.blue("...")) }
      let whole = source.lineRange(lastLine)
      var start = whole.lowerBound
      while start < last, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 { start += 1 }
      add(lastLine, start..<min(range.upperBound, whole.upperBound))
    }
    return result
  }

  /// First and last byte of the range as shown: blanks and line ends at its end are not.
  private func shown(_ range: Range<Int>) -> (first: Int, last: Int) {
    let range = range.clamped(to: 0..<source.bytes.count)
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return (range.lowerBound, max(range.lowerBound, end - 1))
  }
}

/// One line as shown, and where the underline goes.
struct Excerpt {
  private(set) var text = ""
  private(set) var markStart = 0
  private(set) var markColumns = 1

  private struct Cell {
    let scalar: Unicode.Scalar
    let columns: Int
    let start: Int
  }

  init(_ source: SourceFile, line: Int, marked: Range<Int>, columns limit: Int) {
    let whole = source.lineRange(line)
    // A line may be a megabyte long: only the bytes that can be shown are looked at.
    var from = max(whole.lowerBound, min(marked.lowerBound, whole.upperBound) - 4 * limit)
    while from > whole.lowerBound, source.bytes[from] & 0xC0 == 0x80 { from -= 1 }
    var to = min(whole.upperBound, marked.lowerBound + 8 * limit)
    while to < whole.upperBound, source.bytes[to] & 0xC0 == 0x80 { to += 1 }
    if from == 0 { from = min(source.markLength, to) }
    let cells = Excerpt.cells(source.bytes, from..<max(from, to))
    let isCutLeft = from > max(whole.lowerBound, source.markLength)
    let isCutRight = to < whole.upperBound

    let first = cells.firstIndex { $0.start >= marked.lowerBound } ?? cells.count
    let end = max(first, cells.firstIndex { $0.start >= marked.upperBound } ?? cells.count)
    var window = 0..<cells.count
    let total = cells.reduce(0) { $0 + $1.columns }
    if isCutLeft || isCutRight || total > limit {
      window = Excerpt.window(cells.map(\.columns), span: first..<end, limit: limit - 2)
      window = Excerpt.atBlanks(cells.map(\.scalar), window, span: first..<end)
    }
    let hasLeft = window.lowerBound > 0 || isCutLeft
    let hasRight = window.upperBound < cells.count || isCutRight
    if hasLeft { text = "…" }
    markStart = hasLeft ? 1 : 0
    var marks = 0
    for index in window {
      let cell = cells[index]
      if cell.scalar == "\t" {
        text += String(repeating: " ", count: cell.columns)
      } else {
        text.unicodeScalars.append(TerminalText.visible(cell.scalar))
      }
      if index < first { markStart += cell.columns } else if index < end { marks += cell.columns }
    }
    if hasRight {
      text += "…"
      if end > window.upperBound || (isCutRight && end == cells.count) { marks += 1 }
    }
    while text.last == " " { text.removeLast() }
    markColumns = max(1, marks)
  }

  private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var at = range.lowerBound
    var column = 0
    let text = String(decoding: bytes[range], as: UTF8.self)
    for scalar in text.unicodeScalars {
      let columns =
        scalar == "\t"
        ? Snippet.tabWidth - column % Snippet.tabWidth
        : TerminalText.width(of: TerminalText.visible(scalar))
      cells.append(Cell(scalar: scalar, columns: columns, start: at))
      column += columns
      at += UTF8.width(scalar)
    }
    return cells
  }

  /// The cells to show: as much of the span as fits, in the middle, from the start of the line where that suffices.
  private static func window(_ widths: [Int], span: Range<Int>, limit: Int) -> Range<Int> {
    let spanWidth = widths[span].reduce(0, +)
    var start = span.lowerBound
    if widths[..<span.upperBound].reduce(0, +) <= limit {
      start = 0
    } else {
      var room = max(8, (limit - spanWidth) / 2)
      while start > 0, room >= widths[start - 1] {
        start -= 1
        room -= widths[start]
      }
    }
    var end = start
    var room = limit
    while end < widths.count, room >= widths[end] {
      room -= widths[end]
      end += 1
    }
    while start > 0, room >= widths[start - 1] {
      start -= 1
      room -= widths[start]
    }
    return start..<end
  }

  /// The window, shrunk so that it begins and ends between words where a blank is near.
  private static func atBlanks(
    _ scalars: [Unicode.Scalar], _ window: Range<Int>, span: Range<Int>
  ) -> Range<Int> {
    var start = window.lowerBound
    var end = window.upperBound
    if start > 0 {
      let reach = min(start + 12, span.lowerBound, end)
      if start < reach, let blank = (start..<reach).first(where: { scalars[$0] == " " }) { start = blank + 1 }
    }
    if end < scalars.count {
      // A span that goes on behind the window may be cut within it, too.
      let least = span.upperBound < end ? span.upperBound : span.lowerBound + 1
      let reach = max(end - 12, least, start)
      if reach < end, let blank = (reach..<end).last(where: { scalars[$0] == " " }) { end = blank }
    }
    return start..<max(start, end)
  }
}
