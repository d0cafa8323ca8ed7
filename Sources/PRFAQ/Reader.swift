import MarkdownTree
public import SourceText

extension PRFAQDocument {
  /// Reads a file as a PR/FAQ; never fails: what is not one has the kind `none`.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - options: what the user's configuration adds to the vocabulary.
  public convenience init(_ source: SourceFile, options: ReaderOptions = .standard) {
    let text = Text(source)
    self.init(text, Prose(text.tree), options)
  }

  /// Reads several files, the first step of all of them before the second of any: the instructions of a step stay at
  /// hand in the processor, which makes a twentieth of the whole.
  ///
  /// - Parameter files: the files, and what each user's configuration adds to the vocabulary.
  /// - Returns: the documents, in the order of the files.
  public static func read(_ files: [(source: SourceFile, options: ReaderOptions)]) -> [PRFAQDocument] {
    let texts = files.map { Text($0.source) }
    let proses = texts.map { Prose($0.tree) }
    return files.indices.map { PRFAQDocument(texts[$0], proses[$0], files[$0].options) }
  }

  /// A file taken apart.
  private struct Text {
    let frontMatter: FrontMatter
    let tree: MarkdownTree

    init(_ source: SourceFile) {
      frontMatter = FrontMatter(source)
      tree = MarkdownTree(source, from: frontMatter.bodyStart)
    }
  }

  private convenience init(_ text: Text, _ prose: Prose, _ options: ReaderOptions) {
    let recogniser = Recogniser(PassageList(text.tree, prose, options.aliases), text.frontMatter)
    var recognised = Recognised()
    recogniser.read(into: &recognised)
    self.init(text.tree, prose, text.frontMatter, recognised)
  }
}
