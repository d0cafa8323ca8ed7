internal import CCMark
internal import Glibc

/// Emphasis, a link or an image whose end has not been reached.
struct OpenSpan {
  /// Index in `TreeBuilder.spans`.
  let span: Int
  /// The byte that closes it: `*` or `_`, `>` for an autolink, `]` for links and images.
  let closer: UInt8
  /// How many of that byte.
  let length: Int
}

// The inline pass: a cursor goes over a block's text while each node of libcmark's inline tree eats its own source
// form. The tree says what is there, so next to nothing is ambiguous, and the cursor must arrive exactly at the
// end of the block, so that a mistake cannot pass unseen.
extension TreeBuilder {
  /// Fills text and spans of a heading or paragraph from `content`, and its end.
  ///
  /// - Parameter end: the block's end when it is not that of its text.
  mutating func alignText(_ node: OpaquePointer, of index: Int, end: Int?) {
    let spanCount = spans.count
    let pieceCount = pieces.count
    // Form feeds are text to the block parser and blanks to the inline parser: whole lines can go.
    while segments.count > 1, Int(segments[segments.count - 1].content) > contentEnd { segments.removeLast() }
    startAtFirstLine()
    let lastLine = segments[segments.count - 1]
    let source = delta..<max(delta, Int(lastLine.source) + contentEnd - Int(lastLine.content))
    hasEscapes = ampersands.isIn(source) || backslashes.isIn(source)
    var isExact = alignInlines(of: node)
    keepsIndent = false
    if !isExact || at != contentEnd {
      isExact = false
      spans.removeLast(spans.count - spanCount)
      pieces.removeLast(pieces.count - pieceCount)
      plainCount = Int(blocks[index].plainStart)
      comments.removeAll { $0.block == index }
      runEnd = -1
      startAtFirstLine()
      copyLines(0, contentEnd)
    }
    var textEnd = delta + contentEnd
    if contentEnd == 0 {
      // Nothing but form feeds: no text, but bytes that the block consists of.
      while textEnd < count, isSpace(bytes[textEnd]), bytes[textEnd] != 0x0A, bytes[textEnd] != 0x0D {
        textEnd += 1
      }
    }
    blocks[index].isExact = isExact
    blocks[index].plainEnd = Int32(truncatingIfNeeded: plainCount)
    blocks[index].spanEnd = Int32(truncatingIfNeeded: spans.count)
    let blockEnd = max(Int(blocks[index].start), end ?? textEnd)
    closeLeaf(index, end: blockEnd)
    appendTerminator(at: blockEnd)
  }

  private mutating func startAtFirstLine() {
    at = 0
    line = 0
    delta = Int(segments[0].source)
  }

  /// Every block's text is followed by one `\n`; it stands for the block's line end if there is one.
  private mutating func appendTerminator(at end: Int) {
    let length = end < count && (bytes[end] == 0x0A || bytes[end] == 0x0D) ? 1 : 0
    if length == 0 || runEnd != end {
      pieces.append(piece(from: end, to: end + length))
    } else {
      pieces[pieces.count - 1].sourceEnd += 1
    }
    runEnd = length == 0 ? -1 : end + 1
    put(0x0A)
  }

  // MARK: Walking the inline tree

  private mutating func alignInlines(of block: OpaquePointer) -> Bool {
    guard var node = cmark_node_first_child(block) else { return true }
    openSpans.removeAll()
    while true {
      let type = cmark_node_get_type(node).rawValue
      if type == CMARK_NODE_TEXT.rawValue {
        guard alignLiteral(node) else { return false }
      } else if type == CMARK_NODE_SOFTBREAK.rawValue {
        guard alignSoftBreak() else { return false }
      } else if type == CMARK_NODE_LINEBREAK.rawValue {
        guard alignHardBreak() else { return false }
      } else if type == CMARK_NODE_CODE.rawValue {
        guard alignCode() else { return false }
      } else if type == CMARK_NODE_HTML_INLINE.rawValue {
        guard alignHTML(node) else { return false }
      } else {
        guard openSpan(type) else { return false }
        if let child = cmark_node_first_child(node) {
          node = child
          continue
        }
        guard closeSpan() else { return false }
      }
      while true {
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        guard let parent = cmark_node_parent(node), parent != block else { return true }
        node = parent
        guard closeSpan() else { return false }
      }
    }
  }

  // MARK: Text

  private mutating func alignLiteral(_ node: OpaquePointer) -> Bool {
    guard let literal = cmark_node_get_literal(node) else { return true }
    var text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    var length = strlen(literal)
    if keepsIndent {
      keepsIndent = false
      let indent = Int(segments[line].indent)
      if at == Int(segments[line].content) {
        let skipped = min(indent, length)
        for offset in 0..<skipped where text[offset] != 0x20 && text[offset] != 0x09 { return false }
        text += skipped
        length -= skipped
      }
    }
    if !hasEscapes {
      guard at + length <= contentEnd, memcmp(content + at, text, length) == 0 else { return false }
      copyRun(at, at + length)
      at += length
      return true
    }
    return alignEscaped(text, length)
  }

