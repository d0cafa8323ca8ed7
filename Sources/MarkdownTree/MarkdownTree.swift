public import SourceText

/// A Markdown document as CommonMark reads it, with exact byte ranges.
///
/// Structure comes from libcmark; positions come from aligning libcmark's tree with the source bytes. The text of
/// all headings and paragraphs is gathered in one buffer, `plain`, without markup: one line of source is
/// one line there, each line break `\n`, inside code spans and link destinations too; escapes and entities are
/// decoded; code spans and link texts are kept; inline HTML is left out. Rules search `plain` and turn what they find into source bytes with
/// `sourceRange(ofPlain:)`.
///
/// It never changes; being one object, it is passed on at the price of a pointer.
public final class MarkdownTree: Sendable {
  /// The file it was read from.
  public let source: SourceFile
  /// Offset of the first byte read as Markdown: after the byte order mark and the front matter.
  public let bodyStart: Int
  /// All blocks in pre-order; block 0 is the document.
  public let blocks: [Block]
  /// All spans, block by block.
  public let spans: [Span]
  /// The text of all headings and paragraphs, in order, each followed by one `\n`.
  public let plain: [UInt8]
  /// How `plain` maps onto the source.
  let pieces: [Piece]
  /// Per stretch of 64 bytes of `plain`, the last piece that begins where it does or before; one more entry at the end.
  private let pieceOfStretch: [Int32]
  private static let stretchBits = 6
  /// Pipe tables, in order.
  public let tables: [Table]
  /// Task boxes, in order.
  public let taskBoxes: [TaskBox]
  /// Comments, in order.
  public let comments: [Comment]
  /// The first block nested deeper than `depthLimit`, which was not read; nil when there is none.
  public let tooDeep: Range<Int>?

  /// Keeps what was read.
  init(_ source: SourceFile, bodyStart: Int, plain: [UInt8], _ built: TreeBuilder) {
    self.source = source
    self.bodyStart = bodyStart
    self.plain = plain
    blocks = built.blocks.array()
    spans = built.spans.array()
    pieces = built.pieces.array()
    pieceOfStretch = Self.stretches(of: pieces, plain.count)
    tables = built.tables
    taskBoxes = built.taskBoxes
    comments = built.comments
    tooDeep = built.tooDeep
  }

  /// Containers nested deeper than this are not read.
  public static let depthLimit = 200

  /// A stretch of `plain` and the source bytes it came from.
  struct Piece: Sendable, Equatable {
    /// First byte in `plain`; it ends where the next piece begins.
    var plain: Int32
    /// First byte in the source.
    var source: Int32
    /// Byte after the last in the source.
    var sourceEnd: Int32
  }

  /// The source bytes that a range of `plain` came from.
  public func sourceRange(ofPlain range: Range<Int>) -> Range<Int> {
    pieces.withUnsafeBufferPointer { pieces in
      if pieces.isEmpty { return bodyStart..<bodyStart }
      // The last piece that begins at the offset or before.
      let stretch = min(range.lowerBound >> Self.stretchBits, pieceOfStretch.count - 2)
      var low = Int(pieceOfStretch[stretch])
      var count = Int(pieceOfStretch[stretch + 1]) - low + 1
      // Halved without a branch that depends on the answer: nobody can foresee it.
      while count > 1 {
        let half = count &>> 1
        low = Int(pieces[low + half].plain) <= range.lowerBound ? low + half : low
        count -= half
      }
      let start = sourceOffset(range.lowerBound, in: pieces, low, isEnd: false)
      if range.isEmpty { return start..<start }
      // Most ranges are short: the last byte is looked for from the first one on, in steps that double.
      let last = range.upperBound - 1
      var step = 1
      var high = low + 1
      while high < pieces.count, Int(pieces[high].plain) <= last {
        low = high
        high += step
        step *= 2
      }
      high = min(high, pieces.count)
      while high - low > 1 {
        let middle = (low &+ high) &>> 1
        if Int(pieces[middle].plain) <= last { low = middle } else { high = middle }
      }
      return start..<max(start, sourceOffset(last, in: pieces, low, isEnd: true))
    }
  }

  private static func stretches(of pieces: [Piece], _ count: Int) -> [Int32] {
    let stretches = count >> stretchBits + 1
    return [Int32](unsafeUninitializedCapacity: stretches + 1) { first, initialized in
      pieces.withUnsafeBufferPointer { pieces in
        var piece = 0
        var stretch = 0
        while stretch <= stretches {
          // `piece` is an index of `pieces`, or 0.
          while piece &+ 1 < pieces.count, Int(pieces[piece &+ 1].plain) <= stretch &<< stretchBits {
            piece &+= 1
          }
          first.initializeElement(at: stretch, to: Int32(truncatingIfNeeded: piece))
          stretch &+= 1
        }
      }
      initialized = stretches + 1
    }
  }

  /// The source byte of an offset of `plain` in the piece at an index, or the byte after it.
  @inline(__always)
  private func sourceOffset(
    _ offset: Int, in pieces: UnsafeBufferPointer<Piece>, _ index: Int, isEnd: Bool
  ) -> Int {
    let piece = pieces[index]
    let next = index + 1 < pieces.count ? Int(pieces[index + 1].plain) : plain.count
    let inside = offset - Int(piece.plain)
    // A piece whose lengths differ was decoded (an entity, an escape): it can only be pointed at as a whole.
    if next - Int(piece.plain) != Int(piece.sourceEnd - piece.source) {
      return isEnd ? Int(piece.sourceEnd) : Int(piece.source)
    }
    return Int(piece.source) + inside + (isEnd ? 1 : 0)
  }

  /// The text of a range of `plain`.
  public func text(_ plainRange: Range<Int>) -> String {
    String(decoding: plain[plainRange], as: UTF8.self)
  }

  /// The blocks directly inside a block.
  public func children(of block: Int) -> Children {
    Children(tree: self, position: block + 1, end: Int(blocks[block].subtreeEnd))
  }

  /// Goes through the blocks directly inside another.
  public struct Children: Sequence, IteratorProtocol {
    let tree: MarkdownTree
    var position: Int
    let end: Int

    /// The next child's index.
    public mutating func next() -> Int? {
      guard position < end else { return nil }
      let current = position
      position = Int(tree.blocks[current].subtreeEnd)
      return current
    }
  }
}
