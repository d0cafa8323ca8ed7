/// A label line of a declared item: `- Served by: Billing API`.
public struct LabelLine: Sendable, Equatable {
  /// The label as written.
  public let label: Range<Int>
  /// The label it stands for; nil when no known label is meant.
  public let key: Label?
  /// The value's bytes, blanks around it left out.
  public let value: Range<Int>
  /// The values of a list-like label (`Served by: A, B`), each with its bytes.
  public let values: [Range<Int>]
}

/// The labels of the labelled list.
public enum Label: String, Sendable, CaseIterable {
  /// must, should, could, won't; P0 to P3; critical, high, medium, low.
  case priority
  /// Which segment has the need.
  case customer
  /// Metrics.
  case measuredBy = "measured by"
  /// Services.
  case servedBy = "served by"
  /// Needs a process step serves.
  case serves
  /// The owning team.
  case ownedBy = "owned by"
  /// A testable condition.
  case acceptedWhen = "accepted when"
  /// Other items.
  case dependsOn = "depends on"
  /// Where it is known from.
  case evidence
  /// What is taken for true.
  case assumption
  /// How an assumption is tested.
  case validatedBy = "validated by"
  /// Size.
  case estimate
  /// State.
  case status
  /// Operations or contracts a service offers.
  case api
  /// Services called synchronously.
  case calls
  /// Stores a service owns.
  case stores
  /// Events a service sends.
  case emits
  /// An earlier ID or name.
  case formerly
  /// Other names.
  case alsoKnownAs = "also known as"
  /// Why a need is left without service.
  case notBuiltBecause = "not built because"
  /// What a metric starts from.
  case baseline
  /// What a metric is to reach.
  case target
}

/// An item an author declared in the labelled-list form: a need, a metric, a service, a team, a process step.
public struct DeclaredItem: Sendable, Equatable {
  /// What it declares.
  public enum Kind: String, Sendable {
    /// A customer need.
    case need
    /// A measure of success.
    case metric
    /// A service.
    case service
    /// A team.
    case team
    /// A step of a process.
    case step
  }

  /// What it declares.
  public let kind: Kind
  /// The bytes of the whole item, labels included.
  public let range: Range<Int>
  /// The bytes of its ID (`N-1`), where it has one.
  public let id: Range<Int>?
  /// The bytes of its title: the strong text without the ID.
  public let title: Range<Int>
  /// The text that explains it, after the title, in the source; empty when there is none.
  public let detail: Range<Int>
  /// Its label lines.
  public let labels: [LabelLine]

  /// The first line with a label.
  public subscript(label: Label) -> LabelLine? { labels.first { $0.key == label } }
}

/// A measure of success found in the document, declared or in prose.
public struct Metric: Sendable, Equatable {
  /// The bytes of the sentence or item.
  public let range: Range<Int>
  /// Whether it has a number to reach.
  public let hasTarget: Bool
  /// Whether it says where it starts from.
  public let hasBaseline: Bool
  /// Whether it says by when.
  public let hasDate: Bool
  /// Whether it was declared (ID, label or metrics section) or only found in prose.
  public let origin: Origin
}

/// Who the customer is.
public struct CustomerSegment: Sendable, Equatable {
  /// The bytes that name the segment.
  public let range: Range<Int>
  /// The name in lower case, one blank between words.
  public let name: String
  /// How it was found. `inferred` ones come from wording such as "for renters who ...".
  public let origin: Origin
}

/// The name of the product.
public struct ProductName: Sendable, Equatable {
  /// The name as written.
  public let name: String
  /// Where it was taken from; nil when only the title gives it.
  public let range: Range<Int>?
  /// How it was found.
  public let origin: Origin
}
