import Diagnostics
import PRFAQ

/// Customers who ask nothing awkward.
struct ExternalFaqSoftball: Rule {
  static let about = About(
    name: "customer/external-faq-softball",
    summary:
      "At least one customer question is an objection: price, switching, data, limits, who it is not for.",
    why: """
      Customers ask what it costs, what happens to their data and what it cannot do. An FAQ in which nobody does is an \
      advertisement in the form of questions, and the awkward ones come up at launch instead.
      """,
    source: "BMAD-METHOD and HELIX review checklists; Bill Carr, workingbackwards.com (effective FAQs)",
    severity: .note, nature: .structure,
    examples: [
      Example(
        .externalFAQ,
        """
        «## External FAQ»

        ### What is Rentwise?

        A rent account.

        ### Who makes Rentwise?

        Brightkey.

        ### How does Rentwise work?

        One renter photographs a bill.

        ### Which bills does Rentwise read?

        Gas, water and power.
        """),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### What is Rentwise?

        A rent account.

        ### Who makes Rentwise?

        Brightkey.

        ### How does Rentwise work?

        One renter photographs a bill.

        ### What happens when my flatmates will not join?

        You pay your own share and nobody else's.
        """),
      Example(
        .externalFAQ,
        """
        «## External FAQ»

        ### What can Rentwise do?

        It splits bills.

        ### Which bills does Rentwise read?

        Gas, water and power.

        ### Who uses Rentwise?

        Renters who share a flat.

        ### What is new in Rentwise?

        Water bills.
        """),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### What can Rentwise do?

        It splits bills.

        ### Which bills does Rentwise read?

        Gas, water and power.

        ### Who uses Rentwise?

        Renters who share a flat.

        ### How do I know that the amounts are right?

        You see the photograph of each bill beside its amount.
        """),
    ])

  private static let objections = PhraseSet(local: [
    "price", "prices", "pricing", "priced", "cost", "costs", "pay", "paid", "free", "fee", "fees", "charge",
    "charged",
    "expensive", "money", "afford", "subscription", "switch", "switching", "migrate", "migration",
    "move from", "data",
    "private", "privacy", "gdpr", "secure", "security", "safe", "trust", "limit", "limits", "limitation",
    "limitations", "not for", "not do", "can't", "cannot", "doesn't", "don't", "won't", "isn't", "what if",
    "what happens", "why not", "why should", "why would", "why can't", "why don't", "why doesn't",
    "why isn't",
    "competitor", "competitors", "instead of", "alternative", "alternatives", "different", "differ",
    "better than",
    "compare", "compared", "vs", "versus", "cancel", "refund", "refunds", "offline", "wrong", "fail", "fails",
    "failure", "error", "errors", "mistake", "mistakes", "replace", "replaces", "lose", "lost", "delete",
    "risk",
    "risks", "lock in", "locked in", "locked", "guarantee", "warranty", "accurate", "accuracy", "reliable",
    "break",
    "breaks", "bias", "biased", "hallucinate", "hallucinates", "hallucination", "legal", "liable", "just use",
    "just a",
    "already", "do i have to", "do i need", "require", "required", "requirements", "without", "support",
    "compatible",
    "compatibility", "stop", "not", "only", "but", "really", "still", "worry", "down", "leave", "export",
    "who owns",
    "see my", "share my", "my information", "stored", "store", "collect", "license", "licence", "licensed",
    "work with", "how do i know", "how do we know", "real", "prove", "proof", "confidential",
    "confidentiality",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, document.language.isComplete else { return }
    var count = 0
    for question in document.questions where question.group == .external { count += 1 }
    guard count >= 4, let first = document.questions.first(where: { $0.group == .external }) else { return }
    for index in report.faq.questions(holding: Self.objections)
    where document.questions[index].group == .external {
      return
    }
    if !document.placeholders.isEmpty {
      for question in document.questions
      where question.group == .external && document.hasPlaceholder(in: question.range) {
        return
      }
    }
    let section = document.faqs.indices.contains(first.section) ? document.faqs[first.section] : nil
    report.add(
      "none of \(count) customer questions is an objection", at: section?.labelRange ?? first.range,
      help:
        "Ask what a doubtful customer asks: What does it cost? What happens to my data? Who is it not for?",
      origin: section?.origin)
  }
}
