/// Finds the phrases of many sets in one pass.
final class PhraseScanner: Sendable {
  /// A phrase of a set.
  fileprivate struct Entry: Sendable {
    /// The hash of its only word, or of its first two together.
    let key: UInt32
    /// Its words in `words`.
    let start: Int32
    /// The number of its words.
    let length: Int32
    /// Index in `PhraseSet.phrases`.
    var phrase: Int32
    /// The number of the set.
    let set: Int32
    /// Index of the next entry whose key may be the same; -1 where there is none.
    let next: Int32
  }

  /// Phrases that are found by the same number of words.
  private struct Group: Sendable {
    /// The first bits of a key that tell where its entries are.
    private static let headBits: UInt32 = 13
    /// By the first bits of a key, the index of the first entry; -1 where there is none.
    private var heads = [Int32](repeating: -1, count: 1 << Int(headBits))
    /// For some 16 bits of a key, whether there is such a phrase: most words of a text begin none.
    private(set) var filter = [UInt64](repeating: 0, count: 1_024)

    /// Puts a phrase before all others of its key.
    mutating func add(_ key: UInt32, to entries: inout [Entry], _ make: (_ next: Int32) -> Entry) {
      filter[Group.filterWord(key)] |= 1 &<< UInt64(key)
      let head = Group.head(key)
      entries.append(make(heads[head]))
      heads[head] = Int32(truncatingIfNeeded: entries.count - 1)
    }

    /// The first entry that may have a key; -1 where there is none.
    @inline(__always)
    func first(_ key: UInt32) -> Int32 { heads[Group.head(key)] }

    @inline(__always)
    private static func head(_ key: UInt32) -> Int { Int(key &>> (32 - headBits)) }

    @inline(__always)
    static func filterWord(_ key: UInt32) -> Int { Int(key &>> 22) }
  }

  /// Number of sets.
  let count: Int
  /// By the number of a set, whether its phrases are looked for.
  let isKnown: [Bool]
  private let single: Group
  private let longer: Group
  private let entries: [Entry]
  private let words: [UInt32]

  init(_ sets: [PhraseSet]) {
    count = sets.count
    var isKnown = Array(repeating: false, count: (sets.map(\.id).max() ?? -1) + 1)
    var single = Group()
    var longer = Group()
    var entries: [Entry] = []
    var words: [UInt32] = []
    entries.reserveCapacity(sets.reduce(0) { $0 + $1.list.candidates.count })
    words.reserveCapacity(sets.reduce(0) { $0 + $1.list.words.count })
    // The last added comes first: within a set, the longest phrase.
    for set in sets.reversed() {
      isKnown[set.id] = true
      let list = set.list
      let offset = Int32(truncatingIfNeeded: words.count)
      let id = Int32(truncatingIfNeeded: set.id)
      words += list.words
      for candidate in list.candidates.reversed() {
        let start = offset + candidate.start
        if candidate.count > 1 {
          let key = Self.key(candidate.first, words[Int(start) + 1])
          longer.add(key, to: &entries) {
            Entry(
              key: key, start: start, length: candidate.count, phrase: candidate.phrase, set: id, next: $0)
          }
          continue
        }
        let key = candidate.first
        // A set may hold a word in capitals and in small letters; the first stands for both.
        var same = single.first(key)
        while same >= 0, entries[Int(same)].key != key || entries[Int(same)].set != id {
          same = entries[Int(same)].next
        }
        if same >= 0 {
          entries[Int(same)].phrase = candidate.phrase
        } else {
          single.add(key, to: &entries) {
            Entry(key: key, start: start, length: 1, phrase: candidate.phrase, set: id, next: $0)
          }
        }
      }
    }
    self.isKnown = isKnown
    self.single = single
    self.longer = longer
    self.entries = entries
    self.words = words
  }

  /// The hash of two words that follow each other.
  @inline(__always)
  private static func key(_ first: UInt32, _ second: UInt32) -> UInt32 { (first &* 0x9E37_79B1) ^ second }

