/// Patterns of which the last that matches decides, as in a `.gitignore` file.
public struct GlobList: Sendable {
  /// The patterns, in order.
  public let patterns: [GlobPattern]

  /// Makes a list.
  public init(_ patterns: [GlobPattern]) {
    self.patterns = patterns
  }

  /// Makes a list of patterns; empty ones and comments are left out.
  public init(_ texts: [String]) {
    patterns = texts.compactMap { GlobPattern($0) }
  }

  /// Reads the lines of an ignore file.
  public init(ignoreFile bytes: [UInt8]) {
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var patterns: [GlobPattern] = []
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[..<end]
      if end < rest.endIndex, line.last == 0x0D { line = line.dropLast() }
      if let pattern = GlobPattern(line: line) { patterns.append(pattern) }
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    self.patterns = patterns
  }

  /// What the list says of one path by itself: true when it is selected, false when a `!` pattern takes it back,
  /// nil when no pattern matches.
  ///
  /// - Parameters:
  ///   - path: relative to the folder the list belongs to, without a slash at either end.
  ///   - isFolder: whether the path is a folder's.
  public func decision(for path: String, isFolder: Bool = false) -> Bool? {
    var path = path
    return path.withUTF8 { decision(for: $0, isFolder: isFolder) }
  }

  /// Whether the list selects a file or a folder above it; nothing inside a selected folder can be taken back.
  public func selects(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { selects($0) }
  }

  func selects(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    for (at, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
      if decision(for: UnsafeBufferPointer(rebasing: path[..<at]), isFolder: true) == true { return true }
    }
    return decision(for: path, isFolder: false) == true
  }

  func decision(for path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool? {
    for pattern in patterns.reversed() where pattern.matches(path, isFolder: isFolder) {
      return !pattern.isNegated
    }
    return nil
  }
}
