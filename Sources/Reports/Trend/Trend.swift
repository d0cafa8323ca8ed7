public import Tracing

/// What the documents of a report were like at some points of their history, oldest first; the last point is now.
public struct Trend: Sendable, Equatable {
  /// How one document stood at one point.
  struct State: Sendable, Equatable {
    let needs: Int
    /// Needs of which no link is missing, or which are deliberately not built.
    let covered: Int
    let readiness: Readiness.State

    init(needs: Int, covered: Int, readiness: Readiness.State) {
      self.needs = needs
      self.covered = covered
      self.readiness = readiness
    }

    init(_ graph: LinkGraph, document: Int, _ readiness: Readiness.State) {
      let needs = MapGraph.needs(of: document, graph)
      self.needs = needs.count
      covered = needs.count {
        graph.needs[$0].notBuiltBecause != nil || MapGraph.gaps(ofNeed: $0, graph).isEmpty
      }
      self.readiness = readiness
    }
  }

  /// One point.
  public struct Point: Sendable, Equatable {
    /// When it was, to be read after "at" or "on": a revision as the user named it, or a day.
    let name: String
    /// One entry per document of the report; nil where the document was not there yet.
    let states: [State?]

    init(name: String, states: [State?]) {
      self.name = name
      self.states = states
    }

    /// Takes what counts of the documents as they were.
    ///
    /// - Parameters:
    ///   - name: when it was: a revision or a day.
    ///   - graph: the documents as they were, linked.
    ///   - documents: for each document of the report the index of what it was in the graph; nil where it was not there.
    ///   - checks: what the check of each document of the graph gave.
    public init(name: String, _ graph: LinkGraph, documents: [Int?], checks: [CheckSummary]) {
      self.name = name
      states = documents.map { document in
        document.map { State(graph, document: $0, Readiness(checks[$0]).state) }
      }
    }
  }

  /// The points, now included.
  let points: [Point]
  /// Where it begins, to be read after "than": `at v1.2`, `on 2026-03-01`.
  let start: String

  init(points: [Point], start: String) {
    self.points = points
    self.start = start
  }

  /// What a document's states were, oldest first.
  func states(of document: Int) -> [State?] { points.map { $0.states[document] } }

  /// Needs of all documents, by point.
  var needs: [Int] { points.map { $0.states.reduce(0) { $0 + ($1?.needs ?? 0) } } }
  /// Covered needs of all documents, by point.
  var covered: [Int] { points.map { $0.states.reduce(0) { $0 + ($1?.covered ?? 0) } } }
  /// Documents that are ready for review, by point.
  var ready: [Int] { points.map { $0.states.count { $0?.readiness == .ready } } }
  /// Documents that were there, by point.
  var documents: [Int] { points.map { $0.states.count { $0 != nil } } }
}

/// What the check of a document gave, in numbers.
public struct CheckSummary: Sendable {
  let errors: Int
  let warnings: Int
  let notes: Int
  let isDraft: Bool

  /// Takes the numbers of findings by severity, and whether the document was checked as a draft.
  public init(errors: Int, warnings: Int, notes: Int, isDraft: Bool) {
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
    self.isDraft = isDraft
  }
}

extension Readiness {
  init(_ check: CheckSummary) {
    self.init(errors: check.errors, warnings: check.warnings, notes: check.notes, isDraft: check.isDraft)
  }
}

/// Where the points before now come from: earlier points and the words for the first of them.
public struct History: Sendable {
  /// The points before now, oldest first; never empty.
  let points: [Trend.Point]
  let start: String

  /// Keeps points.
  ///
  /// - Parameters:
  ///   - points: the points before now, oldest first; at least one.
  ///   - revision: how the user named where it begins; nil where it begins with the first point's day.
  public init(_ points: [Trend.Point], since revision: String?) {
    precondition(!points.isEmpty, "a history has a beginning")
    self.points = points
    start = revision.map { "at \($0)" } ?? "on \(points[0].name)"
  }
}
