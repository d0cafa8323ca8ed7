import Diagnostics
import PRFAQ

/// "A mobile app".
struct NeedPrescribesSolution: Rule {
  static let about = About(
    name: "customer/need-prescribes-solution",
    summary: "A declared need names an outcome, not the thing that brings it about.",
    why: """
      A need that names a dashboard can only be met by a dashboard. A need that names the outcome can be met by less, and \
      it stays true when the technology changes.
      """,
    source:
      "Femmer et al., requirements smells (2017), ar5iv.labs.arxiv.org/html/1611.08847; Bryar & Carr (2021)",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs, "## What customers need\n\n- **N-1: «A dashboard» for all bills.** One in six pays late."),
      Example(.needs, "## What customers need\n\n- **N-1: «Mobile app».** One in six pays late."),
      Example(
        .needs, "## What customers need\n\n- **N-1: Renters need «an app» for bills.** One in six pays late."),
      Example(
        .needs, "## What customers need\n\n- **N-1: Know what I owe before it is due.** One in six pays late."
      ),
      Example(
        .needs,
        "## What customers need\n\n- **N-1: Open the app without a password.** It takes a minute today."),
      Example(
        .needs,
        "## What customers need\n\n- **N-1: «A single dashboard» for rent and bills.** One renter in six pays late."
      ),
      Example(
        .needs,
        "## What customers need\n\n- **N-1: See rent and bills on one page.** One renter in six pays late."),
    ])

  private static let artefacts: Set<String> = [
    "tool", "app", "application", "dashboard", "platform", "system", "api", "integration", "plugin", "portal",
    "chatbot", "software", "website", "extension", "bot", "microservice", "database", "webhook",
  ]
  private static let articles: Set<String> = ["a", "an", "the", "one", "another", "new", "better"]
  private static let modifiers: Set<String> = [
    "mobile", "web", "admin", "analytics", "reporting", "slack", "custom", "central", "centralised",
    "centralized",
    "unified", "single", "chat", "browser", "desktop", "native", "public", "rest", "graphql", "internal",
    "real-time",
    "ios", "android", "self-service", "customer", "user", "management", "monitoring",
  ]
  private static let breaks: Set<String> = [
    "to", "of", "for", "that", "which", "who", "with", "without", "in", "on", "at", "by", "and", "or", "from",
    "when",
    "is", "are", "i", "my",
  ]

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    for need in document.declared where need.kind == .need {
      guard let range = artefact(ItemWords(document, need.title)) else { continue }
      report.add(
        "the need prescribes \(document.cited(range))", at: range,
        help: "Say what the customer achieves with it: “Know what I owe before it is due”.")
    }
  }

  private func artefact(_ item: ItemWords) -> Range<Int>? {
    let texts = item.texts
    guard let first = texts.first else { return nil }
    var start = 0
    var isPhrase = Self.articles.contains(first)
    // "Renters need an app": the thing needed, not who needs it.
    if let verb = texts.prefix(5).firstIndex(where: {
      $0 == "need" || $0 == "needs" || $0 == "want" || $0 == "wants"
    }),
      verb + 1 < texts.count, Self.articles.contains(texts[verb + 1])
    {
      if texts.prefix(verb).contains(where: { $0 == "not" || $0 == "don't" || $0 == "no" }) { return nil }
      start = verb + 1
      isPhrase = true
    }
    var at = start
    while at < min(texts.count, start + 5) {
      let text = texts[at]
      if Self.artefacts.contains(text) {
        let isLast = at + 1 >= texts.count || Self.breaks.contains(texts[at + 1])
        return isLast ? item.words[start].range.lowerBound..<item.words[at].range.upperBound : nil
      }
      if Self.breaks.contains(text) { return nil }
      // Without an article, the first words must be what such things are called with, or they are a verb.
      if !isPhrase, !Self.modifiers.contains(text) { return nil }
      at += 1
    }
    return nil
  }
}
