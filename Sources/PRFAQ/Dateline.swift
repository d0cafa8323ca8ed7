/// The place and date that open a release.
public struct Dateline: Sendable, Equatable {
  /// The bytes of the whole dateline.
  public let range: Range<Int>
  /// The place in `MarkdownTree.plain`, when given (a placeholder counts).
  public let place: Range<Int>?
  /// The date, when given.
  public let date: DateMention?
  /// Whether date or place is a placeholder.
  public let hasPlaceholder: Bool
}

/// A date as written.
public struct DateMention: Sendable, Equatable {
  /// How exact it is.
  public enum Form: Sendable, Equatable {
    /// Year, month and day.
    case day
    /// Year and month.
    case month
    /// Year and quarter or half.
    case quarter
    /// A year alone.
    case year
    /// Numbers only, where day and month could be exchanged, such as `05/07/2027`.
    case ambiguous
    /// Day and month, no year.
    case yearless
    /// "today", "soon", "this summer".
    case relative
  }

  /// How exact it is.
  public let form: Form
  /// The date in `MarkdownTree.plain`.
  public let plainRange: Range<Int>
  /// Year, when given.
  public let year: Int?
  /// Month 1 to 12, when given.
  public let month: Int?
  /// Day 1 to 31, when given.
  public let day: Int?
}
