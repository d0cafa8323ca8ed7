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
  let source: SourceLines
  let width: Int
  let palette: Palette
  static let tabWidth = 4

  /// Prepares to show lines of a file.
  ///
  /// - Parameter width: columns a line may take, gutter included; at least 40 are used.
  public init(_ source: SourceLines, width: Int, palette: Palette) {
    self.source = source
    self.width = max(40, width)
    self.palette = palette
  }

  /// The number of digits of the last line shown for a range: the least gutter that holds it.
  public func gutter(for range: Range<Int>) -> Int {
    Snippet.digits(source.line(at: shown(range).last))
  }

  private static func digits(_ line: Int) -> Int {
    var digits = 1
    var number = line
    while number >= 10 {
      number /= 10
      digits += 1
    }
    return digits
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
    var output: [UInt8] = []
    append(range, to: &output, gutter: gutter, mark: mark.asciiValue ?? 0x5E, severity: severity)
    return output.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Appends the lines of a range, each with its underline and its end.
  func append(
    _ range: Range<Int>, to output: inout [UInt8], gutter: Int, mark: UInt8 = UInt8(ascii: "^"),
    severity: Severity?
  ) {
    let (first, last) = shown(range)
    let firstLine = source.line(at: first)
    let lastLine = source.line(at: last)
    func add(_ line: Int, _ marked: Range<Int>, to output: inout [UInt8]) {
      let excerpt = Excerpt(source, line: line, marked: marked, columns: width - gutter - 3)
      palette.paint(.blue, &output) { output in
        output.append(0x20, times: gutter - Snippet.digits(line))
        output.append(decimal: line)
        output.append(0x20)
        output.append(0x7C)
      }
      if !excerpt.text.isEmpty {
        output.append(0x20)
        output += excerpt.text
      }
      output.append(0x0A)
      palette.paint(.blue, &output) { output in
        output.append(0x20, times: gutter + 1)
        output.append(0x7C)
      }
      output.append(0x20, times: 1 + excerpt.markStart)
      palette.paint(severity.map { .severity($0) } ?? .blue, &output) { output in
        output.append(mark, times: excerpt.markColumns)
      }
      output.append(0x0A)
    }
    if firstLine == lastLine {
      let whole = source.lineRange(firstLine)
      add(
        firstLine, range.clamped(to: min(first, whole.upperBound)..<max(first, whole.upperBound)), to: &output
      )
    } else {
      add(firstLine, first..<source.lineRange(firstLine).upperBound, to: &output)
      if lastLine > firstLine + 1 { output += (palette.blue("...") + "\n").utf8 }
      let whole = source.lineRange(lastLine)
      var start = whole.lowerBound
      while start < last, source.byte(at: start) == 0x20 || source.byte(at: start) == 0x09 { start += 1 }
      add(lastLine, start..<min(range.upperBound, whole.upperBound), to: &output)
    }
  }

  /// First and last byte of the range as shown: blanks and line ends at its end are not.
  private func shown(_ range: Range<Int>) -> (first: Int, last: Int) {
    let range = range.clamped(to: 0..<source.byteCount)
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = source.byte(at: end - 1)
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { break }
      end -= 1
    }
    return (range.lowerBound, max(range.lowerBound, end - 1))
  }
}

/// One line as shown, and where the underline goes.
struct Excerpt {
  private(set) var text: [UInt8] = []
  private(set) var markStart = 0
  private(set) var markColumns = 1

  private struct Cell {
    let scalar: Unicode.Scalar
    let columns: Int
    let start: Int
  }

