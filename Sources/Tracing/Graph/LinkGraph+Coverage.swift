extension LinkGraph {
  /// How many nodes have one kind of link.
  ///
  /// Needs are those declared; inferred ones are nobody's promise yet. `Not built because` stands in for any link of a
  /// need. Services are those that documents declare or that serve a need or step.
  public func coverage(_ kind: Coverage.Kind) -> Coverage {
    var covered: [Int] = []
    var justified: [Int] = []
    var missing: [Int] = []
    func sort(_ index: Int, _ isCovered: Bool, _ isJustified: Bool = false) {
      if isCovered {
        covered.append(index)
      } else if isJustified {
        justified.append(index)
      } else {
        missing.append(index)
      }
    }
    switch kind {
    case .needClaim, .needMetric, .needAcceptance, .needService:
      // By index: a need has many parts, and few are asked for here.
      for index in needs.indices where needs[index].origin == .declared {
        sort(index, hasLink(needs[index], kind), needs[index].notBuiltBecause != nil)
      }
    case .stepService:
      for (index, step) in steps.enumerated() { sort(index, step.services.contains { $0.target != nil }) }
    case .serviceAPI:
      for index in servicesInScope { sort(index, !services[index].apis.isEmpty) }
    case .serviceTeam:
      for index in servicesInScope { sort(index, services[index].team != nil) }
    }
    return Coverage(
      kind: kind, total: covered.count + justified.count + missing.count, covered: covered,
      justified: justified,
      missing: missing)
  }

  private func hasLink(_ need: NeedNode, _ kind: Coverage.Kind) -> Bool {
    switch kind {
    case .needClaim: !need.claims.isEmpty || !need.questions.isEmpty || !need.steps.isEmpty
    case .needMetric: need.metrics.contains { $0.target != nil }
    case .needAcceptance: !need.acceptance.isEmpty
    case .needService:
      need.services.contains { $0.target != nil }
        || need.steps.contains { steps[$0].services.contains { $0.target != nil } }
    default: false
    }
  }

  /// Services that the documents are about: declared in one, or serving a need or step; indices in order.
  public var servicesInScope: [Int] {
    services.indices.filter { index in
      let service = services[index]
      return service.origin == .declared || !service.needs.isEmpty || !service.steps.isEmpty
        || service.origin == .catalog && service.places.count > 1
    }
  }
}
