/// The teams, people, services, APIs and stores of an organisation, as its catalogue files declare them.
///
/// Entities stand in the order of the files and of the documents in them.
public struct Organization: Sendable {
  /// Teams.
  public internal(set) var teams: [Team] = []
  /// People.
  public internal(set) var people: [Person] = []
  /// Services.
  public internal(set) var services: [Service] = []
  /// Contracts.
  public internal(set) var apis: [PublishedAPI] = []
  /// Databases, queues, buckets.
  public internal(set) var stores: [Store] = []
  /// Groups of services.
  public internal(set) var systems: [System] = []
  /// Whether the catalogue claims to hold everything. Where it does not, an unknown name is only worth a note.
  ///
  /// It does, unless an entity of any kind, a `Location` included, has the annotation `prfaq/catalog-complete: "false"`.
  public internal(set) var isComplete = true
  /// What is wrong with the files, in their order.
  public internal(set) var problems: [CatalogProblem] = []

  /// An organisation nothing is known of.
  public init() {}
}

/// A reference to an entity: `[kind:][namespace/]name`, case aside.
public struct EntityReference: Sendable, Equatable {
  /// The kind in lower case, such as `group`; nil where it is left out.
  public let kind: String?
  /// The namespace in lower case; nil where it is left out (`default`).
  public let namespace: String?
  /// The name in lower case.
  public let name: String

  /// Reads a reference as it stands in a catalogue.
  public init(_ text: String) {
    var rest = text.lowercased()[...]
    if let colon = rest.firstIndex(of: ":") {
      kind = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    } else {
      kind = nil
    }
    if let slash = rest.firstIndex(of: "/") {
      namespace = String(rest[..<slash])
      rest = rest[rest.index(after: slash)...]
    } else {
      namespace = nil
    }
    name = String(rest)
  }
}
