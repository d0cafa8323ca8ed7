import Tracing

/// The part of the link graph that one document is about: its needs, the services that serve them, and their teams.
struct MapGraph: Sendable {
  /// What a node is.
  enum Kind: Sendable { case need, service, team }

  /// How a node stands.
  enum State: String, Sendable {
    /// Everything that should be linked is.
    case covered
    /// A link is missing.
    case partial
    /// Nothing leads on from it.
    case gap
    /// Deliberately left out.
    case justified
  }

  /// One node.
  struct Node: Sendable {
    let kind: Kind
    let state: State
    let label: String
    let title: String
    let detail: String
    /// Index in the graph's array of its kind; nil for a team that is only a gap.
    let index: Int?
  }

  /// How nodes hang together.
  enum EdgeKind: String, Sendable {
    case serves, viaStep = "via-step", owns
    case calls, events, bypass
  }

  /// A line from one node to another, by index in `nodes`.
  struct Edge: Sendable {
    let from: Int
    let to: Int
    let kind: EdgeKind
    /// Whether it leads from one team's service to another team's.
    var crossesTeams = false

    /// Whether it is a part of the chain from need to team.
    var isFlow: Bool { kind == .serves || kind == .viaStep || kind == .owns }
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Indices in the graph.
  let needs: [Int]
  private(set) var services: [Int] = []
  private(set) var teams: [Int] = []

  /// Draws the part of one document.
  ///
  /// - Parameter services: the services that it is about besides those that serve its needs, as `services(of:)` gives.
  init(_ graph: LinkGraph, document: Int, services declared: [Int]) {
    needs = MapGraph.needs(of: document, graph)
    services = Set(needs.flatMap { graph.services(ofNeed: $0) } + declared).sorted()
    for need in needs { nodes.append(MapGraph.node(need: need, graph)) }
    let serviceNodes = Dictionary(
      uniqueKeysWithValues: services.enumerated().map { ($1, needs.count + $0) })
    for service in services { nodes.append(MapGraph.node(service: service, graph)) }
    addEdges(graph, serviceNodes)
    addTeams(graph, serviceNodes)
    addDependencies(graph, serviceNodes)
  }

  /// The services that each document of a graph is about. All at once: to ask for one document after the other would go
  /// through all services for each.
  static func services(of graph: LinkGraph) -> [[Int]] {
    var services: [[Int]] = Array(repeating: [], count: graph.documents.count)
    for service in graph.servicesInScope {
      for document in graph.services[service].documents { services[document].append(service) }
    }
    return services
  }

  /// The needs a report shows: declared ones, and where there are none those inferred with some confidence.
  static func needs(of document: Int, _ graph: LinkGraph) -> [Int] {
    let all = Array(graph.documents[document].needs)
    let declared = all.filter { graph.needs[$0].origin == .declared }
    if !declared.isEmpty { return declared }
    return all.filter { need in
      guard case .inferred(_, let confidence) = graph.needs[need].origin else { return true }
      return confidence >= .medium
    }
  }

  private mutating func addEdges(_ graph: LinkGraph, _ serviceNodes: [Int: Int]) {
    for (position, need) in needs.enumerated() {
      let direct = Set(graph.needs[need].services.compactMap(\.target))
      for service in graph.services(ofNeed: need) {
        guard let node = serviceNodes[service] else { continue }
        edges.append(Edge(from: position, to: node, kind: direct.contains(service) ? .serves : .viaStep))
      }
    }
  }

