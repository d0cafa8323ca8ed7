/// Why a YAML text cannot be read.
public struct YAMLError: Error, Sendable, Equatable {
  /// The sort of mistake, for callers that treat some differently.
  public enum Kind: Sendable {
    /// The text does not follow the grammar of YAML.
    case syntax
    /// A tab indents a line.
    case tab
    /// A key occurs twice in one mapping.
    case duplicateKey
    /// A key is a list or a mapping.
    case complexKey
    /// The merge key `<<`, which YAML 1.2 no longer has.
    case mergeKey
    /// `*name` without `&name` before it.
    case unknownAlias
    /// `*name` inside the node that `&name` marks.
    case recursiveAlias
    /// More nodes than allowed, each alias counted with all that it stands for.
    case tooManyNodes
    /// Lists and mappings nested deeper than allowed, aliases counted in.
    case tooDeep
  }

  /// The sort of mistake.
  public let kind: Kind
  /// What is wrong, in plain words, without a full stop.
  public let message: String
  /// The bytes of the file concerned; empty at the end of the text.
  public let range: Range<Int>
  /// What to do about it: a sentence.
  public let help: String
  /// Another place to look at: the first of two equal keys, the anchor of an alias.
  public let related: Range<Int>?

  init(_ kind: Kind, _ message: String, at range: Range<Int>, help: String, related: Range<Int>? = nil) {
    self.kind = kind
    self.message = message
    self.range = range
    self.help = help
    self.related = related
  }
}
