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
