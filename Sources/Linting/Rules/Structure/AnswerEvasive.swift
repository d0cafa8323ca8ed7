import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// An answer that says nothing.
struct AnswerEvasive: Rule {
  static let about = About(
    name: "structure/answer-evasive",
    summary: "No answer is only “it depends”, “we will figure it out” or a pointer to another document.",
    why: """
      The FAQ is where hard questions are settled. “It depends” names no condition, “coming soon” no date, and a bare link \
      sends the reader away at the moment they wanted to know. Say what it depends on, or when you will know.
      """,
    source: "Field measurement: 13 of 111 public PR/FAQs; Bill Carr, How to craft effective FAQs.",
    severity: .warning, nature: .unfinished, judged: .init(right: 16, of: 16),
    examples: [
      Example(.externalFAQ, "## External FAQ\n\n### How much does Rentwise cost?\n\n«It depends.»"),
      Example(.externalFAQ, "## External FAQ\n\n**Q: Is there an app?**\n\nA: «Coming soon!»"),
      Example(
        .externalFAQ, "## External FAQ\n\n### How does it work?\n\n«See [the architecture](architecture.md).»"
      ),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### How much does Rentwise cost?

        It depends on the flat: 2 pounds per renter.

        ### Is there an app?

        No, a browser is enough.

        ### How does it work?

        You photograph a bill and confirm the split. See [the guide](guide.md).
        """),
      Example(.externalFAQ, "## External FAQ\n\n### Does it work in Wales?\n\n«We do not know yet.»"),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### What do I write to my flatmates?

        Write "Hi [Name], our bills are now at [address]" and send it to all of them.
        """, note: "The reader fills that in, not the author."),
    ])

  /// Wording that puts an answer off. A few other words beside it change nothing.
  private static let phrases = PhraseSet([
    "to be decided", "to be defined", "to be discussed", "to be announced", "will be announced",
    "will be decided later", "decided later", "we will figure it out", "we'll figure it out",
    "we will figure this out", "we'll figure this out", "figure it out later", "figure that out later",
    "we don't know yet", "we do not know yet", "don't know yet", "do not know yet", "not sure yet",
    "we are not sure", "we're not sure", "unknown", "unclear", "we will see", "we'll see", "time will tell",
    "coming soon", "stay tuned", "more details soon", "details to follow", "more information soon",
    "more to come",
    "under discussion", "still under discussion", "under investigation", "under consideration",
    "still deciding",
    "not decided yet", "not yet decided", "undecided", "still being decided", "has not been decided",
    "no decision yet", "good question", "work in progress", "we are working on it", "we're working on it",
    "ask the team", "ask engineering", "ask legal", "ask finance", "not applicable", "needs discussion",
    "needs more research", "needs further research", "open question", "still open",
  ])
  private static let conditions = PhraseSet([
    "it depends", "that depends", "this depends", "it all depends", "depends",
  ])
  private static let pointers = PhraseSet([
    "see", "please see", "refer to", "please refer to", "covered in", "answered in", "described in",
    "discussed in",
    "documented in", "same as",
  ])
  /// Words by which a pointer leads to another place of the same document, where the answer stands.
  private static let here = PhraseSet([
    "above", "below", "question", "previous", "release", "faq", "section", "appendix", "table", "q",
  ])
  private static let decided = PhraseSet(["yes", "no", "not", "never", "none", "nothing"])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document), document.language.isComplete else { return }
    var places: [Range<Int>] = []
    for (question, words) in zip(document.questions, document.answerWords)
    where !words.isEmpty && words.count < 12 && question.isAnswered {
      if isEvasive(question, words, document) {
        places.append(document.sourceRange(question.answerPlainRange))
      }
    }
    if !places.isEmpty {
      report.addSome(
        places.map { Places.firstLine(of: $0, in: document) },
        help:
          "Say what you know and what it depends on; where you do not know yet, say how and by when you find out."
      ) { range in
        "the answer \(document.cited(range)) leaves the question open"
      }
    }
    for range in undecided(document) {
      report.add(
        "the answer leaves \(document.cited(range)) undecided", at: range,
        help: "Decide it, or say who decides it by when.")
    }
    for range in openQuestions(document) {
      report.add(
        "\(document.cited(range)) is still an open question", at: range,
        help: "Answer it in the FAQ, or say who finds the answer by when.", cap: .note)
    }
  }

  /// What answers leave undecided. Hardly any document leaves a mark or sends the reader elsewhere for the price.
  private func undecided(_ document: PRFAQDocument) -> [Range<Int>] {
    let owed = document.owedPlaceholders.filter { $0.plainRange != nil }
    guard !owed.isEmpty || document.prose.mayContain(Self.elsewhere) else { return [] }
    return document.questions.compactMap { undecided($0, owed, document) }
  }

  /// The mark (TBD and its like) that an answer of other words, or of that mark alone, leaves behind.
  private func undecided(_ question: Question, _ owed: [Placeholder], _ document: PRFAQDocument) -> Range<
    Int
  >? {
    let answer = question.answerPlainRange
    guard !answer.isEmpty else { return nil }
    let words = document.prose.words(in: answer)
    // They are by position and do not overlap each other.
    var low = 0
    var high = owed.count
    while low < high {
      let middle = (low + high) / 2
      if (owed[middle].plainRange?.upperBound ?? 0) <= answer.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for placeholder in owed[low...] {
      guard let plain = placeholder.plainRange, plain.lowerBound < answer.upperBound else { break }
      guard answer.overlaps(plain) else { continue }
      let inside = document.prose.words(in: plain)
      if placeholder.kind == .marker || document.prose.contains(Self.marks, in: inside) {
        return placeholder.range
      }
      // A token in an answer of many words is the one thing the answer does not say; a token alone is a template's.
      if placeholder.kind == .token, words.count - inside.count >= 25 { return placeholder.range }
    }
    if document.prose.contains(Self.price, in: document.prose.words(in: question.plainRange)),
      !document.prose.words[words].contains(where: { $0.traits.contains(.digit) }),
      let match = document.prose.matches(of: Self.elsewhere, in: words).first
    {
      return document.sourceRange(match.range)
    }
    return nil
  }

  private static let marks = PhraseSet(["tbd", "tbc", "tba", "todo", "to be decided", "to be determined"])
  private static let price = PhraseSet(local: ["price", "pricing", "cost", "costs", "how much"])
  private static let elsewhere = PhraseSet([
    "available on the service webpage", "available on our website", "available on the website",
    "see our pricing page",
    "see the pricing page", "on the pricing page", "on the webpage", "on the service webpage",
    "contact sales",
  ])

  /// Questions listed under a heading such as "Open questions", but for those struck out or marked as resolved.
  private func openQuestions(_ document: PRFAQDocument) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for element in document.elements(.appendix) {
      guard let label = element.labelRange,
        FoldedText.holds("open question", document.source.bytes, label)
          ?? document.source[label].lowercased().contains("open question")
      else { continue }
      for index in element.blocks {
        let block = document.tree.blocks[index]
        guard block.kind == .paragraph, block.depth == 2 else { continue }
        let text = document.tree.plain[block.plainRange]
        guard text.contains(0x3F), !text.starts(with: [0x7E, 0x7E]) else { continue }
        found.append(Places.firstLine(of: document.sourceRange(block.plainRange), in: document))
      }
    }
    return found
  }

  private static let contact = PhraseSet([
    "contact us", "please contact us", "contact sales", "contact our sales team",
  ])

  /// Whether an answer of a few words leaves its question open.
  private func isEvasive(_ question: Question, _ words: Range<Int>, _ document: PRFAQDocument) -> Bool {
    let prose = document.prose
    if !document.placeholders.isEmpty,
      document.hasPlaceholder(in: document.sourceRange(question.answerPlainRange))
    {
      return false
    }
    let blocks = document.tree.blocks
    for index in question.answerBlocks where blocks[index].kind == .code || blocks[index].kind == .html {
      return false
    }
    if let match = prose.matches(of: Self.contact, in: words.prefix(3)).first,
      match.words.lowerBound == words.lowerBound
    {
      return true
    }
    // A number is substance, and so is a yes or no.
    let all = prose.words
    for index in words where all[index].traits.contains(.number) { return false }
    let matches = prose.matches(of: Self.phrases, in: words)
    if !matches.isEmpty {
      let decided =
        prose.contains(Self.decided, in: words.prefix(1))
        && !matches.contains { $0.words.lowerBound == words.lowerBound }
      return !decided && words.count - matches.map(\.words.count).reduce(0, +) <= 4
    }
    if let match = prose.matches(of: Self.conditions, in: words).first {
      return match.words.lowerBound - words.lowerBound <= 2
    }
    if let match = prose.matches(of: Self.pointers, in: words).first,
      match.words.lowerBound == words.lowerBound
    {
      return isBarePointer(question, words, document)
    }
    return false
  }

  /// What the text of a pointer calls the place it leads to.
  private static let documents = PhraseSet([
    "document", "doc", "readme", "wiki", "page", "file", "spec", "specification", "website",
  ])

  /// No block after the first that holds text of an answer, given with its words, of which there are some.
  private func firstBlock(of question: Question, _ words: Range<Int>, _ document: PRFAQDocument) -> Int {
    let blocks = document.tree.blocks
    var index = document.prose.block(ofWord: words.lowerBound)
    // Marks without words may stand in blocks before.
    while index > 0 {
      let before = blocks[index - 1]
      if before.plainStart < before.plainEnd,
        Int(before.plainEnd) <= question.answerPlainRange.lowerBound
      {
        break
      }
      index -= 1
    }
    return index
  }

  private func isBarePointer(_ question: Question, _ words: Range<Int>, _ document: PRFAQDocument) -> Bool {
    if document.prose.contains(Self.here, in: words) { return false }
    let tree = document.tree
    var hasLink = false
    for block in tree.blocks[firstBlock(of: question, words, document)...]
    where block.plainStart < block.plainEnd {
      if Int(block.plainEnd) <= question.answerPlainRange.lowerBound { continue }
      if Int(block.plainStart) >= question.answerPlainRange.upperBound { break }
      for span in tree.spans[block.spanRange]
      where span.kind == .link || span.kind == .autolink || span.kind == .code {
        guard span.plainRange.overlaps(question.answerPlainRange) else { continue }
        if leadsHere(span, document) { return false }
        hasLink = true
      }
    }
    guard hasLink || document.prose.contains(Self.documents, in: words) else { return false }
    // A second sentence is substance.
    let plain = tree.plain
    let end = question.answerPlainRange.upperBound - 1
    return !question.answerPlainRange.contains {
      $0 < end && plain[$0] == UInt8(ascii: ".") && (plain[$0 + 1] == 0x20 || plain[$0 + 1] == 0x0A)
    }
  }

  /// Whether a link leads to a heading of the same document: `[text](#heading)`.
  private func leadsHere(_ link: Span, _ document: PRFAQDocument) -> Bool {
    let bytes = document.source.bytes
    return link.range.contains {
      bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] == UInt8(ascii: "(") && $0 > link.range.lowerBound
    }
  }
}
