import Synchronization

/// The lists of phrases that documents are searched for, so that one pass over a text finds the phrases of them all.
///
/// A list makes itself known when it is made, which is when a document first asks for it. The pass is put together
/// again, at ever longer intervals, once more lists are known: a run over one file never pays for it.
enum PhraseRegistry {
  private struct State {
    var sets: [PhraseSet] = []
    var scanner: PhraseScanner? = nil
    var documents = 0
    /// How many documents are read before the scanner is made anew.
    var next = 2
  }

  private static let state = Mutex(State())
  private static let ids = Atomic<Int>(0)
  /// More sets than the program has; whoever makes sets without end has them looked for by themselves.
  private static let limit = 2_000

  /// A number for one more set.
  static func nextID() -> Int {
    let id = ids.add(1, ordering: .relaxed).oldValue
    return id < limit ? id : -1
  }

  static func add(_ set: PhraseSet) {
    guard set.id >= 0 else { return }
    state.withLock { $0.sets.append(set) }
  }

  /// The scanner for one more document; nil as long as there is none.
  static func scanner() -> PhraseScanner? {
    state.withLock { state in
      state.documents += 1
      if state.documents >= state.next, state.sets.count > state.scanner?.count ?? 0 {
        state.next = state.documents * 4
        state.scanner = PhraseScanner(state.sets)
      }
      return state.scanner
    }
  }
}

/// Finds the phrases of many sets in one pass.
final class PhraseScanner: Sendable {
  /// A phrase of a set.
  private struct Entry: Sendable {
    /// The hash of its only word, or of its first two together.
    let key: UInt32
    let second: UInt32
    /// Where its words stand in `words`.
    let start: Int32
    let length: Int32
    let phrase: Int32
    let set: Int32
  }

  /// Phrases that are found by the same number of words.
  private struct Group: Sendable {
    /// By key, then by set, the longest first.
    let entries: [Entry]
    /// For each key, the index of its first entry.
    let table: WordTable
    /// For each 16 bits of a key, whether there is such a phrase: most words of a text begin none.
    let filter: [UInt64]

    init(_ entries: [Entry]) {
      var filter = [UInt64](repeating: 0, count: 1_024)
      var sorted = entries.sorted {
        ($0.key, $0.set, $1.length, $0.phrase) < ($1.key, $1.set, $0.length, $1.phrase)
      }
      // A set may hold a word in capitals and in small letters; the first stands for both.
      if let first = sorted.first, first.length == 1 {
        var previous: (key: UInt32, set: Int32)? = nil
        sorted.removeAll { entry in
          defer { previous = (entry.key, entry.set) }
          return previous.map { $0 == (entry.key, entry.set) } ?? false
        }
      }
      var table = WordTable(capacity: sorted.count)
      for (index, entry) in sorted.enumerated() where index == 0 || sorted[index - 1].key != entry.key {
        table.set(entry.key, Int32(truncatingIfNeeded: index))
        filter[Int(entry.key >> 6 & 1_023)] |= 1 << UInt64(entry.key & 63)
      }
      self.entries = sorted
      self.table = table
      self.filter = filter
    }

    @inline(__always)
    func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
      entries.withUnsafeBufferPointer { entries in
        filter.withUnsafeBufferPointer { filter in
          table.withLookup { body(Lookup(entries: entries, filter: filter, table: $0)) }
        }
      }
    }

    /// The group, as long as it is lent.
    struct Lookup {
      let entries: UnsafeBufferPointer<Entry>
      let filter: UnsafeBufferPointer<UInt64>
      let table: WordTable.Lookup

