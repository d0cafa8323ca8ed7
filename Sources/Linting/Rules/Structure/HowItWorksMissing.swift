import Diagnostics
import MarkdownTree
import PRFAQ

/// The document does not show what using the product is like.
struct HowItWorksMissing: Rule {
  static let about = About(
    name: "structure/how-it-works-missing",
    summary: "The release shows the experience from the customer's side.",
    why: """
      Readers believe a benefit when they can see themselves getting it: you do this, then that happens. Told from the \
      customer's side, it also shows steps that nobody has thought of.
      """,
    source: "Marcelo Calbucci, The PRFAQ Framework: https://www.theprfaq.com",
    severity: .note, nature: .structure,
    examples: [
      Example([
        .howItWorks: nil,
        .customerQuote:
          "«\"I used to pay on the 9th and hope,\" said Priya Raman, a renter who shares a flat with three friends.»",
        .externalFAQ:
          "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
      ]),
      Example(
        without: .howItWorks, note: "The FAQ has a question “How does Rentwise work?”; that is enough."),
      Example([
        .howItWorks: nil, .customerQuote: nil,
        .gettingStarted: "### Getting started\n\n«Go to rentwise.example and enter your address.»",
        .externalFAQ:
          "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
      ]),
      Example([
        .howItWorks: nil,
        .solution:
          "### Solution\n\n1. You photograph a bill.\n2. Rentwise splits it.\n3. Everybody confirms.",
        .externalFAQ:
          "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
      ]),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), document.first(.howItWorks) == nil,
      document.first(.customerExperience) == nil
    else { return }
    // Numbered steps in the release, or a question about them, show the experience as well.
    for index in release.blocks {
      let block = document.tree.blocks[index]
      if block.kind == .list, block.level == 1 { return }
    }
    if report.faq.asks(Self.asked) { return }
    report.addMissing(
      "nothing shows the experience from the customer's side",
      at: Places.after([.companyQuote, .solution], of: release, in: document),
      help:
        "Add two or three sentences that begin with what the customer does: “You photograph a bill and confirm the split.”"
    )
  }

  private static let asked = PhraseSet([
    "how does", "how do i", "how do you", "how will it work", "how it works", "how would", "how is it used",
    "work",
    "works", "what does it look like", "how can i", "what happens",
  ])
}
