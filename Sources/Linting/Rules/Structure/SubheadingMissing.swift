import Diagnostics
import PRFAQ

/// Nothing stands between headline and lead.
struct SubheadingMissing: Rule {
  static let about = About(
    name: "structure/subheading-missing",
    summary: "One sentence below the headline says who the customer is and what they gain.",
    why: """
      The subheading is the test whether you know your customer: one sentence, who they are and what gets better for \
      them. If it is hard to write, the idea is still about the product.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .warning, nature: .structure, judged: .init(right: 23, of: 24),
    examples: [
      Example(
        without: .subheading,
        [
          .lead: """
          «**Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account for people who share a flat.»
          Renters see what they owe, when it is due and why, on the first screen.
          """
        ]),
      Example(.subheading, "*Renters in shared flats stop paying late fees.*"),
      Example([
        .subheading: nil,
        .lead: """
        «Today Brightkey launched Rentwise, a rent account for people who share a flat.»
        Renters see what they owe, when it is due and why.
        """,
      ]),
      Example(
        .subheading, "Renters in shared flats see every charge on one screen and stop paying late fees.",
        note: "A plain sentence below the headline will do."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), let headline = document.first(.headline),
      document.first(.subheading) == nil, !report.paragraphs(of: release).opensWithOneSentence
    else { return }
    report.addMissing(
      "no subheading follows the headline",
      at: Places.paragraph(
        from: max(headline.range.upperBound, release.range.lowerBound), of: release, in: document),
      help: """
        Add one sentence in italics below the headline: who the customer is and what they gain, such as: `*Renters in \
        shared flats stop paying late fees.*`
        """)
  }
}
