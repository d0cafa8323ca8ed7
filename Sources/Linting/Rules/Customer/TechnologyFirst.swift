import Diagnostics
import MarkdownTree
import PRFAQ

/// "AI-powered blockchain platform".
struct TechnologyFirst: Rule {
  static let about = About(
    name: "customer/technology-first",
    summary:
      "Headline, subheading, lead and the start of the problem speak of the customer, not of the technology.",
    why: """
      Customers hire a product for what it does for them. A headline that names the technology shows that the work \
      started from a skill, not from a need. Where the customers are engineers, their words are their own.
      """,
    source: "Bryar & Carr on “skills-forward” work, workingbackwards.com; punt-labs and BMAD checklists",
    severity: .warning, nature: .wording, judged: .init(right: 5, of: 5),
    examples: [
      Example(.headline, "### Rentwise is the «AI-powered» rent account"),
      Example(.subheading, "*A «serverless» account in which renters in shared flats see every charge.*"),
      Example(.headline, "### Rentwise shows renters what they owe before it is due"),
      Example(
        [
          .headline: "### Rentwise shows developers what their Kubernetes cluster will cost",
          .subheading: "*Developers see every charge before it is due.*",
        ], note: "their customers talk like that"),
      Example(
        .lead,
        """
        **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, an «AI-powered» rent account for people \
        who share a flat.
        """),
      Example(
        .solution,
        "### Solution\n\nRentwise reads bills by machine learning, adds them to one account and splits them.",
        note: "After the problem, the release may say how."),
    ])

  /// Technology that a customer outside the trade does not ask for.
  private static let core = PhraseSet(
    strong + [
      "artificial intelligence", "llm", "llms", "large language model", "large language models",
      "machine learning",
      "neural", "neural network", "neural networks", "deep learning", "nlp", "microservice", "microservices",
      "kubernetes", "serverless", "gpu", "gpus", "sdk", "sdks", "rest api", "graphql", "docker", "postgres",
      "postgresql", "vector database", "vector search", "embeddings", "retrieval augmented",
      "knowledge graph",
      "knowledge graphs", "agentic", "multi-agent", "webassembly", "wasm", "grpc", "redis", "kafka",
      "dynamodb",
      "cloud-native", "zero-knowledge proofs", "quantum", "smart contract", "smart contracts",
    ])
  /// Technology as an argument for buying; engineers hear it as little as others.
  private static let strong = [
    "ai-powered", "ai-driven", "ai-based", "ai-native", "ai-first", "ai-enabled", "powered by ai",
    "driven by ai",
    "powered by artificial intelligence", "powered by machine learning", "powered by llms", "llm-powered",
    "llm-driven", "llm-based", "gpt-powered", "claude-powered", "powered by gpt", "powered by claude",
    "blockchain",
    "blockchain-based", "web3", "nft", "nfts",
  ]
  private static let customersOf = WordList("for of without no not beyond")
  private static let few = PhraseSet(strong)
  private static let trades = WordList(
    """
    developer developers engineer engineers engineering scientist scientists operator operators devops sre sres \
    administrator administrators admins architect architects programmer programmers maintainer maintainers hacker \
    hackers researcher researchers coder coders builders contributors cto ctos devs dev analysts kubernetes
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    let prose = document.prose
    let extra = report.settings.jargon.isEmpty ? nil : PhraseSet(names: report.settings.jargon)
    // All that is in the short list is in the long one.
    guard extra != nil || prose.mayContain(Self.core) else { return }
    var isForEngineers: Bool? = nil
    for role in [Role.headline, .subheading, .summary, .problem] {
      guard let element = document.first(role) else { continue }
      // One cause, one finding: what the headline says, the lead repeats.
      if role == .summary, report.hasFindings { continue }
      var range = document.words(of: element)
      if role == .summary { range = firstSentence(of: element, document) }
      // The problem may name technology; it must not begin with it.
      if role == .problem { range = range.lowerBound..<min(range.upperBound, range.lowerBound + 4) }
      var matches: [Prose.Match] = []
      if prose.contains(Self.core, in: range) {
        let isTheirs = role == .summary || isForEngineers ?? self.isForEngineers(document)
        if role != .summary { isForEngineers = isTheirs }
        matches = prose.matches(of: isTheirs ? Self.few : Self.core, in: range)
      }
      if let extra { matches += prose.matches(of: extra, in: range) }
      if matches.isEmpty { continue }
      let own = prose.matches(of: PhraseSet(names: document.products.map(\.name)), in: range).map(\.words)
      matches.removeAll { match in
        // "Headaches for AI-powered teams": said of the customer, not of the product.
        if match.words.lowerBound > range.lowerBound,
          Self.customersOf.contains(prose.words[match.words.lowerBound - 1])
        {
          return true
        }
        return own.contains { $0.overlaps(match.words) } || report.isMasked(match.range.lowerBound)
      }
      guard let match = matches.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { continue }
      let found = document.sourceRange(match.range)
      report.add(
        "the \(role == .summary ? "lead" : role.rawValue) leads with technology: \(document.cited(found))",
        at: found,
        help: "Say what the customer can do now; how it works belongs in the FAQ.", origin: element.origin)
    }
  }

  /// The words of a passage's first sentence.
  private func firstSentence(of element: Element, _ document: PRFAQDocument) -> Range<Int> {
    let words = document.words(of: element)
    let start = document.dateline?.range.upperBound ?? 0
    let sentences = document.sentences(of: element)
    let first = sentences.first { $0.words.count >= 6 && document.sourceRange($0.range).upperBound > start }
    return (first ?? sentences.first).map { $0.words.clamped(to: words) } ?? words
  }

  /// Whether those who are addressed build such things themselves.
  private func isForEngineers(_ document: PRFAQDocument) -> Bool {
    let words = document.prose.words
    for role in [Role.headline, .subheading, .summary, .problem] {
      if let element = document.first(role),
        document.words(of: element).contains(where: { Self.trades.contains(words[$0]) })
      {
        return true
      }
    }
    return document.customers.contains { segment in
      Prose.hashes(of: segment.name).contains { hash in Self.tradeHashes.contains(hash) }
    }
  }

  private static let tradeHashes: Set<UInt32> = Set(
    [
      "developer", "developers", "engineer", "engineers", "scientist", "scientists", "operators",
      "administrators",
      "architects", "programmers", "maintainers", "researchers",
    ].map { Prose.hash($0.utf8) })
}
