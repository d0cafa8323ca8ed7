import Diagnostics
import PRFAQ

/// The release has no lead.
struct SummaryMissing: Rule {
  static let about = About(
    name: "structure/summary-missing",
    summary: "A lead paragraph says what is launched for whom.",
    why: """
      Most readers stop after the first paragraph. It has to say on its own what is launched, for whom, and what they can \
      do from today; everything after it is detail.
      """,
    source:
      "Ian McAllister's template: https://medium.com/bluesoft-labs/try-an-internal-press-release-before-starting-new-products-867703682934",
    severity: .note, nature: .structure, judged: .init(right: 6, of: 8),
    examples: [
      Example(
        without: .lead,
        [
          .problem: """
          ### Problem

          «Renters in shared flats pay late because they do not know the amount.»
          Today they add up paper bills and chat messages, but the sums rarely agree.
          """
        ]),
      Example(
        .lead,
        "**Leeds, 14 September 2027.** Brightkey today opened Rentwise, a rent account for people who share a flat."
      ),
      Example(
        without: .lead,
        [
          .problem: """
          ### The problem

          «One renter in six paid a late fee last year, 35 pounds on average.»
          They add up paper bills, and the sums rarely agree.
          """
        ]),
      Example(.lead, "Today we are proud to release Rentwise, a rent account for people who share a flat."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), document.first(.summary) == nil,
      !report.paragraphs(of: release).hasLead
    else { return }
    let head = Places.endOfHead(of: release, in: document, with: [.headline, .subheading, .dateline])
    report.addMissing(
      "the release has no lead paragraph", at: Places.paragraph(from: head, of: release, in: document),
      help: """
        Open with two or three sentences: “Company today launched Product, a kind of thing for this customer. They can now \
        do this.”
        """)
  }
}
