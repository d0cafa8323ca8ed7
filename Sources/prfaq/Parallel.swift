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
    inOrder(items, bundles: 1, { $0.map(body) }, take)
  }

  /// The same for items that are better worked on several at a time.
  ///
  /// - Parameters:
  ///   - bundles: how many items `body` is handed at most; fewer where there are few for each thread.
  ///   - body: makes one result of each item, in their order.
  static func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], bundles: Int, _ body: @Sendable (ArraySlice<Item>) -> [Result], _ take: (Result) -> Void
  ) {
    let threads = min(items.count, activeProcessors)
    if items.count < 2 { return body(items[...]).forEach(take) }
    // Some turns for each thread, so that one with long documents holds up nobody.
    let size = max(1, min(bundles, items.count / (threads * 8)))
    // The first item of each thread alone: what is made ready with it serves all others.
    let turns = threads + (items.count - threads + size - 1) / size
    withoutActuallyEscaping(take) { take in
      // One thread at a time calls it, and the lock stands between two calls.
      nonisolated(unsafe) let take = take
      let waiting = Mutex(Waiting<[Result]>())
      let started = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
          let turn = started.wrappingAdd(1, ordering: .relaxed).oldValue
          if turn >= turns { return }
          let start = turn < threads ? turn : threads + (turn - threads) * size
          let results = body(items[start..<min(items.count, start + (turn < threads ? 1 : size))])
          var mayTake = waiting.withLock { $0.keep(results, at: turn) }
          while mayTake {
            if let next = waiting.withLock({ $0.next() }) { next.forEach(take) } else { mayTake = false }
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
