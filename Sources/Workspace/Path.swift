internal import Glibc

/// Small things about paths.
enum Path {
  /// The path without `.` parts, doubled slashes and a slash at the end; `.` for nothing.
  ///
  /// `..` stays: with symbolic links in the path it cannot be worked out from the words.
  static func tidy(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// The folder that holds a file: `docs` for `docs/a.md`, `.` for `a.md`, `/` for `/a.md`.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The absolute path without symbolic links, or nil with `errno` set.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
