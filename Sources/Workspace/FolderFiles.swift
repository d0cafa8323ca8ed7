internal import Glibc

/// Lists everything below a folder, hidden files included, without following symbolic links.
public enum FolderFiles {
  /// A regular file.
  public struct Entry: Sendable, Equatable {
    /// Its path relative to the folder.
    public let path: String
    /// Whether its owner may run it.
    public let isExecutable: Bool
  }

  /// What is below a folder.
  public struct Listing: Sendable, Equatable {
    /// Regular files, sorted by the bytes of their paths.
    public var files: [Entry] = []
    /// Symbolic links, devices and pipes, sorted; relative paths.
    public var others: [String] = []
  }

  /// Most files listed.
  public static let limit = 20_000

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder; a symbolic link to one is followed.
  ///   - skip: names of folders that are passed over, such as `.git`.
  /// - Throws: when a folder cannot be read, a name is not UTF-8, or there are more than `limit` files.
  public static func list(_ folder: String, skip: Set<String> = []) throws(FileError) -> Listing {
    var listing = Listing()
    var rest = [""]
    while let relative = rest.popLast() {
      let path = relative.isEmpty ? folder : folder + "/" + relative
      guard let stream = opendir(path) else { throw FileError(errno, path, toDo: "read the folder") }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let bytes = DirectoryEntry(entry).name
        guard let name = String(validating: bytes, as: UTF8.self) else {
          throw FileError(.unreadableName, path, "a name in this folder is not UTF-8")
        }
        if name == "." || name == ".." || skip.contains(name) { continue }
        let child = relative.isEmpty ? name : relative + "/" + name
        var info = stat()
        guard lstat(folder + "/" + child, &info) == 0 else {
          throw FileError(errno, folder + "/" + child, toDo: "read it")
        }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: rest.append(child)
        case S_IFREG: listing.files.append(Entry(path: child, isExecutable: info.st_mode & S_IXUSR != 0))
        default: listing.others.append(child)
        }
        if listing.files.count > limit {
          throw FileError(.tooLarge, folder, "there are more than \(limit) files below this folder")
        }
      }
    }
    listing.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    listing.others.sort()
    return listing
  }
}
