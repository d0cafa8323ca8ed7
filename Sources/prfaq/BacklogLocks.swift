import Backlogs
import Glibc
import Reporting
import SourceText
import Tracing
import Workspace

/// The locks beside the documents of a run: one file a folder.
struct BacklogLocks {
  private let graph: LinkGraph
  /// The lock of each folder that has one, or will have one.
  private(set) var files: [String: LockFile] = [:]

  /// Reads the locks beside the documents.
  ///
  /// - Throws: a `Failure` for a lock that cannot be read; its exit status is 3 where git left two versions in it.
  init(_ input: BacklogInput, colors: ColorChoice) throws {
    graph = input.graph
    for (index, document) in graph.documents.enumerated() where !input.unlocked.contains(index) {
      let folder = BacklogLocks.folder(of: document.path)
      if files[folder] != nil { continue }
      files[folder] = try BacklogLocks.read(folder + LockFile.name, colors: colors)
    }
  }

  /// What was accepted of a document; nil where nothing was.
  func record(of index: Int) -> Record? {
    let document = graph.documents[index]
    let keys = Set(graph.documents.map(\.key)).subtracting([document.key])
    return files[BacklogLocks.folder(of: document.path)]?.record(
      key: document.key, path: BacklogLocks.name(of: document.path), otherKeys: keys)
  }

  /// The path of the lock of a document.
  func path(of index: Int) -> String { BacklogLocks.folder(of: graph.documents[index].path) + LockFile.name }

  /// Puts a record into the lock of its document.
  mutating func update(_ index: Int, _ record: Record) {
    let folder = BacklogLocks.folder(of: graph.documents[index].path)
    files[folder, default: LockFile()].update(record, replacing: self.record(of: index))
  }

  /// The folder of a path with its slash; empty for the current one.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String { String(path.dropFirst(folder(of: path).count)) }

  private static func read(_ path: String, colors: ColorChoice) throws -> LockFile? {
    guard access(path, F_OK) == 0 else { return nil }
    let source = SourceFile(try FileReader.read(path), path: path)
    do { return try LockFile(source) } catch {
      throw Failure(
        text: ErrorReport.text(
          error.message, at: error.range, in: source, help: error.help,
          palette: Output.palette(colors, for: STDERR_FILENO)),
        status: error.isConflict ? Failure.conflict : Failure.status)
    }
  }
}
