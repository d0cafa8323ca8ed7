import Diagnostics
import MarkdownTree
import PRFAQ

/// The questions and answers are longer than five pages.
struct FaqTooLong: Rule {
  static let about = About(
    name: "structure/faq-too-long",
    summary: "The FAQ fits on five pages.",
    why: """
      The document is read in silence at the start of a meeting, release and FAQ together, in about half an hour. What is \
      longer is skimmed, and the answers you took most care with are skipped.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: five pages of FAQ at most. Field: 5 % of 103 exceed 2,500 words.",
    severity: .warning, nature: .structure, judged: .init(right: 2, of: 2),
    examples: [
      Example(
        .externalFAQ,
        "«## External FAQ»\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
        limits: [.faqWords: 50]),
      Example([:], limits: [.faqWords: 500]),
      Example(
        [
          .externalFAQ:
            "«## External FAQ»\n\n### Who is it for?\n\nRenters who share a flat and split their bills.",
          .internalFAQ: nil,
        ], limits: [.faqWords: 8]),
      Example(
        [
          .externalFAQ: """
          ## External FAQ

          ### How much does Rentwise cost?

          Two pounds per renter and month.

          **References**

          Housing Board (2026). Late fees in shared flats. Leeds.
          """, .internalFAQ: nil,
        ], limits: [.faqWords: 12], note: "References are not counted."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document) else { return }
    let limit = report.limit(.faqWords)
    // A word counts as one, or as a sixth of its bytes: most documents are too short, whatever stands in them.
    if mostWords(document) <= limit { return }
    let words = words(document)
    guard words > limit else { return }
    report.add(
      "the FAQ has \(words) words; five pages hold \(limit)",
      at: Places.line(of: [document.questions[0].group], in: document),
      help: "Keep what decides the matter; move the rest into an appendix, or a document of its own.")
  }

  /// No fewer words than the FAQ has.
  private func mostWords(_ document: PRFAQDocument) -> Int {
    var most = 0
    for section in document.faqs {
      let words = document.prose.words(ofBlocks: section.blocks)
      guard let first = words.first, let last = words.last else { continue }
      most += words.count + Int(document.prose.words[last].end - document.prose.words[first].start) / 6 + 1
    }
    return most
  }

  /// The words of the FAQ, ideographs counted by halves.
  private func words(_ document: PRFAQDocument) -> Int {
    // Sections may lie in each other; each block counts once.
    var halves = 0
    var next = 0
    for section in document.faqs.map(\.blocks).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = max(next, section.lowerBound)
      guard start < section.upperBound else { continue }
      let end = references(in: start..<section.upperBound, document) ?? section.upperBound
      let words = document.prose.words(ofBlocks: start..<end)
      halves += words.count * 2
      // Hardly any text holds ideographs: only those are looked at, and count otherwise.
      for word in document.prose.words[words] where word.traits.contains(.ideographic) {
        halves += word.range.count / 3 - 2
      }
      next = section.upperBound
    }
    return halves / 2
  }

  /// The paragraph "References" at the end of a section, where it has one: what follows is no answer.
  private func references(in blocks: Range<Int>, _ document: PRFAQDocument) -> Int? {
    blocks.last { index in
      let block = document.tree.blocks[index]
      guard block.kind == .paragraph, let first = document.prose.words(ofBlocks: index..<(index + 1)).first,
        Self.sources.contains(document.prose.words[first]),
        let span = document.tree.spans[block.spanRange].first, span.kind == .strong
      else { return false }
      return document.prose.words(in: span.plainRange).count == 1
    }
  }
  private static let sources = WordList("references sources bibliography")
}
