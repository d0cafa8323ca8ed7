import Diagnostics

/// Many findings alike: a rule on words reports a few places and counts the rest.
enum Batches {
  /// How the last finding shown says how many more there are.
  static func more(_ count: Int) -> String { " (and \(count) more like it)" }

  /// The findings, of each batch only the first few; the last of them says how many more there are.
  static func capped(_ findings: [Finding], at limit: Int) -> [Finding] {
    struct Key: Hashable {
      let rule: String
      let batch: Int
    }
    var counts: [Key: Int] = [:]
    for finding in findings {
      if let batch = finding.batch { counts[Key(rule: finding.rule, batch: batch), default: 0] += 1 }
    }
    guard counts.values.contains(where: { $0 > limit }) else { return findings }
    var seen: [Key: Int] = [:]
    return findings.compactMap { finding in
      guard let batch = finding.batch else { return finding }
      let key = Key(rule: finding.rule, batch: batch)
      let number = seen[key, default: 0] + 1
      seen[key] = number
      if number > limit { return nil }
      let more = (counts[key] ?? 0) - limit
      guard number == limit, more > 0 else { return finding }
      var last = finding
      last.message += Self.more(more)
      return last
    }
  }
}
