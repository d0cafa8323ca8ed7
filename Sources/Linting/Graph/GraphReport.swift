public import Diagnostics
public import SourceText

/// What a graph rule reports into.
public struct GraphReport {
  /// The findings so far, by path of the file they stand in.
  public private(set) var findings: [String: [Finding]] = [:]
  private let about: About
  private let scope: GraphScope

  init(about: About, scope: GraphScope) {
    self.about = about
    self.scope = scope
  }

  /// Documents whose accepted backlog does not say what they say, by path.
  public var staleBacklogs: [StaleBacklog] { scope.staleBacklogs }

  /// A limit in force for catalogue files and everything that belongs to no single document.
  public func limit(_ limit: Limit) -> Int { scope.standard.settings.limit(limit) }

  /// A limit in force for the document of a path.
  public func limit(_ limit: Limit, in path: String) -> Int { scope.entry(path).settings.limit(limit) }

  /// Reports a finding.
  ///
  /// - Parameters:
  ///   - message: what is so; one sentence, no final full stop, names the thing.
  ///   - place: the exact place it speaks of, in a document or catalogue file.
  ///   - help: what to do; one or two short sentences.
  ///   - cap: the most it may weigh, such as a note where the catalogue is known to be incomplete.
  ///   - related: other places that belong to it, in this or another file.
  ///   - fix: a change of this file that settles it.
  public mutating func add(
    _ message: String, at place: Place, help: String, cap: Severity? = nil,
    related: [(place: Place, message: String)] = [], fix: Fix? = nil
  ) {
    if scope.closed.contains(place.path) { return }
    let entry = scope.entry(place.path)
    guard var severity = entry.linter.severity(of: about, in: entry.settings.profile) else { return }
    if let cap { severity = min(severity, cap) }
    switch about.nature {
    case .structure, .unfinished: if entry.settings.status == .draft { severity = .note }
    case .file, .wording, .declared: break
    }
    let others = related.map { other in
      other.place.path == place.path
        ? Finding.Related(range: other.place.range, message: other.message)
        : Finding.Related(place: other.place, message: other.message)
    }
    findings[place.path, default: []].append(
      Finding(
        rule: about.name, severity: severity, message: message, range: place.range, help: help,
        related: others, fix: fix))
  }
}

/// The settings and rules in force for each file of a run over the graph.
public struct GraphScope: Sendable {
  /// What is in force for a file.
  public struct Entry: Sendable {
    /// Its settings.
    public let settings: Settings
    /// Its rules.
    public let linter: Linter
    /// Puts both together.
    public init(_ settings: Settings, _ linter: Linter) {
      self.settings = settings
      self.linter = linter
    }
  }

  /// For documents, by path.
  let documents: [String: Entry]
  /// For everything else.
  let standard: Entry
  /// Paths of documents that are closed: linked, but not spoken of.
  let closed: Set<String>
  /// Documents whose accepted backlog does not say what they say.
  let staleBacklogs: [StaleBacklog]

  /// Settles what is in force.
  public init(
    documents: [String: Entry] = [:], standard: Entry, closed: Set<String> = [],
    staleBacklogs: [StaleBacklog] = []
  ) {
    self.staleBacklogs = staleBacklogs
    self.documents = documents
    self.standard = standard
    self.closed = closed
  }

  func entry(_ path: String) -> Entry { documents[path] ?? standard }
}
