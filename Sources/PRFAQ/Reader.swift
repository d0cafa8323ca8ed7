import MarkdownTree
public import SourceText

extension PRFAQDocument {
  /// Reads a file as a PR/FAQ; never fails: what is not one has the kind `none`.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - options: what the user's configuration adds to the vocabulary.
  public convenience init(_ source: SourceFile, options: ReaderOptions = .standard) {
    let frontMatter = FrontMatter(source)
    let tree = MarkdownTree(source, from: frontMatter.bodyStart)
    let prose = Prose(tree)
    self.init(tree, prose, frontMatter, Recogniser(tree, prose, frontMatter, options.aliases).read())
  }
}
