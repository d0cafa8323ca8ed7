import Glibc
import Linting
import PRFAQ
import Reporting
import SourceText
import Workspace

/// The configuration in force and where it was found.
struct ConfigurationFile {
  /// What it says.
  var content = Configuration()
  /// The folder its patterns belong to, relative to the current one.
  var folder = "."

  /// What it adds to the reading of documents: every command that reads one passes this on.
  var readerOptions: ReaderOptions { ReaderOptions(aliases: content.aliases) }

  static let names = ["prfaq.yaml", ".prfaq.yaml"]

  /// Reads the file named, or the one found upwards, or gives the defaults.
  static func load(_ named: String?, colors: ColorChoice) throws -> ConfigurationFile {
    guard let path = try named ?? find() else { return ConfigurationFile() }
    let source = SourceFile(try FileReader.read(path), path: path)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file: ConfigurationFile
    do { file = ConfigurationFile(content: try Configuration(source), folder: folder) } catch {
      throw failure(error, in: source, colors: colors)
    }
    try file.checkPatterns(colors: colors)
    return file
  }

  /// Looks in the current folder and those above it, up to the root of the repository.
  private static func find() throws -> String? {
    guard let current = getcwd(nil, 0) else { return nil }
    defer { free(current) }
    let depth = String(cString: current).split(separator: "/").count
    var prefix = ""
    for _ in 0...depth {
      let found = names.filter { access(prefix + $0, F_OK) == 0 }
      if found.count > 1 {
        throw Failure(
          "both \(prefix)\(found[0]) and \(prefix)\(found[1]) exist",
          help: "Keep one of them, or choose with --config.")
      }
      if let name = found.first { return prefix + name }
      if access(prefix + ".git", F_OK) == 0 { return nil }
      prefix += "../"
    }
    return nil
  }

  /// Patterns that can never match, and documents that are not there, are mistakes that would go unnoticed.
  private func checkPatterns(colors: ColorChoice) throws {
    guard let source = content.source else { return }
    for text in content.documents + content.exclude {
      guard let pattern = GlobPattern(text.text), pattern.canMatch else {
        throw ConfigurationFile.failure(
          ConfigurationError(
            "the pattern \"\(text.text)\" can match no file", at: text.range,
            help: "Write it as in a .gitignore file, such as \"docs/*.md\"."),
          in: source, colors: colors)
      }
    }
    for text in content.documents where text.text.contains("/") {
      guard !text.text.contains(where: { "*?[\\!".contains($0) }) else { continue }
      let relative = text.text.hasPrefix("/") ? String(text.text.dropFirst()) : text.text
      if access(folder + "/" + relative, F_OK) == 0 { continue }
      throw ConfigurationFile.failure(
        ConfigurationError(
          "there is no file \"\(text.text)\"", at: text.range,
          help: "Paths are relative to the configuration file. Correct or remove this one."),
        in: source, colors: colors)
    }
  }

  /// The files and folders of `catalog:`, relative to the current folder.
  func catalogPaths(colors: ColorChoice) throws -> [String] {
    guard let source = content.source else { return [] }
    return try content.catalog.map { text in
      let path = text.text.hasPrefix("/") || folder == "." ? text.text : folder + "/" + text.text
      if access(path, F_OK) == 0 { return path }
      throw ConfigurationFile.failure(
        ConfigurationError(
          "there is no file or folder \"\(text.text)\"", at: text.range,
          help: "Paths are relative to the configuration file. Correct or remove this one."),
        in: source, colors: colors)
    }
  }

  private static func failure(
    _ error: ConfigurationError, in source: SourceFile, colors: ColorChoice
  ) -> Failure {
    Failure(
      text: ErrorReport.text(
        error.message, at: error.range, in: source, help: error.help, related: error.related,
        palette: Output.palette(colors, for: STDERR_FILENO)))
  }
}
