public import Organization
public import SourceText

/// The link graph of a portfolio: customer, need, claim, question, metric, acceptance, service, API, team.
///
/// Nodes stand in arrays, documents in the order given, and within a document in the order of the text; links hold
/// indices. It is made once by `init(_:_:)` and does not change.
public struct LinkGraph: Sendable {
  /// Documents.
  public internal(set) var documents: [DocumentNode] = []
  /// Needs, declared ones and inferred ones.
  public internal(set) var needs: [NeedNode] = []
  /// Metrics.
  public internal(set) var metrics: [MetricNode] = []
  /// Process steps.
  public internal(set) var steps: [StepNode] = []
  /// Claims.
  public internal(set) var claims: [ClaimNode] = []
  /// Questions.
  public internal(set) var questions: [QuestionNode] = []
  /// Services, sorted by key.
  public internal(set) var services: [ServiceNode] = []
  /// APIs.
  public internal(set) var apis: [APINode] = []
  /// Stores.
  public internal(set) var stores: [StoreNode] = []
  /// Teams, sorted by key.
  public internal(set) var teams: [TeamNode] = []
  /// Mentions of a catalogue's services near a need, offered and never counted as links.
  public internal(set) var suggestions: [SuggestedLink] = []
  /// Whether a catalogue was given, and claims to hold everything.
  public internal(set) var catalog: CatalogState = .none

  /// What is known of the organisation.
  public enum CatalogState: Sendable {
    /// No catalogue was given.
    case none
    /// One that covers a part only: an unknown name is worth a note.
    case partial
    /// One that claims to hold everything.
    case complete
  }

  /// Names that lead nowhere, documents first, in the order they are written.
  public internal(set) var dangling: [DanglingName] = []
  /// Owners of the catalogue's APIs, stores and systems that are no team, in its order; those of services are with them.
  public internal(set) var strayOwners: [Link] = []
  /// IDs that documents cite anywhere and that are no need's, such as metrics, by document, in upper case.
  var citedIDs: [Set<String>] = []
  /// Services, found by their names.
  var serviceNames = Registry()
  /// Teams, found by their names.
  var teamNames = Registry()

  /// Links documents and organisation.
  ///
  /// - Parameters:
  ///   - units: what was read of each document, in the order it is to be shown.
  ///   - organization: the catalogue; nil where none was given.
  public init(_ units: [TraceUnit], _ organization: Organization? = nil) {
    var linker = Linker(organization)
    self = linker.link(units)
  }

  init() {}

  /// A need's name across the portfolio: `KEY/N-1`.
  public func qualifiedID(ofNeed need: Int) -> String {
    documents[needs[need].document].key + "/" + needs[need].id
  }
}

/// A service of the catalogue that the text of a document mentions.
public struct SuggestedLink: Sendable, Equatable {
  /// Index of the document.
  public let document: Int
  /// The need whose item or paragraph holds the mention: its index; nil where no need is near.
  public let need: Int?
  /// Index of the service.
  public let service: Int
  /// The mention.
  public let place: Place
}
