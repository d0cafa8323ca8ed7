import Diagnostics
import PRFAQ

/// The release does not say where and when it is launched.
struct DatelineMissing: Rule {
  static let about = About(
    name: "structure/dateline-missing",
    summary: "A place and a launch date open the release.",
    why: """
      The date is the first promise of the release: it tells every team when the product is to be real, and makes the \
      plan something one can disagree with. The place says which market comes first.
      """,
    source:
      "Working Backwards PR/FAQ template: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .warning, nature: .structure, judged: .init(right: 39, of: 40),
    examples: [
      Example(
        .lead,
        """
        «Brightkey today opened Rentwise, a rent account for people who share a flat.»
        Renters see what they owe, when it is due and why, on the first screen.
        """),
      Example(
        .lead,
        "**«Leeds, England»** - Brightkey today opened Rentwise, a rent account for people who share a flat."),
      Example(
        .lead, "LEEDS, 14 September 2027 - Brightkey today opened Rentwise, a rent account for shared flats."),
      Example(
        .lead, "**[City], [Date].** Brightkey today opened Rentwise, a rent account for shared flats.",
        note: "The placeholders are reported by structure/placeholder-left."),
      Example(
        .lead,
        "**«14 September 2027»** - Brightkey today opened Rentwise, a rent account for people who share a flat."
      ),
      Example(
        .lead, "On 14 September 2027, Brightkey opened Rentwise, a rent account for people who share a flat.",
        note: "A date in the first sentence will do."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document) else { return }
    let help = "Open the lead with place and date, such as: `**Leeds, 14 September 2027.**`"
    guard let dateline = document.dateline else {
      if document.first(.dateline) != nil || report.paragraphs(of: release).opensWithDate { return }
      let head = Places.endOfHead(of: release, in: document, with: [.headline, .subheading])
      report.addMissing(
        "the release has no dateline: neither place nor launch date opens it",
        at: Places.paragraph(from: head, of: release, in: document), help: help)
      return
    }
    // Dates of other languages may be there and not be understood.
    if dateline.hasPlaceholder || !document.language.isComplete { return }
    let place = Places.firstLine(of: dateline.range, in: document)
    if dateline.date == nil, document.frontMatter.launch == nil {
      report.addMissing("the dateline has no launch date", at: place, help: help)
    } else if dateline.place == nil, !report.paragraphs(of: release).opensWithPlace {
      report.addMissing("the dateline names no place", at: place, help: help)
    }
  }
}
