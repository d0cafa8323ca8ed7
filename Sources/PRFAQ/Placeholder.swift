/// A piece of a template nobody has filled in.
public struct Placeholder: Sendable, Equatable {
  /// What it looks like.
  public enum Kind: Sendable, Equatable {
    /// `TBD`, `TODO`, `FIXME`, `to be confirmed`.
    case marker
    /// `XX`, `$X`, `XX%`, `???`
    case dummy
    /// `[City]`, `<name>`, `{token}`, `{{token}}`
    case token
    /// Lorem ipsum.
    case lorem
  }

  /// What it looks like.
  public let kind: Kind
  /// The bytes of it.
  public let range: Range<Int>
  /// The same in `MarkdownTree.plain`; nil in front matter.
  public let plainRange: Range<Int>?
}
