import Diagnostics
import PRFAQ

/// Words that claim an amount and give none.
struct WeaselWords: Rule {
  static let about = About(
    name: "writing/weasel-words",
    summary: "A claim of size gives a number instead of a weasel word.",
    why: """
      “Significantly faster” lets every reader imagine another speed, and nobody can check it at launch. A number, \
      even an estimated one, can be discussed, and it shows how much you know today.
      """,
    source: "“Write like an Amazonian” (2018), armandpatella.com/amazon-writing-tips.html",
    severity: .warning, nature: .wording, judged: .init(right: 5, of: 5),
    examples: [
      Example(.solution, "### Solution\n\nRentwise «significantly» reduces the time renters spend on sums."),
      Example(
        .howItWorks, "### How it works\n\nYou save «a lot of» typing, and «nearly all» bills are read."),
      Example(.solution, "### Solution\n\nRentwise significantly reduces the sums, from 40 minutes to 2."),
      Example(
        .customerQuote,
        "\"It is vastly better,\" said Priya Raman, a renter who shares a flat with three friends.",
        note: "what people say in quotes is theirs"),
      Example(.solution, "### Solution\n\n«Countless» flats settle their bills «dramatically» faster."),
      Example(.solution, "### Solution\n\nAlmost all flats, 94 of 100, settle their bills on the first day."),
    ])

  static let phrases = PhraseSet([
    "significantly", "substantially", "considerably", "dramatically", "drastically", "vastly", "greatly",
    "nearly all", "almost all", "arguably", "numerous", "a lot of", "lots of", "in many cases",
    "in most cases",
    "countless", "tremendously", "immensely",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    let hits = text.hits(Self.phrases).filter { !document.hasNumber(text.sentence(of: $0)) }
    report.addSome(
      text.ranges(hits), citing: document, " gives no number",
      help: "Say how much, how many or how often; an estimate marked as one is enough.")
  }
}
