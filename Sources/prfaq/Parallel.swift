import Dispatch

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
}
