import Diagnostics
import PRFAQ

/// The launch set is not whole.
struct CompanionMissing: Rule {
  static let about = About(
    name: "structure/companion-missing",
    summary: "Customer experience and user manual exist beside the PR/FAQ.",
    why: """
      Working backwards began with four documents: release, FAQ, a description of the customer experience, and the user \
      manual. The last two show what the first two left open: what the customer sees, and what has to be explained.
      """,
    source:
      "Werner Vogels, Working Backwards (2006): https://www.allthingsdistributed.com/2006/11/working_backwards.html",
    severity: nil, nature: .declared,
    examples: [
      Example(.title, "«# PR/FAQ: Rentwise»", profile: "strict"),
      Example(
        .appendix,
        """
        ## Customer experience

        Priya opens the app on the 1st and sees 212 pounds, due on the 4th.

        ## User manual

        A share is the part of a bill that one flatmate pays.
        """, profile: "strict", note: "Both may also be files of their own (document: user-manual)."),
      Example(
        [
          .title: "«# PR/FAQ: Rentwise»",
          .appendix:
            "## Customer experience\n\nPriya opens the app on the 1st and sees 212 pounds, due on the 4th.",
        ], profile: "strict"),
      Example(
        .appendix,
        """
        ## User manual

        A share is the part of a bill that one flatmate pays.

        ## Customer experience

        Priya opens the app on the 1st and sees 212 pounds.
        """, profile: "strict"),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq || document.kind == .pressRelease,
      let companions = report.settings.companions
    else { return }
    var missing: [String] = []
    if document.first(.customerExperience) == nil, !companions.contains("customer-experience") {
      missing.append("customer experience")
    }
    if document.first(.userManual) == nil, !companions.contains("user-manual") {
      missing.append("user manual")
    }
    guard !missing.isEmpty else { return }
    report.add(
      "no \(Places.list(missing, "or")) stands beside the PR/FAQ", at: Places.start(of: document),
      help: """
        Add a file whose front matter has `document: \(key(missing[0]))` and the key of this one, or a section \
        `## \(missing[0].prefix(1).uppercased() + missing[0].dropFirst())`.
        """)
  }

  /// What the front matter calls a companion document.
  private func key(_ name: String) -> String { name == "user manual" ? "user-manual" : "customer-experience" }
}
