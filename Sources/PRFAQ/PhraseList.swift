/// The phrases of a set, laid out for being looked for at a word.
final class PhraseList: Sendable {
  /// The phrases, as given.
  let phrases: [String]
  /// The longest first, otherwise in the order given.
  let candidates: [Candidate]
  /// The hashes of all words of all phrases.
  let words: [UInt32]
  /// The hashes of the first words, each once.
  let firsts: [UInt32]
  /// For the last bits of a hash, whether a phrase begins with a word of such a hash: six bits, or ten.
  private let filter: [UInt64]
  /// By the last bits of the hash of a word, the first candidate that may begin with it; -1 where there is none. Empty
  /// where the candidates are few enough to be tried one after the other.
  private let heads: [Int32]
  /// Per candidate, the next that may begin with the same word; -1 where there is none.
  private let followers: [Int32]

  /// One phrase.
  struct Candidate: Sendable {
    /// The hash of its first word.
    let first: UInt32
    /// Index in `phrases`.
    let phrase: Int32
    /// Its words in `words`.
    let start: Int32
    /// The number of its words.
    let count: Int32
  }

  /// The number of candidates from which on a table is quicker.
  private static let tableFrom = 9

  init(_ phrases: [String]) {
    self.phrases = phrases
    var words: [UInt32] = []
    words.reserveCapacity(phrases.count * 3)
    var inOrder: [Candidate] = []
    inOrder.reserveCapacity(phrases.count)
    var longest: Int32 = 0
    var isSorted = true
    let kinds = ByteKind.table
    for (index, phrase) in phrases.enumerated() {
      let start = words.count
      WordFinder.addHashes(of: phrase, kinds, to: &words)
      guard start < words.count else { continue }
      let candidate = Candidate(
        first: words[start], phrase: Int32(truncatingIfNeeded: index),
        start: Int32(truncatingIfNeeded: start),
        count: Int32(truncatingIfNeeded: words.count - start))
      if let last = inOrder.last, last.count < candidate.count { isSorted = false }
      longest = max(longest, candidate.count)
      inOrder.append(candidate)
    }
    // The longest phrase wins where several begin alike.
    candidates = isSorted ? inOrder : PhraseList.longestFirst(inOrder, longest)
    self.words = words
    var filter = [UInt64](repeating: 0, count: candidates.count < PhraseList.tableFrom ? 1 : 16)
    for candidate in candidates {
      filter[Int(candidate.first &>> 6) & (filter.count - 1)] |= 1 &<< UInt64(candidate.first)
    }
    self.filter = filter
    if candidates.count < PhraseList.tableFrom {
      (heads, followers) = ([], [])
      var firsts: [UInt32] = []
      for candidate in candidates where !firsts.contains(candidate.first) { firsts.append(candidate.first) }
      self.firsts = firsts
      return
    }
    var size = 16
    while size < candidates.count * 2 { size *= 2 }
    var heads = [Int32](repeating: -1, count: size)
    var followers = [Int32](repeating: -1, count: candidates.count)
    var firsts: [UInt32] = []
    firsts.reserveCapacity(candidates.count)
    for index in candidates.indices.reversed() {
      let first = candidates[index].first
      let place = WordTable.place(first) & (size - 1)
      var other = heads[place]
      followers[index] = other
      heads[place] = Int32(truncatingIfNeeded: index)
      while other >= 0, candidates[Int(other)].first != first { other = followers[Int(other)] }
      if other < 0 { firsts.append(first) }
    }
    (self.heads, self.followers, self.firsts) = (heads, followers, firsts)
  }

  /// The next of some words with which a phrase may begin, from one place on; `end` where there is none before it.
  @inline(__always)
  func next(_ words: UnsafePointer<Prose.Word>, from start: Int, to end: Int) -> Int {
    filter.withUnsafeBufferPointer { filter in
      // The mask keeps within the filter, the size of which is a power of two.
      let mask = filter.count - 1
      var at = start
      while at < end {
        let hash = words[at].hash
        if filter[Int(hash &>> 6) & mask] &>> UInt64(hash) & 1 != 0 { break }
        at &+= 1
      }
      return at
    }
  }

  /// The phrases sorted by their number of words, those of one length in the order given.
  private static func longestFirst(_ candidates: [Candidate], _ longest: Int32) -> [Candidate] {
    var places = [Int](repeating: 0, count: Int(longest) + 1)
    for candidate in candidates { places[Int(candidate.count)] += 1 }
    var sum = 0
    for count in places.indices.reversed() {
      let own = places[count]
      places[count] = sum
      sum += own
    }
    var sorted = candidates
    for candidate in candidates {
      sorted[places[Int(candidate.count)]] = candidate
      places[Int(candidate.count)] += 1
    }
    return sorted
  }

  /// The longest phrase that begins at a word and goes on neither beyond `end` nor into another block: its index in
  /// `phrases` and its number of words.
  func match(_ all: [Prose.Word], at index: Int, end: Int) -> (phrase: Int, length: Int)? {
    let hash = all[index].hash
    if heads.isEmpty {
      for candidate in candidates
      where candidate.first == hash && matches(candidate, all, at: index, end: end) {
        return (Int(candidate.phrase), Int(candidate.count))
      }
      return nil
    }
    var next = heads[WordTable.place(hash) & (heads.count - 1)]
    while next >= 0 {
      let candidate = candidates[Int(next)]
      if candidate.first == hash, matches(candidate, all, at: index, end: end) {
        return (Int(candidate.phrase), Int(candidate.count))
      }
      next = followers[Int(next)]
    }
    return nil
  }

  /// Whether a phrase whose first word stands at an index goes on there.
  private func matches(_ candidate: Candidate, _ all: [Prose.Word], at index: Int, end: Int) -> Bool {
    let count = Int(candidate.count)
    guard index + count <= end else { return false }
    let start = Int(candidate.start)
    var next = 1
    while next < count {
      let word = all[index + next]
      if word.hash != words[start + next] || word.traits.contains(.firstInBlock) { return false }
      next += 1
    }
    return true
  }
}
