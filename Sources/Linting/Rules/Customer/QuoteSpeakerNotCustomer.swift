import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// "Said a user".
struct QuoteSpeakerNotCustomer: Rule {
  static let about = About(
    name: "customer/quote-speaker-not-customer",
    summary:
      "Each quote has a speaker with a name and a role, and a customer's role is that of a declared customer.",
    why: """
      A made-up quote is fine; a made-up nobody is not. Name and role make you decide who is speaking, and then what that \
      person would and would not say.
      """,
    source: "punt-labs and robdefeo/agent-skills checklists; Bryar & Carr (2021), ch. 5",
    severity: .warning, nature: .structure, judged: .init(right: 27, of: 28),
    examples: [
      Example(.customerQuote, "\"Now I know on the 1st, and nobody chases me,\" said «a happy customer»."),
      Example(
        .customerQuote,
        "\"Now I know on the 1st,\" said Priya Raman, a renter who shares a flat with three friends."),
      Example(
        .companyQuote, "\"They should not have to keep a spreadsheet for years,\" said «the product owner»."),
      Example(
        .customerQuote,
        "### Customer quote\n\n«\"Now I know on the 1st what I owe, and nobody chases me any more.\"»"),
      Example(
        .companyQuote,
        "\"They should not have to keep a spreadsheet for years,\" said Dana Whitfield, the product owner."),
      Example(
        .customerQuote,
        "### Quote from Priya Raman, renter\n\n\"Now I know on the 1st what I owe, and nobody chases me any more.\"",
        note: "The heading may name the speaker."),
    ])

