import Diagnostics
import PRFAQ

/// A hard question that those who decide will ask is not in the FAQ.
struct InternalTopicMissing: Rule {
  static let about = About(
    name: "structure/internal-topic-missing",
    summary: "The internal FAQ covers what those who decide will ask.",
    why: """
      Most ideas fail on something that could have been asked beforehand: too few customers, no profit per unit, a \
      partner who says no, a law. The internal FAQ is the place to ask it while the answer is still cheap. For internal \
      tools, open source and communities (concept: in the front matter), adoption and maintenance take the place of market \
      and profit.
      """,
    source:
      "Bill Carr, How to craft effective FAQs: https://workingbackwards.com/blog/how-to-craft-effective-faqs-in-the-amazon-pr-faq-process/",
    severity: .warning, nature: .structure, judged: .init(right: 21, of: 22),
    examples: [
      Example(
        .internalFAQ,
        """
        «## Internal FAQ»

        ### What do renters use today, and why is Rentwise better?

        Spreadsheets and chat.

        ### Which teams and partners do we depend on?

        The Ledger team for balances and one bank for payments.

        ### Why might it fail?

        1. Landlords include bills in the rent.
        2. Banks offer the same for free.
        3. Flatmates do not photograph bills.
        """),
      Example(
        [
          .externalFAQ:
            "«## External FAQ»\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
          .internalFAQ: nil,
        ], note: "There is no internal FAQ at all."),
      Example([:], note: "Every topic has a question; a heading or an answer would do as well."),
      Example(
        .internalFAQ,
        "«## Internal FAQ»\n\n### Why now?\n\nBecause two banks opened their payments to others in spring."),
      Example(
        .internalFAQ,
        """
        ## Internal FAQ

        ### What do renters use today?

        Spreadsheets and chat.

        ### What does a renter bring and cost us?

        24 pounds a year against 9.

        ### Which partners do we depend on?

        One bank for payments.

        ### Which laws apply?

        The UK GDPR.

        ### What is the hardest problem?

        Reading photographs of bills.

        ### What must be true?

        One flatmate in each flat photographs bills.

        ### How do we know that renters want it?

        We interviewed 38 of them.
        """, note: "One topic alone is not reported: it may be dealt with in words of its own."),
    ])

