internal import Organization
internal import SourceText
public import Workspace
internal import YAMLTree

/// The files of a service's repository, as far as they are text.
public struct Repository: Sendable {
  /// One file.
  struct File: Sendable {
    /// Its path relative to the repository.
    let path: String
    /// Its content.
    let source: SourceFile
    /// Its YAML or JSON documents; empty for other files and for what cannot be read.
    let documents: [YAMLNode]

    /// The first document.
    var root: YAMLNode? { documents.first }
    /// The name without folders.
    var name: Substring {
      path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    }
  }

  /// The folder as the user wrote it.
  public let folder: String
  /// Text files, sorted by path.
  let files: [File]
  private let byPath: [String: Int]
  /// YAML and JSON files that cannot be read, with the reason.
  let unreadable: [(source: SourceFile, error: YAMLError)]

  /// Folders that hold what others wrote, or what was built.
  private static let skipped: Set<String> = [
    ".git", ".build", ".build-tools", ".venv", "venv", "node_modules", "__pycache__", "target", "vendor",
    "dist",
    ".swiftpm", ".gradle",
    ".terraform", ".mypy_cache", ".pytest_cache",
  ]
  /// Most bytes of a file that is looked at.
  private static let limit = 1 << 20

  /// Reads a folder. Symbolic links are not followed; large and binary files are passed over.
  public init(_ folder: String) throws(FileError) {
    self.folder = folder
    let listing = try FolderFiles.list(folder, skip: Self.skipped)
    var files: [File] = []
    var unreadable: [(source: SourceFile, error: YAMLError)] = []
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    for entry in listing.files {
      let bytes: [UInt8]
      do throws(FileError) { bytes = try FileReader.read(prefix + entry.path, limit: Self.limit) } catch {
        if error.kind == .tooLarge { continue }
        throw error
      }
      let source = SourceFile(bytes, path: prefix + entry.path)
      guard source.faults.isEmpty else { continue }
      var documents: [YAMLNode] = []
      if [".yaml", ".yml", ".json"].contains(where: entry.path.hasSuffix) {
        do throws(YAMLError) { documents = try YAMLReader.read(source) } catch {
          unreadable.append((source, error))
        }
      }
      files.append(File(path: entry.path, source: source, documents: documents))
    }
    self.files = files
    self.unreadable = unreadable
    var byPath: [String: Int] = [:]
    for (index, file) in files.enumerated() { byPath[file.path] = index }
    self.byPath = byPath
  }

  subscript(path: String) -> File? { byPath[path].map { files[$0] } }

  /// The files in a folder and below; the folder with its slash.
  func below(_ folder: String) -> [File] { files.filter { $0.path.hasPrefix(folder) } }

  // MARK: What files are

  /// GitHub's workflows.
  var workflows: [File] {
    below(".github/workflows/").filter { $0.path.hasSuffix(".yml") || $0.path.hasSuffix(".yaml") }
  }

  /// OpenAPI contracts of the service itself.
  var contracts: [File] {
    files.filter { $0.root?[key: "openapi"]?.string != nil && !$0.path.hasPrefix("api/providers/") }
  }

  /// CloudFormation templates.
  var templates: [File] {
    files.filter { file in
      guard let root = file.root else { return false }
      if root[key: "AWSTemplateFormatVersion"] != nil { return true }
      return root[key: "Resources"]?.entries.contains {
        $0.value[key: "Type"]?.string?.hasPrefix("AWS::") == true
      } == true
    }
  }

  /// Resources of a type in all templates.
  func resources(_ type: String) -> [(file: File, entry: YAMLEntry)] {
    templates.flatMap { file in
      (file.root?[key: "Resources"]?.entries ?? []).filter { $0.value[key: "Type"]?.string == type }.map {
        (file, $0)
      }
    }
  }

  /// The catalogue's description of the service, with its file.
  var component: (file: File, node: YAMLNode)? {
    for file in files where file.name == "catalog-info.yaml" || file.name == "catalog-info.yml" {
      for document in file.documents where document[key: "kind"]?.string == "Component" {
        return (file, document)
      }
    }
    return nil
  }

  /// The short name of the owning team.
  var ownerSlug: String? {
    component?.node[key: "spec"]?[key: "owner"]?.string.map { EntityReference($0).name }
  }
}

extension YAMLNode {
  /// This node and all below it, with the keys that lead there; without recursion.
  func all() -> [(keys: [String], node: YAMLNode)] {
    var found: [(keys: [String], node: YAMLNode)] = []
    var rest: [(keys: [String], node: YAMLNode)] = [([], self)]
    while let next = rest.popLast() {
      found.append(next)
      for entry in next.node.entries.reversed() { rest.append((next.keys + [entry.name], entry.value)) }
      for item in next.node.items.reversed() { rest.append((next.keys, item)) }
    }
    return found
  }
}
