import Backlogs
import Reporting

/// A plan for people.
struct BacklogPlanText {
  let palette: Palette
  let width: Int
  private var totals: [Plan.Action: Int] = [:]
  private var unchanged = 0
  private var removesMuch = false
  private var asks = false

  init(palette: Palette, width: Int) {
    self.palette = palette
    self.width = width
  }

  /// The changes of a document; nothing where there are none.
  mutating func text(of plan: Plan) -> String {
    for change in plan.changes { totals[change.action, default: 0] += 1 }
    unchanged += plan.unchanged
    removesMuch = removesMuch || plan.removesMuch
    asks = asks || !plan.questions.isEmpty
    if plan.changes.isEmpty, plan.questions.isEmpty { return "" }
    var text = palette.bold("\(plan.key)") + "  \(TerminalText.clean(plan.path))\n"
    for change in plan.changes { text += line(change) }
    for question in plan.questions {
      let score = "0.\(question.score)"
      text += "  \(palette.yellow("?")) \(question.old) is gone, \(question.new) is new: renamed? (likeness "
      text += question.score == 100 ? "1.00)\n" : "\(score))\n"
    }
    return text + "\n"
  }

  private func line(_ change: Plan.Change) -> String {
    let name: String
    if let from = change.from {
      name = "\(TerminalText.clean(from)) → \(change.id)\(change.reason.map { " (\(words($0)))" } ?? "")"
    } else {
      name = change.id
    }
    var text = "  \(sign(change.action)) \(name)"
    let used = TerminalText.width(of: name) + 6
    let room = max(30, width - used - 2)
    text += "  " + palette.dim(TerminalText.truncate(TerminalText.clean(change.title), to: room)) + "\n"
    for detail in change.details { text += "      " + self.text(of: detail) + "\n" }
    return text
  }

  private func text(of detail: Plan.Detail) -> String {
    let field = detail.field
    switch (detail.before, detail.after) {
    case (nil, nil): return "\(field) changed"
    case (let before?, let after?) where field == "acceptance": return "acceptance: \(after), \(before)"
    case (let before?, nil) where field == "acceptance": return "acceptance: \(before)"
    case (nil, let after?) where field == "acceptance": return "acceptance: \(after)"
    case (let before?, let after?):
      return "\(field): \(TerminalText.clean(before)) → \(TerminalText.clean(after))"
    case (let before?, nil): return "\(field): \(TerminalText.clean(before)) → none"
    case (nil, let after?): return "\(field): none → \(TerminalText.clean(after))"
    }
  }

  private func sign(_ action: Plan.Action) -> String {
    switch action {
    case .create, .restore: palette.green("+")
    case .change: palette.yellow("~")
    case .move: palette.cyan(">")
    case .suspect: palette.yellow("!")
    case .retire: palette.red("-")
    }
  }

  private func words(_ reason: Plan.MoveReason) -> String {
    switch reason {
    case .stated: "stated"
    case .sameText: "same text"
    case .asked: "as you said"
    case .similar: "much alike"
    case .key: "new key"
    }
  }

  /// How many items there are of each sort.
  var counts: String {
    let words: [(Plan.Action, String)] = [
      (.create, "new"), (.restore, "restored"), (.change, "changed"), (.move, "moved"), (.retire, "retired"),
      (.suspect, "suspect"),
    ]
    var parts = words.compactMap { action, word in totals[action].map { "\($0) \(word)" } }
    if unchanged > 0 || parts.isEmpty { parts.append("\(unchanged) unchanged") }
    return parts.joined(separator: ", ")
  }

  /// What it comes to.
  func summary(willChange: Bool, isUndecided: Bool) -> String {
    var text = totals.isEmpty && !isUndecided ? "Nothing to do: \(counts).\n" : "\(counts).\n"
    if isUndecided {
      text += questions()
    } else if willChange || !totals.isEmpty {
      text += "\"prfaq backlog accept\" records it.\n"
    }
    return text
  }

  /// What must be decided, and how.
  func questions() -> String {
    var text = ""
    if asks {
      text += "Renamed? --rename old=new says yes to one, --accept-renames to all, --no-renames no to all.\n"
    }
    if removesMuch {
      text +=
        "Much would go at once. If a heading was renamed by mistake, put it back; if it is meant, add --allow-removals.\n"
    }
    return text
  }
}
