import Diagnostics
import PRFAQ

/// The release is longer than a page.
struct PressReleaseTooLong: Rule {
  static let about = About(
    name: "structure/press-release-too-long",
    summary:
      "The release fits on one page: a warning above release-words, an error above release-words-maximum.",
    why: """
      One page forces a choice: what is the one benefit that matters? What does not fit is nearly always a feature list or \
      an answer to a question, and the FAQ has room for both.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: a page at most. Field: 32 % of 103 public releases exceed 500 words.",
    severity: .warning, nature: .structure, judged: .init(right: 18, of: 18),
    examples: [
      Example(
        .headline, "### «Rentwise shows renters what they owe before it is due»", limits: [.releaseWords: 40]),
      Example([:], limits: [.releaseWords: 400]),
      Example(
        .headline, "### «Rentwise shows renters what they owe before it is due»", profile: "strict",
        limits: [.releaseWords: 60, .releaseWordsMaximum: 100], note: "An error: it is over both limits."),
      Example(
        .howItWorks, "### How it works\n\nYou photograph a bill and confirm the split.",
        limits: [.releaseWords: 300]),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document) else { return }
    let limit = report.limit(.releaseWords)
    let maximum = report.limit(.releaseWordsMaximum)
    guard release.wordCount > min(limit, maximum) else { return }
    report.add(
      "the release has \(release.wordCount) words, \(release.wordCount - min(limit, maximum)) more than a page holds",
      at: Places.line(of: release, in: document),
      help: "Cut what the customer would not miss, and move explanations into the FAQ.",
      origin: release.origin,
      // Where nothing marks the release, it may have been read too far.
      cap: release.origin == .inferred ? .note : release.wordCount > maximum ? nil : .warning)
  }
}
