import Diagnostics
import PRFAQ

/// No customer segment by name.
struct CustomerUndeclared: Rule {
  static let about = About(
    name: "customer/customer-undeclared",
    summary: "The customer is named: who has the problem and will use the product.",
    why: """
      “Who is the customer?” is the first of the five questions. A named segment can be checked against the problem, the \
      quote and the backlog; a guessed one cannot. If it is for everyone, it is for nobody in particular.
      """,
    source:
      "The five customer questions, innominds.eu/5-questions-amazon-asks-to-describe-new-business-ideas",
    severity: .note, nature: .structure,
    examples: [
      Example([
        .headline: "### Rentwise shows what is owed before it is due", .subheading: nil, .needs: nil,
        .services: nil,
        .lead: """
        **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account for «flat sharing renters» who \
        split bills.
        """,
      ]),
      Example(.frontMatter, "---\ncustomers:\n  - renters in shared flats\n---"),
      Example([
        .headline: "### Rentwise shows what is owed before it is due",
        .subheading: "*«Tenants» see every charge on one screen.*", .needs: nil, .services: nil,
      ]),
      Example([:], note: "The needs say whose they are."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq || document.kind == .pressRelease,
      !document.customers.contains(where: { $0.origin != .inferred })
    else { return }
    // Front matter with placeholders has the key; it is to be filled in.
    guard document.frontMatter.customers.isEmpty else { return }
    guard !document.declared.contains(where: { $0.kind == .need && $0[.customer] != nil }) else { return }
    let help = "Name the customer in the front matter: `customers: [renters in shared flats]`."
    if let guess = document.customers.first(where: { !Segment.isVague($0.name) }) {
      report.add(
        "no customer is declared; the text suggests " + document.cited(guess.range), at: guess.range,
        help: help,
        origin: guess.origin)
    } else {
      report.add("no customer is declared", at: place(document), help: help)
    }
  }

  private func place(_ document: PRFAQDocument) -> Range<Int> {
    for role in [Role.subheading, .summary] {
      if let element = document.first(role) { return document.opening(of: element) }
    }
    return document.openingLine
  }
}
