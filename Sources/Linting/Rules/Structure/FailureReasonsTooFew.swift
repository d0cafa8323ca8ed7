import Diagnostics
import MarkdownTree
import PRFAQ

/// The document does not say, with enough reasons, why the product may fail.
struct FailureReasonsTooFew: Rule {
  static let about = About(
    name: "structure/failure-reasons-too-few",
    summary: "The FAQ says why the product may fail, with at least three reasons.",
    why: """
      Naming the top three reasons why it will not succeed is the question of the internal FAQ that most changes minds. One \
      reason is often the one that has an answer ready; the second and third are the ones worth meeting about.
      """,
    source:
      "Working Backwards PR/FAQ template: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .warning, nature: .structure, judged: .init(right: 20, of: 20),
    examples: [
      Example(
        .internalFAQ,
        """
        ## Internal FAQ

        ### Which partners do we depend on?

        One bank for payments.

        ### «Why might it fail?»

        Landlords may include bills in the rent.
        """),
      Example(
        .internalFAQ, "«## Internal FAQ»\n\n### Which partners do we depend on?\n\nOne bank for payments."),
      Example(
        .internalFAQ,
        """
        ## Internal FAQ

        ### What are the biggest risks?

        Landlords may include bills in the rent. Banks may offer the same for free. Flatmates may not photograph bills.
        """),
      Example(
        .internalFAQ, "## Internal FAQ\n\n### Why might it fail?\n\nFlatmates do not photograph bills.",
        limits: [.failureReasons: 1]),
      Example(
        .internalFAQ,
        "## Internal FAQ\n\n### «What could go wrong?»\n\nBanks may offer the same for free."),
      Example(
        .internalFAQ,
        "## Internal FAQ\n\n### What kills this project?\n\nFewer than 10% of flats photograph a bill in May.",
        note: "A question about the end of the project is near enough."),
    ])

  /// Questions that ask for the reasons of a failure as a whole.
  private static let asked = PhraseSet([
    "might it fail", "might this fail", "may it fail", "may this fail", "will it fail", "will this fail",
    "would it fail",
    "would this fail", "could it fail", "could this fail", "why might we fail", "could fail", "might fail",
    "may fail",
    "not succeed", "won't succeed", "fail to succeed", "reasons this", "reasons it", "biggest risks",
    "main risks",
    "key risks", "top risks", "major risks", "greatest risks", "primary risks", "top three reasons",
    "top 3 reasons",
    "what are the risks", "what could go wrong", "what can go wrong", "what might go wrong",
    "what could kill",
    "what would kill", "what might kill", "pre mortem", "premortem",
  ])
  /// Questions near enough to let the topic count as asked.
  private static let near = PhraseSet([
    "fail", "fails", "failed", "failure", "failures", "risk", "risks", "risky", "riskiest", "go wrong",
    "goes wrong",
    "kill", "kills", "worst case", "abandon", "shut down", "why should we not", "why shouldn't", "drawback",
    "drawbacks",
    "downside", "downsides", "threat", "threats", "concerns", "worry", "worries", "weakness", "weaknesses",
    "not work",
    "challenges", "obstacles", "what if nobody", "what if no one", "give up", "stop", "wrong", "skeptic",
    "skeptical",
    "hardest", "why not", "what happens if", "what if",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document), document.language.isComplete else { return }
    // Where nothing is internal, structure/internal-topic-missing has said so.
    if report.split == .external { return }
    let wanted = report.limit(.failureReasons)
    let asking = report.faq.questions(holding: Self.asked).map { document.questions[$0] }.filter {
      $0.isAnswered || $0.answerRange != nil
    }
    // Risks that were inferred stand in answers, which are counted as such.
    func isTold(_ element: Element) -> Bool { element.role == .risks && element.origin != .inferred }
    if let first = asking.first {
      if asking.contains(where: { question in
        !question.isAnswered || question.answerRange.map { document.hasPlaceholder(in: $0) } ?? false
      }) {
        return
      }
      let reasons =
        asking.map { Reasons.count(in: $0.answerBlocks, text: $0.answerPlainRange, document) }.reduce(0, +)
        + document.elements.filter(isTold).map { Reasons.count(in: $0.blocks, text: $0.plainRange, document) }
        .reduce(0, +)
      guard reasons < wanted else { return }
      report.add(
        "the answer gives fewer than \(wanted) reasons why it may fail", at: first.range,
        help: """
          List at least \(wanted), the likeliest first, each with what you would do about it: “1. Landlords include bills in \
          the rent. We would sell to landlords.”
          """)
      return
    }
    if report.faq.asksColleagues(Self.near) || document.elements.contains(where: isTold) { return }
    report.addMissing(
      "no question asks why the product may fail",
      at: Places.line(of: [.internal, .unsplit, .external], in: document),
      help: "Add `### Why might it fail?` with the \(wanted) likeliest reasons as a list.")
  }
}

/// Counts the reasons an answer gives, in the author's favour: the largest number any reading of it allows.
enum Reasons {
  static func count(in blocks: Range<Int>, text: Range<Int>, _ document: PRFAQDocument) -> Int {
    let tree = document.tree
    var items = 0
    var paragraphs = 0
    for index in blocks {
      switch tree.blocks[index].kind {
      case .item, .heading: items += 1
      case .paragraph: paragraphs += 1
      default: continue
      }
    }
    let rows = tree.tables.filter { blocks.contains($0.block) }.map(\.rows.count).reduce(0, +)
    var marks = 1
    let plain = tree.plain
    for at in text {
      let byte = plain[at]
      // A comma or semicolon between clauses, the end of a sentence, a dash, a bracketed number.
      let isLast = at + 1 >= text.upperBound
      let opensNext = !isLast && (plain[at + 1] == 0x20 || plain[at + 1] == 0x0A)
      if opensNext, byte == 0x2C || byte == 0x3B || byte == 0x2E || byte == 0x21 || byte == 0x3F {
        marks += 1
      }
    }
    return max(items, rows, paragraphs, text.isEmpty ? 0 : marks)
  }
}
