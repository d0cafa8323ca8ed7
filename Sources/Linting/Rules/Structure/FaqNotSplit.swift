import Diagnostics
import PRFAQ

/// Questions of customers and of colleagues stand in one list.
struct FaqNotSplit: Rule {
  static let about = About(
    name: "structure/faq-not-split",
    summary: "What customers ask and what colleagues ask stand apart.",
    why: """
      The two groups have different readers. Customers' questions are written as of launch day and could be published; \
      internal questions are about today, with the numbers and doubts that never would be. In one list, the hard ones are \
      the first to be left out.
      """,
    source:
      "Bill Carr, How to craft effective FAQs: https://workingbackwards.com/blog/how-to-craft-effective-faqs-in-the-amazon-pr-faq-process/",
    severity: .warning, nature: .structure, judged: .init(right: 22, of: 23),
    examples: [
      Example([
        .externalFAQ: """
        «## FAQ»

        ### How much does Rentwise cost?

        Two pounds per renter and month.

        ### Which teams and partners do we depend on?

        The Ledger team for balances and one bank for payments.
        """, .internalFAQ: nil,
      ]),
      Example(
        [
          .externalFAQ: """
          ## FAQ

          ### General

          **How much does Rentwise cost?**

          Two pounds per renter and month.

          ### Technical

          **How are bills read?**

          A model reads the amount, and a renter confirms it.
          """, .internalFAQ: nil,
        ], note: "Groups by subject will do where one of them is evidently the colleagues'."),
      Example(
        [
          .externalFAQ: """
          «## FAQ»

          ### How much does Rentwise cost?

          Two pounds per renter and month.

          ### Where is my data?

          On servers in England.
          """, .internalFAQ: nil,
        ], note: "Only customers ask; what colleagues ask is still to be written."),
      Example([
        .externalFAQ: """
        ## FAQ

        ### For renters

        **How much does Rentwise cost?**

        Two pounds per renter and month.

        ### For the people deciding whether to build it

        **Which teams and partners do we depend on?**

        The Ledger team for balances and one bank for payments.
        """, .internalFAQ: nil,
      ]),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document), Self.applies(to: document) else { return }
    if report.split == .apart { return }
    report.addMissing(
      "nothing shows which questions customers ask and which colleagues ask",
      at: Places.line(of: [.unsplit], in: document),
      help: """
        Divide it in two: `## External FAQ` for what customers and the press ask, `## Internal FAQ` for what those ask who \
        decide. Where only customers ask so far, the second is still to be written.
        """)
  }

  /// Whether no group of questions says who asks.
  static func applies(to document: PRFAQDocument) -> Bool {
    document.questions.allSatisfy { $0.group == .unsplit }
  }
}
