import Glibc

/// Small things about paths.
enum FilePath {
  /// The folder that holds a file: `docs` for `docs/a.md`, `.` for `a.md`, `/` for `/a.md`.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Whether a path comes before another in the order of bytes.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    // There are many, and they are alike for most of their length: compared in one piece where their bytes lie in one.
    let order = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        guard let a = left.baseAddress, let b = right.baseAddress else { return left.count - right.count }
        let order = Int(memcmp(a, b, min(left.count, right.count)))
        return order != 0 ? order : left.count - right.count
      }
    }
    if let order, let order { return order < 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether a path leads to a folder, symbolic links followed.
  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The absolute path without symbolic links; nil for what is not there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A path within a folder, relative to it; nil for one outside. Both are absolute and without links.
  static func relative(_ path: String, to folder: String) -> String? {
    if folder == "/" { return String(path.dropFirst()) }
    guard path.utf8.starts(with: (folder + "/").utf8) else { return nil }
    return String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
  }

  /// A path relative to a folder, upwards with `../` where it must be. Both are absolute and without links.
  static func relativeUpwards(_ path: String, from folder: String) -> String {
    let parts = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var common = 0
    while common < min(parts.count - 1, base.count), parts[common] == base[common] { common += 1 }
    return (Array(repeating: "..", count: base.count - common) + parts[common...].map(String.init))
      .joined(separator: "/")
  }

  /// An absolute path as a person in the current folder would write it, upwards with `../`; unchanged where neither
  /// folder is within the other.
  static func shown(_ path: String) -> String {
    guard let current = real(".") else { return path }
    if path == current { return "." }
    if let inside = relative(path, to: current) { return inside }
    var up = "../"
    var folder = current
    while folder != "/" {
      folder = self.folder(of: folder)
      if path == folder { return String(up.dropLast()) }
      if folder != "/", let inside = relative(path, to: folder) { return up + inside }
      up += "../"
    }
    return path
  }
}
