/// Spelling suggestions: the "did you mean" of commands, rules, keys and names.
public enum Spelling {
  /// Number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
  /// (optimal string alignment), compared without regard to ASCII case.
  public static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.lowercased().unicodeScalars)
    let b = Array(right.lowercased().unicodeScalars)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }

  /// What tells quickly that two words are far apart: which letters they have, and how many.
  public struct Letters: Sendable {
    /// Number of Unicode scalars.
    public let count: Int
    /// ASCII letters without regard to case, and other ASCII characters, a bit each.
    private let bits: UInt64
    private let isASCII: Bool

    /// Looks at a word given as UTF-8.
    public init(_ word: some Sequence<UInt8>) {
      var bits: UInt64 = 0
      var count = 0
      var isASCII = true
      for byte in word {
        if byte & 0xC0 != 0x80 { count += 1 }
        if byte >= 0x80 { isASCII = false }
        bits |= 1 << UInt64((byte &- 0x41 < 26 ? byte | 0x20 : byte) & 0x3F)
      }
      (self.count, self.bits, self.isASCII) = (count, bits, isASCII)
    }

    /// Looks at a word.
    public init(_ word: String) { self.init(word.utf8) }

    /// False where `distance` is certainly more than `limit`: no edit makes up for more than one letter on either side.
    public func mayBe(within limit: Int, of other: Letters) -> Bool {
      if abs(count - other.count) > limit { return false }
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
    public func nearest(to word: String) -> String? {
      let letters = Letters(word)
      let limit = Spelling.limit(letters)
      let near = names.filter { $0.letters.mayBe(within: limit, of: letters) }
      return near.isEmpty ? nil : Spelling.nearest(to: word, in: near.map(\.name))
    }
  }

  /// How many edits make a word another one.
  private static func limit(_ letters: Letters) -> Int { min(2, max(1, letters.count / 3)) }

  /// The candidate nearest to `word`, or nil when none is near: at most two edits, at most a third of the word.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Letters(word)
    let limit = limit(letters)
    var best: (distance: Int, name: String)? = nil
    for candidate in candidates {
      if !Letters(candidate).mayBe(within: limit, of: letters) { continue }
      let distance = distance(word, candidate)
      if distance <= limit, best == nil || distance < best?.distance ?? 0 { best = (distance, candidate) }
    }
    return best?.name
  }
}
