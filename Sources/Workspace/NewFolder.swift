internal import Glibc

/// Makes a folder with files in it so that a reader sees all of it or none.
///
/// Everything is written to a sibling folder first, which is then renamed. After a failure nothing is left behind.
public enum NewFolder {
  /// A file to be written.
  public struct File: Sendable, Equatable {
    /// Its path relative to the folder.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]
    /// Whether it may be run.
    public let isExecutable: Bool

    /// Makes a file.
    public init(path: String, bytes: [UInt8], isExecutable: Bool = false) {
      self.path = path
      self.bytes = bytes
      self.isExecutable = isExecutable
    }
  }

  /// Makes sure that a folder can be made: the files have safe names, and nothing is in the way.
  ///
  /// Refused are absolute paths, `.` and `..`, characters other than letters, digits and `._@+-`, names that are equal
  /// without regard to case, and a folder that exists with something in it, is a file, or is a symbolic link.
  public static func check(_ folder: String, _ files: [File]) throws(FileError) {
    try checkNames(files)
    let last = Path.tidy(folder).split(separator: "/").last ?? "."
    if last == "." || last == ".." {
      throw FileError(
        .exists, folder, "this folder is in use", help: "Name a folder that does not exist yet.")
    }
    var info = stat()
    guard lstat(folder, &info) == 0 else {
      guard errno == ENOENT else { throw FileError(errno, folder, toDo: "make the folder") }
      let parent = Path.folder(of: Path.tidy(folder))
      if stat(parent, &info) != 0 {
        throw FileError(.notFound, folder, "there is no folder \"\(parent)\"", help: "Make the folder first.")
      }
      guard info.st_mode & S_IFMT == S_IFDIR else { throw FileError(.exists, parent, "this is no folder") }
      return
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      let isLink = info.st_mode & S_IFMT == S_IFLNK
      throw FileError(
        .exists, folder, isLink ? "this is a symbolic link" : "this is a file",
        help: "Nothing is overwritten. Name a folder that does not exist yet.")
    }
    let listing = try FolderFiles.list(folder)
    if !listing.files.isEmpty || !listing.others.isEmpty || rmdirWouldFail(folder) {
      throw FileError(
        .exists, folder, "this folder exists and is not empty",
        help: "Nothing is overwritten. Name a folder that does not exist yet.")
    }
  }

  /// Makes the folder, after `check`.
  public static func create(_ folder: String, _ files: [File]) throws(FileError) {
    try check(folder, files)
    try Interruption.putOff { () throws(FileError) in try make(folder, files) }
  }

  private static func make(_ folder: String, _ files: [File]) throws(FileError) {
    let target = Path.tidy(folder)
    let parent = Path.folder(of: target)
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = (parent == "/" ? "/" : parent + "/") + ".prfaq-\(random).tmp"
    guard mkdir(temporary, 0o777) == 0 else { throw FileError(errno, folder, toDo: "make the folder") }
    do throws(FileError) {
      var made: Set<String> = []
      for file in files {
        // Nobody reads this: the signal ends the program when all is removed.
        if Interruption.isAsked { throw FileError(EINTR, folder, toDo: "make the folder") }
        try makeFolders(above: file.path, in: temporary, shown: folder, &made)
        try write(file, in: temporary, shown: folder)
      }
      // Renaming replaces an empty folder and nothing else: what appeared meanwhile stays.
      guard rename(temporary, target) == 0 else {
        let number = errno == ENOTEMPTY ? EEXIST : errno
        throw FileError(number, folder, toDo: "make the folder")
      }
    } catch {
      remove(temporary)
      throw error
    }
  }

  private static func checkNames(_ files: [File]) throws(FileError) {
    // The lower-case path of each file and folder, with the spelling it was first seen in.
    var seen: [String: (path: String, isFile: Bool)] = [:]
    for file in files {
      let parts = file.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      var path = ""
      for (index, part) in parts.enumerated() {
        let name = String(decoding: part, as: UTF8.self)
        guard isSafe(part) else {
          throw FileError(
            .unreadableName, file.path, "this path is not safe",
            help: "Use letters, digits, dots, dashes and underscores, and no \"..\".")
        }
        path += (path.isEmpty ? "" : "/") + name
        let isFile = index == parts.count - 1
        let key = path.lowercased()
        guard let other = seen[key] else {
          seen[key] = (path, isFile)
          continue
        }
        if isFile || other.isFile || other.path != path {
          throw FileError(
            .exists, path, "this name is equal to \"\(other.path)\" where case does not count",
            help: "Rename one of them.")
        }
      }
    }
  }

  private static func isSafe(_ name: Substring.UTF8View) -> Bool {
    if name.isEmpty || name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) || name.count > 200 {
      return false
    }
    return name.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "._@+-".utf8.contains($0)
    }
  }

  /// Whether folders without files are in the folder.
  private static func rmdirWouldFail(_ folder: String) -> Bool {
    guard let stream = opendir(folder) else { return true }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = DirectoryEntry(entry).name
      if !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) { return true }
    }
    return false
  }

  private static func makeFolders(
    above path: String, in root: String, shown: String, _ made: inout Set<String>
  ) throws(FileError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty ? "" : "/") + part
      if !made.insert(folder).inserted { continue }
      guard mkdir(root + "/" + folder, 0o777) == 0 else {
        throw FileError(errno, shown + "/" + folder, toDo: "make the folder")
      }
    }
  }

  private static func write(_ file: File, in root: String, shown: String) throws(FileError) {
    let shown = shown + "/" + file.path
    let mode: mode_t = file.isExecutable ? 0o777 : 0o666
    let output = open(root + "/" + file.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard output >= 0 else { throw FileError(errno, shown, toDo: "write the file") }
    var number = AtomicWriter.write(file.bytes, to: output)
    if close(output) != 0, number == 0 { number = errno }
    if number != 0 { throw FileError(number, shown, toDo: "write the file") }
  }

  /// Removes a folder this run has made, with what is in it.
  private static func remove(_ folder: String) {
    // The folders, each before those inside it.
    var folders: [String] = []
    var rest = [folder]
    while let next = rest.popLast() {
      folders.append(next)
      guard let stream = opendir(next) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = String(decoding: DirectoryEntry(entry).name, as: UTF8.self)
        if name == "." || name == ".." { continue }
        let path = next + "/" + name
        var info = stat()
        if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
          rest.append(path)
        } else {
          unlink(path)
        }
      }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }
}
