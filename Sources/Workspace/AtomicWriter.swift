internal import Glibc

/// Writes whole files so that a reader sees all of the new content or none of it.
///
/// The bytes go to a temporary file in the same folder, to the disk, and only then to the name asked for. After
/// a failure the folder is as it was.
public enum AtomicWriter {
  /// Makes a new file; never overwrites anything, a symbolic link included.
  ///
  /// The folder must exist. The file's mode is 0666 less the user's mask.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try create(path) { write(bytes, to: $0) }
  }

  /// - Parameter fill: writes the content; gives 0 or a number of `errno`.
  private static func create(_ path: String, _ fill: (Int32) -> Int32) throws(FileError) {
    var info = stat()
    if lstat(path, &info) == 0 { throw FileError(EEXIST, path, toDo: "write the file") }
    try withTemporary(besides: path, shown: path, fill, mode: nil) { (temporary) throws(FileError) in
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
        throw FileError(errno, path, toDo: "write the file")
      }
      // No hard links on this file system: claim the name with an empty file, then rename over our own claim.
      let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard claim >= 0 else { throw FileError(errno, path, toDo: "write the file") }
      close(claim)
      if rename(temporary, path) != 0 {
        let number = errno
        unlink(path)
        throw FileError(number, path, toDo: "write the file")
      }
    }
  }

  /// Replaces the content of a file and keeps its mode, or makes the file where there is none.
  ///
  /// A symbolic link stays, and the file it leads to is replaced. Devices and pipes (`/dev/null`) are written to.
  public static func replace(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try replace(path) { write(bytes, to: $0) }
  }

  /// The same for content that `fill` writes; it gives 0 or a number of `errno`.
  static func replace(_ path: String, _ fill: (Int32) -> Int32) throws(FileError) {
    var info = stat()
    guard stat(path, &info) == 0 else {
      let number = errno
      if number == ENOENT, lstat(path, &info) != 0 { return try create(path, fill) }
      throw FileError(number, path, toDo: "write the file")
    }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: throw FileError(EISDIR, path, toDo: "write the file")
    case S_IFREG: break
    default: return try writeThrough(path, fill)
    }
    // Renaming would get around the write protection of the file itself.
    guard access(path, W_OK) == 0, let resolved = realpath(path, nil) else {
      throw FileError(errno, path, toDo: "write the file")
    }
    defer { free(resolved) }
    let target = String(cString: resolved)
    try withTemporary(besides: target, shown: path, fill, mode: info.st_mode & 0o7777) {
      (temporary) throws(FileError) in
      if rename(temporary, target) != 0 { throw FileError(errno, path, toDo: "write the file") }
    }
  }

  /// Writes a temporary file beside `target`, lets `place` put it where it belongs, and removes it on failure.
  private static func withTemporary(
    besides target: String, shown: String, _ fill: (Int32) -> Int32, mode: mode_t?,
    place: (_ temporary: String) throws(FileError) -> Void
  ) throws(FileError) {
    try Interruption.putOff { () throws(FileError) in
      try writeTemporary(besides: target, shown: shown, fill, mode: mode, place: place)
    }
  }

  private static func writeTemporary(
    besides target: String, shown: String, _ fill: (Int32) -> Int32, mode: mode_t?,
    place: (_ temporary: String) throws(FileError) -> Void
  ) throws(FileError) {
    let folder = Path.folder(of: target)
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = (folder == "/" ? "/" : folder + "/") + ".prfaq-\(random).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw FileError(.notFound, shown, "there is no folder \"\(folder)\"", help: "Make the folder first.")
      }
      throw FileError(errno, shown, toDo: "write the file")
    }
    var number = fill(file)
    if number == 0, let mode, fchmod(file, mode) != 0 { number = errno }
    if number == 0, fsync(file) != 0 { number = errno }
    if close(file) != 0, number == 0 { number = errno }
    do throws(FileError) {
      if number != 0 { throw FileError(number, shown, toDo: "write the file") }
      try place(temporary)
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder(folder)
  }

  /// So that the name survives a power cut; not all file systems can do it, and the content is safe already.
  private static func syncFolder(_ folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  private static func writeThrough(_ path: String, _ fill: (Int32) -> Int32) throws(FileError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(errno, path, toDo: "write the file") }
    defer { close(file) }
    let number = fill(file)
    if number != 0 { throw FileError(number, path, toDo: "write the file") }
  }

  /// Writes all bytes; gives 0 or the number in `errno`.
  static func write(_ bytes: [UInt8], to file: Int32) -> Int32 { write(bytes[...], to: file) }

  static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let wrote = Glibc.write(file, buffer.baseAddress.map { $0 + at }, buffer.count - at)
        if wrote < 0 {
          if errno == EINTR { continue }
          return errno
        }
        at += wrote
      }
      return 0
    }
  }
}
