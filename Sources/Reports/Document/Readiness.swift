import Diagnostics

/// Whether a document can go to review, in one line.
struct Readiness: Sendable, Equatable {
  /// What the line comes down to.
  enum State: String, Sendable { case ready, draft, blocked }

  let state: State
  let text: String

  init(errors: Int, warnings: Int, notes: Int, isDraft: Bool) {
    if errors > 0 {
      state = .blocked
      text = "Not ready for review: \(errors) blocking\(warnings > 0 ? ", \(warnings) to improve" : "")"
    } else if isDraft, notes > 0 {
      state = .draft
      text =
        "Still a draft: nothing blocking, \(warnings > 0 ? "\(warnings) to improve, " : "")"
        + Count.text(notes, "note", "notes")
    } else if warnings > 0 {
      state = .ready
      text = "Ready for review: nothing blocking, \(warnings) to improve"
    } else {
      state = .ready
      text = notes > 0 ? "Ready for review, with \(Count.text(notes, "note", "notes"))" : "Ready for review"
    }
  }
}

/// Numbers with their noun.
enum Count {
  static func text(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
