import MarkdownTree
public import SourceText

extension PRFAQDocument {
  /// Reads a file as a PR/FAQ; never fails: what is not one has the kind `none`.
  public init(_ source: SourceFile) {
    self.source = source
    self.frontMatter = FrontMatter(source)
    self.tree = MarkdownTree(source, from: frontMatter.bodyStart)
    self.prose = Prose(tree)
  }
}
