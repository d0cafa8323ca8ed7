/// How many nodes have a link they should have.
public struct Coverage: Sendable, Equatable {
  /// Which link.
  public enum Kind: String, Sendable, CaseIterable {
    /// A need is answered by a claim or a question.
    case needClaim = "need-claim"
    /// A need is measured.
    case needMetric = "need-metric"
    /// A need has a testable condition.
    case needAcceptance = "need-acceptance"
    /// A need is served.
    case needService = "need-service"
    /// A process step is served.
    case stepService = "step-service"
    /// A service has a public API.
    case serviceAPI = "service-api"
    /// A service has one owning team that exists.
    case serviceTeam = "service-team"
  }

  /// Which link.
  public let kind: Kind
  /// Nodes that should have it.
  public let total: Int
  /// Nodes that have it: indices.
  public let covered: [Int]
  /// Nodes that have a reason instead: indices.
  public let justified: [Int]
  /// Nodes that have neither: indices.
  public let missing: [Int]

  /// Share of covered and justified nodes in percent; nil, shown as n/a, when there is nothing to cover.
  public var percent: Double? {
    total == 0 ? nil : Double(covered.count + justified.count) * 100 / Double(total)
  }
}
