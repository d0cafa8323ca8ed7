import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// A figure from nowhere.
struct ProblemUnevidenced: Rule {
  static let about = About(
    name: "customer/problem-unevidenced",
    summary: "A figure in the problem has a source, or is marked as an assumption that will be tested.",
    why: """
      Of all passages in a release, only the problem is true today. A reader has to be able to see where its figures come \
      from. An assumption is welcome too, as long as it is called one and somebody tests it.
      """,
    source: "The five customer questions (4: how do you know?); Calbucci, The PRFAQ Framework, theprfaq.com",
    severity: .note, nature: .structure,
    examples: [
      Example([
        .problem: """
        ### Problem

        Renters in shared flats pay late. «Of all renters, 16% paid a late fee last year.» Today they use paper bills.
        """,
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem: """
        ### Problem

        According to the housing charity, 16% of renters paid a late fee last year. Today they use paper bills.
        """,
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem:
          "### Problem\n\nWe assume that 16% of renters paid a late fee last year. Today they use paper bills.",
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem: """
        ### Problem

        «Late fees cost renters 40 million pounds a year.» Today they add up paper bills.
        """,
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem:
          "### Problem\n\nLate fees cost renters 40 million pounds a year (Housing Board, 2026). Today they use paper bills.",
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
    ])

  /// What a source, or the lack of one, is called.
  private static let sources = PhraseSet([
    "according to", "survey", "surveys", "surveyed", "study", "studies", "interview", "interviews",
    "interviewed",
    "research", "researchers", "report", "reports", "reported", "measured", "measurement", "measurements",
    "data",
    "source", "sources", "statistics", "census", "poll", "benchmark", "benchmarks", "analysis", "analysed",
    "analyzed", "audit", "estimate", "estimates", "estimated", "we estimate", "assumption", "assumptions",
    "assume",
    "assumed", "we assume", "hypothesis", "unvalidated", "observed", "logs", "telemetry", "tickets",
    "published",
    "found that", "finds that", "gartner", "forrester", "mckinsey", "nielsen", "experience", "we saw",
    "we counted",
    "illustrative", "roughly estimated",
  ])
  /// A figure in an example claims nothing.
  private static let examples = PhraseSet([
    "such as", "for example", "for instance", "e.g", "say", "imagine", "suppose", "like a",
  ])
  /// What a question about evidence asks for.
  private static let evidenceQuestions = PhraseSet([
    "evidence", "how do we know", "how do you know", "validated", "validate", "validation", "interviews",
    "research",
    "survey", "data supports", "what data", "proof", "where do the numbers", "where does the", "assumptions",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, document.language.isComplete else { return }
    let problems = report.problems
    guard !problems.isEmpty, !hasEvidence(problems, document) else { return }
    for problem in problems {
      for sentence in document.sentences(of: problem) {
        guard let figure = figure(sentence.words, document),
          !report.isMasked(figure.lowerBound, links: true),
          !document.prose.contains(Self.examples, in: sentence.words)
        else {
          continue
        }
        report.add(
          "\(document.cited(document.sourceRange(figure))) has no source",
          at: document.sourceRange(sentence, in: problem),
          help: "Link the source, or mark it as an assumption and say how you will test it.",
          origin: problem.origin)
        return
      }
    }
  }

  /// Whether the problem, or a place meant for it, says where its claims are known from.
  private func hasEvidence(_ problems: [Element], _ document: PRFAQDocument) -> Bool {
    for problem in problems {
      if document.hasPlaceholder(in: problem.range) { return true }
      if document.prose.contains(Self.sources, in: document.words(of: problem)) { return true }
      for index in problem.blocks {
        let spans = document.tree.spans[document.tree.blocks[index].spanRange]
        if spans.contains(where: { $0.kind == .link || $0.kind == .autolink }) { return true }
      }
      if document.source.holds("http", in: problem.range) { return true }
      if hasCitation(problem.plainRange, document.tree.plain) { return true }
    }
    if document.declared.contains(where: { $0[.evidence] != nil || $0[.assumption] != nil }) { return true }
    if let range = document.frontMatter.range, document.source.holds("evidence:", in: range) { return true }
    guard document.prose.mayContain(Self.evidenceQuestions) else { return false }
    return document.questions.contains { question in
      question.isAnswered
        && document.prose.contains(Self.evidenceQuestions, in: document.prose.words(in: question.plainRange))
    }
  }

  /// `[1]`, `[S1]`, `[^1]`, `[assumption]`, `(Mills, 2026)`: short brackets that cite.
  private func hasCitation(_ text: Range<Int>, _ plain: [UInt8]) -> Bool {
    plain.withUnsafeBufferPointer { plain in
      // Nothing is read outside of the range, which lies within the text.
      var at = text.lowerBound
      while let open = plain.first(0x5B, from: at, to: text.upperBound) {
        at = open + 1
        if let close = plain.first(0x5D, from: at, to: min(open + 40, text.upperBound)), close > at {
          return true
        }
      }
      at = text.lowerBound
      while let open = plain.first(0x28, from: at, to: text.upperBound) {
        at = open + 1
        guard let close = plain.first(0x29, from: at, to: min(open + 60, text.upperBound)) else {
          continue
        }
        let year = plain[max(open, close - 4)..<close]
        if year.count == 4, year.first == 0x32 || year.first == 0x31, year.allSatisfy({ $0 &- 0x30 < 10 }) {
          return true
        }
      }
      return false
    }
  }

  /// A figure that claims something about the world: a share, an amount of money, a large number, a rate.
  private func figure(_ range: Range<Int>, _ document: PRFAQDocument) -> Range<Int>? {
    let plain = document.tree.plain
    let words = document.prose.words
    for index in range where words[index].traits.contains(.digit) {
      let word = words[index].range
      var end = word.upperBound
      // Decimals and thousands: `1.5`, `12,000`.
      var last = index
      while last + 1 < range.upperBound, words[last + 1].traits.contains(.digit),
        words[last + 1].range.lowerBound == end + 1, plain[end] == 0x2E || plain[end] == 0x2C
      {
        last += 1
        end = words[last].range.upperBound
      }
      let start = word.lowerBound
      // `+10%` is a goal.
      if start > 0, plain[start - 1] == 0x2B { continue }
      if end < plain.count, plain[end] == 0x25 { return start..<(end + 1) }
      if start > 0, plain[start - 1] == 0x24 { return (start - 1)..<end }
      if last + 1 < range.upperBound, document.isJoined(last), Self.units.contains(words[last + 1]) {
        return start..<words[last + 1].range.upperBound
      }
    }
    return nil
  }

  private static let units = WordList(
    "percent million billion thousand trillion pounds dollars euros out times customers users people companies hours minutes"
  )
}
