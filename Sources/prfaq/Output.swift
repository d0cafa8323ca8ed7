import Glibc
import Reporting

/// The command's streams: findings on standard output, everything else on standard error.
enum Output {
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to stream: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(stream, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        // A report cut short must not look like a clean run.
        if stream == STDOUT_FILENO {
          writeError("error: cannot write the output: \(String(cString: strerror(errno)))\n")
        }
        exit(Failure.status)
      }
    }
  }

  /// Columns of the terminal, 100 where there is none; never more than 160, which nobody reads across.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 100 }
    return min(160, Int(size.ws_col))
  }

  /// The colours for a stream.
  static func palette(_ choice: ColorChoice, for stream: Int32 = STDOUT_FILENO) -> Palette {
    switch choice {
    case .always: Palette(isOn: true)
    case .never: .plain
    case .auto:
      Palette(
        isOn: isatty(stream) == 1 && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb")
    }
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
