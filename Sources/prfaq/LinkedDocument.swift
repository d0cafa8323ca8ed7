import Backlogs
import Diagnostics
import Glibc
import Hashing
import Linting
import MarkdownTree
import PRFAQ
import SourceText
import Tracing
import Workspace

/// What is kept of a document until all are read, so that links between them can be checked.
///
/// The text is not: where links make findings, the few files concerned are read again.
struct LinkedDocument: Sendable {
  let unit: TraceUnit
  /// What is in force for it.
  let entry: GraphScope.Entry
  /// Whether a comment names rules on links, so that it may silence nothing.
  let silencesLinks: Bool
  /// What its backlog is made from, where one was accepted.
  let notes: DocumentNotes?
  private let path: String
  private let text: Text
  /// How the document is read where its comments may silence a finding; nil where it has none that could.
  private let options: ReaderOptions?

  private enum Text: Sendable {
    case kept(SourceFile)
    case onDisk(RunMark)
  }

  /// Whether a document has links at all, or can be reached by some.
  static func isLinked(_ document: PRFAQDocument, catalog: Catalog?) -> Bool {
    catalog != nil || !document.declared.isEmpty || document.frontMatter.key != nil
  }

  /// Keeps what is needed; nil for a document that no link can lead to or from.
  ///
  /// - Parameters:
  ///   - keepsText: whether the text cannot be read again, as that of standard input.
  ///   - isEarlier: whether it is a version of long ago, which knows nothing of the backlog that lies beside the
  ///     document now.
  init?(
    _ document: PRFAQDocument, _ settings: Settings, _ linter: Linter, catalog: Catalog?,
    options: ReaderOptions, keepsText: Bool, isEarlier: Bool = false
  ) {
    guard LinkedDocument.isLinked(document, catalog: catalog) else { return nil }
    let source = document.source
    unit = TraceUnit(document)
    notes = !isEarlier && StaleBacklogs.hasLock(beside: source.path) ? DocumentNotes(document) : nil
    entry = GraphScope.Entry(settings, linter, document)
    path = source.path
    text =
      keepsText || !LinkedDocument.isFile(source.path)
      ? .kept(source) : .onDisk(RunMark(of: source.bytes))
    let comments = document.tree.comments.map { source[$0.content] }.filter { $0.hasPrefix("prfaq-") }
    self.options = comments.isEmpty ? nil : options
    silencesLinks = comments.contains { comment in
      comment.split { " ,\n".contains($0) }.contains { $0.hasPrefix("trace") || $0.hasPrefix("team") }
    }
  }

  /// The findings of the document with those on its links; comments silence these, too.
  func findings(
    with others: [Finding], own: [Finding], _ coverage: GraphCoverage?, in file: SourceFile
  ) -> [Finding] {
    if let options {
      return entry.linter.lint(
        PRFAQDocument(file, options: options), entry.settings, others: others, coverage: coverage)
    }
    return (own + others.map { $0.identified(in: file) }).sorted(by: FindingOrder.isBefore)
  }

  /// The text.
  ///
  /// - Throws: a `Failure` or `FileError` for a file that was changed or removed meanwhile.
  func file() throws -> SourceFile {
    switch text {
    case .kept(let source): return source
    case .onDisk(let mark):
      let source = SourceFile(try FileReader.read(path), path: path)
      guard RunMark(of: source.bytes) == mark else {
        throw Failure("\(path): the file has changed while it was checked", help: "Run the command again.")
      }
      return source
    }
  }

  /// What comes through a pipe can be read only once.
  private static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }
}
