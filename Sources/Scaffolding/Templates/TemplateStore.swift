public import SourceText
public import Workspace

/// A folder of service templates: one manifest (`NAME.yaml`) for each stack, and a folder for each layer.
public struct TemplateStore: Sendable {
  /// One file of the folder.
  public struct File: Sendable {
    /// Its path relative to the folder.
    public let path: String
    /// Its content; `source.path` is how messages name it.
    public let source: SourceFile
    /// Whether the generated file may be run.
    public let isExecutable: Bool
  }

  /// All files, sorted by path.
  public let files: [File]
  /// How messages name the folder.
  public let name: String

  /// Takes files that are embedded in the program.
  ///
  /// - Parameter files: paths relative to the folder, with content.
  public init(name: String, files: [(path: String, text: String, isExecutable: Bool)]) {
    self.name = name
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      File(
        path: $0.path, source: SourceFile(Array($0.text.utf8), path: name + "/" + $0.path),
        isExecutable: $0.isExecutable)
    }
  }

  /// Most bytes of one template file.
  static let limit = 1 << 20

  /// Reads a folder. Symbolic links in it are refused: they could lead anywhere.
  public init(folder: String) throws(FileError) {
    let listing = try FolderFiles.list(folder, skip: [".git"])
    if let other = listing.others.first {
      throw FileError(
        .system, folder + "/" + other, "this is no regular file",
        help: "Templates must be plain files; links are not followed.")
    }
    var files: [File] = []
    for entry in listing.files {
      let path = folder + "/" + entry.path
      let source = SourceFile(try FileReader.read(path, limit: Self.limit), path: path)
      files.append(File(path: entry.path, source: source, isExecutable: entry.isExecutable))
    }
    self.files = files
    name = folder
  }

  /// The names of the stacks, sorted.
  public var stacks: [String] {
    files.filter { $0.path.hasSuffix(".yaml") && !$0.path.contains("/") }.map { String($0.path.dropLast(5)) }
  }

  /// The names of the layers: all folders at the top.
  public var layers: [String] {
    var names: [String] = []
    for file in files {
      guard let slash = file.path.firstIndex(of: "/") else { continue }
      let name = String(file.path[..<slash])
      if names.last != name { names.append(name) }
    }
    return names
  }

  /// The manifest of a stack.
  func manifest(_ stack: String) -> SourceFile? { files.first { $0.path == stack + ".yaml" }?.source }

  /// The files of a layer, with paths relative to it.
  func files(of layer: String) -> [File] {
    let prefix = layer + "/"
    return files.filter { $0.path.hasPrefix(prefix) }.map {
      File(path: String($0.path.dropFirst(prefix.count)), source: $0.source, isExecutable: $0.isExecutable)
    }
  }
}
