internal import Glibc

/// A file that is written piece by piece, and seen only when it is whole.
///
/// The first mebibyte stays in memory. What is more goes to a file without a name beside the one asked for, which the
/// system removes whatever becomes of the program.
public final class SpooledFile {
  private let path: String
  private var bytes: [UInt8] = []
  private var spool: Int32 = -1
  /// Whether a file without a name cannot be made: then everything stays in memory, and the end tells what is wrong.
  private var staysInMemory = false
  private var failure: Int32 = 0
  private let limit: Int

  /// Prepares; nothing is touched yet.
  ///
  /// - Parameters:
  ///   - path: the file, which is made or replaced by `replace`.
  ///   - limit: bytes that are kept in memory.
  public init(_ path: String, limit: Int = 1 << 20) {
    self.path = path
    self.limit = limit
  }

  deinit {
    if spool >= 0 { close(spool) }
  }

  /// Adds bytes. What goes wrong is told by `replace`.
  public func write(_ more: [UInt8]) {
    bytes += more
    if bytes.count < limit || staysInMemory || failure != 0 { return }
    if spool < 0, !open() {
      staysInMemory = true
      return
    }
    failure = AtomicWriter.write(bytes, to: spool)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Replaces the content of the file and keeps its mode, or makes the file where there is none.
  public func replace() throws(FileError) {
    if failure != 0 { throw FileError(failure, path, toDo: "write the file") }
    if spool < 0 { return try AtomicWriter.replace(path, bytes) }
    try AtomicWriter.replace(path) { file in
      if lseek(spool, 0, SEEK_SET) < 0 { return errno }
      var buffer = [UInt8](repeating: 0, count: 256 << 10)
      while true {
        let count = buffer.withUnsafeMutableBytes { read(spool, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        if count == 0 { break }
        let number = AtomicWriter.write(buffer[..<count], to: file)
        if number != 0 { return number }
      }
      return AtomicWriter.write(bytes, to: file)
    }
  }

  /// Opens the file without a name; not for a device or a pipe, beside which there is no place for one.
  private func open() -> Bool {
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & S_IFMT != S_IFREG { return false }
    let folder = Path.folder(of: path)
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = (folder == "/" ? "/" : folder + "/") + ".prfaq-\(random).tmp"
    return Interruption.putOff {
      spool = Glibc.open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if spool >= 0 { unlink(temporary) }
      return spool >= 0
    }
  }
}