  private static let alternatives = Topic(
    "alternatives",
    asked: [
      "competitor", "competitors", "competition", "competing", "competitive", "competes", "compete",
      "compare", "compares",
      "compared", "comparison", "alternative", "alternatives", "instead of", "instead", "different", "differ",
      "differs",
      "difference", "differentiate", "differentiates", "differentiated", "differentiation", "differentiator",
      "differentiators", "unique", "moat", "better", "cheaper", "faster than", "today", "currently",
      "status quo", "existing",
      "vs", "versus", "why not", "why wouldn't", "why don't", "already", "replace", "replaces", "replacing",
      "switch",
      "other tools", "other products", "landscape", "stand out", "just use", "defensible", "copy", "copies",
      "rather than",
      "another", "incumbents", "build this when", "why build", "why should we build", "buy", "build or buy",
      "why us",
    ],
    answered: [
      "competitor", "competitors", "alternatives", "compared to", "compared with", "unlike", "competes with",
      "existing tools", "existing solutions", "status quo", "rather than", "instead of", "other apps",
      "other tools",
      "other products", "apps claiming", "today they", "off the shelf",
    ])
  private static let demand = Topic(
    "demand",
    asked: [
      "demand", "tam", "sam", "addressable", "market", "markets", "opportunity", "how many", "how large",
      "how big",
      "who will use", "who would use", "who uses", "who needs", "who pays", "would pay", "will pay",
      "willing to pay",
      "willingness to pay", "adoption", "adopt", "customers want", "users want", "people want", "want this",
      "want it",
      "interest", "segment", "segments", "audience", "growth", "grow", "customer acquisition", "acquire",
      "go to market",
      "target", "who is the customer", "who is this for", "who are the", "product market fit", "reach",
      "traction", "users",
      "customers",
    ],
    answered: [
      "tam", "addressable market", "market size", "willing to pay", "demand for", "demand is", "market is",
      "million users", "million customers", "million people", "potential customers", "potential users",
    ])
  private static let economics = Topic(
    "economics",
    asked: [
      "economics", "economic", "economically", "margin", "margins", "contribution margin", "p l", "profit",
      "profits",
      "profitable", "profitability", "break even", "breakeven", "payback", "revenue", "revenues", "monetize",
      "monetise",
      "monetization", "monetisation", "make money", "makes money", "earn", "business model", "business case",
      "cost per",
      "cost structure", "cost to build", "cost us", "cost to run", "cost to operate", "cost to serve",
      "cost model",
      "running costs", "operating costs", "infrastructure cost", "infrastructure costs", "budget", "invest",
      "investment",
      "investments", "upfront", "headcount", "roi", "return on", "funding", "funded", "fund", "financial",
      "financials",
      "financially", "cogs", "viable", "viability", "sustainable", "sustainability", "resources",
      "expensive to",
      "pricing model", "pricing strategy", "ltv", "cac", "paid for", "commercial",
    ],
    askedInternally: [
      "cost", "costs", "price", "pricing", "pay", "pays", "paying", "money", "staff", "staffing", "engineers",
      "team size",
      "how long", "effort",
    ],
    answered: [
      "unit economics", "gross margin", "margin", "margins", "break even", "breaks even", "payback",
      "revenue", "profit",
      "profitable", "upfront investment", "cost per", "costs us", "roi", "cogs", "operating costs",
      "running costs",
      "infrastructure costs", "ltv", "cac",
    ])
  private static let dependencies = Topic(
    "dependencies",
    asked: [
      "depend", "depends", "depending", "dependency", "dependencies", "dependent", "partner", "partners",
      "partnership",
      "partnerships", "third party", "third parties", "vendor", "vendors", "supplier", "suppliers",
      "other team",
      "other teams", "teams", "which teams", "who else", "rely", "relies", "reliant", "integrate",
      "integrates",
      "integration", "integrations", "upstream", "built on", "build on", "infrastructure", "platform",
      "platforms",
      "stack", "technology", "technologies", "architecture", "need from", "api", "apis", "provider",
      "providers",
      "lock in", "hosting", "hosted", "external services", "who has to",
    ],
    answered: [
      "depends on", "depend on", "relies on", "rely on", "dependency", "dependencies", "third party",
      "third parties",
      "partner with", "partners", "vendor", "vendors", "supplier", "suppliers", "built on", "upstream", "api",
      "apis",
      "sdk", "library", "libraries", "framework", "hosted", "provider", "providers", "aws", "docker",
      "github",
      "integrates with", "sponsor", "sponsors", "package", "packages",
    ])
  private static let legal = Topic(
    "legal and regulatory issues",
    asked: [
      "legal", "legally", "regulatory", "regulation", "regulations", "regulated", "regulator", "regulators",
      "compliance",
      "compliant", "comply", "gdpr", "hipaa", "ccpa", "ferpa", "coppa", "pci", "soc 2", "soc2", "license",
      "licence",
      "licenses", "licences", "licensing", "licensed", "patent", "patents", "copyright", "copyrights",
      "trademark",
      "liability", "liable", "privacy", "private", "personal data", "data protection", "terms of service",
      "terms",
      "consent", "ip", "intellectual property", "law", "laws", "lawyer", "jurisdiction", "jurisdictions",
      "policy", "policies",
      "security", "secure", "ethics", "ethical", "who owns", "confidential", "audit", "governance",
      "export control",
    ],
    answered: [
      "legal", "regulatory", "regulation", "regulations", "compliance", "compliant", "gdpr", "hipaa", "ccpa",
      "ferpa",
      "soc 2", "licence", "license", "licensed", "licensing", "patent", "copyright", "liability",
      "data protection",
      "personal data", "intellectual property", "terms of service", "jurisdiction", "privacy",
    ])
  private static let hardProblems = Topic(
    "hard problems",
    asked: [
      "challenge", "challenges", "challenging", "hard", "harder", "hardest", "difficult", "difficulty",
      "difficulties",
      "risk", "risks", "risky", "riskiest", "feasible", "feasibility", "obstacle", "obstacles", "hurdle",
      "hurdles",
      "complexity", "complex", "complicated", "tricky", "unsolved", "open questions", "unknowns",
      "bottleneck",
      "bottlenecks", "scale", "scales", "scaling", "scalability", "limitation", "limitations", "limits",
      "blocker",
      "blockers", "biggest", "problems", "trade off", "trade offs", "tradeoff", "tradeoffs",
      "how will we build",
      "how do we build", "how long", "reliable", "reliability", "accuracy", "accurate", "latency",
      "performance",
      "go wrong", "technical debt", "engineering",
    ],
    answered: [
      "hardest", "challenge", "challenges", "challenging", "hard part", "hard problem", "difficult",
      "technical risk",
      "biggest risk", "main risk", "trade off", "trade offs", "tradeoff", "bottleneck",
    ])
  private static let assumptions = Topic(
    "assumptions",
    asked: [
      "assume", "assumes", "assumed", "assuming", "assumption", "assumptions", "must be true",
      "has to be true",
      "have to be true", "need to be true", "needs to be true", "what would have to", "what would need",
      "what needs to",
      "believe", "believes", "bet", "bets", "betting", "hypothesis", "hypotheses", "uncertain", "uncertainty",
      "unknown",
      "unknowns", "prerequisites", "conditions", "unproven", "confident", "confidence", "what if", "risk",
      "risks",
      "open questions", "critical success", "decisions", "riskiest", "kill criteria",
    ],
    answered: [
      "assume", "assumes", "assumed", "assuming", "assumption", "assumptions", "must be true", "hypothesis",
      "hypotheses",
      "we believe", "we bet", "our bet", "the bet", "unproven", "uncertain",
    ])
  private static let evidence = Topic(
    "evidence that customers want it",
    asked: [
      "evidence", "interview", "interviews", "interviewed", "survey", "surveys", "surveyed", "validate",
      "validated",
      "validates", "validating", "validation", "research", "how do we know", "how do you know",
      "how will we know", "prove",
      "proves", "proof", "proven", "data", "tested", "testing", "test", "pilot", "pilots", "experiment",
      "experiments",
      "feedback", "learn", "learned", "learnt", "customers want", "users want", "people want", "want this",
      "want it",
      "signal", "signals", "traction", "beta", "prototype", "talked to", "spoken to", "spoke", "real problem",
      "really",
      "actually", "why do we believe", "why now", "demand",
    ],
    answered: [
      "evidence", "interview", "interviews", "interviewed", "survey", "surveys", "surveyed", "validated",
      "validation",
      "pilot", "user research", "customer research", "user testing", "usability test", "beta users",
      "beta testers",
      "feedback from", "user feedback", "customer feedback", "prototype", "experiment", "we spoke",
      "we talked",
      "studies", "study", "according to", "baseline", "eval", "evals", "telemetry", "usage data",
    ])
  private static let adoption = Topic(
    "adoption",
    asked: [
      "adoption", "adopt", "adopts", "adopters", "adopting", "onboard", "onboarding", "rollout", "roll out",
      "rolled out",
      "migrate", "migration", "discover", "outreach", "promote", "awareness", "usage", "how many",
      "how large", "how big",
      "demand", "who will use", "who would use", "who uses", "who needs", "who is this for", "who is it for",
      "users",
      "contributors", "contributor", "contribute", "contributing", "contributions", "community", "convince",
      "training",
      "audience", "teams use", "people use", "use it", "use this", "market", "grow", "growth", "reach",
      "interest", "launch",
      "go to market", "traction", "get started", "switch",
    ],
    answered: [
      "adoption", "adopt", "adopters", "onboarding", "rollout", "roll out", "migration", "contributors",
      "community",
      "early users", "outreach", "active users", "weekly users", "monthly users",
    ])
  private static let maintenance = Topic(
    "maintenance",
    asked: [
      "maintain", "maintains", "maintained", "maintainer", "maintainers", "maintaining", "maintenance",
      "support",
      "supported", "sustain", "sustained", "sustainable", "sustainability", "governance", "governed",
      "who owns",
      "ownership", "own", "owner", "owns", "funding", "funded", "fund", "long term", "upkeep", "on call",
      "operate",
      "operated", "operations", "operational", "run", "runs", "running", "cost", "costs", "bus factor",
      "roadmap",
      "release", "releases", "versioning", "version", "update", "updates", "updated", "deprecate",
      "deprecated",
      "responsible", "abandoned", "backward compatible", "upgrade", "upgrades", "stay", "who will", "future",
      "invest",
      "investment", "resources", "team", "effort",
    ],
    answered: [
      "maintain", "maintained", "maintainers", "maintainer", "maintenance", "upkeep", "on call", "governance",
      "long term support", "owned by", "sustainability", "operating costs", "running costs",
      "release cadence",
    ])

