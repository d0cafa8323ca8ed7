import Workspace

/// Asks git, without a shell, and without anything that a repository's settings could start.
enum Git {
  /// What stands before the command.
  static func options(_ folder: String) -> [String] {
    ["-C", folder, "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"]
  }

  /// What a command prints.
  ///
  /// - Throws: a `Failure` where it fails, a `FileError` where git is not there.
  static func output(_ folder: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let result = try ChildProcess.run("git", options(folder) + arguments, input: input)
    guard result.status == 0 else {
      throw Failure("git \(arguments[0]) failed: \(result.errors.split(separator: "\n").first ?? "")")
    }
    return result.output
  }

  /// Makes sure that what a user names can be a commit, and is no option.
  static func check(_ reference: String, option: String) throws {
    guard !reference.isEmpty, !reference.hasPrefix("-") else {
      throw Failure(
        "\"\(reference)\" is no commit", help: "Name a branch, a tag or a commit: \(option) main.")
    }
  }

  /// The commit where the current branch left the one named.
  static func base(of reference: String, in top: String) throws -> String {
    let commit = try ChildProcess.run(
      "git", options(top) + ["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"])
    guard commit.status == 0 else {
      throw Failure(
        "there is no commit \"\(reference)\" in \(top)",
        help: "Fetch it first. In GitHub Actions, check out with \"fetch-depth: 0\" and name \"origin/main\"."
      )
    }
    let base = try ChildProcess.run("git", options(top) + ["merge-base", line(commit.output), "HEAD"])
    guard base.status == 0 else {
      throw Failure(
        "\"\(reference)\" and the current commit have no commit in common",
        help: "The history may be cut off. In GitHub Actions, check out with \"fetch-depth: 0\".")
    }
    return line(base.output)
  }

  /// The first line of what a command printed.
  static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The names that a command printed with `-z`.
  static func names(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
