public import Diagnostics
public import PRFAQ
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
    let standing = entry.standing(of: about)
    guard entry.mayReport(about, standing: standing) else { return }
    var severity = standing ?? .warning
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
    let finding = Finding(
      rule: about.name, severity: severity, message: message, range: place.range, help: help,
      related: others, fix: fix)
    findings[place.path, default: []] += entry.sections.settle([finding], of: about, standing: standing)
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
    /// What the configuration says of its sections.
    let sections: SectionRules

    /// Puts both together.
    ///
    /// - Parameter document: the document whose sections the configuration may name; nil for a catalogue file.
    public init(_ settings: Settings, _ linter: Linter, _ document: PRFAQDocument? = nil) {
      self.settings = settings
      self.linter = linter
      sections = document.map { SectionRules(linter.selection.sections, $0) } ?? SectionRules()
    }

    /// The severity of a rule where no section says otherwise; nil for off.
    func standing(of about: About) -> Severity? { linter.severity(of: about, in: settings.profile) }

    /// Whether a rule may say anything of the file.
    func mayReport(_ about: About, standing: Severity?) -> Bool {
      standing != nil || linter.isOpen(about) && sections.turnsOn(about)
    }

    /// The graph rules that were in force for the file and whose silence means that there is nothing to find.
    func judged(_ coverage: GraphCoverage) -> [String] {
      AllRules.graphTypes.filter {
        coverage.judges($0) && mayReport($0.about, standing: standing(of: $0.about))
      }.map { $0.about.name }
    }
  }

  /// For documents and those catalogue files for which something of their own holds, by path.
  let files: [String: Entry]
  /// For everything else.
  let standard: Entry
  /// Paths of documents that are closed: linked, but not spoken of.
  let closed: Set<String>
  /// Documents whose accepted backlog does not say what they say.
  let staleBacklogs: [StaleBacklog]

  /// Settles what is in force.
  public init(
    files: [String: Entry] = [:], standard: Entry, closed: Set<String> = [],
    staleBacklogs: [StaleBacklog] = []
  ) {
    self.staleBacklogs = staleBacklogs
    self.files = files
    self.standard = standard
    self.closed = closed
  }

  func entry(_ path: String) -> Entry { files[path] ?? standard }

  /// Whether a rule may say anything at all; where not, it need not run.
  func mayReport(_ about: About) -> Bool {
    func may(_ entry: Entry) -> Bool { entry.mayReport(about, standing: entry.standing(of: about)) }
    return may(standard) || files.values.contains(where: may)
  }
}
