public import SourceText

/// A value of a catalogue file with the place where it stands.
public struct Located<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The value.
  public let value: Value
  /// Where it stands.
  public let place: Place

  /// Puts value and place together.
  public init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }
}

/// What every entity of a catalogue has.
public struct EntityHead: Sendable, Equatable {
  /// `metadata.name`: 1 to 63 of `[A-Za-z0-9]` separated by `-_.`; unique in its kind, case aside.
  public let name: Located<String>
  /// `metadata.namespace` in lower case: `default` where it has none.
  public let namespace: String
  /// `metadata.title`, else the display name of a person or team, else the name.
  public let title: String
  /// `metadata.description`; empty where it has none.
  public let description: String
  /// Other names: the annotation `prfaq/also-known-as`, separated by commas, and a display name beside a title.
  public let aliases: [String]

  /// Describes an entity.
  public init(
    name: Located<String>, title: String, description: String = "", aliases: [String] = [],
    namespace: String = "default"
  ) {
    self.name = name
    self.namespace = namespace
    self.title = title
    self.description = description
    self.aliases = aliases
  }
}

/// A team: an entity of kind `Group`.
public struct Team: Sendable, Equatable {
  /// Name and title.
  public let head: EntityHead
  /// `spec.type`, such as `team`, `department`; empty where not given. Size and leadership are only asked of teams.
  public let type: String
  /// `spec.parent`, as written, or the team that names this one in `spec.children`.
  public internal(set) var parent: Located<String>?
  /// Names of its members: `spec.members` and the `spec.memberOf` of users, each once, sorted by name; without `user:`
  /// and namespace.
  public internal(set) var members: [Located<String>]
  /// Annotation `prfaq/manager`.
  public let managers: [Located<String>]
  /// Annotation `prfaq/product-owner`.
  public let productOwners: [Located<String>]
  /// Annotation `prfaq/scrum-master`.
  public let scrumMasters: [Located<String>]
  /// Annotation `prfaq/on-call`.
  public let onCall: [Located<String>]

  /// Describes a team.
  public init(
    head: EntityHead, type: String = "team", parent: Located<String>? = nil, members: [Located<String>] = [],
    managers: [Located<String>] = [], productOwners: [Located<String>] = [],
    scrumMasters: [Located<String>] = [],
    onCall: [Located<String>] = []
  ) {
    self.head = head
    self.type = type
    self.parent = parent
    self.members = members
    self.managers = managers
    self.productOwners = productOwners
    self.scrumMasters = scrumMasters
    self.onCall = onCall
  }
}

/// A person: an entity of kind `User`.
public struct Person: Sendable, Equatable {
  /// Name and title.
  public let head: EntityHead
  /// `spec.memberOf`, as written.
  public let teams: [Located<String>]

  /// Describes a person.
  public init(head: EntityHead, teams: [Located<String>] = []) {
    self.head = head
    self.teams = teams
  }
}

/// A service: an entity of kind `Component`.
public struct Service: Sendable, Equatable {
  /// Name and title.
  public let head: EntityHead
  /// `spec.type`, such as `service`, `website`, `library`.
  public let type: String
  /// `spec.lifecycle`, such as `experimental`, `production`, `deprecated`.
  public let lifecycle: String
  /// `spec.owner`, as written (`payments`, `group:default/payments`); nil where it is missing.
  public let owner: Located<String>?
  /// `spec.system`, as written.
  public let system: Located<String>?
  /// `spec.providesApis`, as written.
  public let provides: [Located<String>]
  /// `spec.consumesApis`, as written.
  public let consumes: [Located<String>]
  /// `spec.dependsOn`, as written (`resource:orders-db`, `component:stock-map`), and what names this service in its own
  /// `spec.dependencyOf`.
  public internal(set) var dependsOn: [Located<String>]

  /// Describes a service.
  public init(
    head: EntityHead, type: String = "service", lifecycle: String = "production",
    owner: Located<String>? = nil,
    system: Located<String>? = nil, provides: [Located<String>] = [], consumes: [Located<String>] = [],
    dependsOn: [Located<String>] = []
  ) {
    self.head = head
    self.type = type
    self.lifecycle = lifecycle
    self.owner = owner
    self.system = system
    self.provides = provides
    self.consumes = consumes
    self.dependsOn = dependsOn
  }
}

/// A contract: an entity of kind `API`.
public struct PublishedAPI: Sendable, Equatable {
  /// Name and title.
  public let head: EntityHead
  /// `spec.type`: `openapi`, `asyncapi`, `graphql`, `grpc`. `asyncapi` makes asynchronous links.
  public let type: String
  /// `spec.owner`, as written.
  public let owner: Located<String>?
  /// What its definition offers, each where it stands: operations of `openapi`, as `GET /v1/x/{id}`; channels of
  /// `asyncapi`, as `item.ran-out`. Empty where the definition is elsewhere.
  public let operations: [Located<String>]

  /// Describes an API.
  public init(
    head: EntityHead, type: String = "openapi", owner: Located<String>? = nil,
    operations: [Located<String>] = []
  ) {
    self.head = head
    self.type = type
    self.owner = owner
    self.operations = operations
  }
}

/// A database, queue or bucket: an entity of kind `Resource`.
public struct Store: Sendable, Equatable {
  /// Name and title.
  public let head: EntityHead
  /// `spec.type`, such as `database`, `queue`, `topic`.
  public let type: String
  /// `spec.owner`, as written.
  public let owner: Located<String>?

  /// Describes a store.
  public init(head: EntityHead, type: String, owner: Located<String>? = nil) {
    self.head = head
    self.type = type
    self.owner = owner
  }
}

/// A group of services: an entity of kind `System`.
public struct System: Sendable, Equatable {
  /// Name and title.
  public let head: EntityHead
  /// `spec.owner`, as written.
  public let owner: Located<String>?

  /// Describes a system.
  public init(head: EntityHead, owner: Located<String>? = nil) {
    self.head = head
    self.owner = owner
  }
}
