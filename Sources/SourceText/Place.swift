/// A stretch of a file that can be named without the file at hand: what links between documents point at.
///
/// The link graph keeps places instead of whole files, so that a portfolio of thousands of documents fits in memory.
public struct Place: Sendable, Equatable {
  /// The path as the user wrote it.
  public let path: String
  /// The bytes.
  public let range: Range<Int>
  /// Where the first byte stands.
  public let start: Position
  /// Where the byte after the last one stands.
  public let end: Position

  /// Names a stretch of a file.
  public init(_ source: SourceFile, _ range: Range<Int>) {
    self.path = source.path
    self.range = range
    self.start = source.position(at: range.lowerBound)
    self.end = source.position(at: range.upperBound)
  }

  /// Names a stretch of a file whose positions are known already.
  public init(path: String, range: Range<Int>, start: Position, end: Position) {
    self.path = path
    self.range = range
    self.start = start
    self.end = end
  }

  /// 1-based line of the first byte.
  public var line: Int { start.line }
}
