import Diagnostics
import MarkdownTree
import PRFAQ

/// Words of praise that say nothing.
struct Hype: Rule {
  static let about = About(
    name: "writing/hype",
    summary: "The product is described, not praised.",
    why: """
      “Revolutionary” could stand in any release, so it tells the reader nothing about this one. Readers who meet praise \
      start to doubt the facts beside it. Say what the customer can do now, and let them call it revolutionary.
      """,
    source: "Calbucci, The PRFAQ Framework, theprfaq.com; own measurement on 103 public PR/FAQs",
    severity: .warning, nature: .wording, judged: .init(right: 27, of: 27),
    examples: [
      Example(.solution, "### Solution\n\nRentwise is a «revolutionary», «best-in-class» rent account."),
      Example(.headline, "### Rentwise is a «game changer» for renters who share a flat"),
      Example(.solution, "### Solution\n\nRentwise splits every bill by the shares the flat agreed."),
      Example(.solution, "### Solution\n\nRentwise reads bills as well as the state of the art allows."),
      Example(
        .customerQuote,
        "\"It is revolutionary,\" said Priya Raman, a renter who shares a flat with three friends."),
      Example(.subheading, "*Renters in shared flats get a «seamless» view of every charge.*"),
      Example(
        .solution,
        "### Solution\n\nRentwise puts rent, bills and deposit into one list without a gap between them."),
    ])

  static let phrases = PhraseSet([
    "revolutionary", "revolutionise", "revolutionises", "revolutionize", "revolutionizes", "revolutionizing",
    "groundbreaking", "ground-breaking", "cutting-edge", "bleeding-edge", "world-class", "industry-leading",
    "best-in-class", "best-of-breed", "state-of-the-art", "next-generation", "next-gen", "game-changing",
    "game-changer", "game changers", "unparalleled", "unprecedented", "one-of-a-kind", "paradigm shift",
    "paradigm-shifting", "mind-blowing", "innovative", "seamless", "seamlessly", "effortless", "effortlessly",
    "turbocharge", "supercharge", "supercharges", "disruptive", "market-leading", "second to none",
  ])

  private static let stateOfTheArt = phrases.phrases.firstIndex(of: "state-of-the-art")

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    let hits = text.hits(Self.phrases) { hit in
      // "The state of the art" is a thing; "state-of-the-art" is praise.
      hit.phrase != Self.stateOfTheArt || document.tree.plain[hit.range].contains(0x2D)
    }
    report.addSome(
      text.ranges(hits), citing: document, " is praise, not a fact",
      help: "Say what the customer can do now that was not possible before, or leave the word out.")
  }
}
