internal import Glibc

/// Finds the files to work on: those named, and the Markdown files below the folders named.
///
/// Below a folder
/// * hidden folders are searched (`.github` holds documents), those of version control, `.build` and
///   `node_modules` are not;
/// * symbolic links are passed over: what they lead to has a name of its own, or lies elsewhere;
/// * what git ignores is passed over: `.gitignore` files in the folder, in the folders below and in those above
///   up to the repository's root, and `.git/info/exclude`, but not the user's own ignore file, so that the result
///   is the same for everybody. Outside a repository the `.gitignore` files in the folder and below hold.
///
/// A file or folder that is named is taken even if git ignores it or `exclude` matches it.
public struct FileSearch: Sendable {
  /// The endings of names to look for, in lower case; capital letters in names count the same.
  public var suffixes = [".md", ".markdown", ".mdown", ".mkd"]
  /// Which files to take, whatever they end with; nil to go by `suffixes`.
  public var documents: GlobList?
  /// Which files and folders to pass over.
  public var exclude: GlobList?
  /// The folder that the patterns of `documents` and `exclude` belong to.
  public var patternFolder = "."
  /// Whether to pass over what git ignores.
  public var respectsIgnoreFiles = true

  /// Makes a search for Markdown files.
  public init() {}

  /// What a search found.
  public struct Result: Sendable {
    /// The paths as a user would type them (`docs/a.md`, not `./docs/a.md`), in byte order, none twice.
    public let files: [String]
    /// What could not be found or read, in the order met.
    public let errors: [FileError]
  }

  /// Searches.
  ///
  /// - Parameter paths: files and folders, relative to the current folder or absolute.
  public func find(in paths: [String]) -> Result {
    var walk = Walk(self)
    for path in paths { walk.start(path) }
    return Result(files: walk.found.sorted(), errors: walk.errors)
  }

  /// Folders that hold no documents of their own.
  static let skippedFolders: [[UInt8]] = [".git", ".hg", ".svn", "node_modules", ".build"].map {
    Array($0.utf8)
  }
}
