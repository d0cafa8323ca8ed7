import Diagnostics
import PRFAQ

/// Two releases in one file.
struct MultiplePressReleases: Rule {
  static let about = About(
    name: "structure/multiple-press-releases",
    summary: "A file holds one press release.",
    why: """
      One release means one customer, one problem and one launch. With two in a file, questions and needs cannot be told \
      apart, and the rules on releases look at the first only.
      """,
    source: "Field: 13 % of 103 public documents carry parts of a second release.",
    severity: .warning, nature: .structure,
    examples: [
      Example(
        .appendix,
        """
        «## Press release»

        ### Rentwise reminds landlords of repairs

        **Leeds, England, 1 March 2028.** Brightkey today opened Rentwise for landlords, who see every repair in one list.
        """),
      Example([:]),
      Example(
        .appendix,
        """
        «## Press release (draft for landlords)»

        ### Rentwise tells landlords which repairs are open

        **Leeds, England, 1 March 2028.** Brightkey today opened Rentwise for landlords, who see every repair in one list.
        """),
      Example(.appendix, "## Press coverage\n\nThe Leeds Post wrote about Rentwise on 20 September 2027."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq || document.kind == .pressRelease, document.releases.count > 1 else {
      return
    }
    let first = document.releases[0]
    let second = document.releases[1]
    guard second.origin != .inferred else { return }
    report.add(
      document.releases.count == 2
        ? "this is a second press release"
        : "this is the second of \(document.releases.count) press releases",
      at: Places.firstLine(of: second.labelRange ?? second.range, in: document),
      help: "Move it into a file of its own, with its FAQ.",
      related: [
        .init(
          range: Places.firstLine(of: first.labelRange ?? first.range, in: document),
          message: "the first press release begins here")
      ])
  }
}
