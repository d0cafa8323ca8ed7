/// How much a finding weighs.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; never fails a run unless asked to.
  case note
  /// Should be improved before review; right at least 90 times in 100 on real documents.
  case warning
  /// Blocks review; an exact fact, or right at least 98 times in 100.
  case error

  /// Notes weigh less than warnings, warnings less than errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// Its place among the severities, the lightest first: 0 for notes.
  public var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
