import Diagnostics
import PRFAQ
import SourceText

/// A comment that silences rules where they find nothing.
///
/// What the other rules found is known to the linter, which reports with `report(_:_:_:)`; the check by itself, for the
/// examples, runs them anew.
struct UnusedSuppression: Rule {
  static let about = About(
    name: "document/unused-suppression",
    summary: "A comment that silences a rule has something to silence.",
    why: """
      The fault it was written for is gone. Left in, the comment hides the next one, and tells readers that something is \
      wrong where nothing is. The fix removes it.
      """,
    source: "Ruff's RUF100 and the report of unused directives in ESLint.",
    severity: .warning, nature: .file,
    examples: [
      Example(
        .solution,
        "### Solution\n\n<!-- prfaq-disable-next-line «writing/hype» -->\n\nRentwise adds every bill to one account."
      ),
      Example(
        .solution,
        """
        ### Solution

        <!-- prfaq-disable-next-line writing/hype -- the name of a film -->

        Rentwise adds every bill to one seamless account.
        """),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    var selection = Linter.Selection()
    selection.ignore = [Self.about.name]
    let linter = Linter(selection)
    let made = linter.unsilenced(document, report.settings)
    let suppressions = Suppressions(document)
    let used = suppressions.apply(to: made.findings).used
    Self.report(suppressions.unused(used, ran: Set(made.ran), isNarrowed: false), document, &report)
  }

  /// Reports what silences nothing.
  static func report(
    _ unused: [Suppressions.Unused], _ document: PRFAQDocument, _ report: inout Report
  ) {
    for item in unused {
      report.add(
        item.name.map { "“\($0)” is silenced where it finds nothing" } ?? "The comment silences nothing",
        at: item.range, help: "Remove \(item.name == nil ? "the comment" : "it"), or let --fix do it.",
        fix: Fix(range: item.removal, replacement: ""))
    }
  }
}
