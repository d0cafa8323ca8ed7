/// A small map from word hashes (`Prose.hash`) to numbers, laid out for looking up many words of which few are in it.
///
/// The hashes are spread well as they are: hashing them again, as a Dictionary does, would cost more than all the rest.
struct WordTable: Sendable {
  /// A place of the table; `value` is -1 where it is free.
  fileprivate struct Slot: Sendable {
    var hash: UInt32
    var value: Int32
  }

  private var slots: [Slot]
  private let mask: Int
  /// Number of words.
  private(set) var count = 0

  /// Makes an empty table with room for a number of words; at least three of four places stay free.
  init(capacity: Int) {
    var size = 8
    while size < capacity * 4 { size *= 2 }
    slots = Array(repeating: Slot(hash: 0, value: -1), count: size)
    mask = size - 1
  }

  /// The value of a word; -1 where it is not in the table.
  @inline(__always)
  subscript(_ hash: UInt32) -> Int32 { withLookup { $0[hash] } }

  /// For many look-ups, one after the other.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(Lookup(slots: $0, mask: mask)) }
  }

  /// The table, as long as it is lent.
  struct Lookup {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let mask: Int

    /// The value of a word; -1 where it is not in the table.
    @inline(__always)
    subscript(_ hash: UInt32) -> Int32 {
      var at = WordTable.place(hash) & mask
      // No more words than `capacity` are ever added: a free place ends every search.
      while true {
        let slot = slots[at]
        if slot.value < 0 || slot.hash == hash { return slot.value }
        at = (at + 1) & mask
      }
    }
  }

  /// Sets the value, which must not be negative, of a word.
  mutating func set(_ hash: UInt32, _ value: Int32) {
    precondition(value >= 0 && (count + 1) * 2 <= slots.count, "the table is full")
    var at = WordTable.place(hash) & mask
    while slots[at].value >= 0, slots[at].hash != hash { at = (at + 1) & mask }
    if slots[at].value < 0 { count += 1 }
    slots[at] = Slot(hash: hash, value: value)
  }

  @inline(__always)
  static func place(_ hash: UInt32) -> Int { Int(hash ^ hash >> 15) }
}

/// A set of words, to be asked for one at a time; see `PhraseSet` for searching.
public struct WordSet: Sendable {
  private let table: WordTable

  /// Makes a set of the hashes of words (`Prose.hash`).
  public init(hashes: [UInt32]) {
    var table = WordTable(capacity: hashes.count)
    for hash in hashes { table.set(hash, 0) }
    self.table = table
  }

  /// Whether a word is in the set, by its hash.
  public func contains(_ hash: UInt32) -> Bool { table[hash] >= 0 }
}