  private mutating func addTeams(_ graph: LinkGraph, _ serviceNodes: [Int: Int]) {
    teams = Set(services.flatMap { graph.services[$0].owners.compactMap(\.target) }).sorted()
    let first = nodes.count
    let teamNodes = Dictionary(uniqueKeysWithValues: teams.enumerated().map { ($1, first + $0) })
    for team in teams { nodes.append(MapGraph.node(team: team, graph)) }
    var nobody: Int? = nil
    for service in services {
      guard let from = serviceNodes[service] else { continue }
      let owners = graph.services[service].owners
      for owner in owners {
        if let target = owner.target, let to = teamNodes[target] {
          edges.append(Edge(from: from, to: to, kind: .owns))
        }
      }
      if owners.contains(where: { $0.target != nil }) { continue }
      if nobody == nil {
        nobody = nodes.count
        nodes.append(
          Node(
            kind: .team, state: .gap, label: "", title: "No team", detail: "nobody owns these services",
            index: nil))
      }
      if let nobody { edges.append(Edge(from: from, to: nobody, kind: .owns)) }
    }
  }

  private mutating func addDependencies(_ graph: LinkGraph, _ serviceNodes: [Int: Int]) {
    for service in services {
      guard let from = serviceNodes[service] else { continue }
      var seen: Set<Int> = []
      for dependency in graph.services[service].dependencies {
        guard let target = dependency.service.target, let to = serviceNodes[target], to != from,
          seen.insert(to).inserted
        else { continue }
        let kind: EdgeKind =
          switch dependency.kind {
          case .synchronous: .calls
          case .asynchronous: .events
          case .bypass: .bypass
          }
        edges.append(
          Edge(
            from: from, to: to, kind: kind,
            crossesTeams: graph.services[service].team != graph.services[target].team))
      }
    }
  }

  // MARK: Nodes

  /// What is missing of a need, in words.
  static func gaps(ofNeed need: Int, _ graph: LinkGraph) -> [String] {
    let node = graph.needs[need]
    var gaps: [String] = []
    if graph.services(ofNeed: need).isEmpty { gaps.append("no service") }
    if node.claims.isEmpty, node.questions.isEmpty, node.steps.isEmpty { gaps.append("not answered") }
    if !node.metrics.contains(where: { $0.target != nil }) { gaps.append("no metric") }
    if node.acceptance.isEmpty { gaps.append("no test") }
    return gaps
  }

  private static func node(need index: Int, _ graph: LinkGraph) -> Node {
    let need = graph.needs[index]
    let gaps = gaps(ofNeed: index, graph)
    var state: State = gaps.isEmpty ? .covered : gaps.contains("no service") ? .gap : .partial
    var detail = gaps.isEmpty ? "answered, measured, tested, served" : gaps.joined(separator: ", ")
    if let reason = need.notBuiltBecause {
      state = .justified
      detail = "not built: \(reason.text)"
    }
    if need.origin != .declared { detail = "inferred; " + detail }
    return Node(
      kind: .need, state: state, label: need.hasWrittenID ? need.id : "", title: need.title.text,
      detail: detail,
      index: index)
  }

  private static func node(service index: Int, _ graph: LinkGraph) -> Node {
    let service = graph.services[index]
    var parts: [String] = []
    if service.lifecycle != .existing { parts.append(service.lifecycle.rawValue) }
    parts.append(service.apis.isEmpty ? "no API" : Count.text(service.apis.count, "API", "APIs"))
    let owners = service.owners.count
    if owners == 0 { parts.append("no owner") }
    if owners > 1 { parts.append("\(owners) owners") }
    let isWhole = !service.apis.isEmpty && service.team != nil
    return Node(
      kind: .service, state: isWhole ? .covered : service.team == nil ? .gap : .partial, label: "",
      title: service.name, detail: parts.joined(separator: ", "), index: index)
  }

  private static func node(team index: Int, _ graph: LinkGraph) -> Node {
    let team = graph.teams[index]
    var parts: [String] = []
    if !team.members.isEmpty { parts.append(Count.text(team.members.count, "person", "people")) }
    parts.append(Count.text(team.services.count, "service", "services"))
    return Node(
      kind: .team, state: .covered, label: "", title: team.name, detail: parts.joined(separator: ", "),
      index: index)
  }
}
