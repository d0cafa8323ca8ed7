import Workspace

/// Earlier states of some documents, out of git's history. Objects are read where they lie; the work tree and the index
/// are never touched.
struct GitHistory {
  /// The documents at one commit.
  struct Point {
    /// The day of the commit, or the revision that the user named.
    let name: String
    /// The object that held each document; nil where it was not there.
    let blobs: [String?]
  }

  /// At most so many points; more could not be told apart in a drawing of a finger's width.
  static let mostPoints = 8
  /// Commits that are looked back at where nobody says how far.
  private static let mostCommits = 1_000

  /// Oldest first; may be empty.
  private(set) var points: [Point] = []
  private let top: String

  /// Finds the commits of the current branch that changed the documents, and picks some at equal steps.
  ///
  /// - Parameters:
  ///   - paths: the documents, as the user named them.
  ///   - revision: where to begin; nil for the beginning.
  /// - Returns: nil where the first document is in no repository, or where git is not there.
  /// - Throws: a `Failure` for a revision that does not exist.
  init?(_ paths: [String], since revision: String?) throws {
    if let revision { try Git.check(revision, option: "--since") }
    guard let first = paths.first, let folder = FilePath.real(FilePath.folder(of: first)),
      let found = try? ChildProcess.run("git", ["-C", folder, "rev-parse", "--show-toplevel"]),
      found.status == 0
    else { return nil }
    top = Git.line(found.output)
    var folders: [String: String?] = [:]
    let inside = paths.map { path -> String? in
      let folder = FilePath.folder(of: path)
      let real = folders[folder] ?? FilePath.real(folder)
      folders[folder] = .some(real)
      return real.flatMap {
        FilePath.relative(($0 == "/" ? "" : $0) + "/" + FilePath.name(of: path), to: top)
      }
    }
    let scope = GitHistory.scope(inside.compactMap { $0 })
    let base = try revision.map { try Git.base(of: $0, in: top) }
    var commits = try GitHistory.commits(top, since: base, scope)
    if let base, let revision { commits.insert((base, revision), at: 0) }
    let picked = GitHistory.picked(commits.count)
    for index in picked {
      let blobs = try GitHistory.blobs(top, commits[index].hash, scope)
      let point = Point(name: commits[index].name, blobs: inside.map { $0.flatMap { blobs[$0] } })
      // A beginning that the user named stays, even if nothing was there yet.
      let isNamed = base != nil && index == 0
      if !isNamed, point.blobs.allSatisfy({ $0 == nil }) || point.blobs == points.last?.blobs { continue }
      points.append(point)
    }
  }

  /// The content of objects, by name; what is no file, or larger than a document may be, is left out.
  func contents(of blobs: Set<String>) throws -> [String: [UInt8]] {
    if blobs.isEmpty { return [:] }
    let request = blobs.sorted().joined(separator: "\n") + "\n"
    let output = try Git.output(top, ["cat-file", "--batch"], input: Array(request.utf8))
    var contents: [String: [UInt8]] = [:]
    var at = 0
    while at < output.count {
      // NAME blob SIZE, a line end, the bytes, a line end.
      let end = output[at...].firstIndex(of: 0x0A) ?? output.count
      let words = output[at..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      at = end + 1
      guard words.count == 3, let size = Int(words[2]), size >= 0, at + size <= output.count else { continue }
      if words[1] == "blob", size <= FileReader.defaultLimit {
        contents[words[0]] = Array(output[at..<at + size])
      }
      at += size + 1
    }
    return contents
  }

  // MARK: Asking git

  /// The files themselves, or where they are many the folder that holds them all; empty for the whole repository.
  private static func scope(_ files: [String]) -> [String] {
    if files.count <= 100 { return files }
    var common = files[0].split(separator: "/").dropLast()
    for file in files.dropFirst() {
      let parts = file.split(separator: "/").dropLast()
      let count = zip(common, parts).prefix { $0 == $1 }.count
      common = common.prefix(count)
    }
    return common.isEmpty ? [] : [common.joined(separator: "/") + "/"]
  }

  /// Commits on the branch's own line that changed something in the scope, oldest first.
  private static func commits(_ top: String, since base: String?, _ scope: [String]) throws -> [(
    hash: String, name: String
  )] {
    let head = try ChildProcess.run(
      "git", Git.options(top) + ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    guard head.status == 0 else { return [] }
    let range = base.map { "\($0)..HEAD" } ?? "HEAD"
    let output = try Git.output(
      top,
      [
        "log", "--first-parent", "--no-show-signature", "--no-color", "--max-count=\(mostCommits)",
        "--format=%H %cs", range, "--",
      ] + scope.map { ":(top,literal)\($0)" })
    return output.split(separator: 0x0A).reversed().compactMap { line in
      let words = line.split(separator: 0x20)
      guard words.count == 2 else { return nil }
      return (String(decoding: words[0], as: UTF8.self), String(decoding: words[1], as: UTF8.self))
    }
  }

  /// The objects of the files in the scope at a commit, by path.
  private static func blobs(_ top: String, _ commit: String, _ scope: [String]) throws -> [String: String] {
    let output = try Git.output(top, ["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + scope)
    var blobs: [String: String] = [:]
    for entry in output.split(separator: 0) {
      // MODE blob NAME, a tab, the path; a symbolic link has mode 120000.
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20)
      guard words.count == 3, words[0].starts(with: "100".utf8) else { continue }
      blobs[String(decoding: entry[(tab + 1)...], as: UTF8.self)] = String(decoding: words[2], as: UTF8.self)
    }
    return blobs
  }

  /// Which of so many commits are looked at: the first, the last, and some between at equal steps.
  static func picked(_ count: Int) -> [Int] {
    if count <= mostPoints { return Array(0..<count) }
    return (0..<mostPoints).map { $0 * (count - 1) / (mostPoints - 1) }
  }
}
