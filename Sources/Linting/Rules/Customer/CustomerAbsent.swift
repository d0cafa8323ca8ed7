import Diagnostics
import MarkdownTree
import PRFAQ

/// The declared customer is not in the lead or not in the problem.
struct CustomerAbsent: Rule {
  static let about = About(
    name: "customer/customer-absent",
    summary: "The customer who is declared appears again in the lead and in the problem.",
    why: """
      A customer who is named once and then forgotten did not shape the document. The lead says what they gain, the \
      problem says what they suffer; both are about them or the product is for somebody else.
      """,
    source: "Bryar & Carr, workingbackwards.com/resources/working-backwards-pr-faq (review questions)",
    severity: .warning, nature: .wording, judged: .init(right: 1, of: 1),
    examples: [
      Example([
        .frontMatter: "---\ncustomers: [dentists]\n---",
        .subheading: "*«Renters see every charge in one place and stop paying late fees.»*",
        .problem: "### Problem\n\n«Two in three bills are paid late.» Today the sums are done on paper.",
        .needs: nil, .services: nil,
      ]),
      Example(.frontMatter, "---\ncustomers: [renters who share a flat]\n---"),
      Example([
        .frontMatter: "---\ncustomers: [landlords]\n---",
        .subheading: "*«Renters see every charge in one place.»*",
        .problem: "### Problem\n\n«One bill in six is paid late.» They are added up on paper.",
        .needs: nil, .services: nil,
      ]),
      Example(
        .frontMatter, "---\ncustomers: [landlords, renters]\n---", note: "One of several customers is enough."
      ),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    let segments = document.declaredSegments
    guard let first = segments.first else { return }
    let wanted = segments.flatMap { Stem.content($0.name) }.map { Stem.Pattern($0) }
    let named = segments.count == 1 ? "“\(first.name)”" : "any of the declared customers"

    let lead = [Role.subheading, .summary].compactMap { document.first($0) }
    if let place = lead.first, !lead.contains(where: { mentions(wanted, $0, document) }) {
      report.add(
        "subheading and lead do not mention \(named)", at: document.opening(of: place),
        help: "Say in the lead who gains, by the name you declared.",
        origin: lead.map(\.origin).max())
    }
    let problems = report.problems
    if let place = problems.first, !problems.contains(where: { mentions(wanted, $0, document) }) {
      report.add(
        "the problem does not mention \(named)", at: document.opening(of: place),
        help: "Tell the problem from that customer's side: who has it, how often, what it costs them.",
        origin: place.origin)
    }
  }

  private func mentions(_ wanted: [Stem.Pattern], _ element: Element, _ document: PRFAQDocument) -> Bool {
    let words = document.prose.words
    let plain = document.tree.plain
    for index in document.words(of: element) {
      // Most words begin with another letter, which shows without making a String.
      for pattern in wanted where pattern.mayMatch(words[index], plain) {
        if Stem.match(document.word(index), pattern.text) { return true }
      }
    }
    return false
  }
}
