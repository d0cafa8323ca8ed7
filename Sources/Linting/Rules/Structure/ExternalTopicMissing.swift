import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// A question every customer asks is neither asked nor answered.
struct ExternalTopicMissing: Rule {
  static let about = About(
    name: "structure/external-topic-missing",
    summary: "Customers learn the price, how it works, who helps them and where to get it.",
    why: """
      These are the four questions every customer asks on the first day. Where the document does not answer them, somebody \
      will have to on launch day, under pressure. What the release says already counts.
      """,
    source:
      "Working Backwards PR/FAQ template: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .note, nature: .structure, judged: .init(right: 7, of: 9),
    examples: [
      Example([
        .gettingStarted: "### Getting started\n\nGo to rentwise.example and invite your flatmates.",
        .externalFAQ: """
        «## External FAQ»

        ### How does Rentwise work?

        One renter photographs a bill. Rentwise reads the amount and splits it.

        ### What happens to my data if I cancel?

        You take it with you as one file.
        """,
        .internalFAQ: "## Internal FAQ\n\n### Why might it fail?\n\n1. Landlords.\n2. Banks.\n3. Flatmates.",
      ]),
      Example(
        [
          .externalFAQ: """
          ## External FAQ

          ### How does Rentwise work?

          One renter photographs a bill.

          ### Who helps me when something goes wrong?

          Support answers by e-mail within one working day.
          """
        ], note: "The price and the first step stand in the release."),
      Example([
        .gettingStarted: "### Getting started\n\nGo to rentwise.example and invite your flatmates.",
        .externalFAQ: """
        «## External FAQ»

        ### How does Rentwise work?

        One renter photographs a bill.

        ### Who helps me when something goes wrong?

        Support answers by e-mail.
        """,
        .internalFAQ: "## Internal FAQ\n\n### Why might it fail?\n\n1. Landlords.\n2. Banks.\n3. Flatmates.",
      ]),
      Example(
        [
          .gettingStarted:
            "### Getting started\n\nRentwise is open source; install it from rentwise.example.",
          .externalFAQ: """
          ## External FAQ

          ### How does Rentwise work?

          One renter photographs a bill.

          ### Where do I report a bug?

          In the issue tracker.
          """,
          .internalFAQ:
            "## Internal FAQ\n\n### Why might it fail?\n\n1. Landlords.\n2. Banks.\n3. Flatmates.",
        ], note: "Open source says what it costs."),
    ])

