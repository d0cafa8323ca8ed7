/// A label line of a declared item: `- Served by: Billing API`.
public struct LabelLine: Sendable, Equatable {
  /// The label as written.
  public let label: Range<Int>
  /// The label it stands for; nil when no known label is meant.
  public let key: Label?
  /// The value's bytes, blanks around it left out; empty where nothing is given.
  public let value: Range<Int>
  /// The single values, each with its bytes; this is what to go through.
  ///
  /// A label that takes names (`Label.takesNames`) has one for each name between commas and semicolons, those
  /// in code and brackets aside; a bracket after a name, a final full stop and the mark-up of code are not part of it,
  /// and `none` or `-` is no name. Any other label has its value as a whole. A list below the label gives one for
  /// each point.
  public let values: [Range<Int>]

  /// Makes a label line.
  public init(label: Range<Int>, key: Label?, value: Range<Int>, values: [Range<Int>]) {
    self.label = label
    self.key = key
    self.value = value
    self.values = values
  }
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
  /// People of a team.
  case members
  /// Who leads a team.
  case manager
  /// Who decides what a team builds.
  case productOwner = "product owner"
  /// Who keeps a team's working agreements.
  case scrumMaster = "scrum master"
  /// Who answers a team's pager.
  case onCall = "on call"

  /// Whether its value is a list of names rather than a sentence.
  public var takesNames: Bool {
    switch self {
    case .customer, .measuredBy, .servedBy, .serves, .ownedBy, .dependsOn, .api, .calls, .stores, .emits,
      .formerly,
      .alsoKnownAs, .members, .manager, .productOwner, .scrumMaster, .onCall:
      true
    case .priority, .acceptedWhen, .evidence, .assumption, .validatedBy, .estimate, .status, .notBuiltBecause,
      .baseline, .target:
      false
    }
  }

  /// Whether only a service has it.
  var isOfService: Bool {
    switch self {
    case .api, .calls, .stores, .emits, .ownedBy: true
    default: false
    }
  }

  /// Whether only a team has it.
  var isOfTeam: Bool {
    switch self {
    case .members, .manager, .productOwner, .scrumMaster, .onCall: true
    default: false
    }
  }

  /// Whether only a need has it.
  var isOfNeed: Bool {
    switch self {
    case .measuredBy, .servedBy, .acceptedWhen, .notBuiltBecause, .customer, .priority, .dependsOn: true
    default: false
    }
  }
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
    /// Something taken for true (`- **A-1: ...**`).
    case assumption
  }

  /// What stands in brackets after the title: `(owned by Payments, new)`.
  public struct Note: Sendable, Equatable {
    /// What a part says.
    public enum Kind: Sendable, Equatable {
      /// Which team owns it; the range is the team's name alone.
      case owner
      /// Whether it exists: `new`, `existing`, `changed`, `planned`, `deprecated`, `external`.
      case lifecycle
      /// Anything else.
      case other
    }
    /// What it says.
    public let kind: Kind
    /// The bytes of the name or word.
    public let range: Range<Int>
  }

  /// What it declares.
  public let kind: Kind
  /// The bytes of the whole item, labels included.
  public let range: Range<Int>
  /// The bytes of its ID (`N-1`), where it has one.
  public let id: Range<Int>?
  /// The bytes of its title: the strong text without the ID.
  public let title: Range<Int>
  /// The text that explains it, after title and notes and before any label; empty when there is none.
  public let detail: Range<Int>
  /// What stands in brackets after the title, where a team or a state is named there.
  public let notes: [Note]
  /// Its label lines, in order; a label may come more than once.
  public let labels: [LabelLine]

  /// The first line with a label.
  public subscript(label: Label) -> LabelLine? { labels.first { $0.key == label } }

  /// All values of a label, of all its lines, in order.
  public func values(_ label: Label) -> [Range<Int>] {
    var values: [Range<Int>] = []
    for line in labels where line.key == label { values += line.values }
    return values
  }

  /// The names of the teams that own it, from `Owned by:` lines and from its notes, in order.
  public var owners: [Range<Int>] {
    (notes.filter { $0.kind == .owner }.map(\.range) + values(.ownedBy)).sorted {
      $0.lowerBound < $1.lowerBound
    }
  }
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
