import MarkdownTree
public import SourceText

extension PRFAQDocument {
  /// Reads a file as a PR/FAQ; never fails: what is not one has the kind `none`.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - options: what the user's configuration adds to the vocabulary.
  public init(_ source: SourceFile, options: ReaderOptions = .standard) {
    self.source = source
    self.frontMatter = FrontMatter(source)
    self.tree = MarkdownTree(source, from: frontMatter.bodyStart)
    self.prose = Prose(tree)
    var recogniser = Recogniser(tree, prose, frontMatter, options.aliases)
    recogniser.read(into: &self)
  }
}
