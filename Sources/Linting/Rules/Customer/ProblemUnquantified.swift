import Diagnostics
import MarkdownTree
import PRFAQ

/// A problem without any number.
struct ProblemUnquantified: Rule {
  static let about = About(
    name: "customer/problem-unquantified",
    summary: "The problem says how many, how often or how much.",
    why: """
      “Renters struggle with bills” is true of one renter and of a million. A number, a frequency or a cost tells the \
      reader whether the problem is worth a team, and gives success something to be measured against.
      """,
    source:
      "Bryar & Carr, workingbackwards.com/resources/working-backwards-pr-faq; own measurement: 65 % have none",
    severity: .warning, nature: .wording, judged: .init(right: 15, of: 15),
    examples: [
      Example(
        .problem,
        "### Problem\n\n«Renters in shared flats pay late because they do not know the amount.» Today they use paper."
      ),
      Example(.problem, "### Problem\n\nRenters in shared flats add up paper bills every week."),
      Example(.problem, "### Problem\n\nRenters in shared flats spend hours on paper bills."),
      Example(.problem, "### Problem\n\nHalf of the renters in shared flats pay late; today they use paper."),
      Example(
        .problem,
        "### Problem\n\n«Renters argue about bills, and friendships suffer.» Today nobody adds up the paper bills."
      ),
      Example(
        .problem, "### Problem\n\nEvery month renters argue about paper bills that today nobody adds up."),
    ])

  private static let times = WordList(
    """
    hours minutes seconds days weeks months years decade decades century nights weekends hourly daily weekly monthly yearly annually \
    annual nightly fortnight fortnightly quarterly overnight once percentage
    """)
  private static let frequencies = PhraseSet([
    "every day", "every week", "every month", "every year", "every hour", "every morning", "every evening",
    "every night", "every time", "every single", "every quarter", "every meeting", "each day", "each week",
    "each month", "each year", "each time", "each morning", "a day", "a week", "a month", "a year", "an hour",
    "per day", "per week", "per month", "per year", "per hour", "per user", "per person", "one in",
    "one of every",
    "one out of", "a quarter of", "a majority", "the majority", "full day", "full week", "whole day",
    "multiple times", "several times", "many times",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    let problems = report.problems
    guard let first = problems.first, !problems.contains(where: { isQuantified($0, document) }) else {
      return
    }
    report.add(
      "the problem has no number, frequency or cost", at: document.opening(of: first),
      help: "Say how many customers have it, how often, or what it costs them; mark an estimate as one.",
      origin: first.origin)
  }

  private func isQuantified(_ element: Element, _ document: PRFAQDocument) -> Bool {
    if document.hasPlaceholder(in: element.range) { return true }
    let words = document.words(of: element)
    if document.hasNumber(words) { return true }
    if document.tree.plain[element.plainRange].contains(where: { $0 == 0x24 || $0 == 0x25 }) { return true }
    if words.contains(where: { Self.times.contains(document.prose.words[$0]) }) { return true }
    return document.prose.contains(Self.frequencies, in: words)
  }
}
