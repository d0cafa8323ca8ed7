import Diagnostics
import MarkdownTree
import PRFAQ

/// "Soon" where a date belongs.
struct RelativeTime: Rule {
  static let about = About(
    name: "writing/relative-time",
    summary: "A point in time is a date, not “soon” or “recently”.",
    why: """
      A release is written today and read for months; “soon” is wrong by the second reading. A launch date is a \
      decision that other teams plan by, and “in the coming months” is none.
      """,
    source: "Amazon writing class digest, factoftheday1.com/facts/writing-the-amazon-way",
    severity: .warning, nature: .wording, judged: .init(right: 4, of: 4),
    examples: [
      Example(
        .gettingStarted, "### Getting started\n\nRentwise opens in Leeds, and «soon» in the rest of England."),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### When will Rentwise be available in Wales?\n\nWe expect it «in the coming months»."
      ),
      Example(
        .gettingStarted, "### Getting started\n\nInvite your flatmates as soon as you have an account."),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### When will Rentwise be available in Wales?\n\nSoon: by 1 March 2028."),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### When will Rentwise be available in Wales?\n\nWales follows «later this year»."
      ),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### When can it read water bills?\n\nBills it cannot read yet are labelled as coming soon.",
        note: "Said of a label, not of a date."),
    ])

  static let phrases = PhraseSet([
    "soon", "shortly", "recently launched", "recently released", "recently announced", "recently introduced",
    "has recently", "have recently", "we recently", "coming soon", "available soon", "in the near future",
    "in the not too distant future", "in the coming days", "in the coming weeks", "in the coming months",
    "in the coming years", "over the coming weeks", "over the coming months", "in the next few weeks",
    "in the next few months", "in the next few days", "in a few weeks", "in a few months", "some time ago",
    "sometime next year", "later this year", "in due course", "before long", "at a later date",
  ])
  private static let exempt = PhraseSet([
    "as soon as", "how soon", "too soon", "so soon", "soon enough", "shortly after", "shortly before",
    "soon after",
  ])
  private static let mentions = WordList("as labelled labeled marked tagged")
  /// What a question about a date asks with.
  private static let dateWords = WordList(
    """
    when launch launches launched available availability timeline roadmap release released releases schedule date \
    dates soon rollout ship ships next
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    let found = text.hits(Self.phrases) { isMeant($0, document) }
    if found.isEmpty { return }
    let passages = passages(document)
    var at = 0
    let hits = found.filter { hit in
      // "Soon" may speak of a use of the product; "coming soon" speaks of a date wherever it stands.
      if hit.words.count == 1 || Self.recent[hit.phrase] {
        while at < passages.count, passages[at].upperBound <= hit.range.lowerBound { at += 1 }
        guard at < passages.count, passages[at].contains(hit.range.lowerBound) else { return false }
      }
      return !hasDate(text.sentence(of: hit), document)
    }
    report.addSome(
      text.ranges(hits), citing: document, " is not a date",
      help: "Give the date you plan by, such as “by 1 March 2028”.")
  }

  /// For each phrase, whether it speaks of the past.
  private static let recent = phrases.phrases.map { $0.contains("recently") }

  /// Whether a hit speaks of a time, and not of an order or a label.
  private func isMeant(_ hit: Prose.Match, _ document: PRFAQDocument) -> Bool {
    let words = document.prose.words
    let around = max(0, hit.words.lowerBound - 2)..<min(words.count, hit.words.upperBound + 2)
    if document.prose.contains(Self.exempt, in: around) { return false }
    // "Labelled as coming soon": said of a label, not of a date.
    if around.lowerBound < hit.words.lowerBound, Self.mentions.contains(words[hit.words.lowerBound - 1]) {
      return false
    }
    // The dateline's own date has its own rule.
    guard let dateline = document.dateline else { return true }
    return !dateline.range.contains(document.sourceRange(hit.range).lowerBound)
  }

  /// Lead, first step, and the answers to questions about dates, by position.
  private func passages(_ document: PRFAQDocument) -> [Range<Int>] {
    var passages: [Range<Int>] = []
    for element in document.elements where element.role == .summary || element.role == .gettingStarted {
      passages.append(element.plainRange)
    }
    let words = document.prose.words
    let dateWords = Self.dateWords
    for question in document.questions {
      for index in document.prose.words(in: question.plainRange) where dateWords.contains(words[index]) {
        passages.append(question.answerPlainRange)
        break
      }
    }
    passages.sort { $0.lowerBound < $1.lowerBound }
    return passages
  }

  /// Whether a sentence names a year or a quarter.
  private func hasDate(_ words: Range<Int>, _ document: PRFAQDocument) -> Bool {
    words.contains { index in
      let word = document.prose.words[index]
      guard word.traits.contains(.digit) else { return false }
      let text = document.tree.plain[word.range]
      if text.count == 4, text.first == 0x32 { return true }
      return text.count == 2 && (text.first == 0x51 || text.first == 0x71 || text.first == 0x48)
    }
  }
}
