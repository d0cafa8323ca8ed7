import Diagnostics
import Linting
import Reporting
import SourceText
import Workspace

/// The folders of templates that configurations name, those of packs among them.
enum TemplateFolders {
  /// The folders a file names, whether they exist or not.
  static func paths(of file: Configuration) -> [String] {
    [file.documentTemplates, file.serviceTemplates].compactMap { $0 }.map { path($0, of: file) }
  }

  /// A folder as the current folder sees it.
  ///
  /// - Throws: a `Failure` that shows the entry, where there is no such folder.
  static func folder(
    _ text: Configuration.Text, of file: Configuration, palette: Palette
  ) throws -> String {
    let path = path(text, of: file)
    if FilePath.isFolder(path) { return path }
    guard let source = file.source else { throw Failure("there is no folder \"\(path)\"") }
    throw Failure(
      text: ErrorReport.text(
        "there is no folder \"\(text.text)\"", at: text.range, in: source,
        help: "Paths are relative to the file they stand in. Make the folder, or correct the path.",
        palette: palette))
  }

  private static func path(_ text: Configuration.Text, of file: Configuration) -> String {
    let base = FilePath.folder(of: file.source?.path ?? "")
    return text.text.hasPrefix("/") || base == "." ? text.text : base + "/" + text.text
  }

  /// The pattern that passes over a folder, as in `.gitignore`; nil for one that is not there, or lies elsewhere.
  static func pattern(_ path: String, below folder: String) -> String? {
    guard let real = FilePath.real(path), let inside = FilePath.relative(real, to: folder) else { return nil }
    var pattern = "/"
    for character in inside {
      if "*?[\\ ".contains(character) { pattern += "\\" }
      pattern.append(character)
    }
    return pattern + "/"
  }
}

/// A template of `prfaq new`.
struct DocumentTemplate {
  /// Its name: that of its file, without the ending.
  let name: String
  /// What it is for, or the file it stands in.
  let origin: String
  /// Its file; nil for one inside this program.
  let file: String?

  func bytes() throws -> [UInt8] {
    if let file { return try FileReader.read(file, limit: 4 << 20) }
    return try Self.embedded("\(name).md")
  }

  static func embedded(_ name: String) throws -> [UInt8] {
    guard let template = EmbeddedTemplates.files.first(where: { $0.path == "documents/" + name }) else {
      throw Failure("this build of prfaq lacks the template \(name)")
    }
    return Array(template.text.utf8)
  }
}

/// The templates of `prfaq new`: those inside this program, and those of the configuration and its packs, which win
/// over others of the same name.
struct DocumentTemplates {
  /// The program's own first, then the others by name.
  let all: [DocumentTemplate]
  /// Files that go with a document, of the configuration and its packs, by name.
  private let companions: [String: String]

  /// The names of the program's own, with what they are for.
  static let builtIn = [
    ("standard", "a product or service"), ("internal-tool", "a tool for colleagues"),
    ("open-source", "a project given away with its source"), ("press-release", "a release without FAQ"),
  ]
  /// The folder, among document templates, of files that go with a document.
  private static let launchSet = "launch-set"

  init(_ configuration: ConfigurationFile, palette: Palette) throws {
    var own: [String: String] = [:]
    var companions: [String: String] = [:]
    for file in configuration.files {
      guard let text = file.documentTemplates else { continue }
      let folder = try TemplateFolders.folder(text, of: file, palette: palette)
      for entry in try FolderFiles.list(folder, skip: [".git"]).files where entry.path.hasSuffix(".md") {
        let name = String(entry.path.dropLast(3))
        if !name.contains("/") { own[name] = folder + "/" + entry.path }
        if name.hasPrefix(Self.launchSet + "/") {
          companions[String(entry.path.dropFirst(Self.launchSet.count + 1))] = folder + "/" + entry.path
        }
      }
    }
    let first = Self.builtIn.map { name, about in
      DocumentTemplate(name: name, origin: own[name] ?? about, file: own[name])
    }
    let known = Set(first.map(\.name))
    all =
      first
      + own.filter { !known.contains($0.key) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { DocumentTemplate(name: $0.key, origin: $0.value, file: $0.value) }
    self.companions = companions
  }

  /// The template of a name.
  func named(_ name: String) throws -> DocumentTemplate {
    if let template = all.first(where: { $0.name == name }) { return template }
    throw Failure(
      "there is no template \"\(name)\"",
      help: Spelling.nearest(to: name, in: all.map(\.name)).map { "Did you mean \"\($0)\"?" }
        ?? "\"prfaq new --list\" shows them all.")
  }

  /// A file that goes with a document, such as `user-manual.md`.
  func companion(_ name: String) throws -> [UInt8] {
    if let file = companions[name] { return try FileReader.read(file, limit: 4 << 20) }
    return try DocumentTemplate.embedded("\(Self.launchSet)/\(name)")
  }

  /// The list that people choose from.
  func text(_ palette: Palette) -> String {
    let names = all.map { TerminalText.clean($0.name) }
    let column = (names.map(\.count).max() ?? 0) + 2
    var text = ""
    for (template, name) in zip(all, names) {
      text += name + String(repeating: " ", count: column - name.count)
      text += palette.dim(TerminalText.clean(template.origin)) + "\n"
    }
    return text
  }
}
