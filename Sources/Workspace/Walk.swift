internal import Glibc

/// One run of a search: folders still to read wait on a stack.
struct Walk {
  private(set) var found = PathArena()
  private(set) var errors: [FileError] = []
  private let search: FileSearch
  private let suffixes: [[UInt8]]
  /// Length of the absolute path that patterns are relative to, with its slash, and the path itself.
  private var patternBase: [UInt8]?
  private var entries = EntryList()

  init(_ search: FileSearch) {
    self.search = search
    suffixes = search.suffixes.map { Array($0.utf8) }
    if search.documents != nil || search.exclude != nil {
      if let base = Path.real(search.patternFolder) {
        patternBase = Array((base == "/" ? "/" : base + "/").utf8)
      } else {
        errors.append(FileError(errno, search.patternFolder, toDo: "read the folder"))
      }
    }
  }

  /// A folder to read.
  private struct Folder {
    /// Absolute, without links.
    let path: String
    let scope: IgnoreScope?
  }

  /// Takes a file, or all below a folder.
  mutating func start(_ given: String) {
    let shown = Path.tidy(given)
    var info = stat()
    guard !given.isEmpty, stat(given, &info) == 0 else {
      errors.append(FileError(given.isEmpty ? ENOENT : errno, given, toDo: "read the file"))
      return
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      found.append(Array(shown.utf8), [])
      return
    }
    guard let root = Path.real(given) else {
      errors.append(FileError(errno, given, toDo: "read the folder"))
      return
    }
    let prefix = shown == "." ? "" : shown == "/" ? "/" : shown + "/"
    var pending = [
      Folder(
        path: root, scope: search.respectsIgnoreFiles ? Repository.scope(above: root, errors: &errors) : nil)
    ]
    let shownBytes = Array(prefix.utf8)
    let rootLength = root == "/" ? 1 : root.utf8.count + 1
    while let folder = pending.popLast() {
      read(folder, shown: shownBytes, rootLength: rootLength, pending: &pending)
    }
  }

  private mutating func read(_ folder: Folder, shown: [UInt8], rootLength: Int, pending: inout [Folder]) {
    var path = Array((folder.path == "/" ? "/" : folder.path + "/").utf8)
    let length = path.count
    let number = entries.read(folder.path)
    if number != 0 {
      let name = shown + path[min(rootLength, length)...].dropLast()
      errors.append(
        FileError(number, name.isEmpty ? "." : String(decoding: name, as: UTF8.self), toDo: "read the folder")
      )
    }
    let scope = search.respectsIgnoreFiles ? self.scope(of: folder) : nil
    for entry in entries.entries {
      path.removeSubrange(length...)
      path += entries.names[entry.name]
      var kind = entry.kind
      if kind == .unknown { kind = Walk.kind(of: path) }
      switch kind {
      case .folder:
        let isSkipped = FileSearch.skippedFolders.contains { entries.names[entry.name].elementsEqual($0) }
        if !isSkipped, !isLeftOut(path, isFolder: true, scope),
          isText(path, shown: shown, rootLength: rootLength)
        {
          pending.append(Folder(path: String(decoding: path, as: UTF8.self), scope: scope))
        }
      case .file:
        guard isWanted(path, name: entry.name), !isLeftOut(path, isFolder: false, scope) else { continue }
        if isText(path, shown: shown, rootLength: rootLength) { found.append(shown, path[rootLength...]) }
      case .link, .other, .unknown: break
      }
    }
  }

  /// The ignore files that hold inside a folder whose entries have been read.
  private mutating func scope(of folder: Folder) -> IgnoreScope? {
    var scope = folder.scope
    if entries.has(".git") { scope = Repository.scope(of: folder.path, errors: &errors) }
    if entries.has(".gitignore", as: .file) {
      let path = (folder.path == "/" ? "" : folder.path) + "/.gitignore"
      scope = Repository.extend(scope, with: path, in: folder.path, errors: &errors)
    }
    return scope
  }

