import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// Best, fastest, first, only.
struct SuperlativeWithoutProof: Rule {
  static let about = About(
    name: "writing/superlative-without-proof",
    summary: "A superlative stands beside a number or a source.",
    why: """
      “The fastest” is a comparison, and a comparison names what it measures. Readers who know the market will ask \
      against whom; an answer in the same sentence saves the question.
      """,
    source: "“Write like an Amazonian” (2018), armandpatella.com/amazon-writing-tips.html",
    severity: .note, nature: .wording, judged: .init(right: 8, of: 8),
    examples: [
      Example(.solution, "### Solution\n\nRentwise is «the fastest» way to split a bill."),
      Example(.solution, "### Solution\n\nRentwise is «the only» account that splits every bill."),
      Example(.solution, "### Solution\n\nRentwise is the fastest of 14 apps we timed: 9 seconds per bill."),
      Example(
        .solution, "### Solution\n\nThe first step is to invite your flatmates; the only cost is your time."),
      Example(.solution, "### Solution\n\nRentwise is «the easiest» account to share."),
      Example(
        .solution,
        "### Solution\n\nThe first bill of a new flat is free, and the only cost afterwards is 2 pounds."),
    ])

  static let phrases = PhraseSet([
    "the best", "the fastest", "the easiest", "the simplest", "the cheapest", "the largest", "the smartest",
    "the most advanced", "the most powerful", "the most accurate", "the most comprehensive",
    "the most secure",
    "the most reliable", "the most affordable", "the most complete", "the most efficient", "the most trusted",
    "the most popular", "the leading", "world's first", "world's best", "world's fastest", "world's largest",
    "world's only", "industry's first", "first ever", "first of its kind", "the first and only", "the first",
    "the only",
  ])
  private static let ofWords = WordList("to that which with designed built")
  /// Things of which there is a first one, or only one, without anybody boasting.
  private static let harmless = WordList(
    """
    step steps time times thing things day week month year hour minute version release place question person line \
    screen page phase pilot half quarter part way difference cost exception requirement reason people ones two three \
    one few launch iteration milestone user customer customers draft row column item point
    """)
  private static let harmlessBest = PhraseSet([
    "the best of our", "the best practices", "the best practice", "the best case", "the best part",
    "the best time",
    "the largest risk", "the largest customer", "the best way to",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    let claims = text.hits(Self.phrases) { isClaim($0, document) }
    if claims.isEmpty { return }
    var links: [Int32]? = nil
    let hits = claims.filter { hit in
      let sentence = text.sentence(of: hit)
      if document.hasNumber(sentence) { return false }
      let known = links ?? Self.links(document)
      links = known
      return !hasLink(sentence, known, document)
    }
    report.addSome(
      text.ranges(hits), citing: document, " is claimed without number or source",
      help: "Say against what and by how much, give the source, or leave the comparison out.")
  }

  /// Where the links begin, in order.
  private static func links(_ document: PRFAQDocument) -> [Int32] {
    document.tree.spans.filter { $0.kind == .link || $0.kind == .autolink }.map(\.plainStart)
  }

  /// What a phrase is.
  private enum Kind {
    /// "The first" and "the only".
    case counting
    /// Another one that begins with "the".
    case definite
    case other
  }
  private static let kinds: [Kind] = phrases.phrases.map {
    $0 == "the first" || $0 == "the only" ? .counting : $0.hasPrefix("the ") ? .definite : .other
  }

  private func isClaim(_ match: Prose.Match, _ document: PRFAQDocument) -> Bool {
    let words = document.prose.words
    let kind = Self.kinds[match.phrase]
    if kind != .counting {
      if kind == .definite, !isSaid(match, words, document) { return false }
      let after = match.words.lowerBound..<min(words.count, match.words.upperBound + 2)
      return !document.prose.contains(Self.harmlessBest, in: after)
    }
    // A first or only one is a claim where it is said of what: "the first app that …".
    var at = match.words.upperBound
    let end = min(words.count, at + 5)
    while at < end, document.isJoined(at - 1) {
      if Self.harmless.contains(words[at]) { return false }
      if Self.ofWords.contains(words[at]) { return at > match.words.upperBound }
      at += 1
    }
    return false
  }

  /// Whether the superlative is said of something, as in "is the best", and not asked or only mentioned.
  private func isSaid(_ match: Prose.Match, _ words: [Prose.Word], _ document: PRFAQDocument) -> Bool {
    let first = match.words.lowerBound
    if words[first].traits.contains(.firstInBlock) || !document.isJoined(first - 1) {
      return words[first].traits.contains(.capitalised)
    }
    guard Self.claims.contains(words[first - 1]) else { return false }
    let next = match.words.upperBound
    return next < words.count && document.isJoined(next - 1) && document.word(next) != "of"
  }
  private static let claims = WordList(
    "is are as be becomes become remains offers deliver delivers provides builds")

  /// Whether one of the links, given by their starts in order, begins among the words.
  private func hasLink(_ words: Range<Int>, _ links: [Int32], _ document: PRFAQDocument) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let start = document.prose.words[first].start
    let end = document.prose.words[last].end
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < links.count && links[low] < end
  }
}