  init(_ source: SourceLines, line: Int, marked: Range<Int>, columns limit: Int) {
    let whole = source.lineRange(line)
    // A line may be a megabyte long: only the bytes that can be shown are looked at.
    var from = max(whole.lowerBound, min(marked.lowerBound, whole.upperBound) - 4 * limit)
    while from > whole.lowerBound, source.byte(at: from) & 0xC0 == 0x80 { from -= 1 }
    var to = min(whole.upperBound, marked.lowerBound + 8 * limit)
    while to < whole.upperBound, source.byte(at: to) & 0xC0 == 0x80 { to += 1 }
    if from == 0 { from = min(source.markLength, to) }
    let bytes = source[from..<max(from, to)]
    let isCutLeft = from > max(whole.lowerBound, source.markLength)
    let isCutRight = to < whole.upperBound
    // Of plain text each byte is a cell, which need not be made.
    let isPlain = bytes.withUnsafeBufferPointer { TerminalText.isPlain($0) }
    let cells = isPlain ? [] : Excerpt.cells(bytes, at: from)
    let count = isPlain ? bytes.count : cells.count
    func columns(_ index: Int) -> Int { isPlain ? 1 : cells[index].columns }
    func isBlank(_ index: Int) -> Bool {
      isPlain ? bytes[bytes.startIndex + index] == 0x20 : cells[index].scalar == " "
    }
    func cell(at offset: Int) -> Int {
      isPlain
        ? max(0, min(offset - from, count)) : cells.firstIndex { $0.start >= offset } ?? count
    }

    let first = cell(at: marked.lowerBound)
    let end = max(first, cell(at: marked.upperBound))
    var window = 0..<count
    if isCutLeft || isCutRight || (isPlain ? count : cells.reduce(0) { $0 + $1.columns }) > limit {
      window =
        isPlain
        ? Excerpt.window(count, span: first..<end, limit: limit - 2)
        : Excerpt.window(count, columns, span: first..<end, limit: limit - 2)
      window = Excerpt.atBlanks(count, isBlank, window, span: first..<end)
    }
    let hasLeft = window.lowerBound > 0 || isCutLeft
    let hasRight = window.upperBound < count || isCutRight
    if hasLeft { text += "…".utf8 }
    markStart = hasLeft ? 1 : 0
    var marks = 0
    if isPlain {
      text += bytes[bytes.startIndex + window.lowerBound..<bytes.startIndex + window.upperBound]
      markStart += max(0, min(first, window.upperBound) - window.lowerBound)
      marks = max(0, min(end, window.upperBound) - max(first, window.lowerBound))
    } else {
      for index in window {
        let cell = cells[index]
        if cell.scalar == "\t" {
          text += repeatElement(0x20, count: cell.columns)
        } else {
          text += UTF8.encode(TerminalText.visible(cell.scalar)) ?? UTF8.encodedReplacementCharacter
        }
        if index < first { markStart += cell.columns } else if index < end { marks += cell.columns }
      }
    }
    if hasRight {
      text += "…".utf8
      if end > window.upperBound || (isCutRight && end == count) { marks += 1 }
    }
    while text.last == 0x20 { text.removeLast() }
    markColumns = max(1, marks)
  }

  private static func cells(_ bytes: ArraySlice<UInt8>, at start: Int) -> [Cell] {
    var cells: [Cell] = []
    var at = start
    var column = 0
    let text = String(decoding: bytes, as: UTF8.self)
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
  private static func window(
    _ count: Int, _ columns: (Int) -> Int, span: Range<Int>, limit: Int
  ) -> Range<Int> {
    var before = 0
    for index in 0..<span.lowerBound { before += columns(index) }
    var spanWidth = 0
    for index in span { spanWidth += columns(index) }
    var start = span.lowerBound
    if before + spanWidth <= limit {
      start = 0
    } else {
      var room = max(8, (limit - spanWidth) / 2)
      while start > 0, room >= columns(start - 1) {
        start -= 1
        room -= columns(start)
      }
    }
    var end = start
    var room = limit
    while end < count, room >= columns(end) {
      room -= columns(end)
      end += 1
    }
    while start > 0, room >= columns(start - 1) {
      start -= 1
      room -= columns(start)
    }
    return start..<end
  }

  /// The same where each cell takes one column.
  private static func window(_ count: Int, span: Range<Int>, limit: Int) -> Range<Int> {
    var start = span.lowerBound
    start = span.upperBound <= limit ? 0 : start - min(start, max(8, (limit - span.count) / 2))
    let end = start + min(count - start, max(0, limit))
    start -= min(start, max(0, limit) - (end - start))
    return start..<end
  }

  /// The window, shrunk so that it begins and ends between words where a blank is near.
  private static func atBlanks(
    _ count: Int, _ isBlank: (Int) -> Bool, _ window: Range<Int>, span: Range<Int>
  ) -> Range<Int> {
    var start = window.lowerBound
    var end = window.upperBound
    if start > 0 {
      let reach = min(start + 12, span.lowerBound, end)
      if start < reach, let blank = (start..<reach).first(where: isBlank) { start = blank + 1 }
    }
    if end < count {
      // A span that goes on behind the window may be cut within it, too.
      let least = span.upperBound < end ? span.upperBound : span.lowerBound + 1
      let reach = max(end - 12, least, start)
      if reach < end, let blank = (reach..<end).last(where: isBlank) { end = blank }
    }
    return start..<max(start, end)
  }
}
