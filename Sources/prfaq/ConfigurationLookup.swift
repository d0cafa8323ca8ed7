import Glibc
import Linting
import Synchronization

/// Finds the configuration in force for each file: the nearest upwards, up to the root of the repository.
final class ConfigurationLookup: Sendable {
  let loader: ConfigurationLoader
  /// The configuration named on the command line, for all files.
  private let named: ConfigurationFile?
  private let known = Mutex<[String: ConfigurationFile]>([:])

  /// Prepares; reads the file that is named. The patterns of a named file belong to the current folder.
  init(_ loader: ConfigurationLoader, named path: String?) throws {
    self.loader = loader
    named = try path.map { try loader.load($0, folder: ".") }
  }

  /// The configuration for the files of a folder.
  ///
  /// - Parameter folder: absolute, without symbolic links.
  func configuration(in folder: String) throws -> ConfigurationFile {
    if let named { return named }
    return try known.withLock { known in
      var passed: [String] = []
      var at = folder
      var found: ConfigurationFile?
      while found == nil {
        if let done = known[at] {
          found = done
          break
        }
        passed.append(at)
        if let path = try Self.file(in: at) {
          found = try loader.load(FilePath.shown(path), folder: FilePath.shown(at))
        } else if at == "/" || access(at + "/.git", F_OK) == 0 {
          found = ConfigurationFile(folder: FilePath.shown(at), realFolder: at)
        } else {
          at = FilePath.folder(of: at)
        }
      }
      let result = found ?? ConfigurationFile(realFolder: at)
      for folder in passed { known[folder] = result }
      return result
    }
  }

  /// The configuration file of a folder; several are a mistake.
  private static func file(in folder: String) throws -> String? {
    let prefix = folder == "/" ? "/" : folder + "/"
    let found = ConfigurationFile.names.filter { access(prefix + $0, F_OK) == 0 }
    if found.count > 1 {
      throw Failure(
        "both \(FilePath.shown(prefix + found[0])) and \(FilePath.shown(prefix + found[1])) exist",
        help: "Keep one of them, or choose with --config.")
    }
    return found.first.map { prefix + $0 }
  }
}
