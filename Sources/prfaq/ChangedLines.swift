import Workspace

/// What changed in a repository since a commit, line by line.
final class ChangedLines {
  /// The lines of one file.
  enum Lines {
    case all
    /// Ranges of 1-based lines, in order.
    case some([ClosedRange<Int>])
    case none
  }

  private struct Repository {
    let top: String
    /// The commit that is compared with: where the current branch left the one named.
    let base: String
    let changed: Set<String>
    let tracked: Set<String>
  }

  private let reference: String
  private var repositories: [String: Repository] = [:]

  /// Prepares.
  init(since reference: String) throws {
    try Git.check(reference, option: "--changed-since")
    self.reference = reference
  }

  /// The lines of a file that were added or changed; all lines of a file that git does not know.
  func lines(of path: String) throws -> Lines {
    let (repository, inside) = try repository(of: path)
    guard repository.tracked.contains(inside) else { return .all }
    guard repository.changed.contains(inside) else { return .none }
    let output = try Git.output(
      repository.top,
      [
        "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
        repository.base, "--",
        ":(top,literal)" + inside,
      ])
    return .some(Self.ranges(output))
  }

  /// The file as it was at the commit that is compared with; nil when it was not there.
  func old(_ path: String) throws -> [UInt8]? {
    let (repository, inside) = try repository(of: path)
    let result = try ChildProcess.run(
      "git", Git.options(repository.top) + ["cat-file", "blob", "\(repository.base):\(inside)"])
    return result.status == 0 ? result.output : nil
  }

  /// `@@ -12,0 +13,2 @@` says that lines 13 and 14 are new; where lines were only removed, those beside the gap count.
  static func ranges(_ diff: [UInt8]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for line in diff.split(separator: 0x0A) where line.starts(with: "@@ -".utf8) {
      guard let plus = line.firstIndex(of: UInt8(ascii: "+")) else { continue }
      let end = line[plus...].firstIndex(of: 0x20) ?? line.endIndex
      let parts = line[(plus + 1)..<end].split(separator: UInt8(ascii: ","))
      let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard let first = numbers.first else { continue }
      let count = numbers.count > 1 ? numbers[1] : 1
      ranges.append(count == 0 ? max(1, first)...(first + 1) : first...(first + count - 1))
    }
    return ranges
  }

  private func repository(of path: String) throws -> (Repository, inside: String) {
    let folder = FilePath.real(FilePath.folder(of: path)) ?? FilePath.real(".") ?? "/"
    let name = FilePath.name(of: path)
    let repository = try known(folder)
    let absolute = (folder == "/" ? "/" : folder + "/") + name
    return (repository, FilePath.relative(absolute, to: repository.top) ?? name)
  }

  private func known(_ folder: String) throws -> Repository {
    if let repository = repositories[folder] { return repository }
    let result = try ChildProcess.run("git", ["-C", folder, "rev-parse", "--show-toplevel"])
    guard result.status == 0 else {
      throw Failure(
        "\(folder) is in no git repository",
        help: "--changed-since needs one; a baseline does not: --baseline FILE.")
    }
    let top = Git.line(result.output)
    if let repository = repositories[top] {
      repositories[folder] = repository
      return repository
    }
    let commitName = try Git.base(of: reference, in: top)
    let changed = try Git.output(
      top, ["diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", commitName, "--"])
    let tracked = try Git.output(top, ["ls-files", "-z"])
    let repository = Repository(
      top: top, base: commitName, changed: Set(Git.names(changed)), tracked: Set(Git.names(tracked)))
    repositories[top] = repository
    repositories[folder] = repository
    return repository
  }
}
