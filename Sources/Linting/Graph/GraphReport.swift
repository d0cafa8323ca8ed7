public import Diagnostics
public import SourceText

/// What a graph rule reports into.
public struct GraphReport {
  /// The findings so far, by path of the file they stand in.
  public private(set) var findings: [String: [Finding]] = [:]
  private let about: About
  private let scope: GraphScope
  private let severity: (Profile) -> Severity?

  init(about: About, scope: GraphScope, severity: @escaping (Profile) -> Severity?) {
    self.about = about
    self.scope = scope
    self.severity = severity
  }

  /// A limit in force for catalogue files and everything that belongs to no single document.
  public func limit(_ limit: Limit) -> Int { scope.standard.limit(limit) }

  /// A limit in force for the document of a path.
  public func limit(_ limit: Limit, in path: String) -> Int { scope.settings(path).limit(limit) }

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
    let settings = scope.settings(place.path)
    guard var severity = severity(settings.profile) else { return }
    if let cap { severity = min(severity, cap) }
    switch about.nature {
    case .structure, .unfinished: if settings.status == .draft { severity = .note }
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

/// The settings a run over the graph works with.
public struct GraphScope: Sendable {
  /// Settings of the documents, by path.
  let documents: [String: Settings]
  /// Settings of everything else.
  let standard: Settings
  /// Paths of documents that are closed: linked, but not spoken of.
  let closed: Set<String>

  /// Settles settings.
  public init(documents: [String: Settings], standard: Settings, closed: Set<String> = []) {
    self.documents = documents
    self.standard = standard
    self.closed = closed
  }

  func settings(_ path: String) -> Settings { documents[path] ?? standard }
}
