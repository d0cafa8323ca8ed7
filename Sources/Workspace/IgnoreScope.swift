internal import Glibc

/// The ignore files that hold in a folder: its own first, then those of the folders above.
final class IgnoreScope: Sendable {
  private let list: GlobList
  /// Length of the absolute path of the folder the list belongs to, with the slash after it.
  private let baseLength: Int
  private let parent: IgnoreScope?

  init(_ list: GlobList, folderLength: Int, parent: IgnoreScope?) {
    self.list = list
    // The root's path ends with its slash.
    baseLength = folderLength == 1 ? 1 : folderLength + 1
    self.parent = parent
  }

  /// Whether something is ignored, given its absolute path.
  func ignores(_ path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool {
    var scope: IgnoreScope? = self
    while let current = scope {
      let relative = UnsafeBufferPointer(rebasing: path[current.baseLength...])
      if let decision = current.list.decision(for: relative, isFolder: isFolder) { return decision }
      scope = current.parent
    }
    return false
  }
}

/// What git ignores besides the `.gitignore` file of a folder.
enum Repository {
  /// The ignore files above a folder, up to the folder that holds `.git`; nil without a repository, and when the
  /// folder is itself the repository's.
  static func scope(above folder: String, errors: inout [FileError]) -> IgnoreScope? {
    var above: [String] = []
    var at = folder
    while !exists(at + "/.git") {
      guard at != "/" else { return nil }
      at = Path.folder(of: at)
      above.append(at)
    }
    var scope: IgnoreScope? = nil
    for folder in above.reversed() {
      if folder == at { scope = self.scope(of: folder, errors: &errors) }
      var info = stat()
      let path = (folder == "/" ? "" : folder) + "/.gitignore"
      if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG {
        scope = extend(scope, with: path, in: folder, errors: &errors)
      }
    }
    return scope
  }

  /// What a repository's own exclude file says.
  static func scope(of root: String, errors: inout [FileError]) -> IgnoreScope? {
    let path = gitFolder(of: root) + "/info/exclude"
    return exists(path) ? extend(nil, with: path, in: root, errors: &errors) : nil
  }

  /// The scope with the patterns of one more file in front.
  static func extend(
    _ scope: IgnoreScope?, with path: String, in folder: String, errors: inout [FileError]
  ) -> IgnoreScope? {
    do throws(FileError) {
      let list = GlobList(ignoreFile: try FileReader.read(path))
      return list.patterns.isEmpty
        ? scope : IgnoreScope(list, folderLength: folder.utf8.count, parent: scope)
    } catch {
      errors.append(error)
      return scope
    }
  }

  /// The folder with the repository's settings: `.git`, or for a linked working tree or a submodule the one that
  /// the file `.git` leads to.
  private static func gitFolder(of root: String) -> String {
    let path = (root == "/" ? "" : root) + "/.git"
    guard let target = line(of: path, after: "gitdir: ") else { return path }
    let folder = target.hasPrefix("/") ? target : root + "/" + target
    guard let common = line(of: folder + "/commondir", after: "") else { return folder }
    return common.hasPrefix("/") ? common : folder + "/" + common
  }

  /// The first line of a small file, without its start; nil when the file cannot be read or starts otherwise.
  private static func line(of path: String, after start: String) -> String? {
    guard let bytes = try? FileReader.read(path, limit: 64 << 10), bytes.starts(with: start.utf8) else {
      return nil
    }
    return String(
      decoding: bytes.dropFirst(start.utf8.count).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  private static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }
}
