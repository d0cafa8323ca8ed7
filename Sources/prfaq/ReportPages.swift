import Glibc
import Hashing
import Workspace

/// The pages that a report wrote into a folder, kept in a hidden file there: a hash and a name a line, as `sha256sum`
/// writes and checks them. So the next run knows which pages it may remove.
struct ReportPages {
  static let name = ".prfaq-report.sha256"
  private var hashes: [String: String] = [:]

  /// No pages.
  init() {}

  /// The pages of the former run into a folder; none where there was none.
  ///
  /// - Parameter isForced: whether a list that cannot be read counts as none.
  /// - Throws: a `Failure` where the file is none that this program wrote.
  init(in folder: String, isForced: Bool) throws {
    let path = "\(folder)/\(ReportPages.name)"
    guard access(path, F_OK) == 0 else { return }
    for line in try FileReader.read(path).split(separator: 0x0A) {
      let hash = line.prefix(64)
      let name = line.dropFirst(66)
      if line.count > 66, hash.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }),
        line.dropFirst(64).prefix(2).elementsEqual("  ".utf8), ReportPages.isPage(name)
      {
        hashes[String(decoding: name, as: UTF8.self)] = String(decoding: hash, as: UTF8.self)
      } else if !isForced {
        throw Failure(
          "\(path) is no list of pages as this program writes it",
          help: "Remove it, and the pages of the former report stay; or go on with --force.")
      } else {
        hashes = [:]
        return
      }
    }
  }

  /// Whether a name is one that a page may have: nothing else is ever removed, whatever the list says.
  private static func isPage(_ name: ArraySlice<UInt8>) -> Bool {
    name.count > 5 && name.suffix(5).elementsEqual(".html".utf8)
      && name.dropLast(5).allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
  }

  /// Adds a page.
  mutating func add(_ name: String, _ bytes: [UInt8]) { hashes[name] = ContentHash(of: bytes).hex }

  /// Writes the list.
  func write(in folder: String) throws {
    var text = ""
    for (name, hash) in hashes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      text += "\(hash)  \(name)\n"
    }
    try AtomicWriter.replace("\(folder)/\(ReportPages.name)", Array(text.utf8))
  }

  /// Removes the pages that are no longer wanted and are as they were written.
  ///
  /// - Returns: the names removed, and those that somebody changed and that therefore stay.
  func removeAll(except names: Set<String>, in folder: String) throws -> (removed: [String], kept: [String]) {
    var removed: [String] = []
    var kept: [String] = []
    for (name, hash) in hashes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where !names.contains(name) {
      let path = "\(folder)/\(name)"
      var info = stat()
      // Gone already, or something else has its name.
      guard lstat(path, &info) == 0 else { continue }
      guard info.st_mode & S_IFMT == S_IFREG, let bytes = try? FileReader.read(path, limit: 1 << 30),
        ContentHash(of: bytes).hex == hash
      else {
        kept.append(name)
        continue
      }
      guard unlink(path) == 0 else {
        throw Failure("cannot remove \(path): \(String(cString: strerror(errno)))")
      }
      removed.append(name)
    }
    return (removed, kept)
  }
}