  private static let price = Topic(
    "the price",
    asked: [
      "price", "prices", "priced", "pricing", "cost", "costs", "how much", "free", "pay", "paid", "paying",
      "fee", "fees",
      "subscription", "subscriptions", "plan", "plans", "tier", "tiers", "license", "licence", "licensed",
      "charge",
      "charged", "charges", "billing", "billed", "money", "afford", "affordable", "expensive", "cheap",
      "open source",
      "budget", "monetization", "monetize", "monetise", "business model",
    ],
    answered: [
      "free", "price", "prices", "priced", "pricing", "costs", "cost", "per month", "a month", "per user",
      "per year",
      "a year", "per seat", "subscription", "open source", "open sourced", "mit license", "mit licensed",
      "apache 2",
      "apache license", "gpl", "no charge", "without charge", "fee", "fees", "usd", "eur", "dollars", "euros",
      "pounds",
      "cents", "pay as you go", "paid", "monthly",
    ])
  /// Words that speak of a price wherever they stand in a release.
  private static let terms = PhraseSet([
    "free", "price", "prices", "priced", "pricing", "costs", "open source", "open sourced", "mit license",
    "mit licensed", "apache 2", "apache license", "gpl", "no charge", "without charge", "subscription",
    "per user",
    "per seat", "pay as you go", "at cost", "no cost",
  ])
  private static let howItWorks = Topic(
    "how it works",
    asked: [
      "how does", "how do", "how will", "how can", "how is", "how are", "how did", "how would", "how to",
      "how it", "work",
      "works", "what does", "what happens", "what is", "what's", "what are", "what do", "features",
      "under the hood",
      "experience", "can i", "what can", "which",
    ],
    answered: ["works by", "how it works", "step 1", "first you", "you simply", "you then"])
  private static let support = Topic(
    "who helps them",
    asked: [
      "support", "supported", "supports", "help", "helps", "contact", "assistance", "goes wrong", "go wrong",
      "went wrong",
      "wrong", "report", "bug", "bugs", "issue", "issues", "trouble", "troubleshoot", "troubleshooting",
      "documentation",
      "docs", "training", "trained", "learn", "community", "break", "breaks", "broken", "fails", "fail",
      "problem with",
      "problems", "stuck", "questions", "feedback", "onboarding", "sla", "warranty", "return", "returns",
      "refund",
      "refunds", "lost", "lose", "down", "outage", "maintained", "maintains", "maintain", "tutorials",
      "who do i", "resolve",
      "dispute", "disputes", "complaint", "complaints", "error", "errors",
    ],
    answered: [
      "support", "contact", "help desk", "helpdesk", "help center", "help centre", "customer service",
      "customer success",
      "email us", "e mail us", "mailto", "discord", "slack", "github issues", "open an issue",
      "file an issue",
      "raise an issue", "issue tracker", "forum", "forums", "documentation", "docs", "live chat", "chat with",
      "tutorial",
      "tutorials", "guide", "guides", "account manager", "office hours", "hotline", "get help", "for help",
      "readme",
      "reach out", "pull request", "on call", "help page", "faq page", "training", "walkthrough", "community",
    ])
  private static let whereToGet = Topic(
    "where to get it",
    asked: [
      "where", "get started", "getting started", "start", "starting", "sign up", "signup", "available",
      "availability",
      "access", "download", "install", "installed", "installation", "buy", "order", "purchase", "join",
      "register", "try",
      "launch", "launched", "launches", "when", "begin", "apply", "subscribe", "setup", "set up", "require",
      "requires",
      "requirements", "countries", "platforms", "platform", "devices", "device", "browser", "get it",
      "use it", "onboard",
      "participate", "app", "run", "roadmap", "eligible", "deploy", "clone", "prerequisites",
    ],
    answered: [
      "available at", "available on", "available in", "available from", "download", "install", "sign up",
      "app store",
      "google play", "register", "github", "npm", "pip", "go to", "visit", "browser", "waitlist", "website",
      "web app",
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document), document.language.isComplete else { return }
    let text = report.faq
    var missing: [String] = []
    if report.settings.concept != .internalTool, !text.covers(Self.price), !saysPrice(document) {
      missing.append(Self.price.name)
    }
    if !text.covers(Self.howItWorks), document.first(.howItWorks) == nil,
      document.first(.customerExperience) == nil
    {
      missing.append(Self.howItWorks.name)
    }
    if !text.covers(Self.support), !releaseHolds(Self.support.answered, document) {
      missing.append(Self.support.name)
    }
    if !text.covers(Self.whereToGet), document.first(.gettingStarted) == nil,
      !releaseHolds(GettingStartedMissing.cues, document)
    {
      missing.append(Self.whereToGet.name)
    }
    guard !missing.isEmpty else { return }
    report.addMissing(
      "no question tells customers \(Places.list(missing, "or"))",
      at: Places.line(of: [.external, .unsplit], in: document),
      help: "Ask it as a customer would, and answer: “\(question(missing[0]))”")
  }

  private func question(_ topic: String) -> String {
    switch topic {
    case Self.price.name: "How much does it cost?"
    case Self.howItWorks.name: "How does it work?"
    case Self.support.name: "Who helps me when something goes wrong?"
    default: "Where can I get it?"
    }
  }

  private func releaseHolds(_ phrases: PhraseSet, _ document: PRFAQDocument) -> Bool {
    document.releases.contains {
      document.prose.contains(phrases, in: document.prose.words(ofBlocks: $0.blocks))
    }
  }

  /// Whether a price is stated in the release or an answer, in words or as an amount of money.
  private func saysPrice(_ document: PRFAQDocument) -> Bool {
    if let start = document.first(.gettingStarted),
      document.prose.contains(Self.price.answered, in: document.prose.words(in: start.plainRange))
    {
      return true
    }
    if releaseHolds(Self.terms, document) { return true }
    // An amount in the problem is what the problem costs.
    let problem = document.first(.problem)?.plainRange ?? 0..<0
    return document.tree.plain.withUnsafeBufferPointer { plain in
      // The last byte of the dollar, the pound, the yen, the euro: each is rare in a text.
      for sign in [UInt8(ascii: "$"), 0xA3, 0xA5, 0xAC] {
        var from = 0
        while let index = plain.first(sign, from: from, to: plain.count - 1) {
          if !problem.contains(index), Self.isAmount(plain, index) { return true }
          from = index + 1
        }
      }
      return false
    }
  }

  /// Whether the byte at an index ends a sign of a currency beside an amount; it is not the last of the text.
  private static func isAmount(_ plain: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch plain[index] {
    case UInt8(ascii: "$"): plain[index + 1].isDigit
    // £ and ¥
    case 0xA3, 0xA5: index > 0 && plain[index - 1] == 0xC2 && plain[index + 1].isDigit
    // €, before or after the amount
    case 0xAC: index > 1 && plain[index - 1] == 0x82 && plain[index - 2] == 0xE2
    default: false
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
}