  /// Where which phrase of which set begins; of those of one set that begin at a word, the longest within the block.
  func scan(_ text: [Prose.Word]) -> PhraseScan {
    text.withUnsafeBufferPointer { text in
      // One word more than there are: at the first, no two words have been seen yet.
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * (text.count + 1)) { places in
        let half = text.count + 1
        let singles = UnsafeMutableBufferPointer(rebasing: places[..<half])
        let pairs = UnsafeMutableBufferPointer(rebasing: places[half...])
        let counts = findPlaces(text, singles, pairs)
        return scan(
          text, UnsafeMutableBufferPointer(rebasing: singles[..<counts.singles]),
          UnsafeMutableBufferPointer(rebasing: pairs[..<counts.pairs]))
      }
    }
  }

  /// The words that may be phrases, and those that may begin longer ones, ascending; the first may be -1.
  private func findPlaces(
    _ text: UnsafeBufferPointer<Prose.Word>, _ singles: UnsafeMutableBufferPointer<Int32>,
    _ pairs: UnsafeMutableBufferPointer<Int32>
  ) -> (singles: Int, pairs: Int) {
    guard let words = text.baseAddress, let single = singles.baseAddress, let pair = pairs.baseAddress else {
      return (0, 0)
    }
    return self.single.filter.withUnsafeBufferPointer { singleFilter in
      longer.filter.withUnsafeBufferPointer { pairFilter in
        guard let singleFilter = singleFilter.baseAddress, let pairFilter = pairFilter.baseAddress else {
          return (0, 0)
        }
        var singleCount = 0
        var pairCount = 0
        var previous: UInt32 = 0
        // About every second word passes. Writing each, and counting those that pass, needs no branch that could be
        // guessed wrongly. At most one is written per word, and the filters have as many words as `filterWord` tells.
        for at in 0..<text.count {
          let hash = words[at].hash
          let key = Self.key(previous, hash)
          single[singleCount] = Int32(truncatingIfNeeded: at)
          singleCount &+= Int(singleFilter[Group.filterWord(hash)] &>> UInt64(hash) & 1)
          pair[pairCount] = Int32(truncatingIfNeeded: at &- 1)
          pairCount &+= Int(pairFilter[Group.filterWord(key)] &>> UInt64(key) & 1)
          previous = hash
        }
        return (singleCount, pairCount)
      }
    }
  }

  private func scan(
    _ text: UnsafeBufferPointer<Prose.Word>, _ singles: UnsafeMutableBufferPointer<Int32>,
    _ pairs: UnsafeMutableBufferPointer<Int32>
  ) -> PhraseScan {
    entries.withUnsafeBufferPointer { entries in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: isKnown.count) { counts in
        counts.initialize(repeating: 0)
        var found = Found(entries: entries, counts: counts, capacity: singles.count + pairs.count + 64)
        var pair = 0
        if let first = pairs.first, first < 0 { pair = 1 }
        for at in singles {
          while pair < pairs.count, pairs[pair] < at {
            addLonger(text, Int(pairs[pair]), &found)
            pair += 1
          }
          let mark = found.count
          if pair < pairs.count, pairs[pair] == at {
            addLonger(text, Int(at), &found)
            pair += 1
          }
          addSingle(text[Int(at)].hash, at, from: mark, &found)
        }
        while pair < pairs.count {
          addLonger(text, Int(pairs[pair]), &found)
          pair += 1
        }
        return found.sorted(self)
      }
    }
  }

  @inline(__always)
  private func addSingle(_ hash: UInt32, _ at: Int32, from mark: Int, _ found: inout Found) {
    let end = found.count
    var index = single.first(hash)
    while index >= 0 {
      let entry = found.entries[Int(index)]
      // A longer phrase of the same set wins.
      if entry.key == hash, mark == end || !found.holds(entry.set, in: mark..<end) {
        found.add(at, index, entry.set)
      }
      index = entry.next
    }
  }

  private func addLonger(_ text: UnsafeBufferPointer<Prose.Word>, _ at: Int, _ found: inout Found) {
    // Nothing goes on beyond the block.
    guard at + 1 < text.count, !text[at + 1].traits.contains(.firstInBlock) else { return }
    let key = Self.key(text[at].hash, text[at + 1].hash)
    var index = longer.first(key)
    var done: Int32 = -1
    while index >= 0 {
      let entry = found.entries[Int(index)]
      if entry.key == key, entry.set != done, matches(entry, text, at) {
        done = entry.set
        found.add(Int32(truncatingIfNeeded: at), index, entry.set)
      }
      index = entry.next
    }
  }

  private func matches(_ entry: Entry, _ text: UnsafeBufferPointer<Prose.Word>, _ at: Int) -> Bool {
    let length = Int(entry.length)
    let start = Int(entry.start)
    guard at + length <= text.count, text[at].hash == words[start], text[at + 1].hash == words[start + 1]
    else {
      return false
    }
    var offset = 2
    while offset < length {
      let word = text[at + offset]
      if word.hash != words[start + offset] || word.traits.contains(.firstInBlock) { return false }
      offset += 1
    }
    return true
  }
}

/// Hits in the order of the text, in memory of its own that `sorted` gives back.
private struct Found {
  private struct Raw {
    let word: Int32
    let entry: Int32
  }

  let entries: UnsafeBufferPointer<PhraseScanner.Entry>
  private(set) var count = 0
  private var raw: UnsafeMutableBufferPointer<Raw>
  /// By the number of a set, its hits.
  private let counts: UnsafeMutableBufferPointer<Int32>

  init(
    entries: UnsafeBufferPointer<PhraseScanner.Entry>, counts: UnsafeMutableBufferPointer<Int32>,
    capacity: Int
  ) {
    self.entries = entries
    self.counts = counts
    raw = .allocate(capacity: capacity)
  }

  @inline(__always)
  func holds(_ set: Int32, in range: Range<Int>) -> Bool {
    range.contains { entries[Int(raw[$0].entry)].set == set }
  }

  @inline(__always)
  mutating func add(_ word: Int32, _ entry: Int32, _ set: Int32) {
    if count == raw.count { grow() }
    raw.initializeElement(at: count, to: Raw(word: word, entry: entry))
    counts[Int(set)] &+= 1
    count &+= 1
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Raw>.allocate(capacity: raw.count * 2)
    _ = larger.moveInitialize(fromContentsOf: raw)
    raw.deallocate()
    raw = larger
  }

  /// The hits set by set.
  consuming func sorted(_ scanner: PhraseScanner) -> PhraseScan {
    let hits = UnsafeMutableBufferPointer<PhraseScan.Hit>.allocate(capacity: count)
    let stretches = UnsafeMutableBufferPointer<PhraseScan.Stretch>.allocate(capacity: counts.count)
    var sum: Int32 = 0
    for set in counts.indices {
      let own = counts[set]
      counts[set] = sum
      stretches.initializeElement(at: set, to: .init(start: sum, end: sum &+ own))
      if !scanner.isKnown[set] { stretches[set] = .init(start: -1, end: -1) }
      sum &+= own
    }
    for index in 0..<count {
      let entry = entries[Int(raw[index].entry)]
      let place = counts[Int(entry.set)]
      hits.initializeElement(
        at: Int(place),
        to: PhraseScan.Hit(word: raw[index].word, phrase: entry.phrase, length: entry.length))
      counts[Int(entry.set)] = place &+ 1
    }
    raw.deallocate()
    return PhraseScan(hits: hits, stretches: stretches)
  }
}
