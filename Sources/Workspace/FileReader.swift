internal import Glibc
import SourceText

/// Reads whole files.
public enum FileReader {
  /// Most bytes of a file that are read unless the caller says otherwise: 64 MiB.
  public static let defaultLimit = 64 << 20

  /// The bytes of a file, or of a pipe until its end.
  ///
  /// - Parameters:
  ///   - path: the file; symbolic links are followed.
  ///   - limit: most bytes to accept.
  public static func read(_ path: String, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(errno, path, toDo: "read the file") }
    defer { close(file) }
    return try read(file, path: path, limit: limit)
  }

  /// The bytes of standard input until its end; errors name it `<stdin>`.
  public static func readStandardInput(limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, path: "<stdin>", limit: limit)
  }

  private static func read(_ file: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    var info = stat()
    guard fstat(file, &info) == 0 else { throw FileError(errno, path, toDo: "read the file") }
    if info.st_mode & S_IFMT == S_IFDIR { throw FileError(EISDIR, path, toDo: "read the file") }
    let size = Int(info.st_size)
    if size > limit { throw tooLarge(path, limit) }
    // One byte more than the file has, so that one call reads it and the next finds the end without growing.
    var room = size > 0 ? size + 1 : 64 << 10
    var bytes: [UInt8] = []
    while true {
      var failure: Int32 = 0
      var ended = false
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        LargePages.request(.init(buffer))
        while count < room {
          let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, room - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 {
            ended = true
            return
          }
          count += got
        }
      }
      if failure != 0 { throw FileError(failure, path, toDo: "read the file") }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > limit { throw tooLarge(path, limit) }
      if ended { return bytes }
      room = max(bytes.count, 64 << 10)
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    return FileError(.tooLarge, path, "the file is larger than \(size)", help: "Split the file.")
  }
}
