public import Diagnostics

/// A number a rule measures against; a profile or the configuration may change it.
public enum Limit: String, Sendable, CaseIterable {
  /// Words of a press release that give a warning.
  case releaseWords = "release-words"
  /// Words of a press release that give an error, where a profile has one.
  case releaseWordsMaximum = "release-words-maximum"
  /// Words of the FAQ.
  case faqWords = "faq-words"
  /// Words of a sentence.
  case sentenceWords = "sentence-words"
  /// Words of a sentence in the lead.
  case leadSentenceWords = "lead-sentence-words"
  /// Long sentences per 1,000 words that are let pass.
  case longSentences = "long-sentences"
  /// Reasons why the product may fail.
  case failureReasons = "failure-reasons"
  /// People of a team that give a warning.
  case teamPeople = "team-people"
  /// People of a team that give an error.
  case teamPeopleMaximum = "team-people-maximum"
  /// Teams that one need may touch.
  case needTeams = "need-teams"
  /// Places one phrase rule reports before it only counts.
  case places = "places"

  /// What holds in the standard profile.
  var standard: Int {
    switch self {
    case .releaseWords: 500
    case .releaseWordsMaximum: Int.max
    case .faqWords: 2_500
    case .sentenceWords: 30
    case .leadSentenceWords: 25
    case .longSentences: 3
    case .failureReasons: 3
    case .teamPeople: 10
    case .teamPeopleMaximum: 12
    case .needTeams: 3
    case .places: 3
    }
  }
}

/// A named set of severities and limits.
///
/// Profiles change lists and limits, not code. What a profile does not mention is as in `standard`.
public struct Profile: Sendable {
  /// Its name, as in `--profile`.
  public let name: String
  /// One line on whom it is for.
  public let summary: String
  /// Severities that differ from the rules' own; nil turns a rule off.
  public let severities: [String: Severity?]
  /// Limits that differ from the standard ones.
  public let limits: [Limit: Int]

  /// The limits of the standard profile.
  public static let standardLimits: [Limit: Int] = Dictionary(
    uniqueKeysWithValues: Limit.allCases.map { ($0, $0.standard) })

  /// All profiles, the default first.
  public static let all: [Profile] = [
    Profile(
      name: "standard", summary: "The Working Backwards method as Bryar and Carr describe it.",
      severities: [:],
      limits: [:]),
    Profile(
      name: "strict", summary: "Needs, customers and metrics must be declared; one page is one page.",
      severities: [
        "structure/press-release-too-long": .error, "structure/headline-missing": .error,
        "structure/summary-missing": .warning,
        "structure/problem-missing": .error, "structure/solution-missing": .error,
        "structure/companion-missing": .warning, "customer/needs-undeclared": .error,
        "customer/customer-undeclared": .error, "customer/metric-missing": .error,
        "trace/need-uncited": .error, "trace/claim-without-need": .error,
      ],
      limits: [.releaseWordsMaximum: 700]),
    Profile(
      name: "calbucci",
      summary: "Calbucci's PRFAQ framework: prose only, no bullets or links in the release.",
      severities: ["writing/bullets-in-release": .warning, "writing/links-in-release": .warning], limits: [:]),
    Profile(
      name: "internal-tool",
      summary: "Tools for colleagues: adoption and upkeep instead of market and profit.",
      severities: [
        "structure/dateline-missing": .note, "structure/company-quote-missing": .note,
        "writing/announcement-filler": .note, "customer/technology-first": .note,
      ], limits: [:]),
    Profile(
      name: "open-source", summary: "Open-source and community projects: adoption and maintenance.",
      severities: [
        "structure/dateline-missing": .note, "structure/company-quote-missing": .note,
        "customer/technology-first": .note,
      ],
      limits: [:]),
    Profile(
      name: "press-release", summary: "A press release of the method without an FAQ.",
      severities: [
        "structure/faq-missing": nil, "structure/faq-not-split": nil,
        "structure/external-topic-missing": nil, "structure/internal-topic-missing": nil,
        "structure/failure-reasons-too-few": nil, "structure/scope-missing": nil,
        "customer/external-faq-softball": nil, "customer/metric-missing": nil,
        "customer/needs-undeclared": nil,
      ], limits: [:]),
    Profile(
      name: "rfc",
      summary: "Working-backwards RFCs that announce a README or a change log instead of a release.",
      severities: [
        "structure/press-release-missing": nil, "structure/headline-missing": nil,
        "structure/subheading-missing": nil, "structure/dateline-missing": nil,
        "structure/summary-missing": nil, "structure/company-quote-missing": nil,
        "structure/customer-quote-missing": nil, "structure/faq-not-split": .note,
        "structure/getting-started-missing": .note, "customer/technology-first": nil,
      ], limits: [:]),
  ]

  /// The profile of a name.
  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
