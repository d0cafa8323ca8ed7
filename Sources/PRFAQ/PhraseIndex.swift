/// A phrase of a set, as it is found in a text.
protocol IndexedPhrase {
  /// The hash of its only word, or of its first two together.
  var key: UInt32 { get }
}

/// The phrases of many sets, found by their keys.
///
/// Its memory is its own, written by `init` and not again: looking into an array would cost checks each time.
struct PhraseIndex<Entry: IndexedPhrase> {
  /// The first bits of a key that tell where its entries are.
  private static var bits: UInt32 { 12 }

  /// The entries sorted by the first bits of their keys, otherwise in the order given.
  private let entries: UnsafePointer<Entry>
  /// By the first bits of a key, the first such entry; one more at the end.
  private let starts: UnsafePointer<Int32>
  /// For some 16 bits of a key, whether there are such entries: most words of a text begin no phrase.
  private let filter: UnsafePointer<UInt64>

  init(_ given: [Entry]) {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: max(1, given.count))
    let size = 1 << Int(Self.bits)
    let starts = UnsafeMutablePointer<Int32>.allocate(capacity: size + 1)
    starts.initialize(repeating: 0, count: size + 1)
    let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: 1_024)
    filter.initialize(repeating: 0, count: 1_024)
    for entry in given {
      starts[Self.place(entry.key)] += 1
      filter[Self.filterWord(entry.key)] |= 1 &<< UInt64(entry.key)
    }
    // Each start is first the end, and moves down as the entries are put in their places from the last on.
    var sum: Int32 = 0
    for place in 0..<size {
      sum += starts[place]
      starts[place] = sum
    }
    starts[size] = sum
    for entry in given.reversed() {
      let place = Self.place(entry.key)
      starts[place] -= 1
      (entries + Int(starts[place])).initialize(to: entry)
    }
    self.entries = UnsafePointer(entries)
    self.starts = UnsafePointer(starts)
    self.filter = UnsafePointer(filter)
  }

  func deallocate() {
    entries.deallocate()
    starts.deallocate()
    filter.deallocate()
  }

  @inline(__always)
  private static func place(_ key: UInt32) -> Int { Int(key &>> (32 - bits)) }

  @inline(__always)
  private static func filterWord(_ key: UInt32) -> Int { Int(key &>> 22) }

  /// Whether there may be entries of a key: 1, or 0.
  @inline(__always)
  func passes(_ key: UInt32) -> Int { Int(filter[Self.filterWord(key)] &>> UInt64(key) & 1) }

  /// The entries among which those of a key are.
  @inline(__always)
  func near(_ key: UInt32) -> UnsafeBufferPointer<Entry> {
    let place = Self.place(key)
    let start = Int(starts[place])
    return UnsafeBufferPointer(start: entries + start, count: Int(starts[place &+ 1]) &- start)
  }
}
