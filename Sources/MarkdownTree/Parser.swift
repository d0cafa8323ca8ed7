public import SourceText

extension MarkdownTree {
  /// Reads a file as Markdown.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - bodyStart: offset of the line where Markdown begins, after any front matter.
  public init(_ source: SourceFile, from bodyStart: Int = 0) {
    self.source = source
    self.bodyStart = max(bodyStart, source.markLength)
  }
}
