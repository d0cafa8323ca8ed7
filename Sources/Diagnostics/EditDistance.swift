/// Spelling suggestions: the "did you mean" of commands, rules, keys and names.
public enum Spelling {
  /// Number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
  /// (optimal string alignment), compared without regard to ASCII case.
  public static func distance(_ left: String, _ right: String) -> Int {
    Pattern(left).distance(to: right)
  }

  /// The distance by its definition, for words of any script and length.
  static func distanceByRows(_ left: String, _ right: String) -> Int {
    let a = Array(left.lowercased().unicodeScalars)
    let b = Array(right.lowercased().unicodeScalars)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    // The last three rows of the table, one after the other.
    let width = b.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: width * 3) { rows in
      rows.initialize(repeating: 0)
      for j in 0..<width { rows[j] = j }
      for i in 1...a.count {
        let row = i % 3 * width
        let previous = (i + 2) % 3 * width
        let before = (i + 1) % 3 * width
        rows[row] = i
        for j in 1...b.count {
          let cost = a[i - 1] == b[j - 1] ? 0 : 1
          var least = min(rows[previous + j] + 1, rows[row + j - 1] + 1, rows[previous + j - 1] + cost)
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            least = min(least, rows[before + j - 2] + 1)
          }
          rows[row + j] = least
        }
      }
      return rows[a.count % 3 * width + b.count]
    }
  }

  /// What tells quickly that two words are far apart: which letters they have, and how many.
  public struct Letters: Sendable {
    /// Number of Unicode scalars.
    public let count: Int
    /// ASCII letters without regard to case, and other ASCII characters, a bit each.
    private let bits: UInt64
    private let isASCII: Bool
    /// Number of characters that are outside ASCII in lower case too, as far as their first byte tells: all but İ and
    /// the Kelvin sign are.
    private let wide: Int

    /// Looks at a word given as UTF-8.
    public init(_ word: some Sequence<UInt8>) {
      self = word.withContiguousStorageIfAvailable { Letters($0) } ?? Letters(Array(word))
    }

    /// Looks at a word given as UTF-8 in memory.
    public init(_ word: UnsafeBufferPointer<UInt8>) {
      var bits: UInt64 = 0
      var count = 0
      var isASCII = true
      var wide = 0
      for byte in word {
        if byte & 0xC0 != 0x80 { count += 1 }
        if byte >= 0x80 { isASCII = false }
        if byte >= 0xC3, byte != 0xC4, byte != 0xE2 { wide += 1 }
        bits |= 1 << UInt64((byte &- 0x41 < 26 ? byte | 0x20 : byte) & 0x3F)
      }
      (self.count, self.bits, self.isASCII, self.wide) = (count, bits, isASCII, wide)
    }

    /// Looks at a word.
    public init(_ word: String) {
      var word = word
      self = word.withUTF8 { Letters($0) }
    }

    /// False where `distance` is certainly more than `limit`: no edit makes up for more than one letter on either side.
    public func mayBe(within limit: Int, of other: Letters) -> Bool {
      if abs(count - other.count) > limit { return false }
      if isASCII && other.wide > limit || other.isASCII && wide > limit { return false }
      guard isASCII, other.isASCII else { return true }
      return (bits & ~other.bits).nonzeroBitCount <= limit && (other.bits & ~bits).nonzeroBitCount <= limit
    }
  }

  /// Words that many others are compared with.
  public struct Candidates: Sendable {
    private let names: [(name: String, letters: Letters)]

    /// Looks at the words.
    public init(_ names: [String]) { self.names = names.map { ($0, Letters($0)) } }

    /// The nearest to a word, as `Spelling.nearest` tells it.
    public func nearest(to word: String) -> String? { Spelling.nearest(to: word, in: names) }
  }

  /// The candidate nearest to `word`, or nil when none is near: at most two edits, at most a third of the word.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: word, in: candidates.lazy.map { (name: $0, letters: Letters($0)) })
  }

  /// The same for candidates whose letters are known; the first of equally near ones.
  public static func nearest(
    to word: String, in candidates: some Sequence<(name: String, letters: Letters)>
  ) -> String? {
    let letters = Letters(word)
    let limit = min(2, max(1, letters.count / 3))
    // Most words are near to none, and need not be prepared.
    var pattern: Pattern? = nil
    var best: (distance: Int, name: String)? = nil
    for candidate in candidates where candidate.letters.mayBe(within: limit, of: letters) {
      let own = pattern ?? Pattern(word)
      pattern = own
      let distance = own.distance(to: candidate.name)
      if distance <= limit, best == nil || distance < best?.distance ?? 0 {
        best = (distance, candidate.name)
      }
    }
    return best?.name
  }
}
