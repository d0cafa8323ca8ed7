public import Tracing

/// One check of links between documents, services and teams. Like a `Rule`, one file holds all of it.
///
/// It is called once per run, over the graph of all documents and the catalogue; its findings may stand in any of the
/// documents or catalogue files. It is only called where a document declares something or a catalogue is given.
public protocol GraphRule: Sendable {
  /// What it checks, why, and examples that are run as its tests; these may carry a catalogue and further documents.
  static var about: About { get }
  /// What must be known before its silence about a document means that there is nothing to find.
  static var evidence: GraphEvidence { get }
  /// Makes the rule.
  init()
  /// Looks at the graph and reports what it finds.
  func check(_ graph: LinkGraph, _ report: inout GraphReport)
}

extension GraphRule {
  /// The document itself.
  public static var evidence: GraphEvidence { .document }
}

/// What the silence of a graph rule may rest on.
public enum GraphEvidence: Sendable {
  /// The document: more documents or a catalogue add no findings to it.
  case document
  /// The documents beside it.
  case portfolio
  /// The catalogue of teams and services.
  case catalog
}

/// What a run over the graph looked at, for judging whether a comment in a document silenced something.
public struct GraphCoverage: Sendable {
  private let known: Set<GraphEvidence>

  /// Says what was looked at.
  ///
  /// - Parameters:
  ///   - wholeFolders: whether folders were searched, rather than single files named.
  ///   - catalog: whether a catalogue was given.
  public init(wholeFolders: Bool, catalog: Bool) {
    var known: Set<GraphEvidence> = [.document]
    if wholeFolders { known.insert(.portfolio) }
    if catalog { known.insert(.catalog) }
    self.known = known
  }

  /// The rules whose silence means something.
  func judges(_ type: any GraphRule.Type) -> Bool { known.contains(type.evidence) }
}
