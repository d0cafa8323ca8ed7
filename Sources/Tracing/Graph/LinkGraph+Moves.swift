extension LinkGraph {
  /// A service that is given to a team.
  public struct Move: Sendable, Equatable {
    /// Index of the service.
    public let service: Int
    /// The team it goes to.
    public let team: Destination

    /// Where a service goes.
    public enum Destination: Sendable, Equatable {
      /// A team that is there: its index.
      case known(Int)
      /// A team to be formed, by name.
      case new(String)
    }

    /// Describes a move.
    public init(service: Int, team: Destination) {
      self.service = service
      self.team = team
    }
  }

  /// The graph as it would be after services were given to other teams; teams to be formed stand behind the others.
  public func moving(_ moves: [Move]) -> LinkGraph {
    var graph = self
    for move in moves {
      guard
        let place = graph.services[move.service].owners.first?.place
          ?? graph.services[move.service].places.first
      else { continue }
      let team: Int
      switch move.team {
      case .known(let index): team = index
      case .new(let name):
        if let known = graph.teams.firstIndex(where: { NameKey.make($0.name) == NameKey.make(name) }) {
          team = known
        } else {
          team = graph.teams.count
          graph.teams.append(
            TeamNode(
              key: Slug.make(name), name: name, aliases: [], origin: .named, places: [], type: "team",
              parent: nil,
              members: [], managers: [], productOwners: [], scrumMasters: [], onCall: [], services: []))
        }
      }
      var link = Link(graph.teams[team].name, at: place)
      link.target = team
      graph.services[move.service].owners = [link]
    }
    for index in graph.teams.indices { graph.teams[index].services = [] }
    for index in graph.services.indices {
      if let team = graph.services[index].team { graph.teams[team].services.append(index) }
    }
    return graph
  }

  /// Dependencies that cross from one team to another: each pair of services once.
  public var crossings: [(from: Int, to: Int)] {
    var found: [(from: Int, to: Int)] = []
    for (index, service) in services.enumerated() {
      guard let own = service.team else { continue }
      for target in service.dependencies.compactMap(\.service.target).sortedUnique() {
        if let other = services[target].team, other != own { found.append((index, target)) }
      }
    }
    return found
  }
}
