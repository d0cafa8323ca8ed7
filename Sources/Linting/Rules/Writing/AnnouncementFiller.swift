import Diagnostics
import PRFAQ

/// "We are thrilled to announce".
struct AnnouncementFiller: Rule {
  static let about = About(
    name: "writing/announcement-filler",
    summary: "The release says what is new, not how its makers feel about saying it.",
    why: """
      “We are excited to announce” spends the most valuable words of the release on the company. The reader came for \
      what changes for the customer. Put that first; the announcement announces itself.
      """,
    source: "Calbucci, The PRFAQ Framework, theprfaq.com",
    severity: .warning, nature: .wording, judged: .init(right: 4, of: 4),
    examples: [
      Example(
        .lead,
        """
        **Leeds, England, 14 September 2027.** Brightkey is «excited to announce» Rentwise, a rent account for renters \
        who share a flat.
        """),
      Example(
        .lead,
        """
        **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account for renters who share \
        a flat.
        """),
      Example(
        .companyQuote,
        "\"We are proud to introduce Rentwise,\" said Dana Whitfield, head of product at Brightkey."),
      Example(
        .solution, "### Solution\n\nBrightkey is «proud to introduce» one account for every bill of a flat."),
      Example(
        .solution, "### Solution\n\nFlatmates were pleased when they saw one amount and one date per month."),
    ])

  static let phrases: PhraseSet = {
    let moods = [
      "excited", "proud", "thrilled", "pleased", "delighted", "happy", "honored", "honoured", "glad",
      "overjoyed",
    ]
    let verbs = [
      "announce", "introduce", "launch", "unveil", "share", "present", "release", "reveal", "bring", "offer",
      "officially announce", "officially launch", "be announcing", "be launching",
    ]
    return PhraseSet(moods.flatMap { mood in verbs.map { "\(mood) to \($0)" } })
  }()

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.releaseText
    report.addSome(
      text.ranges(text.hits(Self.phrases)), citing: document, " speaks about the company's mood",
      help: "Begin with what the customer can do now, as in “Renters see …”.")
  }
}
