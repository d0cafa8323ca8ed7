/// How an element was recognised, strongest evidence first.
public enum Origin: String, Sendable, Comparable {
  /// A `<!-- prfaq: role -->` comment.
  case marker
  /// A key of the front matter.
  case frontMatter = "front-matter"
  /// A heading, or a bold line used as one.
  case heading
  /// A label at the start of its paragraph or line.
  case label
  /// Position or wording alone; findings about it are at most warnings.
  case inferred

  private var rank: Int {
    switch self {
    case .marker: 0
    case .frontMatter: 1
    case .heading: 2
    case .label: 3
    case .inferred: 4
    }
  }

  /// Stronger evidence comes first.
  public static func < (left: Origin, right: Origin) -> Bool { left.rank < right.rank }
}

/// A passage recognised as a part of a PR/FAQ.
public struct Element: Sendable, Equatable {
  /// What it is.
  public let role: Role
  /// The bytes of its text; its own heading is not part of it, a run-in label is not either.
  public let range: Range<Int>
  /// The bytes of its heading or label, where it has one.
  public let labelRange: Range<Int>?
  /// How it was recognised.
  public let origin: Origin
  /// Indices of the blocks it covers in `MarkdownTree.blocks`.
  public let blocks: Range<Int>
  /// Its text in `MarkdownTree.plain`.
  public let plainRange: Range<Int>

  /// Makes an element.
  public init(
    role: Role, range: Range<Int>, labelRange: Range<Int>?, origin: Origin, blocks: Range<Int>,
    plainRange: Range<Int>
  ) {
    self.role = role
    self.range = range
    self.labelRange = labelRange
    self.origin = origin
    self.blocks = blocks
    self.plainRange = plainRange
  }
}
