/// A phrase of a set, as it is found in a text.
protocol IndexedPhrase {
  /// The number of the set.
  var set: Int32 { get }
  /// What stands before the entries of a key, with their number for a set.
  static func head(of count: Int32) -> Self
  /// Whether one that follows it is not needed beside it.
  func replaces(_ other: Self) -> Bool
}

/// The phrases of many sets, found by their keys: the hash of the only word, or of the first two together.
///
/// Its memory is its own, written by `init` and not again: looking into an array would cost checks each time.
struct PhraseIndex<Entry: IndexedPhrase> {
  /// A place of the table; `head` is -1 where it is free.
  private struct Slot {
    var key: UInt32
    /// The head of the entries of the key.
    var head: Int32
  }

  /// For each key a head, and behind it its entries in the order given.
  private let entries: UnsafePointer<Entry>
  /// At least every second place is free.
  private let slots: UnsafePointer<Slot>
  private let mask: Int
  private let shift: UInt32
  /// For some 16 bits of a key, whether there are such entries: most words of a text begin no phrase.
  private let filter: UnsafePointer<UInt64>

  init(_ given: [(key: UInt32, entry: Entry)]) {
    var bits = 4
    while 1 << bits < given.count * 2 { bits += 1 }
    let size = 1 << bits
    let shift = UInt32(32 - bits)
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(key: 0, head: -1), count: size)
    let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: 1_024)
    filter.initialize(repeating: 0, count: 1_024)
    // First, each place holds the number of its entries.
    var places: [Int] = []
    places.reserveCapacity(given.count)
    var keys = 0
    for (key, _) in given {
      var place = Int(key &>> shift)
      while slots[place].head >= 0, slots[place].key != key { place = (place + 1) & (size - 1) }
      if slots[place].head < 0 {
        slots[place] = Slot(key: key, head: 0)
        filter[Self.filterWord(key)] |= 1 &<< UInt64(key)
        keys += 1
      }
      slots[place].head += 1
      places.append(place)
    }
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: given.count + keys + 1)
    entries.initialize(repeating: .head(of: 0), count: given.count + keys + 1)
    var sum: Int32 = 0
    for place in 0..<size where slots[place].head >= 0 {
      let own = slots[place].head
      slots[place].head = sum
      sum += own + 1
    }
    for (place, (_, entry)) in zip(places, given) {
      let head = entries + Int(slots[place].head)
      let count = head.pointee.set
      if count > 0, head[Int(count)].replaces(entry) { continue }
      head[Int(count) + 1] = entry
      head.pointee = .head(of: count + 1)
    }
    self.entries = UnsafePointer(entries)
    self.slots = UnsafePointer(slots)
    self.filter = UnsafePointer(filter)
    self.mask = size - 1
    self.shift = shift
  }

  func deallocate() {
    entries.deallocate()
    slots.deallocate()
    filter.deallocate()
  }

  @inline(__always)
  private static func filterWord(_ key: UInt32) -> Int { Int(key &>> 22) }

  /// Whether there may be entries of a key: 1, or 0.
  @inline(__always)
  func passes(_ key: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: filter[Self.filterWord(key)] &>> UInt64(key) & 1)
  }

  /// The entries of a key, at least one; nil where there are none.
  @inline(__always)
  subscript(_ key: UInt32) -> (entries: UnsafePointer<Entry>, count: Int)? {
    var place = Int(key &>> shift)
    // A free place ends every search.
    while true {
      let slot = slots[place]
      if slot.head < 0 { return nil }
      if slot.key == key {
        let head = entries + Int(slot.head)
        return (head + 1, Int(head.pointee.set))
      }
      place = (place &+ 1) & mask
    }
  }
}
