public import PRFAQ
import SourceText

/// What the linker needs of one document: names and places, no tree. The counterpart of an object file.
///
/// Made right after a document was read, so that its tree can go before the next one is read.
public struct TraceUnit: Sendable {
  /// The document.
  public internal(set) var document: DocumentNode
  /// Its needs, declared ones first where both stand at one place; links are not resolved.
  public internal(set) var needs: [NeedNode] = []
  /// Its metrics.
  public internal(set) var metrics: [MetricNode] = []
  /// Its process steps.
  public internal(set) var steps: [StepNode] = []
  /// Its claims.
  public internal(set) var claims: [ClaimNode] = []
  /// Its questions.
  public internal(set) var questions: [QuestionNode] = []

  /// Services it declares.
  var services: [DeclaredService] = []
  /// Teams it declares.
  var teams: [DeclaredTeam] = []
  /// IDs it cites that are no need's, such as metrics, in upper case.
  var citedIDs: Set<String> = []
  /// Names of a catalogue's services that its text mentions.
  var mentions: [Mention] = []

  /// Takes from a document what links need.
  ///
  /// - Parameter finder: finds mentions of the catalogue's services in the text; nil to look for none.
  public init(_ document: PRFAQDocument, mentions finder: MentionFinder? = nil) {
    let reader = UnitReader(document)
    self = reader.read()
    if let finder { mentions = finder.mentions(in: document) }
  }

  init(_ document: DocumentNode) { self.document = document }

  /// Whether it says anything that the graph can hold against it or somebody else: a need, service, team, step or
  /// metric, or a key of its own.
  public var declaresAnything: Bool {
    !needs.isEmpty || !metrics.isEmpty || !steps.isEmpty || !services.isEmpty || !teams.isEmpty
      || document.keyPlace != nil
  }
}

/// A service as a document declares it.
struct DeclaredService: Sendable {
  let name: Passage
  var aliases: [String] = []
  let purpose: String
  let place: Place
  var owners: [Link] = []
  var lifecycle: ServiceNode.Lifecycle? = nil
  var apis: [Passage] = []
  var calls: [Link] = []
  var dependsOn: [Link] = []
  var stores: [Link] = []
  var emits: [Passage] = []
}

/// A team as a document declares it.
struct DeclaredTeam: Sendable {
  let name: Passage
  var aliases: [String] = []
  let place: Place
  var members: [Passage] = []
  var managers: [Passage] = []
  var productOwners: [Passage] = []
  var scrumMasters: [Passage] = []
  var onCall: [Passage] = []
}

/// A place where a document mentions a service by name.
struct Mention: Sendable {
  /// The name's key.
  let key: String
  let place: Place
}
