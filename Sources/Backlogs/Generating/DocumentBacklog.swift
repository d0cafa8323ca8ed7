public import Diagnostics

/// The items made from one document, and what is to be said about them.
public struct DocumentBacklog: Sendable {
  /// Index of the document in the graph.
  public let document: Int
  /// The items: each epic followed by what belongs to it, then what is not built.
  public internal(set) var items: [BacklogItem] = []
  /// What falls short, in the order of the items.
  public internal(set) var remarks: [Remark] = []
  /// Statements left out because they are only inferred, and not surely enough.
  public internal(set) var leftOut = 0
  /// How many items there are; still known when the items have gone.
  public private(set) var itemCount = 0

  /// Which statements were taken.
  public internal(set) var selection = Selection()

  init(document: Int) { self.document = document }

  /// What is to be said about a backlog, without its items.
  public init(remarksOf other: DocumentBacklog) {
    document = other.document
    remarks = other.remarks
    leftOut = other.leftOut
    itemCount = other.items.count
  }
}

/// Something to improve about an item.
public struct Remark: Sendable, Equatable {
  /// Which check says so.
  public enum Check: String, Sendable, CaseIterable {
    /// The need is served by no service, so that no team has a story.
    case needWithoutService = "need-without-service"
    /// The service is owned by no team, or by more than one.
    case storyWithoutTeam = "story-without-team"
    /// Nobody says whose need it is (Quality User Story: well-formed).
    case storyWithoutRole = "story-without-role"
    /// What is wanted is no phrase that a story can hold (Quality User Story: well-formed).
    case storyNotWellFormed = "story-not-well-formed"
    /// There is no outcome and no reason (Quality User Story: has a reason; INVEST: valuable).
    case storyWithoutReason = "story-without-reason"
    /// Two things are wanted at once (Quality User Story: atomic).
    case storyNotAtomic = "story-not-atomic"
    /// Two needs ask for the same (Quality User Story: unique).
    case storyNotUnique = "story-not-unique"
    /// There is no condition to test (INVEST: testable).
    case storyNotTestable = "story-not-testable"
    /// The stated estimate is more than a team should take on at once (INVEST: small).
    case storyTooLarge = "story-too-large"
    /// Notes in brackets belong into the text below (Quality User Story: minimal).
    case storyNotMinimal = "story-not-minimal"
    /// Nobody answers for a question that must be settled.
    case spikeWithoutOwner = "spike-without-owner"
    /// Nothing says how an assumption will be tested.
    case assumptionWithoutTest = "assumption-without-test"
    /// An estimate or state is written in words that this program does not know.
    case valueUnknown = "value-unknown"
  }

  /// Which check.
  public let check: Check
  /// How much it weighs.
  public let severity: Severity
  /// What is so, in one sentence without final full stop.
  public let message: String
  /// The id of the item.
  public let item: String
  /// Where its statement stands.
  public let source: ItemSource
}