  /// Matches text in whose source there may be escapes and entities.
  private mutating func alignEscaped(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let hasBackslashes = openSpans.last?.closer != 0x3E
    var run = at
    var position = 0
    while position < length {
      guard at < contentEnd else { return false }
      let byte = content[at]
      if byte == 0x5C, hasBackslashes, at + 1 < contentEnd, isPunctuation(content[at + 1]) {
        guard content[at + 1] == text[position] else { return false }
        copyRun(run, at)
        appendDecoded(text + position, 1, from: delta + at, to: delta + at + 2)
        at += 2
        position += 1
        run = at
      } else if byte == 0x26, let entity = entities.decode(content + at, limit: contentEnd - at) {
        let size = entity.text.count
        guard position + size <= length else { return false }
        for offset in 0..<size where entity.text[offset] != text[position + offset] { return false }
        copyRun(run, at)
        appendDecoded(text + position, size, from: delta + at, to: delta + at + entity.length)
        at += entity.length
        position += size
        run = at
      } else {
        guard byte == text[position] else { return false }
        at += 1
        position += 1
      }
    }
    copyRun(run, at)
    return true
  }

  // MARK: Line breaks

  private mutating func alignSoftBreak() -> Bool {
    let visibleEnd = at
    while at < contentEnd, isSpace(content[at]), content[at] != 0x0A { at += 1 }
    guard at < contentEnd, content[at] == 0x0A else { return false }
    breakLine(visibleEnd: visibleEnd, newline: at)
    return true
  }

  private mutating func alignHardBreak() -> Bool {
    let visibleEnd = at
    let isBackslash = at < contentEnd && content[at] == 0x5C
    if isBackslash { at += 1 }
    while at < contentEnd, isSpace(content[at]), content[at] != 0x0A { at += 1 }
    guard at < contentEnd, content[at] == 0x0A else { return false }
    let start = delta + visibleEnd
    let newline = delta + at
    appendSpan(.hardBreak, start: start)
    breakLine(visibleEnd: visibleEnd, newline: at)
    finishSpan(spans.count - 1, end: newline + lineEndLength(newline))
    keepsIndent = isBackslash && segments[line].indent > 0
    return true
  }

  /// Puts one `\n` for the blanks, backslash and line end between two lines, and goes to the next line.
  private mutating func breakLine(visibleEnd: Int, newline: Int) {
    let start = delta + visibleEnd
    let sourceNewline = delta + newline
    let end = sourceNewline + lineEndLength(sourceNewline)
    if end - start == 1, start == runEnd {
      pieces[pieces.count - 1].sourceEnd += 1
      runEnd = end
    } else {
      pieces.append(piece(from: start, to: end))
      runEnd = end - start == 1 ? end : -1
    }
    put(0x0A)
    line += 1
    at = Int(segments[line].content)
    delta = Int(segments[line].source) - at
  }

  private func lineEndLength(_ offset: Int) -> Int {
    bytes[offset] == 0x0D && offset + 1 < count && bytes[offset + 1] == 0x0A ? 2 : 1
  }

  // MARK: Code and HTML

  private mutating func alignCode() -> Bool {
    var opener = 0
    while at + opener < contentEnd, content[at + opener] == 0x60 { opener += 1 }
    guard opener > 0 else { return false }
    var low = at + opener
    var search = low
    var high = low
    var end = low
    while true {
      guard search < contentEnd, let found = memchr(content + search, 0x60, contentEnd - search) else {
        return false
      }
      high = UnsafeRawPointer(found) - UnsafeRawPointer(content)
      end = high
      while end < contentEnd, content[end] == 0x60 { end += 1 }
      if end - high == opener { break }
      search = end
    }
    let span = appendSpan(.code, start: delta + at)
    // One blank on each side is padding, unless there is nothing else.
    if high - low >= 2, isPadding(low), isPadding(high - 1),
      (low..<high).contains(where: { content[$0] != 0x20 })
    {
      if content[low] == 0x20 { low += 1 }
      if content[high - 1] == 0x20 { high -= 1 }
    }
    copyLines(low, high)
    at = end
    finishSpan(span, end: delta + end)
    return true
  }

  private func isPadding(_ position: Int) -> Bool { content[position] == 0x20 || content[position] == 0x0A }

  private mutating func alignHTML(_ node: OpaquePointer) -> Bool {
    guard let literal = cmark_node_get_literal(node) else { return false }
    let text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    let length = strlen(literal)
    var end = at
    var position = 0
    var currentLine = line
    while position < length {
      guard end < contentEnd else { return false }
      let byte = text[position]
      position += 1
      if byte == 0x0A || byte == 0x0D {
        guard content[end] == 0x0A else { return false }
        if byte == 0x0D, position < length, text[position] == 0x0A { position += 1 }
        currentLine += 1
        var indent = Int(segments[currentLine].indent)
        while indent > 0, position < length, isBlank(text[position]) {
          position += 1
          indent -= 1
        }
      } else if content[end] != byte {
        return false
      }
      end += 1
    }
    let start = delta + at
    let span = appendSpan(.html, start: start)
    skipLines(to: end)
    finishSpan(span, end: delta + end)
    if length >= 4, text[1] == 0x21, text[2] == 0x2D, text[3] == 0x2D {
      addInlineComment(start..<delta + end)
    }
    return true
  }

