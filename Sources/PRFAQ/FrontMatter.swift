public import YAMLTree

/// The YAML at the head of a document.
public struct FrontMatter: Sendable {
  /// A value with the bytes it stands in.
  public struct Value: Sendable, Equatable {
    /// The value as written, quotation marks removed.
    public let text: String
    /// Its bytes.
    public let range: Range<Int>
  }

  /// The bytes between the `---` lines; nil when the file has no front matter.
  public internal(set) var range: Range<Int>? = nil
  /// Offset of the first byte after it.
  public internal(set) var bodyStart = 0
  /// The mapping; nil when there is none or it cannot be read.
  public internal(set) var root: YAMLNode? = nil
  /// Why it cannot be read.
  public internal(set) var error: YAMLError? = nil

  /// Which document of the launch set it is: `prfaq`, `customer-experience`, `user-manual`.
  public internal(set) var document: Value? = nil
  /// Name of the product.
  public internal(set) var product: Value? = nil
  /// Short name of the document in a portfolio.
  public internal(set) var key: Value? = nil
  /// Customer segments.
  public internal(set) var customers: [Value] = []
  /// `draft`, `review`, `approved`, `launched` or `rejected`.
  public internal(set) var status: Value? = nil
  /// `hypothesis`, `validated` or `growth`.
  public internal(set) var stage: Value? = nil
  /// `commercial`, `internal-tool`, `open-source` or `community`.
  public internal(set) var concept: Value? = nil
  /// Launch date.
  public internal(set) var launch: Value? = nil
  /// People or teams that answer for the document.
  public internal(set) var owners: [Value] = []
  /// People who review it.
  public internal(set) var reviewers: [Value] = []
  /// Lint profile.
  public internal(set) var profile: Value? = nil
}
