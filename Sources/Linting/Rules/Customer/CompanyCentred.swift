import Diagnostics
import PRFAQ

/// "We", "we", "our", where the customer should be.
struct CompanyCentred: Rule {
  static let about = About(
    name: "customer/company-centred",
    summary:
      "Lead and problem have the customer as their subject, and the release leaves out what the company gains.",
    why: """
      The subject of a sentence is who it is about. A problem told as “we need” and “our costs” is the builder's problem, \
      and customers do not pay for that one.
      """,
    source: "robdefeo/agent-skills review checklist (“builder's problem”); Bryar & Carr (2021), ch. 5",
    severity: .warning, nature: .wording, judged: .init(right: 5, of: 5),
    examples: [
      Example(
        .problem,
        """
        ### Problem

        «We» answer 9,000 calls about bills a year. Our agents spend 40 minutes a day on them. Today that costs more \
        than rent.
        """),
      Example(
        .problem,
        """
        ### Problem

        Renters call us 9,000 times a year about bills. They wait 12 minutes. We know that today most give up.
        """),
      Example(
        .lead,
        """
        **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise. Renters see what they owe, when it is \
        due and why. Our support team is there for them.
        """),
      Example(
        .solution,
        "### Solution\n\nRentwise adds every bill to one account. It gives Brightkey a «competitive advantage» over banks."
      ),
      Example(
        .solution,
        "### Solution\n\nRentwise splits every bill. Letting agents keep their competitive advantage: quiet tenants.",
        note: "The gain is the customer's own."),
    ])

  private static let own = WordList("we our we're we've we'll we'd ours")
  /// What may stand before a subject without being one.
  private static let openers = WordList(
    """
    today now here over for in since at as so but and because while however the this that's why with by on during last \
    past next many several few decade decades year years month months week weeks quarter result then also still yet of \
    moreover furthermore additionally currently until once to two three four five ten
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    for element in document.elements where element.role == .summary {
      check(element, .summary, document, &report)
    }
    for element in report.problems { check(element, .problem, document, &report) }
    let text = report.releaseText
    let hits = text.hits(Self.gains) { hit in
      // "Your market share" is the customer's.
      hit.words.lowerBound == 0 || !Self.theirs.contains(document.prose.words[hit.words.lowerBound - 1])
    }
    report.addSome(
      text.ranges(hits), citing: document, " speaks of the company's gain",
      help: "Say what the customer gains; what the company gains belongs in the internal FAQ.")
  }

  /// What a release says of its makers when it has forgotten the customer.
  private static let gains = PhraseSet([
    "competitive advantage", "compounding moat", "moat", "our market share", "our revenue", "our bottom line",
    "strategic advantage", "strategic liability", "strategic priority", "shareholder value",
    "is committed to",
    "are committed to", "our commitment to", "demonstrates our commitment", "is dedicated to",
    "is passionate about",
    "are passionate about", "our mission is", "thought leadership",
  ])
  private static let theirs = WordList("your their his her its customer's customers")

  private func check(_ element: Element, _ role: Role, _ document: PRFAQDocument, _ report: inout Report) {
    let prose = document.prose
    let sentences = prose.sentenceNumbers(ofBlocks: element.blocks, within: element.plainRange)
    var total = 0
    var first: Range<Int>? = nil
    var own = 0
    var opensOwn = false
    prose.words.withUnsafeBufferPointer { words in
      // Most passages have no sentence of the kind, so that nobody need count the others.
      for number in sentences {
        let sentence = prose.sentence(number).words
        guard let start = start(sentence, words, element),
          let subject = ownSubject(start..<sentence.upperBound, words),
          !prose.isQuoted(Int(words[start].start))
        else { continue }
        own += 1
        if own == 1 { first = subject }
      }
      if own == 0 { return }
      for number in sentences {
        let sentence = prose.sentence(number).words
        guard let start = start(sentence, words, element), !prose.isQuoted(Int(words[start].start)) else {
          continue
        }
        total += 1
        if total == 1, role == .problem {
          opensOwn = ownSubject(start..<sentence.upperBound, words) != nil
        }
      }
    }
    guard let first, own >= 2 && own * 2 > total || opensOwn && own * 4 >= total else { return }
    let name = role == .summary ? "lead" : "problem"
    report.add(
      "\(own) of \(total) sentences of the \(name) have “we” or “our” as their subject",
      at: document.sourceRange(first),
      help: "Make the customer the subject: “renters wait 12 minutes”, not “we answer 9,000 calls”.",
      origin: element.origin)
  }

  /// The first word of a sentence that belongs to the passage itself, and not to its label.
  private func start(
    _ sentence: Range<Int>, _ words: UnsafeBufferPointer<Prose.Word>, _ element: Element
  ) -> Int? {
    sentence.first { Int(words[$0].start) >= element.plainRange.lowerBound }
  }

  /// The "we" or "our" a sentence is about, when nothing but an adverb stands before it.
  private func ownSubject(
    _ sentence: Range<Int>, _ words: UnsafeBufferPointer<Prose.Word>
  ) -> Range<Int>? {
    for index in sentence.prefix(7) {
      if Self.own.contains(words[index]) { return words[index].range }
      if !Self.openers.contains(words[index]), !words[index].traits.contains(.digit) { return nil }
    }
    return nil
  }
}
