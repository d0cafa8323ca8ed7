public import PRFAQ
public import SourceText

/// A link from one node of the graph to another, by name.
public struct Link: Sendable, Equatable {
  /// The name as written.
  public let name: String
  /// Index of the node it leads to, in the array of its kind; nil when nothing has that name.
  public internal(set) var target: Int?
  /// Where it is written.
  public let place: Place

  /// Makes a link that is not resolved yet.
  public init(_ name: String, at place: Place) {
    self.name = name
    self.target = nil
    self.place = place
  }
}

/// A piece of text with its place.
public struct Passage: Sendable, Equatable {
  /// The text, blanks folded, markup left out.
  public let text: String
  /// Where it stands.
  public let place: Place

  /// Puts text and place together.
  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

/// How sure an inference is.
public enum Confidence: String, Sendable, CaseIterable, Comparable {
  /// Cue words alone.
  case low
  /// A question of a customer, a paragraph of the problem.
  case medium
  /// A bold-led point below the solution or the needs.
  case high

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  /// Ordered from low to high.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
}

/// Where a node comes from.
public enum NodeOrigin: Sendable, Equatable {
  /// A labelled list, heading or table of a document.
  case declared
  /// Wording or position; `rule` names which, such as `solution-point`.
  case inferred(rule: String, confidence: Confidence)
  /// A catalogue file.
  case catalog
  /// Only mentioned by a link, declared nowhere.
  case named
}

/// How much a need matters, as stated.
public enum Priority: String, Sendable, CaseIterable {
  /// must, P0, critical.
  case must
  /// should, P1, high.
  case should
  /// could, P2, medium.
  case could
  /// won't, P3, low.
  case wont = "won't"
}

/// One PR/FAQ of a portfolio.
public struct DocumentNode: Sendable, Equatable {
  /// Its path as the user wrote it.
  public let path: String
  /// Its key in the portfolio: front matter `key`, else the file's name (of its folder where it is `prfaq.md`).
  public let key: String
  /// Where the key is written; nil when it comes from the file's name.
  public let keyPlace: Place?
  /// Which document of a launch set it is: `prfaq` unless its front matter says otherwise.
  public let part: String
  /// Title; empty where there is none.
  public let title: String
  /// Name of the product; empty where unknown.
  public let product: String
  /// Customer segments, the surest first, as written.
  public let customers: [Passage]
  /// The status of the front matter.
  public let status: String
  /// Indices of its needs, metrics, steps, claims, questions in the arrays of the graph.
  public internal(set) var needs: Range<Int>
  /// Its metrics.
  public internal(set) var metrics: Range<Int>
  /// Its process steps.
  public internal(set) var steps: Range<Int>
  /// Its claims.
  public internal(set) var claims: Range<Int>
  /// Its questions.
  public internal(set) var questions: Range<Int>
}

/// What a customer needs.
public struct NeedNode: Sendable, Equatable {
  /// Index of its document.
  public internal(set) var document: Int
  /// Its ID in the document: `N-1`, or the slug of its title.
  public let id: String
  /// Whether the ID is written (or made from the title).
  public let hasWrittenID: Bool
  /// Its title, without ID and final full stop.
  public let title: Passage
  /// The text that explains it; empty where there is none.
  public let statement: Passage
  /// The bytes of the whole item.
  public let place: Place
  /// The headings above it, outermost first.
  public let section: [String]
  /// Where it comes from: declared or inferred.
  public let origin: NodeOrigin
  /// Whether a template's placeholder still stands in it.
  public let hasPlaceholder: Bool
  /// Its priority as stated.
  public let priority: Priority?
  /// Whose need it is, as written in `Customer:`.
  public let customers: [Passage]
  /// Conditions that can be tested.
  public let acceptance: [Passage]
  /// Metrics of `Measured by`.
  public internal(set) var metrics: [Link]
  /// Services of `Served by`.
  public internal(set) var services: [Link]
  /// Needs of `Depends on`.
  public internal(set) var dependsOn: [Link]
  /// Why no service serves it.
  public let notBuiltBecause: Passage?
  /// IDs or names it had before.
  public let formerly: [Passage]
  /// Where it is known from.
  public let evidence: [Passage]
  /// What is taken for true.
  public let assumptions: [Passage]
  /// How the assumptions are tested.
  public let validatedBy: [Passage]
  /// Size as stated.
  public let estimate: Passage?
  /// State as stated.
  public let status: Passage?
  /// Claims that cite it: indices.
  public internal(set) var claims: [Int]
  /// Questions that cite it: indices.
  public internal(set) var questions: [Int]
  /// Steps that serve it: indices.
  public internal(set) var steps: [Int]
}

/// A measure of success.
public struct MetricNode: Sendable, Equatable {
  /// Index of its document.
  public internal(set) var document: Int
  /// Its ID in the document: `M-1`, or the slug of its title.
  public let id: String
  /// Whether the ID is written.
  public let hasWrittenID: Bool
  /// Its title.
  public let title: Passage
  /// The whole sentence.
  public let statement: Passage
  /// The bytes of the whole item.
  public let place: Place
  /// Where it comes from.
  public let origin: NodeOrigin
  /// What it starts from, as written; nil where it does not say.
  public let baseline: String?
  /// What it is to reach, as written.
  public let target: String?
  /// By when, as written.
  public let by: String?
  /// Needs measured by it: indices.
  public internal(set) var needs: [Int]
}

/// A step of a process that is cut into units.
public struct StepNode: Sendable, Equatable {
  /// Index of its document.
  public internal(set) var document: Int
  /// Its title.
  public let title: Passage
  /// The text that explains it.
  public let statement: Passage
  /// The bytes of the whole item.
  public let place: Place
  /// Services of `Served by`.
  public internal(set) var services: [Link]
  /// Needs of `Serves`.
  public internal(set) var needs: [Link]
}

/// A sentence of the release that says what the product does.
public struct ClaimNode: Sendable, Equatable {
  /// Index of its document.
  public internal(set) var document: Int
  /// In which part it stands: solution, how-it-works, summary.
  public let role: Role
  /// The sentence.
  public let text: Passage
  /// Needs it cites, as `[N-1]` or `N-1`.
  public internal(set) var needs: [Link]
}

/// A question of the FAQ.
public struct QuestionNode: Sendable, Equatable {
  /// Index of its document.
  public internal(set) var document: Int
  /// Who asks.
  public let group: QuestionGroup
  /// The question.
  public let text: Passage
  /// The answer, markup left out; nil where there is none.
  public let answer: Passage?
  /// What the internal FAQ asks about, such as `risks`, `dependencies`, `legal`, `assumptions`, `scope`; nil elsewhere.
  public let topic: String?
  /// Needs cited by question or answer.
  public internal(set) var needs: [Link]
}

/// A service, from documents, the catalogue, or both.
public struct ServiceNode: Sendable, Equatable {
  /// Its key: the slug of its name, as in Backstage.
  public let key: String
  /// Its name as people write it.
  public let name: String
  /// Other names, slugs included.
  public internal(set) var aliases: [String]
  /// What the catalogue calls it: `service`, `website`; `service` for one that only documents know.
  public internal(set) var type = "service"
  /// What it does, as the document or catalogue says; empty where nobody says.
  public internal(set) var purpose: String
  /// Where it comes from: declared (in a document), catalog, named.
  public internal(set) var origin: NodeOrigin
  /// All places where it is declared, the first one the best.
  public internal(set) var places: [Place]
  /// Documents that declare or use it: indices, sorted.
  public internal(set) var documents: [Int]
  /// `new`, `existing`, `deprecated`, as documents and the catalogue's lifecycle say.
  public internal(set) var lifecycle: Lifecycle
  /// Owning teams; exactly one is right.
  public internal(set) var owners: [Link]
  /// APIs it provides: indices.
  public internal(set) var apis: [Int]
  /// Whether the catalogue says that it provides an API which is not there.
  public internal(set) var namesUnknownAPI = false
  /// What it depends on.
  public internal(set) var dependencies: [Dependency]
  /// Stores it keeps, as links to stores.
  public internal(set) var stores: [Link]
  /// Events it sends.
  public internal(set) var emits: [Passage]
  /// The system it belongs to; nil where unknown.
  public internal(set) var system: String?
  /// Needs it serves: indices, sorted.
  public internal(set) var needs: [Int]
  /// Steps it serves: indices, sorted.
  public internal(set) var steps: [Int]

