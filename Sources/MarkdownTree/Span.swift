/// What a stretch of inline markup is.
public enum SpanKind: UInt8, Sendable, CaseIterable {
  /// `*...*`
  case emphasis
  /// `**...**`
  case strong
  /// Code between backticks; its content is part of the plain text.
  case code
  /// `[text](destination)`, `[text][label]` or `[label]`.
  case link
  /// `<https://...>`; the address is part of the plain text.
  case autolink
  /// `![text](destination)`
  case image
  /// An inline tag or comment; leaves no plain text.
  case html
  /// A hard line break; one `\n` in the plain text.
  case hardBreak
}

/// One stretch of inline markup.
///
/// Spans of a block are stored in the order of their start, outer before inner.
public struct Span: Sendable, Equatable {
  /// What it is.
  public internal(set) var kind: SpanKind
  /// First byte in the source, delimiters included.
  public internal(set) var start: Int32
  /// Byte after the last in the source, delimiters included.
  public internal(set) var end: Int32
  /// First byte of its text in `MarkdownTree.plain`.
  public internal(set) var plainStart: Int32
  /// Byte after the last of its text in `MarkdownTree.plain`.
  public internal(set) var plainEnd: Int32

  /// The bytes of the span in the source, delimiters included.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// The bytes of its text in `MarkdownTree.plain`.
  public var plainRange: Range<Int> { Int(plainStart)..<Int(plainEnd) }
}
