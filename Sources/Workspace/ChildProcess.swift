import Glibc

/// Runs another program, such as git, without a shell.
public enum ChildProcess {
  /// What a program did.
  public struct Result: Sendable {
    /// Its exit status; 128 and the signal's number where a signal ended it.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error, as text.
    public let errors: String
  }

  /// Runs a program to its end.
  ///
  /// Arguments reach it as they are: no shell reads them. Its two streams are read as they come, so it can write as much
  /// as it likes.
  ///
  /// - Parameters:
  ///   - name: the program, looked up in `PATH`.
  ///   - arguments: its arguments.
  ///   - input: what it reads from standard input.
  /// - Throws: a `FileError` where it cannot be started.
  public static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = []
  ) throws(FileError) -> Result {
    // A file without a name rather than a pipe: nobody has to write while the program wants to be read.
    let file = input.isEmpty ? nil : tmpfile()
    defer { if let file { fclose(file) } }
    if !input.isEmpty {
      guard let file, AtomicWriter.write(input, to: fileno(file)) == 0, lseek(fileno(file), 0, SEEK_SET) == 0
      else {
        throw FileError(errno, name, toDo: "write the input of the program")
      }
    }
    var output: (read: Int32, write: Int32) = (-1, -1)
    var errors: (read: Int32, write: Int32) = (-1, -1)
    guard makePipe(&output), makePipe(&errors) else {
      throw FileError(
        .system, name, "cannot be started: \(String(cString: strerror(errno)))", help: "Try again.")
    }
    defer {
      close(output.read)
      close(errors.read)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let file {
      posix_spawn_file_actions_adddup2(&actions, fileno(file), STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)
    for end in [output.read, output.write, errors.read, errors.write] {
      posix_spawn_file_actions_addclose(&actions, end)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, name, &actions, nil, &words, environ)
    close(output.write)
    close(errors.write)
    guard failure == 0 else {
      throw FileError(
        .system, name, "cannot be started: \(String(cString: strerror(failure)))",
        help: failure == ENOENT ? "Install \(name), or put it in PATH." : "Try again.")
    }
    let (out, err) = drain(output.read, errors.read)
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0, errno == EINTR {}
    let signal = state & 0x7F
    return Result(
      status: signal == 0 ? (state >> 8) & 0xFF : 128 + signal, output: out,
      errors: String(decoding: err, as: UTF8.self))
  }

  private static func makePipe(_ ends: inout (read: Int32, write: Int32)) -> Bool {
    var pair: [Int32] = [-1, -1]
    guard pipe(&pair) == 0 else { return false }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (pair[0], pair[1])
    return true
  }

  /// Reads two pipes to their ends, whichever has something first.
  private static func drain(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    var ends = [
      pollfd(fd: first, events: Int16(POLLIN), revents: 0),
      pollfd(fd: second, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while ends.contains(where: { $0.fd >= 0 }) {
      guard poll(&ends, 2, -1) >= 0 || errno == EINTR else { break }
      for index in 0..<2 where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &chunk, chunk.count)
        if count > 0 {
          texts[index] += chunk[..<count]
        } else if count == 0 || errno != EINTR {
          ends[index].fd = -1
        }
      }
    }
    return (texts[0], texts[1])
  }
}