  /// Whether there is something to build.
  public enum Lifecycle: String, Sendable {
    /// To be built for this product.
    case new
    /// There already.
    case existing
    /// Going away.
    case deprecated
  }

  /// The owning team where exactly one is known: its index.
  public var team: Int? { owners.count == 1 ? owners[0].target : nil }
}

/// A dependency of a service.
public struct Dependency: Sendable, Equatable {
  /// How the other side is used.
  public enum Kind: String, Sendable {
    /// `Calls`, `consumesApis`: the caller waits.
    case synchronous
    /// `Emits`, APIs of type `asyncapi`: nobody waits.
    case asynchronous
    /// `dependsOn` of another component, resource or code without an API between.
    case bypass
  }

  /// How it is used.
  public let kind: Kind
  /// The service it leads to: `target` is an index of `services`.
  public internal(set) var service: Link
  /// The API between: index of `apis`; nil where the whole service is named.
  public internal(set) var api: Int?
  /// The store it reaches into: index of `stores`; nil where it is the service itself that is used.
  public internal(set) var store: Int? = nil
}

/// A contract or operation a service offers.
public struct APINode: Sendable, Equatable {
  /// Its name: `GET /v1/x/{id}` of a document, or the name of a catalogue's API.
  public let name: String
  /// `operation` for one declared in a document, else `openapi`, `asyncapi`, `graphql`, `grpc`.
  public let type: String
  /// Operations of a catalogue's API, as `GET /v1/x/{id}`.
  public let operations: [String]
  /// Where it is declared.
  public let place: Place
  /// Services that provide it: indices.
  public internal(set) var providers: [Int]
  /// Services that consume it: indices.
  public internal(set) var consumers: [Int]
}

/// A store of data.
public struct StoreNode: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// Where it is declared or first named.
  public let place: Place
  /// Services that keep it: indices; more than one is wrong.
  public internal(set) var owners: [Int]
}

/// A team, from documents, the catalogue, or both.
public struct TeamNode: Sendable, Equatable {
  /// Its key: the slug of its name.
  public let key: String
  /// Its name as people write it.
  public let name: String
  /// Other names.
  public internal(set) var aliases: [String]
  /// Where it comes from.
  public internal(set) var origin: NodeOrigin
  /// All places where it is declared, the first one the best.
  public internal(set) var places: [Place]
  /// The type of the catalogue: `team`, `department`.
  public internal(set) var type: String
  /// Index of the parent team.
  public internal(set) var parent: Int?
  /// Names of its members.
  public internal(set) var members: [String]
  /// Who manages it.
  public internal(set) var managers: [Passage]
  /// Who is product owner.
  public internal(set) var productOwners: [Passage]
  /// Who is scrum master.
  public internal(set) var scrumMasters: [Passage]
  /// Who is on call.
  public internal(set) var onCall: [Passage]
  /// Services it owns: indices, sorted.
  public internal(set) var services: [Int]
}
