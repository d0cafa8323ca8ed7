import Diagnostics
import PRFAQ

/// "Said a user".
struct QuoteSpeakerNotCustomer: Rule {
  static let about = About(
    name: "customer/quote-speaker-not-customer",
    summary:
      "The customer quote has a speaker with a name and a role, and the role is that of a declared customer.",
    why: """
      A made-up quote is fine; a made-up nobody is not. Name and role make you decide who is speaking, and then what that \
      person would and would not say.
      """,
    source: "punt-labs and robdefeo/agent-skills checklists; Bryar & Carr (2021), ch. 5",
    severity: .warning, nature: .structure,
    examples: [
      Example(.customerQuote, "\"Now I know on the 1st, and nobody chases me,\" said «a happy customer»."),
      Example(
        .customerQuote,
        "\"Now I know on the 1st,\" said Priya Raman, a renter who shares a flat with three friends."),
    ])

  /// Words for a customer that say nothing about who it is.
  private static let nobody = WordList(
    """
    a an one the another early happy satisfied beta first new our real current potential hypothetical anonymous user \
    users customer customers client tester testers adopter person somebody someone people participant member fictional \
    long-time loyal local
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    let segments = document.declaredSegments.flatMap { Stem.content($0.name) }
    for quote in document.quotes where quote.voice == .customer {
      guard let speaker = quote.speaker, !document.hasPlaceholder(in: quote.range) else { continue }
      let all = document.prose.words(in: speaker.plainRange)
      guard !all.isEmpty else { continue }
      let place = document.sourceRange(trimmed(speaker.plainRange, all, document))
      if isNobody(all, document) {
        report.add(
          "the customer quote comes from \(document.cited(place)), nobody in particular", at: place,
          help: "Give the speaker a name and a role: “Priya Raman, who shares a flat with three friends”.",
          origin: quote.origin)
      } else if !segments.isEmpty, let title = speaker.title {
        let words = document.prose.words(in: title).map { document.word($0) }
        let isDeclared = words.contains { word in segments.contains { Stem.match(word, $0) } }
        if !words.isEmpty, !isDeclared {
          report.add(
            "the speaker of the customer quote is none of the declared customers", at: place,
            help: "Let a declared customer speak, or declare the one who does.", origin: quote.origin,
            cap: .note)
        }
      }
    }
  }

  /// Whether an attribution has neither a name nor a role: "a happy customer".
  private func isNobody(_ words: Range<Int>, _ document: PRFAQDocument) -> Bool {
    // A capital letter within the attribution is a name or the name of an organisation.
    words.allSatisfy { Self.nobody.contains(document.prose.words[$0]) }
  }

  /// From the first word to the last.
  private func trimmed(_ range: Range<Int>, _ words: Range<Int>, _ document: PRFAQDocument) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return range }
    return document.prose.words[first].range.lowerBound..<document.prose.words[last].range.upperBound
  }
}
