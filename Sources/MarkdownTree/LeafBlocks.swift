internal import CCMark
internal import Glibc

/// One line of a leaf block.
struct Segment {
  /// First byte in the block's content.
  var content: Int32
  /// The same byte in the source.
  var source: Int32
  /// Blanks before it that libcmark keeps in the text: those of a lazy line.
  var indent: Int32
}

extension TreeBuilder {
  // MARK: Paragraphs and headings

  mutating func addParagraph(_ node: OpaquePointer, start: Int, line first: Int) {
    let index = appendBlock(.paragraph, level: 0, start: start)
    gather(from: start, line: first, through: Int(cmark_node_get_end_line(node)))
    skipDefinitions(index)
    alignText(node, of: index, end: nil)
    findTable(in: index)
    findTaskBox(in: index)
  }

  mutating func addHeading(_ node: OpaquePointer, start: Int, line first: Int) {
    let level = Int(cmark_node_get_heading_level(node))
    let index = appendBlock(.heading, level: UInt8(truncatingIfNeeded: level), start: start)
    let firstEnd = lineEnd(first)
    var marks = start
    while marks < firstEnd, bytes[marks] == 0x23 { marks += 1 }
    if marks - start == level, marks >= firstEnd || isBlank(bytes[marks]) {
      gatherHashHeading(marks: marks, start: start, end: firstEnd)
      alignText(node, of: index, end: trimmedEnd(ofLine: first, notBefore: start))
      return
    }
    let underline = underlineLine(of: node)
    gather(from: start, line: first, through: underline - 1)
    skipDefinitions(index)
    alignText(node, of: index, end: trimmedEnd(ofLine: underline, notBefore: start))
  }

  /// The text of `## text ##`: what stands between the marks.
  private mutating func gatherHashHeading(marks: Int, start: Int, end: Int) {
    var high = end
    while high > start, isSpace(bytes[high - 1]) { high -= 1 }
    var closing = high
    while closing > start, bytes[closing - 1] == 0x23 { closing -= 1 }
    if closing < high, closing > start, isBlank(bytes[closing - 1]) { high = closing }
    var low = marks
    while low < end, isBlank(bytes[low]) { low += 1 }
    setContent(low..<max(low, high))
  }

  /// libcmark ends an underlined heading on the line after the underline, except at the end of the file.
  private mutating func underlineLine(of node: OpaquePointer) -> Int {
    let end = min(Int(cmark_node_get_end_line(node)), lineCount)
    guard end == lineCount, !isFollowed(node) else { return end - 1 }
    let (cursor, isComplete) = consumePrefixes(ofLine: end)
    let first = indent(at: cursor).offset
    let last = trimmedEnd(ofLine: end, notBefore: first)
    guard isComplete, first < last, bytes[first] == 0x3D || bytes[first] == 0x2D else { return end - 1 }
    for at in first..<last where bytes[at] != bytes[first] { return end - 1 }
    return end
  }

  /// Whether any block comes after `node` in the document.
  private func isFollowed(_ node: OpaquePointer) -> Bool {
    var node: OpaquePointer? = node
    while let here = node {
      if cmark_node_next(here) != nil { return true }
      node = cmark_node_parent(here)
    }
    return false
  }

  /// Makes `content` a stretch of one line.
  private mutating func setContent(_ range: Range<Int>) {
    segments.removeAll()
    segments.append(Segment(content: 0, source: Int32(truncatingIfNeeded: range.lowerBound), indent: 0))
    content = bytes + range.lowerBound
    contentCount = range.count
    trimContent()
  }

  /// Collects the lines of a paragraph or underlined heading into `content`.
  ///
  /// Lines that follow each other in the source with one `\n` between are not copied.
  private mutating func gather(from start: Int, line first: Int, through last: Int) {
    let last = min(max(first, last), lineCount)
    var end = max(start, lineEnd(first))
    setContent(start..<end)
    guard last > first else { return }
    var copied = 0
    for line in first + 1...last {
      let (from, kept) = textStart(ofLine: line)
      let to = max(from, lineEnd(line))
      if copied == 0, from != end + 1 || bytes[end] != 0x0A { copied = copy(start..<end, to: 0) }
      let position: Int
      if copied > 0 {
        scratch?[copied] = 0x0A
        position = copied + 1
        copied = copy(from..<to, to: position)
      } else {
        position = from - start
      }
      segments.append(
        Segment(
          content: Int32(truncatingIfNeeded: position), source: Int32(truncatingIfNeeded: from),
          indent: Int32(truncatingIfNeeded: kept)))
      end = to
    }
    contentCount = copied > 0 ? copied : end - start
    if copied > 0, let scratch { content = UnsafePointer(scratch) }
    trimContent()
  }

  /// Copies source bytes to a place in `scratch`; gives the place after them.
  private mutating func copy(_ range: Range<Int>, to position: Int) -> Int {
    let target: UnsafeMutablePointer<UInt8>
    if let scratch {
      target = scratch
    } else {
      target = .allocate(capacity: count - bodyStart + 1)
      scratch = target
    }
    memcpy(target + position, bytes + range.lowerBound, range.count)
    return position + range.count
  }

