/// From where to where a metric is to go, and by when, read from its sentence: `fall from 16% to 10% by 30 June 2028`.
struct MetricCourse {
  private(set) var baseline: String? = nil
  private(set) var target: String? = nil
  private(set) var by: String? = nil

  init(_ sentence: String) {
    var words = sentence.split(separator: " ").map(String.init)
    if let last = words.last, last.hasSuffix(".") { words[words.count - 1] = String(last.dropLast()) }
    let lower = words.map { $0.lowercased() }
    func joined(_ range: Range<Int>) -> String? {
      range.isEmpty ? nil : words[range].joined(separator: " ")
    }
    let time =
      lower.indices.last { (lower[$0] == "by" || lower[$0] == "within") && Self.isTime(words[($0 + 1)...]) }
      ?? words.count
    if time < words.count { by = joined((lower[time] == "by" ? time + 1 : time)..<words.count) }
    guard
      let to = lower.indices.last(where: {
        $0 < time && ["to", "under", "below", "above", "over"].contains(lower[$0])
          && words[($0 + 1)..<time].contains { $0.utf8.contains { $0 &- 0x30 < 10 } }
      })
    else { return }
    target = joined((lower[to] == "to" ? to + 1 : to)..<time)
    if let from = lower[..<to].lastIndex(of: "from") { baseline = joined(from + 1..<to) }
  }

  /// Whether words name a time rather than an amount ("by 5%").
  private static func isTime(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first else { return false }
    if words.contains(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) { return true }
    let units = ["day", "week", "month", "quarter", "year", "launch", "end", "q1", "q2", "q3", "q4", "hour"]
    return !first.hasSuffix("%")
      && words.prefix(4).contains { word in units.contains { word.lowercased().hasPrefix($0) } }
  }
}
