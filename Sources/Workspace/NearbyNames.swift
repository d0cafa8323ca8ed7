internal import Glibc

/// The "did you mean" for a path that leads nowhere.
enum NearbyNames {
  /// Folders with more entries than this are not looked through to the end.
  private static let limit = 5_000

  /// A sentence that names the entry most like the one asked for, or the folder that is missing.
  static func help(for path: String) -> String? {
    let bytes = path.utf8.suffix(1).elementsEqual("/".utf8) ? path.utf8.dropLast() : path.utf8[...]
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
    let name = String(path[start..<bytes.endIndex])
    let folder = String(path[..<start])
    guard let entries = entries(of: folder.isEmpty ? "." : folder) else {
      return "There is no folder \"\(folder)\"."
    }
    return nearest(to: name, in: entries).map { "Did you mean \"\(folder)\($0)\"?" }
  }

  /// The name most like the one asked for.
  ///
  /// It differs only in case, or has an extension besides, or has the fewest changed letters: at most two, and at
  /// most a third of the name without its extension.
  static func nearest(to name: String, in names: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8)
    let most = min(2, (wanted.lastIndex(of: UInt8(ascii: ".")) ?? wanted.count) / 3)
    var best: (distance: Int, name: String)? = nil
    for candidate in names.sorted() {
      let letters = Array(candidate.lowercased().utf8)
      let lacksExtension = letters.starts(with: wanted + [UInt8(ascii: ".")]) && !wanted.isEmpty
      if !lacksExtension, abs(letters.count - wanted.count) > most { continue }
      let distance = lacksExtension ? 1 : changes(wanted, letters)
      if distance <= max(most, lacksExtension ? 1 : 0), distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.name
  }

  /// The number of bytes to insert, delete, replace or swap with their neighbour to get from one to the other.
  private static func changes(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var least = min(previous[j] + (byte == other ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, byte == right[j - 1], left[i - 1] == other { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      before = previous
      previous = row
    }
    return previous[right.count]
  }

  private static func entries(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      let name = String(decoding: DirectoryEntry(entry).name, as: UTF8.self)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
