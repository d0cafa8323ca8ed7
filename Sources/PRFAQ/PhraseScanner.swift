import SourceText

/// Finds the phrases of many sets in one pass.
///
/// What it consists of is written by `init` and not again.
final class PhraseScanner: @unchecked Sendable {
  /// A phrase of one word.
  private struct Single: IndexedPhrase {
    let set: Int32
    /// Index in `PhraseSet.phrases`.
    let phrase: Int32

    static func head(of count: Int32) -> Single { Single(set: count, phrase: 0) }
    /// A set may hold a word in capitals and in small letters; the first stands for both.
    func replaces(_ other: Single) -> Bool { set == other.set }
  }

  /// A phrase of more words.
  private struct Longer: IndexedPhrase {
    let set: Int32
    /// Index in `PhraseSet.phrases`.
    let phrase: Int32
    /// Its words in `words`.
    let start: Int32
    /// The number of its words.
    let length: Int32

    static func head(of count: Int32) -> Longer { Longer(set: count, phrase: 0, start: 0, length: 0) }
    func replaces(_ other: Longer) -> Bool { false }
  }

  /// Number of sets.
  let count: Int
  /// By the number of a set, whether its phrases are looked for.
  private let isKnown: [Bool]
  private let singles: PhraseIndex<Single>
  private let longer: PhraseIndex<Longer>
  private let words: [UInt32]

  init(_ sets: [PhraseSet]) {
    count = sets.count
    var isKnown = Array(repeating: false, count: (sets.map(\.id).max() ?? -1) + 1)
    var singles: [(key: UInt32, entry: Single)] = []
    var longer: [(key: UInt32, entry: Longer)] = []
    var words: [UInt32] = []
    let most = sets.reduce(0) { $0 + $1.list.candidates.count }
    singles.reserveCapacity(most)
    longer.reserveCapacity(most)
    words.reserveCapacity(sets.reduce(0) { $0 + $1.list.words.count })
    for set in sets {
      isKnown[set.id] = true
      let list = set.list
      let id = Int32(truncatingIfNeeded: set.id)
      let offset = Int32(truncatingIfNeeded: words.count)
      words += list.words
      for candidate in list.candidates {
        if candidate.count == 1 {
          singles.append((candidate.first, Single(set: id, phrase: candidate.phrase)))
        } else {
          longer.append(
            (
              Self.key(candidate.first, list.words[Int(candidate.start) + 1]),
              Longer(
                set: id, phrase: candidate.phrase, start: offset + candidate.start, length: candidate.count)
            ))
        }
      }
    }
    self.isKnown = isKnown
    self.singles = PhraseIndex(singles)
    self.longer = PhraseIndex(longer)
    self.words = words
  }

  deinit {
    singles.deallocate()
    longer.deallocate()
  }

  /// The hash of two words that follow each other.
  @inline(__always)
  private static func key(_ first: UInt32, _ second: UInt32) -> UInt32 { (first &* 0x9E37_79B1) ^ second }