  private func isWanted(_ path: [UInt8], name: Range<Int>) -> Bool {
    if let documents = search.documents {
      return relative(path) { documents.selects($0) }
    }
    return suffixes.contains { suffix in
      name.count >= suffix.count
        && path.suffix(suffix.count).elementsEqual(suffix) { Walk.lowercased($0) == $1 }
    }
  }

  private func isLeftOut(_ path: [UInt8], isFolder: Bool, _ scope: IgnoreScope?) -> Bool {
    if let scope, path.withUnsafeBufferPointer({ scope.ignores($0, isFolder: isFolder) }) { return true }
    guard let exclude = search.exclude else { return false }
    return relative(path) { exclude.decision(for: $0, isFolder: isFolder) == true }
  }

  /// Asks about a path relative to the folder of the patterns; false for a path outside it.
  private func relative(_ path: [UInt8], _ ask: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    guard let base = patternBase, path.starts(with: base) else { return false }
    return path.withUnsafeBufferPointer { ask(UnsafeBufferPointer(rebasing: $0[base.count...])) }
  }

  /// Whether a name can be shown; one that cannot is an error.
  private mutating func isText(_ path: [UInt8], shown: [UInt8], rootLength: Int) -> Bool {
    if path.allSatisfy({ $0 < 0x80 }) || String(validating: path, as: UTF8.self) != nil { return true }
    let name = String(decoding: shown + path[rootLength...], as: UTF8.self)
    errors.append(FileError(.unreadableName, name, "the name is not valid UTF-8", help: "Rename it."))
    return false
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func kind(of path: [UInt8]) -> DirectoryEntry.Kind {
    var info = stat()
    guard lstat(String(decoding: path, as: UTF8.self), &info) == 0 else { return .other }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}

/// The entries of one folder, in memory that serves for all folders.
struct EntryList {
  private(set) var names: [UInt8] = []
  private(set) var entries: [(name: Range<Int>, kind: DirectoryEntry.Kind)] = []

  /// Reads a folder; gives 0 or the number in `errno`.
  mutating func read(_ path: String) -> Int32 {
    names.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    guard let stream = opendir(path) else { return errno }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let next = readdir(stream) else { return errno }
      let entry = DirectoryEntry(next)
      if entry.name.elementsEqual([0x2E]) || entry.name.elementsEqual([0x2E, 0x2E]) { continue }
      let start = names.count
      names += entry.name
      entries.append((start..<names.count, entry.kind))
    }
  }

  /// Whether there is an entry of this name, and of this kind if one is given.
  func has(_ name: String, as kind: DirectoryEntry.Kind? = nil) -> Bool {
    entries.contains {
      (kind == nil || $0.kind == kind || $0.kind == .unknown) && names[$0.name].elementsEqual(name.utf8)
    }
  }
}

/// Paths one behind the other, so that thousands cost a few allocations.
struct PathArena {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  /// Adds a path given in two parts.
  mutating func append(_ start: [UInt8], _ rest: ArraySlice<UInt8>) {
    let from = bytes.count
    bytes += start
    bytes += rest
    ranges.append(from..<bytes.count)
  }

  /// The paths in byte order, each once.
  func sorted() -> [String] {
    bytes.withUnsafeBytes { buffer in
      func order(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        let a = UnsafeRawBufferPointer(rebasing: buffer[left])
        let b = UnsafeRawBufferPointer(rebasing: buffer[right])
        guard let first = a.baseAddress, let second = b.baseAddress else { return a.count - b.count }
        let difference = memcmp(first, second, min(a.count, b.count))
        return difference != 0 ? Int(difference) : a.count - b.count
      }
      let sorted = ranges.sorted { order($0, $1) < 0 }
      var paths: [String] = []
      paths.reserveCapacity(sorted.count)
      for (index, range) in sorted.enumerated() where index == 0 || order(sorted[index - 1], range) != 0 {
        paths.append(String(decoding: buffer[range], as: UTF8.self))
      }
      return paths
    }
  }
}
