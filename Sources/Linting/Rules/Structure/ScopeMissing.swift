import Diagnostics
import PRFAQ

/// The document does not say what is left out.
struct ScopeMissing: Rule {
  static let about = About(
    name: "structure/scope-missing",
    summary: "The document says what is not being built.",
    why: """
      What you leave out decides when you launch. Unsaid, every reader fills the gap with their own wish, and each one is \
      a feature somebody expects. Two lines on what is not in version 1 settle that.
      """,
    source:
      "Field measurement: 62 % of 103 public PR/FAQs say nothing on it; reviewers' checklists of punt-labs and HELIX.",
    severity: .warning, nature: .structure, judged: .init(right: 8, of: 8),
    examples: [
      Example(
        [
          .externalFAQ:
            "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
          .internalFAQ: "«## Internal FAQ»\n\n### Which partners do we depend on?\n\nOne bank for payments.",
          .services: nil,
        ]),
      Example([
        .externalFAQ:
          "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
        .internalFAQ: "## Internal FAQ\n\n### What are we not building?\n\nAccounts for landlords.",
      ]),
      Example(
        [
          .externalFAQ:
            "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
          .internalFAQ: "## Internal FAQ\n\n### Which partners do we depend on?\n\nOne bank for payments.",
          .appendix: "## Out of scope\n\n- Accounts for landlords",
        ], note: "A section of its own will do."),
      Example(
        [
          .externalFAQ:
            "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
          .internalFAQ: "«## Internal FAQ»\n\n### What must be true?\n\nOne flatmate photographs the bills.",
          .services: nil,
        ]),
      Example([
        .externalFAQ:
          "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
        .internalFAQ:
          "## Internal FAQ\n\n### What is the smallest version?\n\nOne flat, gas and power bills.",
      ]),
    ])

  private static let phrases = PhraseSet([
    "out of scope", "in scope", "scope", "non goal", "non goals", "not a goal", "not building", "won't build",
    "will not build", "not build", "don't build", "do not build", "not in v1", "not in version 1",
    "not in the first", "not part of", "not included",
    "not include", "doesn't include", "does not include", "excluded", "excludes", "exclude", "we will not",
    "we won't", "it will not", "it won't",
    "later version", "later versions", "future version", "future versions", "future release",
    "future releases", "v2", "v1", "version 1",
    "version 2", "phase 1", "phase 2", "phase two", "mvp", "first version", "initial version",
    "initial release", "smallest version",
    "not planned", "no plans", "not plan to", "not at launch", "at launch", "not yet", "not initially",
    "deliberately", "intentionally",
    "explicitly not", "by design", "not support", "doesn't support", "does not support", "don't support",
    "do not support",
    "unsupported", "not for", "not designed", "isn't designed", "not intended", "not a replacement",
    "does not replace", "doesn't replace",
    "not trying to", "not doing", "limitations", "limitation", "what it is not", "what it isn't", "is not a",
    "isn't a", "not available", "won't do",
    "roadmap", "deferred", "postponed", "backlog", "left out", "leave out", "not covered", "only supports",
    "can't do", "cannot do", "we don't", "we do not", "not offer", "doesn't do", "does not do",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document), document.language.isComplete, document.first(.scope) == nil else {
      return
    }
    // Where nothing is internal, structure/internal-topic-missing has said so.
    if report.split == .external { return }
    if document.declared.contains(where: { $0[.notBuiltBecause] != nil }) { return }
    // Anywhere in the text: authors put it into the release, an answer, a table or a closing section.
    if document.prose.contains(Self.phrases, in: document.prose.words.indices) { return }
    report.addMissing(
      "nothing says what is not being built",
      at: Places.line(of: [.internal, .unsplit, .external], in: document),
      help:
        "Add `### What are we not building?` with two or three things that readers will expect and version 1 leaves out."
    )
  }
}