  /// Where which phrase of which set begins; of those of one set that begin at a word, the longest within the block.
  func scan(_ text: [Prose.Word]) -> PhraseScan {
    text.withUnsafeBufferPointer { text in
      var finds = PhraseFinds(capacity: text.count / 2 + 16, sets: isKnown.count)
      guard let base = text.baseAddress else { return finds.sorted(isKnown) }
      let places = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: text.count + 1)
      LargePages.request(UnsafeMutableRawBufferPointer(places))
      if let places = places.baseAddress {
        find(base, text.count, places, findPlaces(base, text.count, places), &finds)
      }
      places.deallocate()
      return finds.sorted(isKnown)
    }
  }

  /// Writes the words that may begin a phrase, four times their indices, plus 1 for what may be one of one word, plus 2
  /// for a longer one. Returns how many there are. There must be room for one more than there are words.
  private func findPlaces(
    _ text: UnsafePointer<Prose.Word>, _ count: Int, _ places: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard count > 0 else { return 0 }
    let (singles, longer) = (singles, longer)
    var placeCount = 0
    var hash = text[0].hash
    // Writing each, and counting those that pass, needs no branch that could be guessed wrongly.
    var next = 1
    while next < count {
      let nextHash = text[next].hash
      let passes = singles.passes(hash) | longer.passes(Self.key(hash, nextHash)) &<< 1
      // A text of less than 2 GiB has less than 2^30 words.
      places[placeCount] = UInt32(truncatingIfNeeded: next &- 1) &<< 2 | passes
      placeCount &+= Int((passes | passes &>> 1) & 1)
      hash = nextHash
      next &+= 1
    }
    places[placeCount] = UInt32(truncatingIfNeeded: count &- 1) &<< 2 | 1
    return placeCount + 1
  }

  private func find(
    _ text: UnsafePointer<Prose.Word>, _ count: Int, _ places: UnsafePointer<UInt32>, _ placeCount: Int,
    _ finds: inout PhraseFinds
  ) {
    let singles = self.singles
    for index in 0..<placeCount {
      let place = places[index]
      let at = Int(place &>> 2)
      let mark = finds.count
      if place & 2 != 0 { findLonger(text, count, at, &finds) }
      guard place & 1 != 0, let (entries, entryCount) = singles[text[at].hash] else { continue }
      let word = Int32(truncatingIfNeeded: at)
      if finds.count > mark {
        // A longer phrase of the same set wins.
        let longs = mark..<finds.count
        for index in 0..<entryCount where !finds.hold(entries[index].set, in: longs) {
          finds.reserve(1)
          finds.add(PhraseFinds.Find(word, entries[index].phrase, 1, entries[index].set))
        }
        continue
      }
      finds.reserve(entryCount)
      finds.add(PhraseFinds.Find(word, entries[0].phrase, 1, entries[0].set))
      var next = 1
      while next < entryCount {
        finds.add(PhraseFinds.Find(word, entries[next].phrase, 1, entries[next].set))
        next &+= 1
      }
    }
  }

  /// The phrases of two words and more that begin at a word.
  @inline(never)
  private func findLonger(
    _ text: UnsafePointer<Prose.Word>, _ count: Int, _ at: Int, _ finds: inout PhraseFinds
  ) {
    // Nothing goes on beyond the block.
    guard at &+ 1 < count, !text[at &+ 1].traits.contains(.firstInBlock) else { return }
    guard let (entries, entryCount) = longer[Self.key(text[at].hash, text[at &+ 1].hash)] else { return }
    words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      var done: Int32 = -1
      for index in 0..<entryCount {
        let entry = entries[index]
        // The words of an entry stand where `init` put them.
        guard entry.set != done, at &+ Int(entry.length) <= count,
          Self.matches(words + Int(entry.start), Int(entry.length), text + at)
        else { continue }
        done = entry.set
        finds.reserve(1)
        finds.add(PhraseFinds.Find(Int32(truncatingIfNeeded: at), entry.phrase, entry.length, entry.set))
      }
    }
  }

  /// Whether the words of a phrase are those of a text, of which there are as many, within one block.
  @inline(__always)
  private static func matches(
    _ phrase: UnsafePointer<UInt32>, _ length: Int, _ text: UnsafePointer<Prose.Word>
  ) -> Bool {
    guard text[0].hash == phrase[0], text[1].hash == phrase[1] else { return false }
    var offset = 2
    while offset < length {
      if text[offset].hash != phrase[offset] || text[offset].traits.contains(.firstInBlock) { return false }
      offset &+= 1
    }
    return true
  }
}

/// Hits in the order of the text, in memory of its own that `sorted` gives back.
private struct PhraseFinds {
  struct Find {
    let hit: PhraseScan.Hit
    let set: Int32

    @inline(__always)
    init(_ word: Int32, _ phrase: Int32, _ length: Int32, _ set: Int32) {
      hit = PhraseScan.Hit(word: word, phrase: phrase, length: length)
      self.set = set
    }
  }

  private(set) var count = 0
  private var capacity: Int
  private var finds: UnsafeMutablePointer<Find>
  /// By the number of a set, its hits.
  private let counts: UnsafeMutablePointer<Int32>

  init(capacity: Int, sets: Int) {
    self.capacity = capacity
    finds = .allocate(capacity: capacity)
    counts = .allocate(capacity: sets + 1)
    counts.initialize(repeating: 0, count: sets + 1)
  }

  /// Makes room for some more.
  @inline(__always)
  mutating func reserve(_ more: Int) { if count &+ more > capacity { grow(more) } }

  /// Adds a hit, for which there must be room.
  @inline(__always)
  mutating func add(_ find: Find) {
    (finds + count).initialize(to: find)
    count &+= 1
  }

  /// Whether one of some hits is of a set.
  @inline(never)
  func hold(_ set: Int32, in range: Range<Int>) -> Bool { range.contains { finds[$0].set == set } }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = capacity * 2 + more
    let larger = UnsafeMutablePointer<Find>.allocate(capacity: capacity)
    larger.moveInitialize(from: finds, count: count)
    finds.deallocate()
    finds = larger
  }

  /// The hits set by set.
  consuming func sorted(_ isKnown: [Bool]) -> PhraseScan {
    let hits = UnsafeMutableBufferPointer<PhraseScan.Hit>.allocate(capacity: count)
    let stretches = UnsafeMutableBufferPointer<PhraseScan.Stretch>.allocate(capacity: isKnown.count)
    for index in 0..<count { counts[Int(finds[index].set)] &+= 1 }
    var sum: Int32 = 0
    for set in isKnown.indices {
      let own = counts[set]
      counts[set] = sum
      stretches.initializeElement(
        at: set, to: isKnown[set] ? .init(start: sum, end: sum &+ own) : .init(start: -1, end: -1))
      sum &+= own
    }
    for index in 0..<count {
      let find = finds[index]
      let place = counts[Int(find.set)]
      hits.initializeElement(at: Int(place), to: find.hit)
      counts[Int(find.set)] = place &+ 1
    }
    finds.deallocate()
    counts.deallocate()
    return PhraseScan(hits: hits, stretches: stretches)
  }
}
