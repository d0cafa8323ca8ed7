import Diagnostics
import PRFAQ

/// No customer speaks.
struct CustomerQuoteMissing: Rule {
  static let about = About(
    name: "structure/customer-quote-missing",
    summary: "A customer, with name and role, says what has changed for them.",
    why: """
      The customer's quote shows whether the benefit is one that a person would mention: how it was before, how it is now. \
      It may be invented, because nothing is launched yet; but it has to sound like that customer and not like you.
      """,
    source: "Bryar & Carr, Working Backwards, ch. 5; Ian McAllister's template.",
    severity: .warning, nature: .structure, judged: .init(right: 33, of: 34),
    examples: [
      Example(
        without: .customerQuote,
        [
          .gettingStarted: """
          ### Getting started

          «Go to rentwise.example, enter your address and invite your flatmates.»
          """
        ]),
      Example(
        .customerQuote,
        "> \"I used to pay on the 9th and hope. Now I know on the 1st.\"\n>\n> - Priya Raman, renter in a shared flat"
      ),
      Example([
        .customerQuote:
          "\"We asked renters for years what they needed,\" said Tom Ellis, chief engineer at Brightkey.",
        .gettingStarted: "### Getting started\n\n«Go to rentwise.example and invite your flatmates.»",
      ]),
      Example(
        .customerQuote,
        "\"I used to pay on the 9th and hope,\" says Priya Raman, who rents a room in Leeds. \"Now I know on the 1st.\""
      ),
    ])

  private static let help = """
    Add a quote with name and role, such as: “Now I know on the 1st, and nobody chases me,” said Priya Raman, a renter \
    who shares a flat. It may be invented.
    """

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document) else { return }
    let voices = report.voices
    if voices.customer { return }
    if let quote = voices.unclear, isPerson(quote, document) {
      report.add(
        "nothing shows that a customer speaks in the only quote",
        at: Places.firstLine(of: quote.range, in: document),
        help: Self.help, origin: quote.origin)
      return
    }
    report.addMissing(
      "no customer says what has changed for them",
      at: Places.after([.howItWorks, .companyQuote, .solution], of: release, in: document), help: Self.help)
  }

  /// Whether somebody is named for a quote: "the model explains" or no name at all makes no quote to speak of.
  private func isPerson(_ quote: Quote, _ document: PRFAQDocument) -> Bool {
    guard let speaker = quote.speaker, let first = document.prose.words(in: speaker.plainRange).first else {
      return false
    }
    return !Self.articles.contains(document.prose.words[first])
  }

  private static let articles = WordList("the a an this our one")
}
