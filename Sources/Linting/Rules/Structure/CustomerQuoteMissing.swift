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
    severity: .warning, nature: .structure,
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
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document) else { return }
    let voices = Voices(document)
    if voices.customer { return }
    let help = """
      Add a quote with name and role, such as: “Now I know on the 1st, and nobody chases me,” said Priya Raman, a renter \
      who shares a flat. It may be invented.
      """
    if let quote = voices.unclear, quote.speaker != nil {
      report.add(
        "nothing shows that a customer speaks in the only quote",
        at: Places.firstLine(of: quote.range, in: document),
        help: help, origin: quote.origin)
      return
    }
    report.addMissing(
      "no customer says what has changed for them",
      at: Places.after([.howItWorks, .companyQuote, .solution], of: release, in: document), help: help)
  }
}
