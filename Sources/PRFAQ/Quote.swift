/// Something a person says in the release.
public struct Quote: Sendable, Equatable {
  /// Who speaks.
  public enum Voice: String, Sendable {
    /// A spokesperson of the maker.
    case company
    /// A customer.
    case customer
    /// It cannot be told.
    case unknown
  }

  /// The paragraph or block quote that holds it, attribution included.
  public let range: Range<Int>
  /// Its text in `MarkdownTree.plain`.
  public let plainRange: Range<Int>
  /// What is said, between the quotation marks, in `MarkdownTree.plain`; several when it is interrupted.
  public let spoken: [Range<Int>]
  /// Who says it; nil when nobody is named.
  public let speaker: Speaker?
  /// On whose side the speaker is.
  public let voice: Voice
  /// Whether a heading, label or marker says so (or only the wording).
  public let origin: Origin
}

/// The person a quote is attributed to.
public struct Speaker: Sendable, Equatable {
  /// The name in `MarkdownTree.plain`; empty range at the attribution when only a role is given.
  public let name: Range<Int>
  /// Title, role and organisation after the name, in `MarkdownTree.plain`; nil when there is none.
  public let title: Range<Int>?
  /// The whole attribution in `MarkdownTree.plain`.
  public let plainRange: Range<Int>
}
