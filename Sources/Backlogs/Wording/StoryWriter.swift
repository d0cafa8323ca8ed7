import Tracing

/// Writes user stories.
enum StoryWriter {
  /// The story of a need, in the form "As ..., I want ..., so that ....".
  ///
  /// - Parameters:
  ///   - title: the need.
  ///   - customer: whose need it is; nil where nobody says.
  ///   - outcome: what will be so then, as a clause; nil where the document gives none.
  ///   - pain: what is so today, as a clause, where there is no outcome.
  static func story(
    _ title: String, customer: String?, outcome: String?, pain: String? = nil, _ notes: DocumentNotes
  ) -> UserStory {
    let role = customer.map { CustomerRole.phrase($0, notes) } ?? "a customer"
    guard notes.isEnglish else {
      return UserStory(role: customer ?? "", want: title, reason: outcome, text: "")
    }
    let want = Want(title, notes)
    var text = "As \(role), I want \(want.text)"
    if let outcome {
      text += text.hasSuffix("?") ? " Then \(outcome)" : ", so that \(outcome)"
    } else if let pain {
      text += text.hasSuffix("?") ? "" : ", because \(pain)"
    }
    return UserStory(role: role, want: want.text, reason: outcome ?? pain, text: Wording.sentence(text))
  }

  /// The outcome that metrics of a need state, as a clause: `missed visits fall from 11% to 3%`; nil where none does.
  static func outcome(of metrics: [MetricNode], _ notes: DocumentNotes) -> String? {
    for metric in metrics {
      if let clause = clause(of: metric, notes) { return clause }
    }
    return nil
  }

  /// A metric's sentence as a clause without its date; nil where it is no sentence that says how something moves.
  static func clause(of metric: MetricNode, _ notes: DocumentNotes) -> String? {
    var text = Wording.withoutStop(Wording.firstSentence(metric.statement.text))
    guard moves(text), text.count <= 160 else { return nil }
    if let by = metric.by, !by.isEmpty {
      for joint in [" by ", " until ", " on ", ", by "] {
        let tail = joint + by
        if text.hasSuffix(tail) { text = String(text.dropLast(tail.count)) }
      }
    }
    return Wording.inSentence(text, notes)
  }

  /// Whether a sentence says that something rises, falls or stays.
  private static func moves(_ text: String) -> Bool {
    text.split(separator: " ").dropFirst().contains { verbs.contains(Verbs.bare($0)) }
  }

  private static let verbs: Set<String> = [
    "fall", "falls", "rise", "rises", "drop", "drops", "grow", "grows", "increase", "increases", "decrease",
    "decreases",
    "reach", "reaches", "stay", "stays", "go", "goes", "improve", "improves", "shrink", "shrinks", "exceed",
    "exceeds",
    "double", "doubles", "halve", "halves", "is", "are", "take", "takes", "remain", "remains", "complete",
    "completes",
    "use", "uses", "renew", "renews", "return", "returns", "adopt", "adopts",
  ]
}
