/// One pattern in the syntax of `.gitignore`, with git's meaning.
///
/// | pattern | stands for |
/// |---|---|
/// | `draft.md`, `*.md` | entries of that name in any folder |
/// | `/draft.md`, `docs/*.md` | with a slash inside or in front: a path from the folder the pattern belongs to |
/// | `old/` | folders only |
/// | `docs/**/x.md`, `**/x`, `docs/**` | `**` between slashes: any number of folders |
/// | `?`, `[a-z]`, `[!a-z]`, `[[:digit:]]` | one byte other than a slash |
/// | `\*` | the character itself |
/// | `!keep.md` | takes back what an earlier pattern of the list says |
public struct GlobPattern: Sendable {
  /// The pattern as it is written.
  public let text: String
  /// Whether it starts with `!`.
  public let isNegated: Bool
  /// Whether it ends with `/` and so stands for folders only.
  public let isForFolders: Bool
  /// Whether it can match any path at all; `[a` and a lone `\` at the end cannot.
  public var canMatch: Bool { !matcher.isImpossible }

  /// Whether it is compared with the last part of a path instead of with the whole.
  private let isForNames: Bool
  private let matcher: GlobMatcher

  /// Reads a pattern; nil for an empty one and for a comment (`# …`).
  public init?(_ text: String) {
    self.init(line: Array(text.utf8)[...])
  }

  /// Reads one line of an ignore file.
  init?(line: ArraySlice<UInt8>) {
    var rest = GlobPattern.withoutTrailingBlanks(line)
    guard let first = rest.first, first != UInt8(ascii: "#") else { return nil }
    text = String(decoding: rest, as: UTF8.self)
    isNegated = first == UInt8(ascii: "!")
    if isNegated { rest = rest.dropFirst() }
    isForFolders = rest.last == UInt8(ascii: "/")
    if isForFolders { rest = rest.dropLast() }
    isForNames = !rest.contains(UInt8(ascii: "/"))
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    matcher = GlobMatcher(Array(rest), crossesFolders: !isForNames)
  }

  /// Whether the pattern, its `!` aside, stands for a path.
  ///
  /// - Parameters:
  ///   - path: relative to the folder the pattern belongs to, without a slash at either end.
  ///   - isFolder: whether the path is a folder's.
  public func matches(_ path: String, isFolder: Bool = false) -> Bool {
    var path = path
    return path.withUTF8 { matches($0, isFolder: isFolder) }
  }

  /// Whether the pattern stands for a path, given as bytes.
  func matches(_ path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool {
    if isForFolders && !isFolder { return false }
    guard isForNames else { return matcher.matches(path) }
    var start = path.count
    while start > 0, path[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return matcher.matches(UnsafeBufferPointer(rebasing: path[start...]))
  }

  /// Spaces at the end do not count unless a backslash stands before them.
  private static func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var blanks: Int? = nil
    var at = line.startIndex
    while at < line.endIndex {
      switch line[at] {
      case UInt8(ascii: " "): if blanks == nil { blanks = at }
      case UInt8(ascii: "\\"):
        at += 1
        if at == line.endIndex { return line }
        blanks = nil
      default: blanks = nil
      }
      at += 1
    }
    return line[..<(blanks ?? line.endIndex)]
  }
}