  /// Words for a customer that say nothing about who it is.
  private static let nobody = WordList(
    """
    a an one the another early happy satisfied beta first new our real current potential hypothetical anonymous user \
    users customer customers client tester testers adopter person somebody someone people participant member fictional \
    long-time loyal local imagined imaginary
    """)
  /// Words for what somebody does, which tell one person from another as little as no word at all.
  private static let roles = WordList(
    """
    a an the of at and for in on our owner manager managers engineer engineers developer developers lead leader leaders \
    head director founder cofounder ceo cto cpo coo cfo vp president chief officer product engineering software project \
    program team author creator maintainer analyst researcher scientist designer architect principal senior junior \
    staff operations marketing sales support security data platform independent pilot beta early first user users \
    tester testers customer customers client participant professor academic quote academics mother father parent \
    student teacher nurse doctor physician person spokesperson executive representative employee colleague reviewer \
    adopter buyer freelancer consultant accountant bookkeeper hypothetical anonymous imagined builder
    """)
  private static let articles = WordList("a an the our one another")
  /// Words in the heading of a quote that name nobody.
  private static let labels = WordList(
    """
    a an the quote quotes from by of you your us our team customer customers client user users hypothetical leader \
    leaders leadership company executive spokesperson founder ceo testimonial testimonials testimonies comment comments \
    voice voices s 1 2 3 what say says and internal external partner
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    if document.quotes.isEmpty { return }
    let segments = document.declaredSegments.flatMap { Stem.content($0.name) }
    var left = report.limit(.places)
    for quote in document.quotes where left > 0 && !document.hasPlaceholder(in: quote.range) {
      let before = report.findings.count
      if let speaker = quote.speaker {
        check(speaker, of: quote, segments, document, &report)
      } else if quote.origin != .inferred, document.language.isComplete, !isNamedElsewhere(quote, document) {
        report.add(
          "the quote names no speaker", at: Places.firstLine(of: quote.range, in: document),
          help:
            "Say who speaks, with name and role: “said Priya Raman, who shares a flat with three friends”.",
          origin: quote.origin)
      }
      left -= report.findings.count - before
    }
  }

  private func check(
    _ speaker: Speaker, of quote: Quote, _ segments: [String], _ document: PRFAQDocument,
    _ report: inout Report
  ) {
    let all = document.prose.words(in: speaker.plainRange)
    guard !all.isEmpty else { return }
    let place = document.sourceRange(trimmed(speaker.plainRange, all, document))
    if quote.voice == .customer, isNobody(all, document) {
      report.add(
        "the customer quote comes from \(document.cited(place)), nobody in particular", at: place,
        help: "Give the speaker a name and a role: “Priya Raman, who shares a flat with three friends”.",
        origin: quote.origin)
    } else if isUnnamed(all, speaker, document) {
      report.add(
        "the quote comes from \(document.cited(place)), a role without a name", at: place,
        help: "Name the person: “Dana Whitfield, head of product at Brightkey”. The name may be invented.",
        origin: quote.origin)
    } else if quote.voice == .customer, !segments.isEmpty, let title = speaker.title {
      let words = document.prose.words(in: title)
      let isDeclared = words.contains { index in
        let word = document.word(index)
        return segments.contains { Stem.match(word, $0) }
      }
      if !words.isEmpty, !isDeclared {
        report.add(
          "the speaker of the customer quote is none of the declared customers", at: place,
          help: "Let a declared customer speak, or declare the one who does.", origin: quote.origin,
          cap: .note)
      }
    }
  }

  /// Whether an attribution has neither a name nor a role: "a happy customer".
  private func isNobody(_ words: Range<Int>, _ document: PRFAQDocument) -> Bool {
    // A capital letter within the attribution is a name or the name of an organisation.
    let all = document.prose.words
    let nobody = Self.nobody
    return words.allSatisfy { nobody.contains(all[$0]) }
  }

  /// Whether the first part of an attribution is a role alone: "the head of product at Brightkey", "Beta tester".
  private func isUnnamed(_ words: Range<Int>, _ speaker: Speaker, _ document: PRFAQDocument) -> Bool {
    let plain = document.tree.plain
    let all = document.prose.words
    // Up to the first mark that divides name and title.
    let stop = speaker.plainRange.first { Self.divides(plain[$0]) } ?? speaker.plainRange.upperBound
    let first = words.prefix { all[$0].range.upperBound <= stop }
    guard let opening = first.first else { return false }
    let roles = Self.roles
    if first.allSatisfy({ roles.contains(all[$0]) }) { return true }
    // "the Rentwise team": an article, and a role at the end. "A renter named Priya Raman" has a name.
    guard Self.articles.contains(all[opening]), let last = first.last else { return false }
    let names = first.dropFirst().indices.dropLast().contains { at in
      all[at].traits.contains(.capitalised) && all[at + 1].traits.contains(.capitalised)
        && !Self.roles.contains(all[at]) && !Self.roles.contains(all[at + 1]) && document.isJoined(at)
        && plain[Int(all[at].end)] == 0x20
    }
    return !names && (Self.roles.contains(all[last]) || first.contains { Self.roles.contains(all[$0]) })
  }

  /// Comma, opening bracket, semicolon, slash, bar, at sign.
  private static func divides(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x28, 0x3B, 0x2F, 0x7C, 0x40: true
    default: false
    }
  }

  /// Whether the heading or label of a quote names who speaks ("Quote from Dana Whitfield, founder"), or a line of the
  /// passage that opens with a dash.
  private func isNamedElsewhere(_ quote: Quote, _ document: PRFAQDocument) -> Bool {
    for role in [Role.companyQuote, .customerQuote] {
      for element in document.elements(role) where element.range.overlaps(quote.range) {
        let hasDash = document.source.bytes.withUnsafeBufferPointer { Self.hasDash($0, element.range) }
        if hasDash ?? Self.hasDash(document.source[element.range]) { return true }
        guard let label = element.labelRange else { continue }
        for word in document.source[label].split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
          guard let first = word.first, first.isUppercase else { continue }
          if !Self.labels.contains(word.lowercased()) { return true }
        }
      }
    }
    return false
  }

  /// Whether a line opens with a dash, marks of quotes and emphasis before it left out.
  private static func hasDash(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let text = line.drop { $0 == " " || $0 == ">" || $0 == "*" || $0 == "_" }
      return text.first.map { "-–—~".contains($0) } ?? false
    }
  }

  /// The same, byte by byte; nil where there are letters that may be put together of several.
  private static func hasDash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool? {
    var isAtStart = true
    var at = range.lowerBound
    while at < range.upperBound {
      let length = bytes[at] < 0x80 ? 1 : FoldedText.plainLength(bytes, at, range.upperBound)
      if length == 0 { return nil }
      switch bytes[at] {
      case 0x0A...0x0D: isAtStart = true
      case 0x20, 0x3E, 0x2A, 0x5F: break
      case 0x2D, 0x7E, 0xE2:
        let isDash = length == 1 || bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94)
        if isAtStart, isDash {
          // What follows may belong to the same character.
          let next = at + length
          let isWhole =
            next >= range.upperBound || bytes[next] < 0x80
            || FoldedText.plainLength(bytes, next, range.upperBound) > 0
          return isWhole ? true : nil
        }
        isAtStart = false
      default: isAtStart = false
      }
      at += length
    }
    return false
  }

  /// From the first word to the last.
  private func trimmed(_ range: Range<Int>, _ words: Range<Int>, _ document: PRFAQDocument) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return range }
    return document.prose.words[first].range.lowerBound..<document.prose.words[last].range.upperBound
  }
}
