import Diagnostics
import PRFAQ

/// The dateline's date can be read in two ways, or in none.
struct LaunchDateInvalid: Rule {
  static let about = About(
    name: "structure/launch-date-invalid",
    summary: "The launch date has a year and can be read in one way only.",
    why: """
      A launch date is a commitment that other teams plan by. “5/7” is May in one office and July in the next, a date \
      without year slips by one unnoticed, and “soon” commits nobody.
      """,
    source:
      "Working Backwards PR/FAQ template: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .warning, nature: .structure,
    examples: [
      Example(
        .lead,
        "**Leeds, England, «05/07/2027».** Brightkey today opened Rentwise, a rent account for shared flats."),
      Example(
        .lead,
        "**Leeds, England, «14 September».** Brightkey today opened Rentwise, a rent account for shared flats."
      ),
      Example(
        .lead,
        "**Leeds, England, 2027-09-14.** Brightkey today opened Rentwise, a rent account for shared flats."),
      Example(
        .lead,
        "**Leeds, England, Q3 2027.** Brightkey today opened Rentwise, a rent account for shared flats."),
      Example(
        .lead,
        "**Leeds, England, «7/5/2027».** Brightkey today opened Rentwise, a rent account for shared flats."),
      Example(
        .lead,
        "**Leeds, England, May 2027.** Brightkey today opened Rentwise, a rent account for shared flats."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.release(of: document) != nil, let dateline = document.dateline, let date = dateline.date
    else { return }
    let text = Places.short(document.text(date.plainRange))
    let message: String
    let help: String
    switch date.form {
    case .day, .month, .quarter, .year: return
    case .ambiguous:
      message = "the launch date “\(text)” can be read in two ways"
      help = "Write the month as a word: “5 July 2027”."
    case .yearless:
      message = "the launch date “\(text)” has no year"
      help = "Add the year: “14 September 2027”."
    case .relative:
      // A placeholder beside it ("[City], today") is one fact: the dateline is not filled in.
      if dateline.hasPlaceholder { return }
      message = "“\(text)” is not a launch date"
      help =
        "Write the day you expect to launch, such as “14 September 2027”. It may move; then the release moves too."
    }
    report.add(message, at: document.sourceRange(date.plainRange), help: help)
  }
}
