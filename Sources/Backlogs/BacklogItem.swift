public import SourceText
public import Tracing

/// One item of a backlog: a piece of work, or the decision not to do it, with the need it comes from.
public struct BacklogItem: Sendable, Equatable {
  /// What an item is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A customer need, or another goal that holds items together. Never inside another item.
    case epic
    /// A part of a need that one service, and so one team, can deliver.
    case story
    /// Work that no customer asks for and every story needs: a measurement, a pipeline, alarms.
    case task
    /// A question to settle before more is built on it.
    case spike
    /// What is deliberately not built, so that nobody builds it by accident.
    case wont
  }

  /// Its readable name across a portfolio: `KEY/N-1/billing-api`.
  public var id: String
  /// Its name for machines: a UUID of version 4's form, made from the id it was first recorded with.
  public var uid: String
  /// What it is.
  public var kind: Kind
  /// The id of the epic it belongs to; nil for epics and what is not built.
  public var parent: String?
  /// Index of its document in the graph.
  public var document: Int
  /// One line, at most 200 characters.
  public var title: String
  /// The user story, for stories.
  public var story: UserStory?
  /// Paragraphs of plain text; empty where the title says all.
  public var description: [String]
  /// Conditions that can be tested.
  public var acceptance: [Criterion]
  /// As stated; nil where nobody said.
  public var priority: Priority?
  /// As stated; nil where nobody said.
  public var estimate: Estimate?
  /// As stated; nil where nobody said.
  public var status: WorkStatus?
  /// The service that delivers it: index in the graph.
  public var service: Int?
  /// The team that owns it: index in the graph.
  public var team: Int?
  /// The people who answer for it, as the document names them.
  public var owners: [String]
  /// Needs it serves: qualified ids.
  public var needs: [String]
  /// Metrics it moves or measures: qualified ids.
  public var metrics: [String]
  /// Items that must be done before it: ids.
  public var dependsOn: [String]
  /// Where it comes from.
  public var origin: ItemOrigin
  /// Where the statement stands that it was made from.
  public var source: ItemSource
  /// The first 16 hexadecimal digits of the SHA-256 of what it asks for; priority, estimate, state and place left out.
  public var fingerprint: String
  /// The same of what it was derived from: its needs and what they depend on.
  public var upstream: String
  /// Whether its own words are as recorded, while what it was derived from has changed.
  public var isSuspect: Bool
  /// The statement it hangs on: `KEY/N-1` for `KEY/N-1/billing-api`.
  public var root: String
  /// Whether the id of its statement is written in the document (or made from words that may change).
  public var hasWrittenID: Bool
  /// Ids it had before, as the document says.
  public var formerly: [String]
}

/// Who wants what, and why.
public struct UserStory: Sendable, Equatable {
  /// The customer, with an article: `a bus driver`.
  public var role: String
  /// What they want, as it follows "I want": `to hand over a shift I cannot work on the day I ask`.
  public var want: String
  /// What follows "so that"; nil where the document gives no reason.
  public var reason: String?
  /// The whole sentence.
  public var text: String
}

/// A condition that can be tested.
public struct Criterion: Sendable, Equatable {
  /// `ac-` and eight hexadecimal digits of its text, so that moving it changes nothing.
  public var key: String
  /// As written.
  public var text: String
  /// The parts of a condition written as "Given ..., when ..., then ..."; nil for any other.
  public var scenario: Scenario?
  /// Where it stands; nil for a condition this program states.
  public var source: ItemSource?

  /// Starting point, event and outcome.
  public struct Scenario: Sendable, Equatable {
    /// What is so at the start; nil where the condition begins with "When".
    public var given: String?
    /// What happens.
    public var when: String
    /// What is so then.
    public var then: String
  }
}

/// How large the author thinks an item is.
public struct Estimate: Sendable, Equatable {
  /// How many, in tenths, so that half points are exact.
  public var tenths: Int
  /// Of what.
  public var unit: Unit

  /// What estimates are counted in.
  public enum Unit: String, Sendable, CaseIterable {
    /// Story points.
    case points
    /// Working hours.
    case hours
    /// Working days.
    case days
  }

  /// The number as people write it: `3`, `0.5`.
  public var number: String { tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)" }
}

/// How far an item is, as the author says.
public enum WorkStatus: String, Sendable, CaseIterable {
  /// Not begun.
  case todo
  /// Begun.
  case inProgress = "in-progress"
  /// Finished.
  case done
  /// Given up.
  case cancelled
}

/// Whether an item's statement was declared or found by its wording and place.
public enum ItemOrigin: Sendable, Equatable {
  /// In a labelled list, heading or table.
  case declared
  /// By the rule named.
  case inferred(rule: String, confidence: Confidence)

  /// How sure it is; declared ones are.
  public var confidence: Confidence? {
    if case .inferred(_, let confidence) = self { confidence } else { nil }
  }
}

/// A stretch of a document, as an export names it.
public struct ItemSource: Sendable, Equatable {
  /// The path as the user wrote it.
  public var file: String
  /// 1-based line of its first byte.
  public var line: Int
  /// 1-based line of its last byte.
  public var endLine: Int
  /// The headings above it, outermost first.
  public var section: [String]

  /// Names a place.
  public init(_ place: Place, section: [String] = []) {
    file = place.path
    line = place.start.line
    // A range that ends at the start of a line does not reach into it.
    let ends = place.end.column == 1 && place.end.line > place.start.line
    endLine = ends ? place.end.line - 1 : place.end.line
    self.section = section
  }

  init(file: String, line: Int, endLine: Int, section: [String]) {
    self.file = file
    self.line = line
    self.endLine = endLine
    self.section = section
  }
}
