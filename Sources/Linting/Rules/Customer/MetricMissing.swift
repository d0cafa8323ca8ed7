import Diagnostics
import PRFAQ

/// Success that cannot be measured.
struct MetricMissing: Rule {
  static let about = About(
    name: "customer/metric-missing",
    summary: "Success is measurable: what is counted, which number is to be reached, and by when.",
    why: """
      Without a number to reach, every launch is a success afterwards. The number also decides what has to be measured, \
      and that has to be built too.
      """,
    source: "AWS re:Invent 2023 INO101 (how do you test and measure success?); Bryar & Carr (2021), ch. 5",
    severity: .warning, nature: .structure, judged: .init(right: 38, of: 38),
    examples: [
      Example([
        .internalFAQ: "«## Internal FAQ»\n\n### Which teams do we depend on?\n\nThe Ledger team.",
        .metrics: nil, .needs: nil,
      ]),
      Example([
        .internalFAQ: "## Internal FAQ\n\n### «How will we measure success?»\n\nRenters are happy and stay.",
        .metrics: nil, .needs: nil,
      ]),
      Example([
        .internalFAQ:
          "## Internal FAQ\n\n### How will we measure success?\n\nLate payments fall to 10% by June 2028.",
        .metrics: nil, .needs: nil,
      ]),
      Example([.internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team."]),
      Example([
        .internalFAQ:
          "## Internal FAQ\n\n### «What does success look like?»\n\nFewer flats argue, and renters tell their friends.",
        .metrics: nil, .needs: nil,
      ]),
      Example([
        .internalFAQ:
          "## Internal FAQ\n\n### What does it cost to build?\n\nOne team. Our target is 40,000 renters by June 2028.",
        .metrics: nil, .needs: nil,
      ]),
    ])

  private static let questions = PhraseSet([
    "success", "succeed", "successful", "key metrics", "which metrics", "what metrics", "how do we measure",
    "how will we measure", "how is it measured", "kpi", "kpis", "okr", "okrs", "know it works",
    "know it worked", "know if it works", "know if this works", "know we are winning", "kill criteria",
    "kill criterion",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq, document.language.isComplete,
      !document.metrics.contains(where: \.hasTarget)
    else { return }
    var asked: Question? = nil
    for index in report.faq.questions(holding: Self.questions) {
      let question = document.questions[index]
      if let answer = question.answerRange, document.hasPlaceholder(in: answer) { return }
      if document.hasNumber(document.prose.words(in: question.answerPlainRange)) { return }
      if question.isAnswered, asked == nil { asked = question }
    }
    if document.elements(.metrics).contains(where: { document.hasNumber(document.words(of: $0)) }) { return }
    if statesGoal(document) { return }
    if let asked {
      report.add(
        "the answer on success has no number to reach", at: asked.range,
        help:
          "Say what is counted, from which number to which, and by when: “late payments fall from 16% to 10% by …”."
      )
    } else {
      let section = document.faqs.first { $0.group == .internal } ?? document.faqs.last
      report.add(
        "no measure of success has a number to reach", at: section?.labelRange ?? document.openingLine,
        help:
          "Say what is counted, from which number to which, and by when: “late payments fall from 16% to 10% by …”."
      )
    }
  }

  private static let goals = PhraseSet([
    "our goal is", "the goal is", "our target is", "the target is", "we aim to", "we aim for",
    "we want to get", "we want to reach", "we expect to reach",
  ])

  /// Whether a sentence anywhere names a goal and a number to reach: authors put it into a quote or an answer on price.
  private func statesGoal(_ document: PRFAQDocument) -> Bool {
    document.prose.matches(of: Self.goals, in: document.prose.words.indices).contains { match in
      let end = min(document.prose.words.count, match.words.upperBound + 12)
      return document.prose.words[match.words.upperBound..<end].contains { $0.traits.contains(.digit) }
    }
  }
}