  // MARK: Emphasis, links, images

  private mutating func openSpan(_ type: cmark_node_type.RawValue) -> Bool {
    guard at < contentEnd else { return false }
    let byte = content[at]
    let kind: SpanKind
    var closer = byte
    var length = 1
    switch type {
    case CMARK_NODE_EMPH.rawValue, CMARK_NODE_STRONG.rawValue:
      guard byte == 0x2A || byte == 0x5F else { return false }
      kind = type == CMARK_NODE_EMPH.rawValue ? .emphasis : .strong
      if kind == .strong {
        length = 2
        guard at + 1 < contentEnd, content[at + 1] == byte else { return false }
      }
    case CMARK_NODE_LINK.rawValue where byte == 0x3C:
      kind = .autolink
      closer = 0x3E
    case CMARK_NODE_LINK.rawValue where byte == 0x5B:
      kind = .link
      closer = 0x5D
    case CMARK_NODE_IMAGE.rawValue where byte == 0x21:
      guard at + 1 < contentEnd, content[at + 1] == 0x5B else { return false }
      kind = .image
      closer = 0x5D
      length = 2
    default:
      return false
    }
    let span = appendSpan(kind, start: delta + at)
    openSpans.append(OpenSpan(span: span, closer: closer, length: closer == 0x5D ? 1 : length))
    at += length
    return true
  }

  private mutating func closeSpan() -> Bool {
    guard let open = openSpans.popLast(), at + open.length <= contentEnd, content[at] == open.closer,
      content[at + open.length - 1] == open.closer
    else { return false }
    spans[open.span].plainEnd = Int32(truncatingIfNeeded: plainCount)
    at += open.length
    if open.closer == 0x5D {
      let end = LinkScanner(text: content, end: contentEnd).tail(at: at)
      skipLines(to: end)
    }
    spans[open.span].end = Int32(truncatingIfNeeded: delta + at)
    return true
  }

  // MARK: Writing

  @discardableResult
  private mutating func appendSpan(_ kind: SpanKind, start: Int) -> Int {
    let position = Int32(truncatingIfNeeded: start)
    let plainStart = Int32(truncatingIfNeeded: plainCount)
    spans.append(
      Span(kind: kind, start: position, end: position, plainStart: plainStart, plainEnd: plainStart))
    return spans.count - 1
  }

  private mutating func finishSpan(_ span: Int, end: Int) {
    spans[span].end = Int32(truncatingIfNeeded: end)
    spans[span].plainEnd = Int32(truncatingIfNeeded: plainCount)
  }

  /// Copies a stretch of `content` that may hold line ends; blanks before those are left out.
  private mutating func copyLines(_ from: Int, _ to: Int) {
    var position = from
    while position < to, let found = memchr(content + position, 0x0A, to - position) {
      let newline = UnsafeRawPointer(found) - UnsafeRawPointer(content)
      var end = newline
      while end > position, isBlank(content[end - 1]) { end -= 1 }
      copyRun(position, end)
      breakLine(visibleEnd: end, newline: newline)
      position = at
    }
    copyRun(position, to)
    at = to
  }

  /// Goes to a place in `content` without copying anything but line ends.
  private mutating func skipLines(to end: Int) {
    while at < end, let found = memchr(content + at, 0x0A, end - at) {
      let newline = UnsafeRawPointer(found) - UnsafeRawPointer(content)
      breakLine(visibleEnd: newline, newline: newline)
    }
    at = end
  }

  /// Copies bytes of one line of `content` as they are.
  @inline(__always)
  private mutating func copyRun(_ from: Int, _ to: Int) {
    let length = to - from
    guard length > 0 else { return }
    let source = delta + from
    if source == runEnd {
      pieces[pieces.count - 1].sourceEnd += Int32(truncatingIfNeeded: length)
    } else {
      pieces.append(piece(from: source, to: source + length))
    }
    runEnd = source + length
    precondition(plainCount + length <= plainCapacity)
    memcpy(plain + plainCount, content + from, length)
    plainCount += length
  }

  /// Puts what an escape or entity stands for.
  ///
  /// A line end becomes a space: a line of text is a line of source.
  private mutating func appendDecoded(_ text: UnsafePointer<UInt8>, _ length: Int, from: Int, to: Int) {
    guard length > 0 else { return }
    pieces.append(piece(from: from, to: to))
    runEnd = -1
    for offset in 0..<length {
      let byte = text[offset]
      put(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
  }

  @inline(__always)
  private func piece(from: Int, to: Int) -> MarkdownTree.Piece {
    MarkdownTree.Piece(
      plain: Int32(truncatingIfNeeded: plainCount), source: Int32(truncatingIfNeeded: from),
      sourceEnd: Int32(truncatingIfNeeded: to))
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    precondition(plainCount < plainCapacity)
    plain[plainCount] = byte
    plainCount += 1
  }
}
