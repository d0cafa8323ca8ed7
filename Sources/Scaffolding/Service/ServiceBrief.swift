/// What is known of a service that is to be made: everything its templates can say.
public struct ServiceBrief: Sendable, Equatable {
  /// A name people write, and the short name made from it.
  public struct Name: Sendable, Equatable {
    /// As people write it.
    public var title: String
    /// Lower-case letters, digits and single dashes, a letter first.
    public var slug: String

    /// Puts title and slug together.
    public init(title: String, slug: String) {
      self.title = title
      self.slug = slug
    }
  }

  /// A need the service serves.
  public struct Need: Sendable, Equatable {
    /// Its ID in the document.
    public var id: String
    /// Its title.
    public var title: String
    /// The text that explains it; may be empty.
    public var detail: String
    /// must, should, could or won't; nil when none is stated.
    public var priority: String?
    /// Whose need it is; may be empty.
    public var customer: String
    /// Metrics it is measured by.
    public var metrics: [Metric]
    /// Conditions that can be tested.
    public var acceptances: [String]

    /// Describes a need.
    public init(
      id: String, title: String, detail: String = "", priority: String? = nil, customer: String = "",
      metrics: [Metric] = [], acceptances: [String] = []
    ) {
      self.id = id
      self.title = title
      self.detail = detail
      self.priority = priority
      self.customer = customer
      self.metrics = metrics
      self.acceptances = acceptances
    }
  }

  /// A measure of success.
  public struct Metric: Sendable, Equatable {
    /// Its ID in the document.
    public var id: String
    /// Its title.
    public var title: String
    /// The whole sentence.
    public var statement: String

    /// Describes a metric.
    public init(id: String, title: String, statement: String) {
      self.id = id
      self.title = title
      self.statement = statement
    }
  }

  /// A service it calls, with the operations that one declares.
  public struct Provider: Sendable, Equatable {
    /// Its name.
    public var name: Name
    /// Its operations.
    public var operations: [ServiceOperation]

    /// Describes a service that is called.
    public init(name: Name, operations: [ServiceOperation] = []) {
      self.name = name
      self.operations = operations
    }
  }

  /// A service that calls it.
  public struct Caller: Sendable, Equatable {
    /// Its name.
    public var name: Name
    /// The slug of its owning team; nil where none is known.
    public var team: String?

    /// Describes a caller.
    public init(name: Name, team: String?) {
      self.name = name
      self.team = team
    }
  }

  /// The PR/FAQ it comes from.
  public struct Document: Sendable, Equatable {
    /// The headline.
    public var title: String
    /// Short name in a portfolio.
    public var key: String
    /// The path as given.
    public var path: String
    /// The first 16 digits of the hash of its bytes.
    public var hash: String

    /// Describes a document.
    public init(title: String, key: String, path: String, hash: String) {
      self.title = title
      self.key = key
      self.path = path
      self.hash = hash
    }
  }

  /// Its name.
  public var name: Name
  /// What it does; may be empty.
  public var summary = ""
  /// Whether it is to be built for this product.
  public var isNew = false
  /// The owning team.
  public var owner: Name
  /// The organisation on GitHub in whose name teams are written.
  public var organization = "example"
  /// How to reach the team; may be empty.
  public var contact = ""
  /// The product it belongs to.
  public var system: Name
  /// The document.
  public var document: Document
  /// Customer segments.
  public var customers: [String] = []
  /// Needs it serves.
  public var needs: [Need] = []
  /// Its operations.
  public var operations: [ServiceOperation] = []
  /// Services it calls.
  public var calls: [Provider] = []
  /// Services that call it.
  public var callers: [Caller] = []
  /// Events it sends.
  public var emits: [String] = []
  /// Data it keeps.
  public var stores: [String] = []
  /// People of the team.
  public var people: [String] = []
  /// Those of them who are on call; all when nobody says.
  public var onCall: [String] = []
  /// The day of the launch; nil when not known to the day.
  public var launch: Day?

  /// Starts with what must be known.
  public init(name: Name, owner: Name, system: Name, document: Document) {
    self.name = name
    self.owner = owner
    self.system = system
    self.document = document
  }
}
