import Dispatch
import Glibc
import Synchronization

/// Work on all processors.
enum Parallel {
  /// What `body` makes of each item, in the order of the items, whatever the number of threads.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    if items.count < 2 { return items.map(body) }
    return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
      nonisolated(unsafe) let slots = buffer
      // Few enough turns to keep the handing out of work cheap, enough to let a slow item hold up nobody.
      let chunk = max(1, items.count / 512)
      DispatchQueue.concurrentPerform(iterations: (items.count + chunk - 1) / chunk) { turn in
        for index in turn * chunk..<min(items.count, (turn + 1) * chunk) {
          slots.initializeElement(at: index, to: body(items[index]))
        }
      }
      count = items.count
    }
  }

  /// Hands what `body` makes of each item to `take`, in the order of the items, as soon as it is there.
  ///
  /// `take` is called by one thread at a time, while the others go on; what it is handed is kept no longer.
  static func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result, _ take: (Result) -> Void
  ) {
    if items.count < 2 { return items.forEach { take(body($0)) } }
    withoutActuallyEscaping(take) { take in
      // One thread at a time calls it, and the lock stands between two calls.
      nonisolated(unsafe) let take = take
      let waiting = Mutex(Waiting<Result>())
      let started = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(items.count, activeProcessors)) { _ in
        while true {
          let index = started.wrappingAdd(1, ordering: .relaxed).oldValue
          if index >= items.count { return }
          let result = body(items[index])
          var mayTake = waiting.withLock { $0.keep(result, at: index) }
          while mayTake {
            if let next = waiting.withLock({ $0.next() }) { take(next) } else { mayTake = false }
          }
        }
      }
    }
  }

  /// Processors this process may use.
  private static var activeProcessors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// Results that wait for those before them.
private struct Waiting<Result: Sendable>: Sendable {
  private var turn = 0
  private var results: [Int: Result] = [:]
  private var isTaking = false

  /// Keeps a result; whether its thread shall now take those whose turn it is.
  mutating func keep(_ result: Result, at index: Int) -> Bool {
    results[index] = result
    if isTaking || index != turn { return false }
    isTaking = true
    return true
  }

  /// The result whose turn it is, if it is there; else nobody takes any more.
  mutating func next() -> Result? {
    let result = results.removeValue(forKey: turn)
    if result == nil { isTaking = false } else { turn += 1 }
    return result
  }
}
