/// The phrases of many sets, each of which is found by a key: the hash of its only word, or of its first two together.
///
/// Its memory is its own, written by `init` and not again: looking into an array would cost checks each time.
struct PhraseIndex {
  /// A phrase of a set.
  struct Entry: Sendable {
    /// Its words in `PhraseScanner.words`.
    let start: Int32
    /// The number of its words.
    let length: Int32
    /// Index in `PhraseSet.phrases`.
    var phrase: Int32
    /// The number of the set.
    let set: Int32
  }

  /// A phrase that is to be found by a key.
  struct Keyed {
    let key: UInt32
    var entry: Entry
    /// Index of the next whose key may be the same; -1 where there is none.
    var next: Int32
  }

  /// Where the entries of a key are; a free place has none.
  private struct Slot {
    let key: UInt32
    let entries: Int32
    let end: Int32
  }

  /// The entries, those of a key next to each other.
  let entries: UnsafePointer<Entry>
  /// For some 16 bits of a key, whether there are such entries: most words of a text begin no phrase.
  let filter: UnsafePointer<UInt64>
  /// From the place that the first bits of a key tell, until a free one; at least every second is free.
  private let slots: UnsafePointer<Slot>
  /// How far a key is shifted to give a place.
  private let shift: UInt32
  private let mask: Int

  /// Takes phrases linked by `Builder`.
  init(_ builder: Builder) {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: builder.keyed.count + 1)
    let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: 1_024)
    filter.initialize(repeating: 0, count: 1_024)
    var bits: UInt32 = 4
    while 1 << Int(bits) < builder.keyed.count * 2 { bits += 1 }
    let size = 1 << Int(bits)
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(key: 0, entries: 0, end: 0), count: size)
    shift = 32 - bits
    mask = size - 1
    var keyed = builder.keyed
    var count: Int32 = 0
    for head in builder.heads {
      var rest = head
      while rest >= 0 {
        // Takes those of the first key out of the chain.
        let key = keyed[Int(rest)].key
        let first = count
        var at = rest
        var last: Int32 = -1
        rest = -1
        while at >= 0 {
          let next = keyed[Int(at)].next
          if keyed[Int(at)].key == key {
            (entries + Int(count)).initialize(to: keyed[Int(at)].entry)
            count += 1
          } else {
            if last < 0 { rest = at } else { keyed[Int(last)].next = at }
            last = at
          }
          at = next
        }
        if last >= 0 { keyed[Int(last)].next = -1 }
        filter[PhraseIndex.filterWord(key)] |= 1 &<< UInt64(key)
        var place = Int(key &>> shift)
        while slots[place].end > 0 { place = (place + 1) & mask }
        slots[place] = Slot(key: key, entries: first, end: count)
      }
    }
    self.entries = UnsafePointer(entries)
    self.filter = UnsafePointer(filter)
    self.slots = UnsafePointer(slots)
  }

  func deallocate() {
    entries.deallocate()
    filter.deallocate()
    slots.deallocate()
  }

  /// Whether there may be entries of a key: 1, or 0.
  @inline(__always)
  func passes(_ key: UInt32) -> Int { Int(filter[PhraseIndex.filterWord(key)] &>> UInt64(key) & 1) }

  @inline(__always)
  private static func filterWord(_ key: UInt32) -> Int { Int(key &>> 22) }

  /// The entries of a key, as indices of `entries`: a first and an end.
  @inline(__always)
  subscript(_ key: UInt32) -> (first: Int, end: Int) {
    var place = Int(key &>> shift)
    while true {
      let slot = slots[place]
      if slot.key == key || slot.end == 0 { return (Int(slot.entries), Int(slot.end)) }
      place = (place &+ 1) & mask
    }
  }

  /// Links phrases whose keys may be the same.
  struct Builder {
    private static let headBits: UInt32 = 12
    private(set) var keyed: [Keyed] = []
    /// By the first bits of a key, the phrase last added; -1 where there is none.
    private(set) var heads = [Int32](repeating: -1, count: 1 << Int(headBits))

    /// Puts a phrase before all others of its key.
    mutating func add(_ key: UInt32, _ entry: Entry) {
      let head = Int(key &>> (32 - Builder.headBits))
      keyed.append(Keyed(key: key, entry: entry, next: heads[head]))
      heads[head] = Int32(truncatingIfNeeded: keyed.count - 1)
    }

    /// Puts a phrase of one word before all others of its key, in the place of one of the same set.
    mutating func addSingle(_ key: UInt32, _ entry: Entry) {
      var same = heads[Int(key &>> (32 - Builder.headBits))]
      while same >= 0 {
        let at = Int(same)
        if keyed[at].key == key, keyed[at].entry.set == entry.set {
          keyed[at].entry.phrase = entry.phrase
          return
        }
        same = keyed[at].next
      }
      add(key, entry)
    }
  }
}
