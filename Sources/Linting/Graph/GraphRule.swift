public import Tracing

/// One check of links between documents, services and teams. Like a `Rule`, one file holds all of it.
///
/// It is called once per run, over the graph of all documents and the catalogue; its findings may stand in any of the
/// documents or catalogue files. It is only called where a document declares something or a catalogue is given.
public protocol GraphRule: Sendable {
  /// What it checks, why, and examples that are run as its tests; these may carry a catalogue and further documents.
  static var about: About { get }
  /// Makes the rule.
  init()
  /// Looks at the graph and reports what it finds.
  func check(_ graph: LinkGraph, _ report: inout GraphReport)
}
