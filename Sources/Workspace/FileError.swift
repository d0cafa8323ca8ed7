internal import Glibc

/// Why a file or folder cannot be read or written.
public struct FileError: Error, Sendable, Equatable {
  /// The sort of trouble.
  public enum Kind: Sendable {
    /// There is nothing at the path.
    case notFound
    /// A file is needed, and the path is a folder's.
    case isFolder
    /// The system refuses.
    case permissionDenied
    /// The file is larger than the limit.
    case tooLarge
    /// A new file was to be made, and there is something at the path already.
    case exists
    /// The name is not valid UTF-8, so that no report could show it.
    case unreadableName
    /// Anything else: a full disk, a broken device.
    case system
  }

  /// The sort of trouble.
  public let kind: Kind
  /// The path, as it was given.
  public let path: String
  /// What is wrong, in plain words, without the path and without a full stop.
  public let message: String
  /// What to do about it, as a sentence, where there is something to say.
  public let help: String?

  /// Makes an error from its parts.
  public init(_ kind: Kind, _ path: String, _ message: String, help: String? = nil) {
    self.kind = kind
    self.path = path
    self.message = message
    self.help = help
  }

  /// The error for a number in `errno` after an attempt to, say, "read the file".
  init(_ number: Int32, _ path: String, toDo attempt: String) {
    switch number {
    case ENOENT, ENOTDIR:
      self.init(.notFound, path, "no such file or folder", help: NearbyNames.help(for: path))
    case EISDIR: self.init(.isFolder, path, "this is a folder, not a file")
    case EACCES, EPERM, EROFS:
      self.init(.permissionDenied, path, "cannot \(attempt): \(FileError.words(number))")
    case EEXIST: self.init(.exists, path, "this exists already")
    default: self.init(.system, path, "cannot \(attempt): \(FileError.words(number))")
    }
  }

  private static func words(_ number: Int32) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
