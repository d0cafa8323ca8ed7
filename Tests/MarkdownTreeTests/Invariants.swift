@testable import MarkdownTree
import SourceText

/// What must hold of every tree, whatever was parsed.
///
/// Also compiled into the fuzz target.
enum Invariants {
  /// The first few things that are wrong with a tree, in words.
  static func violations(of tree: MarkdownTree) -> [String] {
    var found: [String] = []
    func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
      if !holds, found.count < 8 { found.append(message()) }
    }
    checkBlocks(of: tree, expect)
    checkSpans(of: tree, expect)
    checkPieces(of: tree, expect)
    checkExtras(of: tree, expect)
    return found
  }

  private typealias Expect = (Bool, @autoclosure () -> String) -> Void

  private static func checkBlocks(of tree: MarkdownTree, _ expect: Expect) {
    let bytes = tree.source.bytes
    expect(tree.blocks.first?.kind == .document, "block 0 is not the document")
    expect(tree.blocks[0].range == tree.bodyStart..<bytes.count, "the document is not the whole body")
    var plain = 0
    var span = 0
    var lastSibling: [Int: Int] = [:]
    for (index, block) in tree.blocks.enumerated() {
      expect(block.isExact, "block \(index) \(block.kind) is not exact")
      expect(
        block.start >= 0 && block.start <= block.end && Int(block.end) <= bytes.count,
        "block \(index) out of file")
      expect(
        Int(block.subtreeEnd) > index && Int(block.subtreeEnd) <= tree.blocks.count, "subtree of \(index)")
      expect(Int(block.plainStart) == plain && block.plainEnd >= block.plainStart, "plain of block \(index)")
      expect(Int(block.spanStart) == span && block.spanEnd >= block.spanStart, "spans of block \(index)")
      span = Int(block.spanEnd)
      if block.kind == .paragraph || block.kind == .heading {
        plain = Int(block.plainEnd) + 1
        expect(plain <= tree.plain.count && tree.plain[plain - 1] == 0x0A, "terminator of block \(index)")
      } else {
        expect(block.plainRange.isEmpty && block.spanRange.isEmpty, "block \(index) \(block.kind) has text")
      }
      guard index > 0 else { continue }
      let parent = Int(block.parent)
      guard parent >= 0, parent < index else {
        expect(false, "parent of \(index)")
        continue
      }
      let outer = tree.blocks[parent]
      expect(
        outer.start <= block.start && block.end <= outer.end,
        "block \(index) \(block.kind) outside \(parent) \(outer.kind)")
      expect(outer.subtreeEnd >= block.subtreeEnd, "subtree of \(index) outside its parent's")
      expect(block.depth == (parent == 0 ? 0 : outer.depth + 1), "depth of \(index)")
      expect(Int(block.depth) <= MarkdownTree.depthLimit, "too deep: \(index)")
      if let before = lastSibling[parent] {
        expect(tree.blocks[before].end <= block.start, "block \(index) overlaps its sibling \(before)")
      }
      lastSibling[parent] = index
      if block.kind != .code, block.kind != .html, block.end > block.start {
        let last = bytes[Int(block.end) - 1]
        expect(last != 0x0A && last != 0x0D, "block \(index) \(block.kind) ends with a line end")
      }
    }
    expect(plain == tree.plain.count, "plain has \(tree.plain.count - plain) bytes of no block")
    expect(span == tree.spans.count, "spans of no block")
  }

  private static func checkSpans(of tree: MarkdownTree, _ expect: Expect) {
    for (index, block) in tree.blocks.enumerated() {
      var outer: [Span] = []
      for span in tree.spans[block.spanRange] {
        expect(span.start < span.end, "empty span in block \(index)")
        expect(block.start <= span.start && span.end <= block.end, "\(span) outside block \(index)")
        expect(
          block.plainStart <= span.plainStart && span.plainStart <= span.plainEnd
            && span.plainEnd <= block.plainEnd,
          "text of \(span) outside block \(index)")
        while let last = outer.last, last.end <= span.start { outer.removeLast() }
        if let last = outer.last {
          expect(last.start <= span.start && span.end <= last.end, "\(span) crosses \(last)")
          expect(
            last.plainStart <= span.plainStart && span.plainEnd <= last.plainEnd, "text of \(span) crosses")
        }
        outer.append(span)
      }
    }
  }

  private static func checkPieces(of tree: MarkdownTree, _ expect: Expect) {
    var last: MarkdownTree.Piece?
    for (index, piece) in tree.pieces.enumerated() {
      let next = index + 1 < tree.pieces.count ? Int(tree.pieces[index + 1].plain) : tree.plain.count
      expect(next > Int(piece.plain), "empty piece \(index)")
      expect(
        piece.source <= piece.sourceEnd && Int(piece.sourceEnd) <= tree.source.bytes.count, "piece \(index)")
      if let last { expect(last.sourceEnd <= piece.source, "piece \(index) overlaps the one before") }
      last = piece
      guard next - Int(piece.plain) == Int(piece.sourceEnd - piece.source), next <= tree.plain.count else {
        continue
      }
      let text = tree.plain[Int(piece.plain)..<next]
      let source = tree.source.bytes[Int(piece.source)..<Int(piece.sourceEnd)]
      let isSame = zip(text, source).allSatisfy { $0 == $1 || ($0 == 0x0A && $1 == 0x0D) }
      // A decoded entity may happen to be as long as what it stands for.
      expect(isSame || source.first == 0x26, "piece \(index) is not a copy")
    }
    expect(tree.plain.isEmpty || tree.pieces.first?.plain == 0, "plain begins with no piece")
  }

  private static func checkExtras(of tree: MarkdownTree, _ expect: Expect) {
    for table in tree.tables {
      let block = tree.blocks[table.block]
      expect(block.range.contains(table.range), "table outside its block")
      for cell in table.header + table.rows.flatMap({ $0 }) {
        expect(table.range.contains(cell.range), "cell \(cell) outside its table")
        expect(block.plainRange.contains(cell.plainRange), "text of cell \(cell) outside its block")
      }
    }
    for comment in tree.comments {
      let block = tree.blocks[comment.block]
      expect(block.range.contains(comment.range), "comment outside its block")
      expect(comment.range.contains(comment.content), "content outside its comment")
      expect(comment.isBlock == (block.kind == .html), "comment in the wrong kind of block")
    }
    for box in tree.taskBoxes {
      expect(
        tree.blocks[box.item].kind == .item && tree.blocks[box.item].range.contains(box.range), "task box")
    }
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
