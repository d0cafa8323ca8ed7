public import Tracing

/// Which statements of a document become items.
public struct Selection: Sendable, Equatable {
  /// The least confidence of what was found by wording and place; nil for declared statements alone.
  public var leastConfidence: Confidence?

  /// Takes declared statements, and found ones from a confidence on.
  public init(leastConfidence: Confidence? = .medium) { self.leastConfidence = leastConfidence }

  func takes(_ origin: NodeOrigin) -> Bool {
    guard case .inferred(_, let confidence) = origin else { return true }
    return takes(confidence)
  }

  func takes(_ confidence: Confidence) -> Bool { leastConfidence.map { confidence >= $0 } ?? false }
}
