/// What CommonMark leaves as text or as raw HTML, read from the bytes: tables, task boxes, comments.

/// A pipe table: consecutive lines of one paragraph, the second of them a delimiter row.
public struct Table: Sendable, Equatable {
  /// One cell.
  public struct Cell: Sendable, Equatable {
    /// The cell's bytes in the source, blanks around it left out.
    public let range: Range<Int>
    /// The cell's text in `MarkdownTree.plain`, blanks around it left out.
    public let plainRange: Range<Int>
  }

  /// Index of the paragraph that holds it.
  public let block: Int
  /// The bytes from the first byte of the header row to the last of the last row.
  public let range: Range<Int>
  /// The header cells.
  public let header: [Cell]
  /// The body rows; a row may have fewer or more cells than the header.
  public let rows: [[Cell]]
}

/// `[ ]` or `[x]` at the start of a list item.
public struct TaskBox: Sendable, Equatable {
  /// Index of the item block.
  public let item: Int
  /// The three bytes in the source.
  public let range: Range<Int>
  /// Whether it is ticked.
  public let isChecked: Bool
}

/// `<!-- ... -->`, as a block or inside a line.
public struct Comment: Sendable, Equatable {
  /// The bytes from `<` to `>`; to the end of the block when it is never closed.
  public let range: Range<Int>
  /// The bytes between the delimiters, blanks around them left out.
  public let content: Range<Int>
  /// Index of the block that holds it: an `html` block, or the paragraph or heading it stands in.
  public let block: Int
  /// Whether it stands in a block of its own rather than within a line of text.
  public let isBlock: Bool
}
