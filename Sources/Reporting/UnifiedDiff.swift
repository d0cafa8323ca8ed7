/// The difference between two versions of a file, as `diff -u` and `patch` write and read it.
public enum UnifiedDiff {
  /// Replaces a stretch of bytes.
  public struct Edit: Sendable, Equatable {
    /// The bytes to replace; empty to insert.
    public let range: Range<Int>
    /// What comes instead.
    public let replacement: [UInt8]

    /// Makes a replacement.
    public init(_ range: Range<Int>, _ replacement: [UInt8]) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// Lines of the old file, by index, and what comes instead of them.
  private struct Change {
    var old: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  private static let context = 3

  /// The difference that edits make; empty when they make none.
  ///
  /// - Parameters:
  ///   - path: how the file is named, after `a/` and `b/`.
  ///   - old: its bytes.
  ///   - edits: sorted by place, none overlapping another.
  ///   - palette: colours for a terminal; `.plain` gives bytes that `patch -p1` takes.
  public static func text(
    path: String, old: [UInt8], edits: [Edit], palette: Palette = .plain
  ) -> [UInt8] {
    let lines = lines(of: old[...])
    let changes = changes(lines, old, edits)
    guard !changes.isEmpty else { return [] }
    var out: [UInt8] = []
    func line(_ text: String) { out += Array(text.utf8) + [0x0A] }
    line(palette.bold("--- a/\(TerminalText.clean(path))"))
    line(palette.bold("+++ b/\(TerminalText.clean(path))"))
    var shift = 0
    var first = 0
    while first < changes.count {
      var last = first
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context
      {
        last += 1
      }
      let group = changes[first...last]
      let from = max(0, changes[first].old.lowerBound - context)
      let to = min(lines.count, changes[last].old.upperBound + context)
      let growth = group.reduce(0) { $0 + $1.new.count - $1.old.count }
      line(
        palette.cyan("@@ -\(span(from, to - from)) +\(span(from + shift, to - from + growth)) @@"))
      var at = from
      for change in group {
        for index in at..<change.old.lowerBound { write(" ", lines[index], { $0 }, palette.isOn, &out) }
        for index in change.old { write("-", lines[index], palette.red, palette.isOn, &out) }
        for new in change.new { write("+", new, palette.green, palette.isOn, &out) }
        at = change.old.upperBound
      }
      for index in at..<to { write(" ", lines[index], { $0 }, palette.isOn, &out) }
      shift += growth
      first = last + 1
    }
    return out
  }

  private static func span(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private static func write(
    _ mark: String, _ line: ArraySlice<UInt8>, _ paint: (String) -> String, _ isColoured: Bool,
    _ out: inout [UInt8]
  ) {
    let hasEnd = line.last == 0x0A
    let body = hasEnd ? line.dropLast() : line
    if isColoured {
      out += Array(paint(mark + TerminalText.clean(String(decoding: body, as: UTF8.self))).utf8)
    } else {
      out += Array(mark.utf8) + body
    }
    out.append(0x0A)
    if !hasEnd { out += Array("\\ No newline at end of file\n".utf8) }
  }

  /// The lines of a text, line ends included.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// Whole lines that differ; edits that share a line make one change.
  private static func changes(_ lines: [ArraySlice<UInt8>], _ old: [UInt8], _ edits: [Edit]) -> [Change] {
    var changes: [Change] = []
    var next = 0
    while next < edits.count {
      let first = index(of: edits[next].range.lowerBound, lines)
      var end = first
      var done = first < lines.count ? lines[first].startIndex : old.count
      var bytes: [UInt8] = []
      repeat {
        let edit = edits[next]
        bytes += old[done..<edit.range.lowerBound] + edit.replacement
        done = edit.range.upperBound
        // One line more than needed does no harm: lines that stay the same are trimmed.
        end = min(lines.count, index(of: done, lines) + 1)
        next += 1
      } while next < edits.count && index(of: edits[next].range.lowerBound, lines) < end
      if end > first { bytes += old[done..<lines[end - 1].endIndex] }
      changes += trimmed(Change(old: first..<end, new: Self.lines(of: bytes[...])), lines)
    }
    return changes
  }

  /// The line that holds an offset; the end of the file belongs to a last line that has no line end.
  private static func index(of offset: Int, _ lines: [ArraySlice<UInt8>]) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].endIndex <= offset { low = middle + 1 } else { high = middle }
    }
    if low == lines.count, let last = lines.last, last.last != 0x0A { return low - 1 }
    return low
  }

  /// A change without the lines that are the same on both sides at its ends; none where nothing differs.
  private static func trimmed(_ change: Change, _ lines: [ArraySlice<UInt8>]) -> [Change] {
    var change = change
    while let first = change.new.first, !change.old.isEmpty, lines[change.old.lowerBound].elementsEqual(first)
    {
      change.new.removeFirst()
      change.old = change.old.lowerBound + 1..<change.old.upperBound
    }
    while let last = change.new.last, !change.old.isEmpty,
      lines[change.old.upperBound - 1].elementsEqual(last)
    {
      change.new.removeLast()
      change.old = change.old.lowerBound..<change.old.upperBound - 1
    }
    return change.old.isEmpty && change.new.isEmpty ? [] : [change]
  }
}
