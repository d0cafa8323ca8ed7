/// What one pass found in a text: for each set, where its phrases begin.
final class PhraseScan: @unchecked Sendable {
  // Memory of its own, written by `init` and not again: looking into an array would cost checks each time.

  /// A place where a phrase begins.
  struct Hit: Sendable {
    /// Index of its first word in `Prose.words`.
    let word: Int32
    /// Index in `PhraseSet.phrases`.
    let phrase: Int32
    /// Number of its words.
    let length: Int32
  }

  /// The hits of a set; they begin at -1 where it was not looked for.
  struct Stretch {
    let start: Int32
    var end: Int32
  }

  /// By the number of a set.
  private let stretches: UnsafeBufferPointer<Stretch>
  /// Set by set, by position.
  let hits: UnsafeBufferPointer<Hit>

  /// Takes over the memory.
  init(hits: UnsafeMutableBufferPointer<Hit>, stretches: UnsafeMutableBufferPointer<Stretch>) {
    self.hits = UnsafeBufferPointer(hits)
    self.stretches = UnsafeBufferPointer(stretches)
  }

  deinit {
    hits.deallocate()
    stretches.deallocate()
  }

  /// The hits of a set, as indices of `hits`; nil where it was not looked for.
  @inline(__always)
  func hits(of set: PhraseSet) -> Range<Int>? {
    guard set.id >= 0, set.id < stretches.count else { return nil }
    let stretch = stretches[set.id]
    return stretch.start < 0 ? nil : Int(stretch.start)..<Int(stretch.end)
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
