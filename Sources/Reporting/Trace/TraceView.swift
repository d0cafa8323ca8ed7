public import Tracing

/// The part of a link graph that is shown: all of it, or what surrounds one node.
public struct TraceView: Sendable {
  /// The graph.
  public let graph: LinkGraph
  /// Needs that are shown: indices.
  public let needs: [Int]
  /// Services that are shown.
  public let services: [Int]

  /// Everything that documents declare.
  public init(_ graph: LinkGraph) {
    self.graph = graph
    needs = graph.needs.indices.filter { graph.needs[$0].origin == .declared }
    services = graph.servicesInScope
  }

  /// What surrounds one node.
  public init(_ graph: LinkGraph, needs: [Int], services: [Int]) {
    self.graph = graph
    self.needs = needs
    self.services = services
  }

  /// A need's ID: local where there is one document, else with its document's key.
  func id(_ need: Int) -> String {
    graph.documents.count == 1 ? graph.needs[need].id : graph.qualifiedID(ofNeed: need)
  }

  /// A need's ID, where it is written, and its title.
  func label(_ need: Int) -> String {
    let node = graph.needs[need]
    if node.hasWrittenID { return "\(id(need)) \(node.title.text)" }
    return graph.documents.count == 1
      ? node.title.text : "\(graph.documents[node.document].key)/ \(node.title.text)"
  }

  func teamName(ofService service: Int) -> String? {
    graph.services[service].team.map { graph.teams[$0].name }
  }

  /// Names of the teams that serve a need.
  func teamNames(ofNeed need: Int) -> [String] { graph.teams(ofNeed: need).map { graph.teams[$0].name } }

  /// Whether a need is served, or why not.
  enum State: String { case covered, justified, missing }

  func state(ofNeed need: Int) -> State {
    if !graph.services(ofNeed: need).isEmpty { return .covered }
    return graph.needs[need].notBuiltBecause == nil ? .missing : .justified
  }
}
