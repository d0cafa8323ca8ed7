import Diagnostics
import PRFAQ

/// A "need" of the system.
struct NeedNotCustomer: Rule {
  static let about = About(
    name: "customer/need-not-customer",
    summary: "A declared need says what a customer can do, not what the system does.",
    why: """
      “The system shall export CSV” is a decision about a solution. The need behind it has a customer: somebody has to \
      hand figures to an accountant every quarter. Written that way, it can be met in a better way than CSV.
      """,
    source: "Lucassen et al., Quality User Story framework (2016), doi.org/10.1007/s00766-016-0250-x",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs, "## What customers need\n\n- **N-1: «The system shall» export CSV.** Accountants ask for it."),
      Example(
        .needs, "## What customers need\n\n- **N-1: «Support for» CSV export.** Accountants ask for it."),
      Example(.needs, "## What customers need\n\n- **N-1: «Implement» CSV export.** Accountants ask for it."),
      Example(
        .needs, "## What customers need\n\n- **N-1: Hand my figures to an accountant.** Every quarter."),
      Example(
        .needs,
        "## What customers need\n\n- **N-1: Add a flatmate without calling.** It takes two calls today."),
      Example(
        .needs,
        "## What customers need\n\n- **N-1: «The billing service returns» balances.** One renter in six pays late."
      ),
      Example(
        .needs,
        "## What customers need\n\n- **N-1: See the balance on the day it changes.** One renter in six pays late."
      ),
    ])

  private static let subjects: Set<String> = [
    "system", "app", "application", "service", "platform", "api", "product", "backend", "frontend", "server",
    "database", "software", "tool", "website", "dashboard", "solution",
  ]
  private static let duties: Set<String> = [
    "shall", "must", "should", "will", "returns", "return", "provides", "supports", "stores", "sends",
    "validates",
    "allows", "enables", "exposes", "handles", "generates", "integrates", "processes", "calls", "logs",
    "caches",
  ]
  private static let orders: Set<String> = [
    "implement", "refactor", "deploy", "expose", "provide", "migrate", "integrate", "enable", "allow",
    "build",
    "develop", "persist", "provision",
  ]

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    for need in document.declared where need.kind == .need {
      let words = ItemWords(document, need.title)
      guard let range = systemPart(words) else { continue }
      report.add(
        "\(document.cited(range)) speaks of the system, not of a customer", at: range,
        help: "Begin with what the customer can do or no longer suffers: “Hand my figures to an accountant”.")
    }
  }

  /// The words at the start of a title that make it the system's.
  private func systemPart(_ item: ItemWords) -> Range<Int>? {
    let words = item.words
    let texts = item.texts
    guard let first = texts.first else { return nil }
    func span(_ count: Int) -> Range<Int> { words[0].range.lowerBound..<words[count - 1].range.upperBound }
    // "The billing system shall", "API returns".
    if let duty = texts.prefix(5).firstIndex(where: { Self.duties.contains($0) }), duty > 0,
      Self.subjects.contains(texts[duty - 1]),
      first == "the" || first == "a" || first == "an" || first == "our" || duty == 1
        || Self.subjects.contains(first)
    {
      return span(duty + 1)
    }
    if first == "support", texts.count > 1 { return span(texts[1] == "for" ? 2 : 1) }
    if first == "add" || first == "adding", texts.count > 2, texts[1] == "support" { return span(2) }
    // "Build" and "enable" have customers who do just that: only a bare order to the makers counts.
    if Self.orders.contains(first), texts.count > 1, !texts.contains("my"), !texts.contains("i"),
      !texts.contains("we"), !texts.contains("without")
    {
      return span(1)
    }
    return nil
  }
}
