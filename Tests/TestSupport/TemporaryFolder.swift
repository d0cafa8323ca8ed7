public import Foundation

/// A folder of its own for one test, removed with all it holds when the last reference goes.
public final class TemporaryFolder: Sendable {
  /// The folder's absolute path, without symbolic links in it.
  public let path: String

  /// Makes an empty folder below the system's folder for temporary files.
  public init() throws {
    let made = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("prfaq-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    path = made.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The absolute path of something in the folder.
  public func path(_ relative: String) -> String {
    path + "/" + relative
  }

  /// Writes a file, making the folders it needs, and gives its absolute path.
  @discardableResult
  public func write(_ text: String, to relative: String) throws -> String {
    try write(Data(text.utf8), to: relative)
  }

  /// Writes a file, making the folders it needs, and gives its absolute path.
  @discardableResult
  public func write(_ bytes: Data, to relative: String) throws -> String {
    let url = URL(fileURLWithPath: path(relative))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url.path
  }

  /// Makes a folder and the folders above it, and gives its absolute path.
  @discardableResult
  public func makeFolder(_ relative: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(relative), withIntermediateDirectories: true)
    return path(relative)
  }

  /// The text of a file in the folder.
  public func read(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(relative))), as: UTF8.self)
  }

  /// The names of what a folder holds, hidden ones included, sorted.
  public func names(in relative: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(relative)).sorted()
  }
}
