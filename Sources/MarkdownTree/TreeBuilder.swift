internal import CCMark
internal import Glibc

/// Turns libcmark's tree into the flat one, finding every block's and span's exact bytes on the way.
///
/// libcmark says what there is; where it is, it says only roughly: its ends of blocks and most of its inline
/// positions are off. So the builder takes kinds, nesting and starts of blocks from libcmark and reads the rest from the
/// source: block ends here, container prefixes in `LinePrefix.swift`, inline markup in `InlineAligner.swift`.
///
/// It works on raw pointers because it touches every byte of every document; they are valid only during
/// `MarkdownTree.init`, and nothing of it outlives that.
struct TreeBuilder {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let lineStarts: UnsafeBufferPointer<Int32>
  /// Index in `lineStarts` of the line libcmark calls 1.
  let firstLine: Int
  let bodyStart: Int
  let hasCarriageReturn: Bool
  /// Bytes of a byte order mark at the start of the body, which libcmark drops without counting columns for it.
  let secondMark: Int

  /// The first memory of all lists.
  private let lists: UnsafeMutableRawPointer
  var blocks: Growing<Block>
  var spans: Growing<Span>
  var pieces: Growing<MarkdownTree.Piece>
  var tables: [Table] = []
  var taskBoxes: [TaskBox] = []
  var comments: [Comment] = []
  var tooDeep: Range<Int>?

  let plain: UnsafeMutablePointer<UInt8>
  let plainCapacity: Int
  var plainCount = 0
  /// Source offset that would continue the last piece byte for byte; -1 when it cannot be continued.
  var runEnd = -1

  /// Blocks that are being filled, outermost first.
  var open: Growing<Int>
  /// Quotes and items among them, in the same order.
  var prefixes: Growing<Prefix>

  /// The lines of the current leaf block.
  var segments: Growing<Segment>
  /// Its text: the lines without container prefixes and leading blanks, joined by `\n`.
  var content: UnsafePointer<UInt8>
  /// Number of bytes of `content` before its trailing blanks.
  var contentEnd = 0
  /// Number of bytes of `content`.
  var contentCount = 0
  /// Holds `content` when it is not simply a stretch of the source; allocated when first needed, never
  /// larger than the body.
  var scratch: UnsafeMutablePointer<UInt8>?

  /// Where the aligner is in `content`.
  var at = 0
  /// Index in `segments` of the line `at` is on.
  var line = 0
  /// Added to an offset in `content` on this line, gives the offset in the source.
  var delta = 0
  /// Whether the next text begins with a line's indent, as libcmark has it after some line breaks.
  var keepsIndent = false
  /// Emphasis, links and images the aligner is inside.
  var openSpans: Growing<OpenSpan>
  /// Whether the content may hold `&` or `\`.
  var hasEscapes = false
  /// Where those stand in the source.
  var ampersands: ByteCursor
  var backslashes: ByteCursor
  var entities = EntityDecoder()

  /// Bytes that `plain` can need for a body of this length: an entity of five bytes can stand for six.
  static func plainCapacity(forBody length: Int) -> Int { length + length / 4 + 16 }

  init(
    bytes: UnsafeBufferPointer<UInt8>, lineStarts: UnsafeBufferPointer<Int32>, firstLine: Int, bodyStart: Int,
    plain: UnsafeMutableBufferPointer<UInt8>
  ) {
    // An empty buffer may have no address; nothing is read through these then.
    let empty = UnsafePointer<UInt8>(bitPattern: 16).unsafelyUnwrapped
    self.bytes = bytes.baseAddress ?? empty
    self.count = bytes.count
    self.lineStarts = lineStarts
    self.firstLine = firstLine
    self.bodyStart = bodyStart
    self.plain = plain.baseAddress ?? UnsafeMutablePointer(mutating: empty)
    self.plainCapacity = plain.count
    self.content = self.bytes
    ampersands = ByteCursor(0x26, self.bytes, count)
    backslashes = ByteCursor(0x5C, self.bytes, count)
    let length = count - bodyStart
    self.hasCarriageReturn = length > 0 && memchr(self.bytes + bodyStart, 0x0D, length) != nil
    let startsWithMark =
      length >= 3 && self.bytes[bodyStart] == 0xEF && self.bytes[bodyStart + 1] == 0xBB
      && self.bytes[bodyStart + 2] == 0xBF
    self.secondMark = startsWithMark ? 3 : 0
    let room = (blocks: length / 64 + 4, pieces: length / 48 + 4, spans: length / 256 + 4)
    lists = .allocate(
      byteCount: Growing<Block>.size(capacity: room.blocks)
        + Growing<MarkdownTree.Piece>.size(capacity: room.pieces) + Growing<Span>.size(capacity: room.spans)
        + Growing<Int>.size(capacity: 16) + Growing<Prefix>.size(capacity: 8)
        + Growing<Segment>.size(capacity: 64) + Growing<OpenSpan>.size(capacity: 8), alignment: 16)
    var memory = lists
    blocks = Growing(capacity: room.blocks, in: &memory)
    pieces = Growing(capacity: room.pieces, in: &memory)
    spans = Growing(capacity: room.spans, in: &memory)
    open = Growing(capacity: 16, in: &memory)
    prefixes = Growing(capacity: 8, in: &memory)
    segments = Growing(capacity: 64, in: &memory)
    openSpans = Growing(capacity: 8, in: &memory)
  }

