import Diagnostics
import Glibc
import Linting
import Reporting
import SourceText
import Workspace

/// Reads a configuration file and the files and packs that it builds on.
struct ConfigurationLoader: Sendable {
  /// The folders that hold packs, the first to look in first.
  let packFolders: [String]
  /// The colours of standard error.
  let palette: Palette

  /// The folders of `--pack-path`, those of `PRFAQ_PACK_PATH`, then those of the system.
  static func packFolders(_ named: [String]) -> [String] {
    var folders = named
    if let variable = getenv("PRFAQ_PACK_PATH") {
      folders += String(cString: variable).split(separator: ":").map(String.init)
    }
    if let executable = FilePath.real("/proc/self/exe") {
      folders.append(FilePath.folder(of: FilePath.folder(of: executable)) + "/share/prfaq/packs")
    }
    for folder in ["/usr/local/share/prfaq/packs", "/usr/share/prfaq/packs"] where !folders.contains(folder) {
      folders.append(folder)
    }
    return folders
  }

  /// A file whose `extends` is being worked through.
  private struct Frame {
    let file: Configuration
    let identity: String
    var next = 0
  }

  /// Reads a file and checks all of it that can be checked without documents.
  ///
  /// - Parameters:
  ///   - path: the file, as it is shown.
  ///   - folder: the folder its patterns belong to, as it is shown.
  func load(_ path: String, folder: String) throws -> ConfigurationFile {
    guard let realFolder = FilePath.real(folder) else {
      throw Failure("there is no folder \"\(folder)\"")
    }
    var done: [Configuration] = []
    var seen: Set<String> = []
    var stack = [Frame(file: try read(path, isPack: false), identity: FilePath.real(path) ?? path)]
    while var frame = stack.popLast() {
      if frame.next == frame.file.extends.count {
        seen.insert(frame.identity)
        done.append(frame.file)
        continue
      }
      let name = frame.file.extends[frame.next]
      frame.next += 1
      stack.append(frame)
      let (target, isPack) = try target(of: name, in: frame.file)
      let identity = FilePath.real(target) ?? target
      if stack.contains(where: { $0.identity == identity }) {
        throw failure(
          "\"\(name.text)\" leads back to this file", at: name.range, in: frame.file,
          help:
            "Remove it from one of the files: \((stack.map { $0.file.source?.path ?? "" } + [target]).joined(separator: " -> "))."
        )
      }
      if seen.contains(identity) { continue }
      stack.append(Frame(file: try read(target, isPack: isPack), identity: identity))
    }
    let result = ConfigurationFile(done, folder: folder, realFolder: realFolder)
    try check(result)
    return result
  }

  private func read(_ path: String, isPack: Bool) throws -> Configuration {
    let source = SourceFile(try FileReader.read(path, limit: 4 << 20), path: path)
    do { return try Configuration(source, isPack: isPack) } catch {
      throw failure(error, in: source)
    }
  }

  /// The file behind an entry of `extends`.
  private func target(of name: Configuration.Text, in file: Configuration) throws -> (String, isPack: Bool) {
    guard name.text.hasPrefix("pack:") else {
      let base = FilePath.folder(of: file.source?.path ?? "")
      let path = name.text.hasPrefix("/") || base == "." ? name.text : base + "/" + name.text
      var info = stat()
      if stat(path, &info) != 0 {
        throw failure(
          "there is no file \"\(path)\"", at: name.range, in: file,
          help: "Paths are relative to the file they stand in; packs are written \"pack:NAME\".")
      }
      return (path, false)
    }
    let parts = name.text.dropFirst(5).split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let pack = String(parts[0])
    guard !pack.isEmpty, !pack.hasPrefix("."), !pack.contains("/") else {
      throw failure(
        "\"\(pack)\" cannot be the name of a pack", at: name.range, in: file,
        help: "Write \"pack:NAME\", NAME being a folder in one of \(packFolders.joined(separator: ", ")).")
    }
    for folder in packFolders {
      let path = "\(folder)/\(pack)/pack.yml"
      guard access(path, F_OK) == 0 else { continue }
      if parts.count == 2 { try check(version: String(parts[1]), of: path, name, in: file) }
      return (path, true)
    }
    let known = packFolders.flatMap { Packs.names(in: $0) }
    let near = Spelling.nearest(to: pack, in: known).map { "Did you mean \"pack:\($0)\"? " } ?? ""
    throw failure(
      "there is no pack \"\(pack)\"", at: name.range, in: file,
      help: near + "Looked in \(packFolders.joined(separator: ", ")); --pack-path names further folders.")
  }

  /// `pack:acme@1.2` wants a version that starts with these numbers.
  private func check(
    version wanted: String, of path: String, _ name: Configuration.Text, in file: Configuration
  ) throws {
    guard let version = try read(path, isPack: true).version?.text else { return }
    let parts = version.split(separator: ".")
    if parts.starts(with: wanted.split(separator: ".")), !wanted.isEmpty { return }
    throw failure(
      "the pack at \(FilePath.folder(of: path)) has version \(version), not \(wanted)", at: name.range,
      in: file,
      help: "Install the version asked for, or ask for another.")
  }

  /// Names and patterns that can mean nothing would go unnoticed.
  private func check(_ configuration: ConfigurationFile) throws {
    let custom = Set(configuration.files.flatMap(\.customRules).map(\.about.name))
    for file in configuration.files {
      for name in file.customNames where !custom.contains(name.text) {
        throw failure(
          "there is no rule \"\(name.text)\"", at: name.range, in: file,
          help: Spelling.nearest(to: name.text, in: custom.sorted()).map { "Did you mean \"\($0)\"?" }
            ?? "Rules of your own are written under \"custom:\".")
      }
      for text in file.documents + file.exclude + file.overrides.flatMap(\.paths) {
        guard let pattern = GlobPattern(text.text), pattern.canMatch else {
          throw failure(
            "the pattern \"\(text.text)\" can match no file", at: text.range, in: file,
            help: "Write it as in a .gitignore file, such as \"docs/*.md\".")
        }
      }
    }
  }

  /// A failure that points into a configuration file.
  func failure(
    _ message: String, at range: Range<Int>, in file: Configuration, help: String
  ) -> Failure {
    guard let source = file.source else { return Failure(message, help: help) }
    return failure(ConfigurationError(message, at: range, help: help), in: source)
  }

  private func failure(_ error: ConfigurationError, in source: SourceFile) -> Failure {
    Failure(
      text: ErrorReport.text(
        error.message, at: error.range, in: source, help: error.help, related: error.related, palette: palette
      ))
  }
}

/// Folders that hold packs.
enum Packs {
  /// The names of the packs in a folder, sorted; none when there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < 1_000, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
      if !name.hasPrefix("."), access("\(folder)/\(name)/pack.yml", F_OK) == 0 { names.append(name) }
    }
    return names.sorted()
  }
}
