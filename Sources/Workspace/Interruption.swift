internal import Glibc
internal import Synchronization

/// Puts off the end that Ctrl-C, a closed terminal or `kill` asks for while something is on the disk that must not be
/// left behind.
enum Interruption {
  /// The signal that came, 0 for none.
  private static let signal = Atomic<Int32>(0)
  private static let state = Mutex(State())

  private struct State {
    /// How many want the end put off.
    var depth = 0
    /// What the signals did before.
    var before: [(signal: Int32, action: sigaction)] = []
  }

  /// Whether the end was asked for: work that takes long should stop, and clean up.
  static var isAsked: Bool { signal.load(ordering: .relaxed) != 0 }

  /// Runs `body` to its end, then lets a signal that came meanwhile do what it does.
  static func putOff<Result, Problem: Error>(_ body: () throws(Problem) -> Result) throws(Problem) -> Result {
    begin()
    defer { end() }
    return try body()
  }

  private static func begin() {
    // The handler must find it made.
    _ = isAsked
    state.withLock { state in
      state.depth += 1
      guard state.depth == 1 else { return }
      for number in [SIGINT, SIGTERM, SIGHUP] {
        var old = sigaction()
        guard sigaction(number, nil, &old) == 0 else { continue }
        // What is ignored, as under nohup, stays so.
        if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self)
          == unsafeBitCast(SIG_IGN, to: Int.self)
        {
          continue
        }
        var new = sigaction()
        new.__sigaction_handler.sa_handler = { Interruption.signal.store($0, ordering: .relaxed) }
        new.sa_flags = SA_RESTART
        if sigaction(number, &new, nil) == 0 { state.before.append((number, old)) }
      }
    }
  }

  private static func end() {
    let came = state.withLock { state -> Int32 in
      state.depth -= 1
      guard state.depth == 0 else { return 0 }
      for (number, old) in state.before {
        var action = old
        sigaction(number, &action, nil)
      }
      state.before = []
      return signal.exchange(0, ordering: .relaxed)
    }
    if came != 0 { kill(getpid(), came) }
  }
}