  /// Gives back the memory of all lists.
  func deallocate() {
    lists.deallocate()
    blocks.deallocate()
    spans.deallocate()
    pieces.deallocate()
    open.deallocate()
    prefixes.deallocate()
    segments.deallocate()
    openSpans.deallocate()
  }

  /// Parses the body and fills everything.
  mutating func build() {
    appendBlock(.document, level: 0, start: bodyStart)
    if count > bodyStart {
      ParserArena.withDocument(bytes + bodyStart, count: count - bodyStart) { walk($0) }
    }
    scratch?.deallocate()
    scratch = nil
    blocks[0].end = Int32(count)
    blocks[0].subtreeEnd = Int32(blocks.count)
  }

  /// Goes through the blocks in pre-order, without recursion: nesting is up to the author of the file.
  private mutating func walk(_ document: OpaquePointer) {
    guard var node = cmark_node_first_child(document) else { return }
    open.append(0)
    while true {
      if enter(node), let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      while true {
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        guard let parent = cmark_node_parent(node), parent != document else { return }
        node = parent
        leaveContainer()
      }
    }
  }

  /// Takes in one block; true when it is a container that was opened, to be followed by its children.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node).rawValue
    let firstLine = max(1, Int(cmark_node_get_start_line(node)))
    let start = offset(ofLine: firstLine, column: Int(cmark_node_get_start_column(node)))
    if type == CMARK_NODE_PARAGRAPH.rawValue {
      addParagraph(node, start: start, line: firstLine)
    } else if type == CMARK_NODE_HEADING.rawValue {
      addHeading(node, start: start, line: firstLine)
    } else if type == CMARK_NODE_CODE_BLOCK.rawValue {
      addCode(node, start: start, line: firstLine)
    } else if type == CMARK_NODE_HTML_BLOCK.rawValue {
      addHTML(node, start: start, line: firstLine)
    } else if type == CMARK_NODE_THEMATIC_BREAK.rawValue {
      let index = appendBlock(.thematicBreak, level: 0, start: start)
      closeLeaf(index, end: trimmedEnd(ofLine: firstLine, notBefore: start))
    } else {
      return enterContainer(node, type: type, start: start, line: firstLine)
    }
    return false
  }

  private mutating func enterContainer(
    _ node: OpaquePointer, type: cmark_node_type.RawValue, start: Int, line: Int
  ) -> Bool {
    if open.count > MarkdownTree.depthLimit {
      let end = lastWrittenLine(Int(cmark_node_get_end_line(node)), notBefore: line, start: start)
      if tooDeep == nil { tooDeep = start..<end }
      // Its bytes still belong to the containers around it.
      if let parent = open.last { blocks[parent].end = max(blocks[parent].end, Int32(end)) }
      return false
    }
    let hasChildren = cmark_node_first_child(node) != nil
    let index: Int
    switch type {
    case CMARK_NODE_BLOCK_QUOTE.rawValue:
      index = appendBlock(.quote, level: 0, start: start)
      if hasChildren { prefixes.append(.quote) }
    case CMARK_NODE_ITEM.rawValue:
      index = appendBlock(.item, level: 0, start: start)
      let prefix = itemPrefix(start: start, line: line)
      if hasChildren {
        prefixes.append(prefix)
      } else if blankFollows(prefix.cursor.offset) {
        closeLeaf(index, end: min(prefix.markerEnd, count))
        return false
      }
    default:
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      index = appendBlock(.list, level: isNumbered ? 1 : 0, start: start)
    }
    if !hasChildren {
      // An empty quote, or an item of nothing but link definitions.
      closeLeaf(
        index, end: lastWrittenLine(Int(cmark_node_get_end_line(node)), notBefore: line, start: start))
      return false
    }
    open.append(index)
    return true
  }

  private mutating func leaveContainer() {
    let index = open.removeLast()
    blocks[index].subtreeEnd = Int32(blocks.count)
    if blocks[index].kind != .list { prefixes.removeLast() }
    if let parent = open.last { blocks[parent].end = max(blocks[parent].end, blocks[index].end) }
  }

  @discardableResult
  mutating func appendBlock(_ kind: BlockKind, level: UInt8, start: Int) -> Int {
    let position = Int32(truncatingIfNeeded: start)
    let plainStart = Int32(truncatingIfNeeded: plainCount)
    let spanStart = Int32(truncatingIfNeeded: spans.count)
    blocks.append(
      Block(
        kind: kind, level: level, isExact: true, depth: UInt8(truncatingIfNeeded: max(0, open.count - 1)),
        parent: Int32(truncatingIfNeeded: open.last ?? -1),
        subtreeEnd: Int32(truncatingIfNeeded: blocks.count + 1), start: position, end: position,
        plainStart: plainStart, plainEnd: plainStart, spanStart: spanStart, spanEnd: spanStart))
    return blocks.count - 1
  }

  /// Gives a block without children its end; its container reaches at least as far.
  mutating func closeLeaf(_ index: Int, end: Int) {
    let position = Int32(truncatingIfNeeded: end)
    blocks[index].end = position
    let parent = Int(blocks[index].parent)
    if blocks[parent].end < position { blocks[parent].end = position }
  }

  /// A piece of `bytes[from..<to]` starting with a comment's content, blanks around it left out.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isSpace(bytes[low]) { low += 1 }
    while high > low, isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}

/// Space and tab: what separates things on a line.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// What libcmark strips from the ends of text: blanks, line ends, vertical tab, form feed.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

/// The characters a backslash can escape.
@inline(__always)
func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
  default: return false
  }
}
