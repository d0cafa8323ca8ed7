/// How much a YAML text may hold, so that a small file cannot take all memory or time.
public struct YAMLLimits: Sendable {
  /// Most nodes (scalars, lists, mappings, keys) in the text, each alias counted with all that it stands for.
  public var nodes: Int
  /// Most levels of lists and mappings inside each other, aliases counted in; the reader stops at 1,000 anyway.
  public var depth: Int

  /// Makes limits; the defaults suit files written by hand.
  public init(nodes: Int = 100_000, depth: Int = 100) {
    self.nodes = nodes
    self.depth = depth
  }
}
