public import SourceText

extension LinkGraph {
  /// The service of a name, key or alias; nil where none has it.
  public func service(named name: String) -> Int? { serviceNames[NameKey.make(name)] }

  /// The team of a name, key or alias; nil where none has it.
  public func team(named name: String) -> Int? { teamNames[NameKey.withoutTeam(NameKey.make(name))] }

  /// The needs of an ID or title, in any document, or in one with `KEY/N-1`; former IDs and titles count.
  public func needs(named name: String) -> [Int] {
    var key: Substring? = nil
    var rest = name[...]
    if let slash = name.lastIndex(of: "/") {
      key = name[..<slash]
      rest = name[name.index(after: slash)...]
    }
    let wanted = NameKey.make(String(rest))
    let found = needs.indices.filter { index in
      let need = needs[index]
      if let key, documents[need.document].key.lowercased() != key.lowercased() { return false }
      return NameKey.make(need.id) == wanted || NameKey.make(need.title.text) == wanted
    }
    if !found.isEmpty { return found }
    return needs.indices.filter { index in
      if let key, documents[needs[index].document].key.lowercased() != key.lowercased() { return false }
      return needs[index].formerly.contains { NameKey.make($0.text) == wanted }
    }
  }

  /// The known name nearest to one that nothing has.
  public func nearestService(to name: String) -> String? {
    NameIndex.nearest(to: name, in: services.flatMap { [$0.name, $0.key] + $0.aliases })
  }

  /// The known name nearest to one that nothing has.
  public func nearestTeam(to name: String) -> String? {
    NameIndex.nearest(to: name, in: teams.flatMap { [$0.name, $0.key] + $0.aliases })
  }

  /// For each name that nothing has, the known name of a team nearest to it, where one is near.
  public func nearestTeams(to names: [String]) -> [String: String] {
    if names.isEmpty { return [:] }
    let index = NameIndex(teams.flatMap { [$0.name, $0.key] + $0.aliases })
    return names.reduce(into: [:]) { $0[$1] = index.nearest(to: $1) }
  }

  /// The known title, or ID of a document's key and number, nearest to one that nothing has; nil for a bare ID, which
  /// is near to every other.
  public func nearestNeed(to name: String) -> String? {
    if NameKey.isID(name), !name.contains("/") { return nil }
    let written = needs.indices.lazy.filter { needs[$0].hasWrittenID }.map { qualifiedID(ofNeed: $0) }
    return NameIndex.nearest(to: name, in: Array(written) + needs.map(\.title.text))
  }

  /// Teams whose services serve a need, directly or through its steps; indices in order.
  public func teams(ofNeed need: Int) -> [Int] {
    services(ofNeed: need).compactMap { services[$0].team }.sortedUnique()
  }

  /// Services that serve a need, directly or through its steps; indices in order.
  public func services(ofNeed need: Int) -> [Int] {
    let direct = needs[need].services.compactMap(\.target)
    return (direct + needs[need].steps.flatMap { steps[$0].services.compactMap(\.target) }).sortedUnique()
  }

  /// Whether its document names a metric's ID anywhere in its text, outside code and its own declaration.
  public func isCited(_ metric: MetricNode) -> Bool {
    metric.hasWrittenID && citedIDs[metric.document].contains(metric.id.uppercased())
  }

  /// Where a document declares a service; nil where only the catalogue does, or nobody.
  public func declaration(of service: ServiceNode) -> Place? {
    switch service.origin {
    case .declared: service.places.first
    case .catalog: service.places.count > 1 ? service.places[1] : nil
    case .inferred, .named: nil
    }
  }
}
