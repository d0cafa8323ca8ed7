import Tracing

/// What a document says it leaves out.
enum Scope {
  private static let cues = [
    "out of scope", "not in scope", "not building", "not build", "non-goal", "non goal", "nongoal",
    "not included",
    "won't do", "won’t do", "will not do", "won't build", "won’t build", "exclusion", "not doing",
    "leave out",
    "leaving out", "decided against", "deliberately not",
  ]

  /// Whether a heading or question speaks of what is left out alone.
  static func isExclusion(_ text: String) -> Bool {
    if text.holds("in scope and out") { return false }
    return cues.contains { text.holds($0) }
  }

  /// The parts of an enumeration: `A, B, and C.` gives three; any other text is one part.
  static func parts(of text: String) -> [String] {
    let text = text.drop { $0 == " " }
    guard !text.isEmpty else { return [] }
    let sentenceEnds = text.dropLast().indices.filter {
      ".!?".contains(text[$0]) && text.index(after: $0) < text.endIndex && text[text.index(after: $0)] == " "
    }
    guard sentenceEnds.isEmpty, text.contains(",") else {
      // More than an enumeration: its first sentence says what, the rest says why.
      let first = sentenceEnds.first.map { text[...$0] } ?? text
      return sentenceEnds.isEmpty || !first.contains(",") ? [String(first)] : parts(of: String(first))
    }
    var parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
    if let last = parts.popLast() {
      if last.hasPrefix("and ") || last.hasPrefix("or ") {
        parts.append(last.drop { $0 != " " }.dropFirst())
      } else if let joint = last.firstRange(of: " and ") ?? last.firstRange(of: " or "), parts.count > 0 {
        parts.append(last[..<joint.lowerBound])
        parts.append(last[joint.upperBound...])
      } else {
        parts.append(last)
      }
    }
    // A clause among the parts shows that this was running text.
    let questions = ["which ", "whether ", "how ", "what ", "required "]
    let isRunningText = parts.contains { part in
      part.split(separator: " ").count > 9 || part.isEmpty
        || questions.contains { part.lowercased().hasPrefix($0) }
    }
    if isRunningText { return [String(text)] }
    return parts.map { Wording.capitalised(String($0)) }
  }
}
