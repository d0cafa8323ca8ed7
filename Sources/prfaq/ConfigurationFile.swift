import Glibc
import Linting
import PRFAQ
import Reporting
import SourceText
import Synchronization
import Workspace

/// A configuration file with all that it builds on.
final class ConfigurationFile: Sendable {
  /// What the file itself says.
  let content: Configuration
  /// All files, the weakest first; the file itself is the last.
  let files: [Configuration]
  /// The folder its patterns belong to, as shown to people: relative to the current folder where that is near.
  let folder: String
  /// The same, absolute and without symbolic links.
  let realFolder: String
  /// The patterns of all files, in order.
  let exclude: GlobList?

  /// Names in the order they are looked for; a folder may hold one of them.
  static let names = [".prfaq.yml", ".prfaq.yaml", "prfaq.yml", "prfaq.yaml"]

  private let overrides: [GlobList]
  private let settled = Mutex<[[Bool]: SettledConfiguration]>([:])

  /// Joins files, the weakest first.
  init(_ files: [Configuration], folder: String, realFolder: String) {
    content = files.last ?? Configuration()
    self.files = files
    self.folder = folder
    self.realFolder = realFolder
    // Templates are full of what is left to fill in, and are no documents.
    let templates = files.flatMap { TemplateFolders.paths(of: $0) }
    let patterns =
      files.flatMap(\.exclude).map(\.text)
      + templates.compactMap { TemplateFolders.pattern($0, below: realFolder) }
    exclude = patterns.isEmpty ? nil : GlobList(patterns)
    overrides = files.flatMap(\.overrides).map { GlobList($0.paths.map(\.text)) }
  }

  /// The defaults, for a folder without configuration.
  convenience init(folder: String = ".", realFolder: String) {
    self.init([], folder: folder, realFolder: realFolder)
  }

  /// The patterns of documents that must be PR/FAQs, with the files they stand in.
  var documents: [(pattern: Configuration.Text, file: Configuration)] {
    files.flatMap { file in file.documents.map { ($0, file) } }
  }

  /// Whether anything holds for some of its documents only.
  var hasOverrides: Bool { !overrides.isEmpty }

  /// Which overrides hold for a document.
  ///
  /// - Parameter path: relative to the folder of the patterns; nil for a document outside it.
  func overrides(for path: String?) -> [Bool] {
    overrides.map { list in path.map { list.selects($0) } ?? false }
  }

  /// What holds for the documents of some overrides.
  func settled(_ matching: [Bool]) -> SettledConfiguration {
    settled.withLock { known in
      if let done = known[matching] { return done }
      var next = matching.makeIterator()
      // Asked once per override, in the order of the files.
      let result = SettledConfiguration(files) { _ in next.next() ?? false }
      known[matching] = result
      return result
    }
  }

  /// The files and folders of `catalog:`, relative to the current folder; those of the file that wins.
  func catalogPaths(colors: ColorChoice) throws -> [String] {
    guard let file = files.last(where: { !$0.catalog.isEmpty }), let source = file.source else { return [] }
    let folder = FilePath.folder(of: source.path)
    return try file.catalog.map { text in
      let path = text.text.hasPrefix("/") || folder == "." ? text.text : folder + "/" + text.text
      if access(path, F_OK) == 0 { return path }
      throw Failure(
        text: ErrorReport.text(
          "there is no file or folder \"\(text.text)\"", at: text.range, in: source,
          help: "Paths are relative to the configuration file. Correct or remove this one.",
          palette: Output.palette(colors, for: STDERR_FILENO)))
    }
  }
}