  /// The topics an internal FAQ should cover, except those that have a rule of their own.
  static func topics(for concept: Settings.Concept) -> [Topic] {
    switch concept {
    case .commercial: ofCompanies
    case .internalTool, .openSource, .community: ofCommunities
    }
  }
  private static let ofCompanies = [
    alternatives, demand, economics, dependencies, legal, hardProblems, assumptions, evidence,
  ]
  private static let ofCommunities = [
    alternatives, adoption, maintenance, dependencies, legal, hardProblems, assumptions, evidence,
  ]

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document), document.language.isComplete else { return }
    let concept = report.settings.concept
    let topics = Self.topics(for: concept)
    switch report.split {
    // structure/faq-not-split speaks; what is missing can be told once the questions are apart.
    case .mixed: return
    case .external:
      // One list: structure/faq-not-split speaks.
      if FaqNotSplit.applies(to: document) { return }
      report.addMissing(
        "there is no internal FAQ: no question on \(Places.list(topics.map(\.name), "or"))",
        at: Places.line(of: [.internal, .unsplit, .external], in: document),
        help: """
          Add `## Internal FAQ` with the questions of those who decide. Begin with the one you would least like to be \
          asked.
          """)
    case .apart:
      // An RFC with both groups of questions and no release asks of its own kind of undertaking.
      if document.kind == .faq { return }
      let text = report.faq
      var missing: [String] = []
      for topic in topics where !text.covers(topic) { missing.append(topic.name) }
      // One topic may be dealt with in words of its own; two are a gap.
      guard missing.count >= 2 else { return }
      let isSplit = document.questions.contains { $0.group == .internal }
      report.addMissing(
        "the \(isSplit ? "internal " : "")FAQ says nothing on \(Places.list(missing, "or"))",
        at: Places.line(of: [.internal, .unsplit, .external], in: document),
        help:
          "Ask each as a colleague would, such as: “\(Self.question(missing[0]))” An honest estimate is an answer."
      )
    }
  }

  private static func question(_ topic: String) -> String {
    switch topic {
    case alternatives.name: "What do customers use today, and why is this better?"
    case demand.name: "How many customers have this problem, and how many would pay?"
    case economics.name: "What does one customer bring and cost, and when do we break even?"
    case dependencies.name: "Which teams and partners do we depend on?"
    case legal.name: "What are the legal and regulatory issues?"
    case hardProblems.name: "What are the hardest problems to solve?"
    case assumptions.name: "What must be true for this to succeed?"
    case evidence.name: "How do we know that customers want it?"
    case adoption.name: "Who will adopt it first, and how do they hear of it?"
    default: "Who maintains it, and what does that cost?"
    }
  }
}