      /// Whether there may be phrases of a key.
      @inline(__always)
      func mayHold(_ key: UInt32) -> Bool {
        filter[Int(key &>> 6 & 1_023)] &>> UInt64(key & 63) & 1 != 0
      }
    }
  }

  /// Number of sets.
  let count: Int
  /// By the number of a set, whether its phrases are looked for.
  private let isKnown: [Bool]
  private let single: Group
  private let longer: Group
  private let words: [UInt32]

  init(_ sets: [PhraseSet]) {
    count = sets.count
    var isKnown = Array(repeating: false, count: (sets.map(\.id).max() ?? -1) + 1)
    var single: [Entry] = []
    var longer: [Entry] = []
    var words: [UInt32] = []
    for set in sets {
      isKnown[set.id] = true
      let offset = Int32(truncatingIfNeeded: words.count)
      words += set.words
      for candidate in set.candidates {
        let start = Int(candidate.start)
        let second = candidate.count > 1 ? set.words[start + 1] : 0
        let first = set.words[start]
        let entry = Entry(
          key: candidate.count > 1 ? Self.key(first, second) : first, second: second,
          start: offset + candidate.start, length: candidate.count, phrase: candidate.phrase,
          set: Int32(truncatingIfNeeded: set.id))
        if candidate.count > 1 { longer.append(entry) } else { single.append(entry) }
      }
    }
    self.isKnown = isKnown
    self.single = Group(single)
    self.longer = Group(longer)
    self.words = words
  }

  /// The hash of two words that follow each other.
  @inline(__always)
  private static func key(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (first &* 0x9E37_79B1) ^ second
    return mixed ^ mixed >> 16
  }

  /// Whether the phrases of a set are looked for.
  @inline(__always)
  func knows(_ set: PhraseSet) -> Bool { set.id >= 0 && set.id < isKnown.count && isKnown[set.id] }

  /// Where which phrase of which set begins; of those of one set that begin at a word, the longest within the block.
  func scan(_ text: [Prose.Word]) -> PhraseScan {
    var found = Found(sets: isKnown.count, words: text.count)
    text.withUnsafeBufferPointer { text in
      single.withLookup { single in
        longer.withLookup { longer in
          for at in 0..<text.count {
            let hash = text[at].hash
            let mark = found.count
            let next = at + 1
            // Nothing goes on beyond the block.
            if next < text.count, !text[next].traits.contains(.firstInBlock) {
              let key = Self.key(hash, text[next].hash)
              if longer.mayHold(key) { addLonger(longer, key, text, at, &found) }
            }
            if single.mayHold(hash) { Self.addSingle(single, hash, at, from: mark, &found) }
          }
        }
      }
    }
    return found.sorted(self)
  }

  private static func addSingle(
    _ group: Group.Lookup, _ hash: UInt32, _ at: Int, from mark: Int, _ found: inout Found
  ) {
    var index = Int(group.table[hash])
    guard index >= 0 else { return }
    let longer = mark..<found.count
    while index < group.entries.count, group.entries[index].key == hash {
      let entry = group.entries[index]
      index += 1
      // A longer phrase of the same set wins.
      if longer.isEmpty || !found.holds(entry.set, in: longer) {
        found.add(entry.set, word: at, phrase: entry.phrase, length: 1)
      }
    }
  }

  private func addLonger(
    _ group: Group.Lookup, _ key: UInt32, _ text: UnsafeBufferPointer<Prose.Word>, _ at: Int,
    _ found: inout Found
  ) {
    var index = Int(group.table[key])
    guard index >= 0 else { return }
    var done: Int32 = -1
    while index < group.entries.count, group.entries[index].key == key {
      let entry = group.entries[index]
      index += 1
      guard entry.set != done, entry.second == text[at + 1].hash, goesOn(entry, text, at) else { continue }
      done = entry.set
      found.add(entry.set, word: at, phrase: entry.phrase, length: entry.length)
    }
  }

  private func goesOn(_ entry: Entry, _ text: UnsafeBufferPointer<Prose.Word>, _ at: Int) -> Bool {
    let length = Int(entry.length)
    guard at + length <= text.count, text[at].hash == words[Int(entry.start)] else { return false }
    var offset = 2
    while offset < length {
      let word = text[at + offset]
      if word.hash != words[Int(entry.start) + offset] || word.traits.contains(.firstInBlock) { return false }
      offset += 1
    }
    return true
  }

  /// Hits in the order of the text, in memory of its own that `sorted` gives back.
  private struct Found {
    private struct Raw {
      let set: Int32
      let hit: PhraseScan.Hit
    }

    private(set) var count = 0
    private var raw: UnsafeMutableBufferPointer<Raw>
    private let sets: Int

    init(sets: Int, words: Int) {
      self.sets = sets
      raw = .allocate(capacity: words + 64)
    }

    @inline(__always)
    func holds(_ set: Int32, in range: Range<Int>) -> Bool { range.contains { raw[$0].set == set } }

    @inline(__always)
    mutating func add(_ set: Int32, word: Int, phrase: Int32, length: Int32) {
      if count == raw.count { grow() }
      raw.initializeElement(
        at: count,
        to: Raw(
          set: set,
          hit: PhraseScan.Hit(word: Int32(truncatingIfNeeded: word), phrase: phrase, length: length)))
      count += 1
    }

    private mutating func grow() {
      let larger = UnsafeMutableBufferPointer<Raw>.allocate(capacity: raw.count * 2)
      _ = larger.moveInitialize(fromContentsOf: raw)
      raw.deallocate()
      raw = larger
    }

    /// The hits set by set.
    consuming func sorted(_ scanner: PhraseScanner) -> PhraseScan {
      let starts = [Int32](unsafeUninitializedCapacity: sets + 1) { starts, initialized in
        starts.initialize(repeating: 0)
        for index in 0..<count { starts[Int(raw[index].set)] += 1 }
        var sum: Int32 = 0
        for set in starts.indices {
          let own = starts[set]
          starts[set] = sum
          sum += own
        }
        initialized = sets + 1
      }
      let hits = [PhraseScan.Hit](unsafeUninitializedCapacity: count) { hits, initialized in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: starts.count) { place in
          _ = place.initialize(from: starts)
          for index in 0..<count {
            let one = raw[index]
            hits.initializeElement(at: Int(place[Int(one.set)]), to: one.hit)
            place[Int(one.set)] += 1
          }
        }
        initialized = count
      }
      raw.deallocate()
      return PhraseScan(scanner, starts: starts, hits: hits)
    }
  }
}

/// What one pass found in a text.
struct PhraseScan: Sendable {
  /// A place where a phrase begins.
  struct Hit: Sendable {
    /// Index of its first word in `Prose.words`.
    let word: Int32
    /// Index in `PhraseSet.phrases`.
    let phrase: Int32
    /// Number of its words.
    let length: Int32
  }

  private let scanner: PhraseScanner
  /// By the number of a set, its first hit; one more entry at the end.
  private let starts: [Int32]
  /// Set by set, by position.
  let hits: [Hit]

  init(_ scanner: PhraseScanner, starts: [Int32], hits: [Hit]) {
    self.scanner = scanner
    self.starts = starts
    self.hits = hits
  }

  /// The hits of a set, as indices of `hits`; nil where it was not looked for.
  @inline(__always)
  func hits(of set: PhraseSet) -> Range<Int>? {
    guard scanner.knows(set) else { return nil }
    return Int(starts[set.id])..<Int(starts[set.id + 1])
  }

  /// The first of some hits that begins at a word or later.
  @inline(__always)
  func first(_ hits: Range<Int>, from word: Int) -> Int {
    var low = hits.lowerBound
    var high = hits.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(self.hits[middle].word) < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
