public import MarkdownTree

/// The headings of a document, each with the one it stands below.
public struct Headings: Sendable {
  private struct Heading: Sendable {
    let start: Int
    let text: String
    /// Index of the nearest heading before it that has a lower level number; -1 at the top.
    let above: Int
  }

  private let headings: [Heading]

  /// Takes the headings of a tree.
  public init(_ tree: MarkdownTree) {
    var headings: [Heading] = []
    // The headings that the next one may stand below, levels rising.
    var open: [(index: Int, level: Int)] = []
    for block in tree.blocks where block.kind == .heading {
      while let last = open.last, last.level >= Int(block.level) { open.removeLast() }
      headings.append(
        Heading(
          start: Int(block.start), text: Fold.text(tree.plain[block.plainRange]),
          above: open.last?.index ?? -1))
      open.append((headings.count - 1, Int(block.level)))
    }
    self.headings = headings
  }

  /// The headings above a byte of the source, outermost first.
  public func section(at offset: Int) -> [String] {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    var section: [String] = []
    var at = low - 1
    while at >= 0 {
      section.append(headings[at].text)
      at = headings[at].above
    }
    return section.reversed()
  }
}
