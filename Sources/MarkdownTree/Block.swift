/// What a block is.
public enum BlockKind: UInt8, Sendable, CaseIterable {
  /// The whole document; always block 0, and always the whole body of the file, blank lines included.
  case document
  /// `> ...`
  case quote
  /// A list; `Block.level` is 1 when it is numbered, 0 when it is bulleted.
  case list
  /// One item of a list.
  case item
  /// `# ...` or an underlined heading; `Block.level` is 1 to 6.
  case heading
  /// Running text. Pipe tables are paragraphs too: see `MarkdownTree.tables`.
  case paragraph
  /// Fenced (`Block.level` 1) or indented (0) code.
  case code
  /// Raw HTML, comments included.
  case html
  /// `---`
  case thematicBreak
}

/// One block of a document.
///
/// Blocks are stored flat, in the order of their start (pre-order).
public struct Block: Sendable, Equatable {
  /// What it is.
  public internal(set) var kind: BlockKind
  /// Heading level 1 to 6; 1 for a numbered list; 1 for fenced code; 0 otherwise.
  public internal(set) var level: UInt8
  /// False when its place could not be confirmed against the source bytes; never the case for known input.
  public internal(set) var isExact: Bool
  /// Number of containers (quotes, lists, items) around it.
  public internal(set) var depth: UInt8
  /// Index of the block around it; -1 for the document.
  public internal(set) var parent: Int32
  /// Index of the first block that is not inside this one.
  public internal(set) var subtreeEnd: Int32
  /// First byte in the source.
  public internal(set) var start: Int32
  /// Byte after the last in the source; trailing blank lines and the last line end do not belong to a block, nor
  /// do link reference definitions to the paragraph they precede.
  public internal(set) var end: Int32
  /// First byte of its text in `MarkdownTree.plain`; only headings and paragraphs have text.
  public internal(set) var plainStart: Int32
  /// Byte after the last of its text in `MarkdownTree.plain`.
  public internal(set) var plainEnd: Int32
  /// First of its spans in `MarkdownTree.spans`.
  public internal(set) var spanStart: Int32
  /// After the last of its spans.
  public internal(set) var spanEnd: Int32

  /// The bytes of the block in the source.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// The bytes of its text in `MarkdownTree.plain`.
  public var plainRange: Range<Int> { Int(plainStart)..<Int(plainEnd) }
  /// The indices of its spans in `MarkdownTree.spans`.
  public var spanRange: Range<Int> { Int(spanStart)..<Int(spanEnd) }
}
