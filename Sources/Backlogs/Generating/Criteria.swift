import Tracing

/// Acceptance criteria from lines of a document.
enum Criteria {
  /// A criterion as it stands in a document.
  static func criterion(_ passage: Passage, section: [String]) -> Criterion {
    criterion(passage.text, source: ItemSource(passage.place, section: section))
  }

  /// A criterion of a text.
  static func criterion(_ text: String, source: ItemSource? = nil) -> Criterion {
    let text = Wording.withoutStop(text)
    return Criterion(
      key: Identity.criterionKey(text), text: text, scenario: scenario(text), source: source)
  }

  /// The parts of "Given ..., when ..., then ...", in any case, the first of them optional; nil for any other text.
  static func scenario(_ text: String) -> Criterion.Scenario? {
    let lower = text.lowercased()
    // Offsets are only good for both texts where small letters take as much room.
    guard lower.utf8.count == text.utf8.count else { return nil }
    let hasGiven = lower.hasPrefix("given ")
    let hasWhen = lower.hasPrefix("when ")
    guard hasGiven || hasWhen else { return nil }
    let from = lower.startIndex
    var whenAt = from
    if hasGiven {
      guard let found = first([", when ", " when ", "; when "], in: lower[from...]) else { return nil }
      whenAt = found.upperBound
    } else {
      whenAt = lower.index(from, offsetBy: 5)
    }
    guard let then = first([", then ", "; then ", " then "], in: lower[whenAt...]) else { return nil }
    func part(_ low: String.Index, _ high: String.Index) -> String {
      let bytes = Array(text.utf8)
      let start = lower.utf8.distance(from: lower.startIndex, to: low)
      let end = lower.utf8.distance(from: lower.startIndex, to: high)
      var part = Fold.text(bytes[start..<end])
      while let last = part.last, ",;".contains(last) { part.removeLast() }
      return part
    }
    var given: String? = nil
    if hasGiven, let found = first([", when ", " when ", "; when "], in: lower[from...]) {
      given = part(lower.index(from, offsetBy: 6), found.lowerBound)
    }
    let when = part(whenAt, then.lowerBound)
    let outcome = part(then.upperBound, lower.endIndex)
    guard !when.isEmpty, !outcome.isEmpty, given != "" else { return nil }
    return Criterion.Scenario(given: given, when: when, then: outcome)
  }

  private static func first(_ cues: [String], in text: Substring) -> Range<String.Index>? {
    cues.compactMap { text.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }
}
