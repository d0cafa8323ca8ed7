extension Prose {
  /// The first place in a range of words where one of the phrases occurs.
  func firstMatch(of set: PhraseSet, in range: Range<Int>) -> Match? {
    // Most ranges have none, and to know that takes no list of places.
    contains(set, in: range) ? matches(of: set, in: range).first : nil
  }

  /// The number of places in a range of words where one of the phrases occurs.
  func count(_ set: PhraseSet, in range: Range<Int>) -> Int {
    contains(set, in: range) ? matches(of: set, in: range).count : 0
  }
}
