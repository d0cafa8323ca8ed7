/// Finds the phrases of many sets in one pass.
///
/// What it consists of is written by `init` and not again.
final class PhraseScanner: @unchecked Sendable {
  /// A phrase of one word.
  private struct Single: IndexedPhrase {
    let key: UInt32
    /// Index in `PhraseSet.phrases`.
    let phrase: Int32
    /// The number of the set.
    let set: Int32
  }

  /// A phrase of more words.
  private struct Longer: IndexedPhrase {
    let key: UInt32
    /// Index in `PhraseSet.phrases`.
    let phrase: Int32
    /// The number of the set.
    let set: Int32
    /// Its words in `words`.
    let start: Int32
    /// The number of its words.
    let length: Int32
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
    var singles: [Single] = []
    var longer: [Longer] = []
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
          singles.append(Single(key: candidate.first, phrase: candidate.phrase, set: id))
        } else {
          longer.append(
            Longer(
              key: Self.key(candidate.first, list.words[Int(candidate.start) + 1]), phrase: candidate.phrase,
              set: id, start: offset + candidate.start, length: candidate.count))
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
      var finds = PhraseFinds(capacity: text.count + 16, sets: isKnown.count)
      guard let words = text.baseAddress else { return finds.sorted(isKnown) }
      // One word more than there are: before the first, no two words have been seen yet.
      let half = text.count + 1
      let places = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * half)
      let (single, pair) = findPlaces(words, text.count, places, places + half)
      find(words, text.count, places, single, places + half, pair, &finds)
      places.deallocate()
      return finds.sorted(isKnown)
    }
  }

  /// Writes the words that may be phrases, and those that may begin longer ones, ascending; the first of these may
  /// be -1. Returns how many there are.
  private func findPlaces(
    _ text: UnsafePointer<Prose.Word>, _ count: Int, _ single: UnsafeMutablePointer<Int32>,
    _ pair: UnsafeMutablePointer<Int32>
  ) -> (singles: Int, pairs: Int) {
    let (singles, longer) = (singles, longer)
    var singleCount = 0
    var pairCount = 0
    var previous: UInt32 = 0
    // About every second word passes. Writing each, and counting those that pass, needs no branch that could be guessed
    // wrongly. At most one is written per word.
    for at in 0..<count {
      let hash = text[at].hash
      let key = Self.key(previous, hash)
      single[singleCount] = Int32(truncatingIfNeeded: at)
      singleCount &+= singles.passes(hash)
      pair[pairCount] = Int32(truncatingIfNeeded: at &- 1)
      pairCount &+= longer.passes(key)
      previous = hash
    }
    return (singleCount, pairCount)
  }

  private func find(
    _ text: UnsafePointer<Prose.Word>, _ count: Int, _ single: UnsafePointer<Int32>, _ singleCount: Int,
    _ pair: UnsafePointer<Int32>, _ pairCount: Int, _ finds: inout PhraseFinds
  ) {
    let singles = self.singles
    let longs = findLonger(text, count, pair, pairCount)
    var nextLong = 0
    // Beyond all words.
    var longWord = longs.first?.hit.word ?? Int32.max
    for index in 0..<singleCount {
      let at = single[index]
      let hash = text[Int(at)].hash
      let near = singles.near(hash)
      finds.reserve(near.count)
      var done: Int32 = -1
      if longWord > at {
        for entry in near where entry.key == hash && entry.set != done {
          // A set may hold a word in capitals and in small letters; the first stands for both.
          done = entry.set
          finds.add(PhraseFinds.Find(at, entry.phrase, 1, entry.set))
        }
        continue
      }
      while nextLong < longs.count, longs[nextLong].hit.word < at {
        finds.reserve(near.count + 1)
        finds.add(longs[nextLong])
        nextLong += 1
      }
      let mark = nextLong
      while nextLong < longs.count, longs[nextLong].hit.word == at {
        finds.reserve(near.count + 1)
        finds.add(longs[nextLong])
        nextLong += 1
      }
      longWord = nextLong < longs.count ? longs[nextLong].hit.word : Int32.max
      for entry in near where entry.key == hash && entry.set != done {
        done = entry.set
        // A longer phrase of the same set wins.
        if longs[mark..<nextLong].contains(where: { $0.set == entry.set }) { continue }
        finds.add(PhraseFinds.Find(at, entry.phrase, 1, entry.set))
      }
    }
    while nextLong < longs.count {
      finds.reserve(1)
      finds.add(longs[nextLong])
      nextLong += 1
    }
  }

  /// The phrases of two words and more that begin at some words.
  private func findLonger(
    _ text: UnsafePointer<Prose.Word>, _ count: Int, _ pair: UnsafePointer<Int32>, _ pairCount: Int
  ) -> [PhraseFinds.Find] {
    var found: [PhraseFinds.Find] = []
    found.reserveCapacity(pairCount)
    let longer = self.longer
    return words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return [] }
      for index in 0..<pairCount {
        let at = Int(pair[index])
        // Nothing goes on beyond the block.
        guard at >= 0, at &+ 1 < count, !text[at &+ 1].traits.contains(.firstInBlock) else { continue }
        let key = Self.key(text[at].hash, text[at &+ 1].hash)
        var done: Int32 = -1
        // The words of an entry stand where `init` put them.
        for entry in longer.near(key)
        where entry.key == key && entry.set != done && at &+ Int(entry.length) <= count
          && Self.matches(words + Int(entry.start), Int(entry.length), text + at)
        {
          done = entry.set
          found.append(
            PhraseFinds.Find(Int32(truncatingIfNeeded: at), entry.phrase, entry.length, entry.set))
        }
      }
      return found
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
    counts[Int(find.set)] &+= 1
    count &+= 1
  }

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
