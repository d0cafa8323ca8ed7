/// Reads sizes and states as authors write them.
enum StatedValues {
  /// `3 points`, `0.5 days`, `5h`, `8`: a bare number counts points. Nil for anything else, such as T-shirt sizes.
  static func estimate(_ text: String) -> Estimate? {
    let text = text.lowercased()
    let number = text.prefix { $0.isNumber || $0 == "." }
    guard !number.isEmpty, let tenths = tenths(number) else { return nil }
    let unit = text.dropFirst(number.count).filter { $0 != " " && $0 != "-" && $0 != "." }
    switch unit {
    case "", "p", "pt", "pts", "point", "points", "sp", "storypoint", "storypoints":
      return Estimate(tenths: tenths, unit: .points)
    case "h", "hr", "hrs", "hour", "hours": return Estimate(tenths: tenths, unit: .hours)
    case "d", "day", "days", "persondays", "personday": return Estimate(tenths: tenths, unit: .days)
    case "w", "week", "weeks": return Estimate(tenths: tenths * 5, unit: .days)
    default: return nil
    }
  }

  private static func tenths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole <= 100_000 else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard let digit = parts[1].first.flatMap({ Int(String($0)) }) else { return nil }
    return whole * 10 + digit
  }

  /// A state in one of the words people use for it; nil for any other.
  static func status(_ text: String) -> WorkStatus? {
    switch text.lowercased().filter({ $0.isLetter }) {
    case "todo", "open", "new", "planned", "backlog", "ready", "notstarted": .todo
    case "inprogress", "started", "doing", "active", "building", "underway": .inProgress
    case "done", "finished", "shipped", "complete", "completed", "closed", "live", "launched": .done
    case "cancelled", "canceled", "dropped", "rejected", "wontdo": .cancelled
    default: nil
    }
  }
}
