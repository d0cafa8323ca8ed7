extension Spelling {
  /// A word that many others are compared with.
  ///
  /// For words of up to 64 ASCII characters a whole column of the table of distances is worked out at once, a bit for each
  /// row: the bit-vector algorithm of Myers (1999) in the form of Hyyrö (2003), with swaps of neighbours.
  public struct Pattern: Sendable {
    private let word: String
    /// For each ASCII character in lower case, the places where the word has it; empty where rows must do.
    private let places: [UInt64]
    private let length: Int

    /// Prepares a word.
    public init(_ word: String) {
      self.word = word
      length = word.utf8.count
      guard (1...64).contains(length), word.utf8.allSatisfy({ $0 < 0x80 }) else {
        places = []
        return
      }
      var places = [UInt64](repeating: 0, count: 128)
      for (index, byte) in word.utf8.enumerated() { places[Int(Pattern.lower(byte))] |= 1 << UInt64(index) }
      self.places = places
    }

    /// What `Spelling.distance` gives.
    public func distance(to other: String) -> Int {
      if places.isEmpty { return Spelling.distanceByRows(word, other) }
      var other = other
      return other.withUTF8 { bytes in columns(bytes) } ?? Spelling.distanceByRows(word, other)
    }

    /// The distance to an ASCII word; nil for any other.
    private func columns(_ other: UnsafeBufferPointer<UInt8>) -> Int? {
      var distance = length
      let last: UInt64 = 1 << UInt64(length - 1)
      // Bit i says how row i differs from row i - 1: by one more, by one less.
      var more = ~UInt64(0)
      var less: UInt64 = 0
      var diagonal: UInt64 = 0
      var before: UInt64 = 0
      for byte in other {
        if byte >= 0x80 { return nil }
        let same = places[Int(Pattern.lower(byte))]
        let swapped = ((~diagonal & same) << 1) & before
        diagonal = ((same & more) &+ more) ^ more | same | less | swapped
        let right = less | ~(diagonal | more)
        let left = diagonal & more
        if right & last != 0 { distance += 1 }
        if left & last != 0 { distance -= 1 }
        let shifted = right << 1 | 1
        more = left << 1 | ~(diagonal | shifted)
        less = shifted & diagonal
        before = same
      }
      return distance
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
  }
}
