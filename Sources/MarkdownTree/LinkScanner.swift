/// Finds where the parts of links end, by the rules (and the slips) of libcmark's `inlines.c`.
struct LinkScanner {
  /// A block's text, lines joined by `\n`.
  let text: UnsafePointer<UInt8>
  /// Number of its bytes.
  let end: Int

  /// Longest label libcmark takes.
  private static let longestLabel = 1000

  /// What follows the `]` of something known to be a link: `(destination "title")`, `[label]` or nothing.
  func tail(at start: Int) -> Int {
    guard start < end else { return start }
    if text[start] == 0x28, let close = destinationAndTitle(at: start + 1) { return close }
    if text[start] == 0x5B, let close = label(at: start) { return close }
    return start
  }

  /// A link reference definition at the start of a block, with its line end.
  func definition(at start: Int) -> Int? {
    guard let labelEnd = label(at: start), hasContent(start + 1..<labelEnd - 1), labelEnd < end,
      text[labelEnd] == 0x3A
    else { return nil }
    guard let destinationEnd = destination(at: skipSpaceAndLineEnd(labelEnd + 1)) else { return nil }
    let titleStart = skipSpaceAndLineEnd(destinationEnd)
    if titleStart > destinationEnd, let titleEnd = title(at: titleStart), let after = lineEnd(after: titleEnd)
    {
      return after
    }
    return lineEnd(after: destinationEnd)
  }

  private func destinationAndTitle(at start: Int) -> Int? {
    guard let destinationEnd = destination(at: skipSpace(start)) else { return nil }
    var at = skipSpace(destinationEnd)
    if at > destinationEnd, let titleEnd = title(at: at) { at = titleEnd }
    at = skipSpace(at)
    return at < end && text[at] == 0x29 ? at + 1 : nil
  }

  /// `[...]` without brackets inside; gives the place after it.
  private func label(at start: Int) -> Int? {
    var at = start + 1
    while at < end, text[at] != 0x5B, text[at] != 0x5D {
      let isEscape = text[at] == 0x5C && at + 1 < end && isPunctuation(text[at + 1])
      at += isEscape ? 2 : 1
      if at - start - 1 > LinkScanner.longestLabel { return nil }
    }
    return at < end && text[at] == 0x5D ? at + 1 : nil
  }

  private func hasContent(_ range: Range<Int>) -> Bool { range.contains { !isSpace(text[$0]) } }

  private func destination(at start: Int) -> Int? {
    guard start < end else { return nil }
    return text[start] == 0x3C ? bracketedDestination(at: start) : bareDestination(at: start)
  }

  private func bracketedDestination(at start: Int) -> Int? {
    var at = start + 1
    while at < end {
      switch text[at] {
      case 0x3E: return at + 1
      case 0x5C: at += 2
      case 0x0A, 0x3C: return nil
      default: at += 1
      }
    }
    return nil
  }

  private func bareDestination(at start: Int) -> Int? {
    var at = start
    var depth = 0
    while at < end {
      let byte = text[at]
      if byte == 0x5C, at + 1 < end, isPunctuation(text[at + 1]) {
        at += 2
        continue
      }
      if byte == 0x28 {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      } else if isSpace(byte) {
        if at == start { return nil }
        break
      }
      at += 1
    }
    return depth == 0 ? at : nil
  }

  /// The longest title: libcmark's pattern lets a backslash stand for itself before the closing quote.
  private func title(at start: Int) -> Int? {
    guard start < end else { return nil }
    let closer: UInt8
    switch text[start] {
    case 0x22, 0x27: closer = text[start]
    case 0x28: closer = 0x29
    default: return nil
    }
    var at = start + 1
    var longest: Int?
    while at < end {
      let byte = text[at]
      let isEscapable = text[at - 1] == 0x5C && at - 1 > start
      if byte == closer {
        longest = at + 1
        if !isEscapable { break }
      } else if closer == 0x29, byte == 0x28, !isEscapable {
        break
      }
      at += 1
    }
    return longest
  }

  private func skipSpace(_ start: Int) -> Int {
    var at = start
    while at < end, isSpace(text[at]) { at += 1 }
    return at
  }

  private func skipBlanks(_ start: Int) -> Int {
    var at = start
    while at < end, isBlank(text[at]) { at += 1 }
    return at
  }

  /// Blanks with at most one line end among them.
  private func skipSpaceAndLineEnd(_ start: Int) -> Int {
    let at = skipBlanks(start)
    return at < end && text[at] == 0x0A ? skipBlanks(at + 1) : at
  }

  /// The place after the line end if only blanks come before it.
  private func lineEnd(after start: Int) -> Int? {
    let at = skipBlanks(start)
    if at >= end { return end }
    return text[at] == 0x0A ? at + 1 : nil
  }
}
