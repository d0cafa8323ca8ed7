/// A trend in words: they say what the drawing shows, to those who do not see it, too.
enum TrendWords {
  /// How a number compares with a former one: `2 more than at v1.2`.
  static func comparison(_ now: Int, _ then: Int, _ start: String) -> String {
    if now == then { return "as many as \(start)" }
    return "\(abs(now - then)) \(now > then ? "more" : "fewer") than \(start)"
  }

  /// What became of a document, short enough for a cell of a table.
  static func change(_ states: [Trend.State?]) -> String {
    guard let now = states.last.flatMap({ $0 }) else { return "" }
    guard let then = states.first.flatMap({ $0 }) else { return "new" }
    var parts: [String] = []
    if now.needs != then.needs { parts.append(signed(now.needs - then.needs, "need", "needs")) }
    if now.covered != then.covered { parts.append("\(sign(now.covered - then.covered)) covered") }
    if now.readiness != then.readiness {
      parts.append("\(word(then.readiness)) → \(word(now.readiness))")
    }
    return parts.isEmpty ? "no change" : parts.joined(separator: ", ")
  }

  /// All values of a drawing: `Needs 2, then 3, now 4; covered ...`.
  static func values(_ trend: Trend, document: Int) -> String {
    let states = trend.states(of: document)
    func list(_ value: (Trend.State) -> String) -> String {
      states.map { $0.map(value) ?? "none" }.joined(separator: ", ")
    }
    return
      "Needs since \(since(trend)): \(list { String($0.needs) }); covered: \(list { String($0.covered) }); "
      + "readiness: \(list { word($0.readiness) })"
  }

  /// The values of a row of numbers, each with its time.
  static func values(_ numbers: [Int], _ trend: Trend) -> String {
    zip(numbers, trend.points).map { "\($1.name) \($0)" }.joined(separator: ", ")
  }

  /// The start, to be read after "since".
  static func since(_ trend: Trend) -> String {
    trend.start.split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// A document's trend as a sentence: `4 needs, 1 more than at v1.2; 3 of 4 covered, 1 of 3 then.`
  static func sentence(_ states: [Trend.State?], _ start: String) -> String {
    guard let now = states.last.flatMap({ $0 }) else { return "" }
    var text = Count.text(now.needs, "need", "needs")
    guard let then = states.first.flatMap({ $0 }) else {
      return text + ", \(now.covered) of \(now.needs) covered; the document was not there yet \(start)."
    }
    text += ", \(comparison(now.needs, then.needs, start))"
    text += "; \(now.covered) of \(now.needs) covered"
    if (now.covered, now.needs) != (then.covered, then.needs) {
      text += ", \(then.covered) of \(then.needs) then"
    }
    if now.readiness != then.readiness { text += "; \(word(now.readiness)), \(word(then.readiness)) then" }
    return text + "."
  }

  static func word(_ state: Readiness.State) -> String {
    switch state {
    case .ready: "ready"
    case .draft: "draft"
    case .blocked: "not ready"
    }
  }

  private static func sign(_ number: Int) -> String { number < 0 ? "−\(-number)" : "+\(number)" }

  private static func signed(_ number: Int, _ one: String, _ many: String) -> String {
    "\(sign(number)) \(abs(number) == 1 ? one : many)"
  }
}
