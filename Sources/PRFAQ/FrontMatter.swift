public import YAMLTree

/// The YAML at the head of a document.
///
/// It never changes; being one object, it is passed on at the price of a pointer.
public final class FrontMatter: Sendable {
  /// A value with the bytes it stands in.
  public struct Value: Sendable, Equatable {
    /// The value as written, quotation marks removed.
    public let text: String
    /// Its bytes.
    public let range: Range<Int>
  }

  /// The bytes between the `---` lines; nil when the file has no front matter.
  public let range: Range<Int>?
  /// Offset of the first byte after it.
  public let bodyStart: Int
  /// The mapping; nil when there is none or it cannot be read.
  public let root: YAMLNode?
  /// Why it cannot be read.
  public let error: YAMLError?

  /// Which document of the launch set it is: `prfaq`, `customer-experience`, `user-manual`.
  public let document: Value?
  /// Name of the product.
  public let product: Value?
  /// Short name of the document in a portfolio.
  public let key: Value?
  /// Customer segments.
  public let customers: [Value]
  /// `draft`, `review`, `approved`, `launched` or `rejected`.
  public let status: Value?
  /// `hypothesis`, `validated` or `growth`.
  public let stage: Value?
  /// `commercial`, `internal-tool`, `open-source` or `community`.
  public let concept: Value?
  /// Launch date.
  public let launch: Value?
  /// People or teams that answer for the document.
  public let owners: [Value]
  /// People who review it.
  public let reviewers: [Value]
  /// Lint profile.
  public let profile: Value?

  /// Keeps what stands between two lines, and the values of the keys this tool knows.
  init(
    range: Range<Int>? = nil, bodyStart: Int, root: YAMLNode? = nil, error: YAMLError? = nil
  ) {
    self.range = range
    self.bodyStart = bodyStart
    self.root = root
    self.error = error
    let keys = Keys(root)
    document =
      keys.value("document") ?? keys.value("type").flatMap { $0.text.lowercased() == "prfaq" ? $0 : nil }
    product = keys.value("product")
    key = keys.value("key")
    status = keys.value("status")
    stage = keys.value("stage")
    concept = keys.value("concept")
    launch = keys.value("launch")
    profile = keys.value("profile")
    customers = keys.values("customers")
    owners = keys.values("owners")
    reviewers = keys.values("reviewers")
  }

  /// Looks up keys of a mapping.
  private struct Keys {
    let root: YAMLNode?

    init(_ root: YAMLNode?) { self.root = root }

    func value(_ key: String) -> Value? {
      guard let entry = root?.entry(key), let text = entry.value.string else { return nil }
      return Value(text: text, range: entry.value.range)
    }

    /// A list of texts, or one text alone.
    func values(_ key: String) -> [Value] {
      guard let entry = root?.entry(key) else { return [] }
      let nodes = entry.value.items.isEmpty ? [entry.value] : entry.value.items
      return nodes.compactMap { node in
        node.string.map { Value(text: $0, range: node.range) }
      }
    }
  }
}