  /// Where the text of a continuation line begins, and how many blanks before it libcmark keeps.
  @inline(__always)
  private mutating func textStart(ofLine line: Int) -> (offset: Int, kept: Int) {
    var cursor = Cursor(offset: lineStart(line))
    var isLazy = false
    if !prefixes.isEmpty {
      let consumed = consumePrefixes(ofLine: line)
      cursor = consumed.cursor
      isLazy = !consumed.isComplete
    }
    var from = cursor.offset
    while from < count, isBlank(bytes[from]) { from += 1 }
    guard isLazy, from > cursor.offset else { return (from, 0) }
    let used = cursor.isInsideTab ? 3 - cursor.column % 4 : 0
    return (from, from - cursor.offset + used)
  }

  private mutating func trimContent() {
    contentEnd = contentCount
    while contentEnd > 0, isSpace(content[contentEnd - 1]) { contentEnd -= 1 }
  }

  /// Leaves out the link reference definitions at the start of a block: they are not part of its text.
  private mutating func skipDefinitions(_ index: Int) {
    guard contentCount > 0, content[0] == 0x5B else { return }
    let scanner = LinkScanner(text: content, end: contentCount)
    var from = 0
    var line = 0
    while from < contentCount, content[from] == 0x5B, segments[line].indent == 0,
      let end = scanner.definition(at: from)
    {
      from = end
      while line < segments.count, Int(segments[line].content) < end { line += 1 }
      // Nothing is left: libcmark would have made no block of it.
      guard line < segments.count else { return }
    }
    guard line > 0 else { return }
    segments.removeFirst(line)
    let shift = segments[0].content
    for position in segments.indices { segments[position].content -= shift }
    content += Int(shift)
    contentCount -= Int(shift)
    trimContent()
    blocks[index].start = segments[0].source
    keepsIndent = segments[0].indent > 0
  }

  // MARK: Code and HTML

  mutating func addCode(_ node: OpaquePointer, start: Int, line first: Int) {
    let (lines, _) = literalLines(node)
    let isFenced = isFence(start: start, line: first)
    let index = appendBlock(.code, level: isFenced ? 1 : 0, start: start)
    guard isFenced else {
      closeLeaf(index, end: max(start, lineEnd(min(first + max(lines, 1) - 1, lineCount))))
      return
    }
    let fence = bytes[start]
    var length = 0
    while start + length < count, bytes[start + length] == fence { length += 1 }
    let after = first + lines + 1
    if after <= lineCount {
      let (cursor, isComplete) = consumePrefixes(ofLine: after)
      let (from, columns) = indent(at: cursor)
      var to = from
      while to < count, bytes[to] == fence { to += 1 }
      if isComplete, columns <= 3, to - from >= length, blankFollows(to) {
        closeLeaf(index, end: to)
        return
      }
    }
    // Never closed: it ends with its container; blank lines there are nobody's.
    var last = min(first + lines, lineCount)
    while last > first, blankFollows(consumePrefixes(ofLine: last).cursor.offset) { last -= 1 }
    closeLeaf(index, end: last == first ? trimmedEnd(ofLine: first, notBefore: start) : lineEnd(last))
  }

  /// Tells a fence from code that is indented and happens to look like one.
  private mutating func isFence(start: Int, line: Int) -> Bool {
    guard start + 2 < count, bytes[start] == 0x60 || bytes[start] == 0x7E, bytes[start + 1] == bytes[start],
      bytes[start + 2] == bytes[start]
    else { return false }
    let (first, columns) = indent(at: consumePrefixes(ofLine: line).cursor)
    return first == start && columns < 4
  }

  mutating func addHTML(_ node: OpaquePointer, start: Int, line first: Int) {
    let index = appendBlock(.html, level: 0, start: start)
    let (lines, trailing) = literalLines(node)
    let last = min(first + max(lines - trailing, 1) - 1, lineCount)
    closeLeaf(index, end: max(start, lineEnd(last)))
    findComments(in: index)
  }

  /// Number of lines of a block's literal, and how many of them are blank ones at its end.
  private mutating func literalLines(_ node: OpaquePointer) -> (lines: Int, trailing: Int) {
    guard let literal = cmark_node_get_literal(node) else { return (0, 0) }
    let length = strlen(literal)
    let text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    var end = length
    while end > 0, isSpace(text[end - 1]), text[end - 1] != 0x0B, text[end - 1] != 0x0C { end -= 1 }
    let written = lineEnds(text, end)
    let all = written + lineEnds(text + end, length - end)
    // The line that holds the last byte is one more than the line ends before it.
    return (all, end == 0 ? all : max(0, all - written - 1))
  }

  private mutating func lineEnds(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var lines = 0
    var at = 0
    if hasCarriageReturn {
      while at < length {
        if text[at] == 0x0A || (text[at] == 0x0D && !(at + 1 < length && text[at + 1] == 0x0A)) { lines += 1 }
        at += 1
      }
      return lines
    }
    while at < length, let found = memchr(text + at, 0x0A, length - at) {
      lines += 1
      at = UnsafeRawPointer(found) - UnsafeRawPointer(text) + 1
    }
    return lines
  }
}
