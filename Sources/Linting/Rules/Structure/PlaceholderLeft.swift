import Diagnostics
import PRFAQ
import SourceText

/// A piece of a template is left in the document.
struct PlaceholderLeft: Rule {
  static let about = About(
    name: "structure/placeholder-left",
    summary: "Nothing of a template is left: no TBD, no [City], no lorem ipsum.",
    why: """
      A placeholder is a decision that nobody has taken yet, dressed as text. Readers stop at it and trust the rest less. \
      While the document is a draft (status: draft), this is only a note.
      """,
    source:
      "Field measurement: 8 % of 103 public PR/FAQs, and 20 of 50 AWS CDK RFCs, still hold template text.",
    severity: .error, nature: .unfinished, judged: .init(right: 63, of: 63),
    examples: [
      Example(
        .lead,
        "**«[City]», 14 September 2027.** Brightkey today opened Rentwise, a rent account for shared flats."),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### How much does Rentwise cost?

        «TBD»

        ### How does Rentwise work?

        One renter photographs a bill.
        """),
      Example(
        .solution,
        "### Solution\n\nRentwise adds every bill to one account, see `[bills]` and [the split](split.md). It is 98% right [1].",
        note: "Code, links and citations are no placeholders."),
      Example(
        .customerQuote, "\"Now I know on the 1st, and nobody chases me,\" said «[Customer Name]», a renter."),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### What do I write to my flatmates?

        Write "Hi [Name], our bills are now at [address]" and send it to all of them.

        ### How long do you keep bills?

        Seven years. What happens to closed accounts will need to be decided with the bank.
        """, note: "The reader fills in the first two, and the last is a plain sentence."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    // Each is a decision of its own, so all are reported, not only the first few.
    for placeholder in document.owedPlaceholders {
      report.add(
        "\(document.cited(placeholder.range)) is left to fill in", at: placeholder.range,
        help: "Write what belongs there, or leave the sentence out until you know it.")
    }
  }
}
