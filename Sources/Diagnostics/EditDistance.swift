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

  /// The candidate nearest to `word`, or nil when none is near: at most two edits, at most a third of the word.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let limit = min(2, max(1, word.unicodeScalars.count / 3))
    let length = word.unicodeScalars.count
    let own = letters(of: word)
    var best: (distance: Int, name: String)? = nil
    for candidate in candidates {
      if abs(candidate.unicodeScalars.count - length) > limit { continue }
      // Each letter that only one of the two has takes an edit, and no edit makes up for more than one on either side.
      let others = letters(of: candidate)
      if (own & ~others).nonzeroBitCount > limit || (others & ~own).nonzeroBitCount > limit { continue }
      let distance = distance(word, candidate)
      if distance <= limit, best == nil || distance < best?.distance ?? 0 { best = (distance, candidate) }
    }
    return best?.name
  }

  /// The ASCII characters of a word without regard to case, one bit each.
  private static func letters(of word: String) -> UInt64 {
    var letters: UInt64 = 0
    for byte in word.utf8 where byte < 0x80 {
      letters |= 1 << UInt64((byte >= 0x60 ? byte &- 0x20 : byte) & 0x3F)
    }
    return letters
  }
}
