import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// An acceptance line nobody can test.
struct AcceptanceUntestable: Rule {
  static let about = About(
    name: "trace/acceptance-untestable",
    summary: "An acceptance line names something that two people would observe alike.",
    why: """
      “The page loads fast” passes or fails with the mood of the tester. With a number, a count or a thing that is \
      there or is not, the line can become a test, and the discussion happens before the build.
      """,
    source: "Mavin et al., EARS (2009); ISO/IEC/IEEE 29148:2018, section 5.2.7: terms to avoid",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Accepted when: the amount loads «quickly»
          - Accepted when: «it works»
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Accepted when: the amount loads quickly, within 2 seconds of sign-in
          - Accepted when: the amount matches the ledger to the cent
        """),
    ])

  private static let vague = PhraseSet([
    "fast", "faster", "quick", "quickly", "quicker", "easy", "easily", "easier", "simple", "user friendly",
    "user-friendly", "intuitive", "intuitively", "seamless", "seamlessly", "smooth", "smoothly", "robust",
    "efficient", "efficiently", "appropriate", "appropriately", "adequate", "adequately", "reasonable",
    "reasonably",
    "sufficient", "sufficiently", "scalable", "flexible", "optimal", "properly", "as expected", "works well",
    "high quality", "good enough", "better", "in a timely manner", "as soon as possible", "happy",
    "delighted",
    "satisfied", "significantly", "mostly", "usually", "user experience is good", "and so on", "etc",
  ])
  /// Whole lines that name no outcome.
  private static let empty: Set<String> = [
    "it works", "works", "this works", "done", "it is done", "complete", "completed", "implemented",
    "it is implemented",
    "it passes", "tests pass", "all tests pass", "accepted", "approved", "finished", "it is finished",
    "shipped",
  ]

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    for item in document.declared where item.kind == .need {
      for value in item.values(.acceptedWhen) {
        let plain = document.tree.plainRange(ofSource: value)
        let words = document.prose.words(in: plain)
        let text = words.map { document.text(document.prose.words[$0].range).lowercased() }.joined(
          separator: " ")
        if Self.empty.contains(text) {
          report.add(
            "“\(Places.short(document.text(plain)))” names no outcome", at: value,
            help: "Say what somebody sees or counts when it is met.")
        } else if !document.prose.words[words].contains(where: { $0.traits.contains(.digit) }),
          !document.prose.words[words].contains(where: { WordList.numbers.contains($0) }),
          let match = document.prose.matches(of: Self.vague, in: words).first
        {
          let range = document.sourceRange(match.range)
          report.add(
            "two people will judge \(document.cited(range)) differently", at: range,
            help: "Give the number, or name what can be seen.")
        }
      }
    }
  }
}
