import Diagnostics
import PRFAQ
import SourceText

/// Many words where one does.
struct InflatedPhrase: Rule {
  static let about = About(
    name: "writing/inflated-phrase",
    summary: "The shorter phrase is used where it means the same.",
    why: """
      “In order to” takes three words to say “to”. One page is short; words that carry nothing push out words that do. \
      The replacement is offered as a fix.
      """,
    source: "“Write like an Amazonian” (2018), armandpatella.com/amazon-writing-tips.html",
    severity: .note, nature: .wording, judged: .init(right: 7, of: 7),
    examples: [
      Example(.solution, "### Solution\n\nInvite your flatmates «in order to» split a bill."),
      Example(.solution, "### Solution\n\n«Due to the fact that» bills differ, each renter gets one amount."),
      Example(.solution, "### Solution\n\nInvite your flatmates to split a bill, in the order you like."),
      Example(.solution, "### Solution\n\nFlatmates «are able to» see every bill «on a daily basis»."),
      Example(
        .solution, "### Solution\n\nFlatmates see every bill daily, and those able to pay early do so."),
    ])

  /// Each phrase with what to write instead.
  static let table: [(phrase: String, instead: String)] = [
    ("in order to", "to"), ("so as to", "to"), ("due to the fact that", "because"),
    ("owing to the fact that", "because"), ("in light of the fact that", "because"),
    ("at this point in time", "now"), ("at the present time", "now"), ("at that point in time", "then"),
    ("in the event that", "if"), ("in the event of", "if there is"), ("with regard to", "about"),
    ("with respect to", "about"), ("in spite of the fact that", "although"),
    ("despite the fact that", "although"), ("prior to", "before"), ("subsequent to", "after"),
    ("the majority of", "most"), ("a majority of", "most"), ("on a daily basis", "daily"),
    ("on a weekly basis", "weekly"), ("on a monthly basis", "monthly"), ("on a regular basis", "regularly"),
    ("has the ability to", "can"), ("have the ability to", "can"), ("has the capability to", "can"),
    ("have the capability to", "can"), ("is able to", "can"), ("are able to", "can"),
    ("make use of", "use"), ("makes use of", "uses"), ("utilize", "use"), ("utilizes", "uses"),
    ("utilizing", "using"), ("utilise", "use"), ("utilises", "uses"), ("utilising", "using"),
    ("in close proximity to", "near"), ("for the purpose of", "for"), ("in conjunction with", "with"),
    ("until such time as", "until"), ("a wide variety of", "many"),
  ]
  static let phrases = PhraseSet(table.map(\.phrase))

  /// Phrases after which the sentence may need another change: "the majority of the flats", "will have the ability to".
  private static let ambiguous: Set<String> = [
    "at that point in time", "in the event of", "with regard to", "with respect to", "the majority of",
    "a majority of", "have the ability to", "have the capability to", "is able to", "are able to", "so as to",
    "in close proximity to", "for the purpose of", "a wide variety of", "in light of the fact that",
  ]

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let hits = report.text.hits(Self.phrases)
    if hits.isEmpty { return }
    let ranges = report.text.ranges(hits)
    let words = document.prose.words
    let instead = hits.map { hit in
      let instead = Self.table[hit.phrase].instead
      let isCapital = words[hit.words.lowerBound].traits.contains(.capitalised)
      return isCapital ? instead.prefix(1).uppercased() + instead.dropFirst() : instead
    }
    report.addEach(
      ranges, help: "Use the shorter phrase.",
      fix: { number in
        // Markup within the phrase would be lost.
        guard document.source.bytes[ranges[number]].allSatisfy({ Self.isPlain($0) }) else { return nil }
        return Fix(
          range: ranges[number], replacement: instead[number],
          isSafe: !Self.ambiguous.contains(Self.table[hits[number].phrase].phrase))
      },
      message: { number in "\(document.cited(ranges[number])) says “\(instead[number])”" })
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
