/// What a change of one node may touch.
public struct Reach: Sendable, Equatable {
  /// Needs: indices, sorted.
  public internal(set) var needs: [Int] = []
  /// Process steps.
  public internal(set) var steps: [Int] = []
  /// Services, the changed ones included.
  public internal(set) var services: [Int] = []
  /// Teams.
  public internal(set) var teams: [Int] = []
  /// APIs the changed services provide.
  public internal(set) var apis: [Int] = []
  /// Metrics.
  public internal(set) var metrics: [Int] = []
}

extension LinkGraph {
  /// For each service, the services that depend on it directly: indices, sorted.
  public func callers() -> [[Int]] {
    var callers = [[Int]](repeating: [], count: services.count)
    for (index, service) in services.enumerated() {
      for target in service.dependencies.compactMap(\.service.target)
      where target != index && callers[target].last != index {
        callers[target].append(index)
      }
    }
    return callers
  }

  /// What a change of services touches: those that depend on them, directly or through others, and what they serve.
  public func reach(ofServices changed: [Int]) -> Reach {
    let callers = callers()
    var seen = Set(changed)
    var queue = changed
    var at = 0
    while at < queue.count {
      for caller in callers[queue[at]] where seen.insert(caller).inserted { queue.append(caller) }
      at += 1
    }
    var reach = Reach()
    reach.services = queue.sortedUnique()
    reach.apis = changed.flatMap { services[$0].apis }.sortedUnique()
    reach.steps = reach.services.flatMap { services[$0].steps }.sortedUnique()
    let direct = reach.services.flatMap { services[$0].needs }
    reach.needs = (direct + reach.steps.flatMap { steps[$0].needs.compactMap(\.target) }).sortedUnique()
    reach.metrics = reach.needs.flatMap { needs[$0].metrics.compactMap(\.target) }.sortedUnique()
    reach.teams = reach.services.compactMap { services[$0].team }.sortedUnique()
    return reach
  }

  /// What a change of a need touches: the needs that depend on it, directly or through others, and what serves and
  /// measures them all.
  public func reach(ofNeed need: Int) -> Reach {
    var dependents: [Int: [Int]] = [:]
    for (index, other) in needs.enumerated() {
      for target in other.dependsOn.compactMap(\.target) { dependents[target, default: []].append(index) }
    }
    var seen: Set<Int> = [need]
    var queue = [need]
    var at = 0
    while at < queue.count {
      for next in dependents[queue[at]] ?? [] where seen.insert(next).inserted { queue.append(next) }
      at += 1
    }
    var reach = Reach()
    reach.needs = queue.sortedUnique()
    reach.steps = reach.needs.flatMap { needs[$0].steps }.sortedUnique()
    reach.services = reach.needs.flatMap { services(ofNeed: $0) }.sortedUnique()
    reach.metrics = reach.needs.flatMap { needs[$0].metrics.compactMap(\.target) }.sortedUnique()
    reach.teams = reach.services.compactMap { services[$0].team }.sortedUnique()
    reach.apis = reach.services.flatMap { services[$0].apis }.sortedUnique()
    return reach
  }
}
