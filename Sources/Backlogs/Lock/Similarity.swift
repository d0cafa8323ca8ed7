/// How alike two titles are.
enum Similarity {
  /// Twice the length of the longest common subsequence over both lengths: 0 for nothing in common, 1 for equal texts.
  /// ASCII case and marks do not count.
  static func score(_ left: String, _ right: String) -> Double {
    let a = letters(left)
    let b = letters(right)
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 1 : 0 }
    // Lengths this far apart cannot reach any score that matters.
    if min(a.count, b.count) * 2 < max(a.count, b.count) { return 0 }
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for j in 1...b.count {
        let above = row[j]
        row[j] = x == b[j - 1] ? diagonal + 1 : max(row[j], row[j - 1])
        diagonal = above
      }
    }
    return Double(2 * row[b.count]) / Double(a.count + b.count)
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0 == " " || $0.properties.numericType != nil
    }
  }
}
