/// What a passage of a PR/FAQ is.
public enum Role: String, Sendable, CaseIterable {
  /// The release as a whole.
  case pressRelease = "press-release"
  /// One sentence naming product and benefit.
  case headline
  /// One sentence below the headline: who the customer is, what they gain.
  case subheading
  /// Place and date that open the release.
  case dateline
  /// The lead paragraph: what is launched, for whom.
  case summary
  /// The customer's problem.
  case problem
  /// How the product answers the problem.
  case solution
  /// What a spokesperson says.
  case companyQuote = "company-quote"
  /// What a customer says.
  case customerQuote = "customer-quote"
  /// The experience from the customer's side.
  case howItWorks = "how-it-works"
  /// The first step, and where.
  case gettingStarted = "getting-started"
  /// Questions customers ask.
  case externalFAQ = "external-faq"
  /// Questions stakeholders ask.
  case internalFAQ = "internal-faq"
  /// Questions that are not split by who asks.
  case faq
  /// Who the customer is.
  case customerSegment = "customer-segment"
  /// A list of customer needs.
  case needs
  /// How success is measured: targets with numbers.
  case metrics
  /// The services that serve the needs.
  case services
  /// The teams that own the services.
  case teams
  /// The steps a process is cut into.
  case process
  /// What is built and what is not.
  case scope
  /// What may go wrong.
  case risks
  /// Principles that decide between goods.
  case tenets
  /// Stories and mock-ups of the use.
  case customerExperience = "customer-experience"
  /// Concepts, how-to, reference.
  case userManual = "user-manual"
  /// Whatever follows the document proper.
  case appendix
}

extension Role {
  /// Its bit in a `RoleSet`.
  var bit: UInt32 {
    switch self {
    case .pressRelease: 1 << 0
    case .headline: 1 << 1
    case .subheading: 1 << 2
    case .dateline: 1 << 3
    case .summary: 1 << 4
    case .problem: 1 << 5
    case .solution: 1 << 6
    case .companyQuote: 1 << 7
    case .customerQuote: 1 << 8
    case .howItWorks: 1 << 9
    case .gettingStarted: 1 << 10
    case .externalFAQ: 1 << 11
    case .internalFAQ: 1 << 12
    case .faq: 1 << 13
    case .customerSegment: 1 << 14
    case .needs: 1 << 15
    case .metrics: 1 << 16
    case .services: 1 << 17
    case .teams: 1 << 18
    case .process: 1 << 19
    case .scope: 1 << 20
    case .risks: 1 << 21
    case .tenets: 1 << 22
    case .customerExperience: 1 << 23
    case .userManual: 1 << 24
    case .appendix: 1 << 25
    }
  }
}

/// Roles as bits: their raw values are texts, which a `Set` would have to hash.
struct RoleSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init() {}

  init(arrayLiteral roles: Role...) {
    for role in roles { insert(role) }
  }

  /// Whether it holds a role.
  func contains(_ role: Role) -> Bool { bits & role.bit != 0 }

  mutating func insert(_ role: Role) { bits |= role.bit }

  /// Number of roles.
  var count: Int { bits.nonzeroBitCount }
}
