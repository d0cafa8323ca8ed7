import SourceText

extension Impact {
  /// Compares two versions, linked with the same catalogue. Needs that nobody declared are left out: they have no identity.
  public init(from old: LinkGraph, to new: LinkGraph) {
    let comparison = Comparison(old: old, new: new)
    needs = comparison.needs()
    metrics = comparison.metrics()
    services = comparison.services()
  }
}

/// The comparison of two graphs.
private struct Comparison {
  let old: LinkGraph
  let new: LinkGraph
  /// Texts that cite needs in the old version; an end of a link that stands there already did not change.
  let oldTexts: Set<String>
  let isSingle: Bool

  init(old: LinkGraph, new: LinkGraph) {
    self.old = old
    self.new = new
    isSingle = old.documents.count <= 1 && new.documents.count <= 1
    oldTexts = Set(
      old.claims.map(\.text.text) + old.steps.map(\.title.text) + old.needs.map(\.title.text)
        + old.metrics.map(\.statement.text) + old.questions.map { Self.whole($0) })
  }

  static func whole(_ question: QuestionNode) -> String {
    question.text.text + "\n" + (question.answer?.text ?? "")
  }

  func name(_ graph: LinkGraph, need: Int) -> String {
    isSingle ? graph.needs[need].id : graph.qualifiedID(ofNeed: need)
  }

  func name(_ graph: LinkGraph, metric: Int) -> String {
    let node = graph.metrics[metric]
    return isSingle ? node.id : graph.documents[node.document].key + "/" + node.id
  }

  // MARK: Needs

  func needs() -> [Impact.NeedChange] {
    let matcher = NeedMatcher(old, new)
    var changes: [Impact.NeedChange] = []
    for index in new.needs.indices where matcher.isDeclared(new, index) {
      guard let match = matcher.matches[index] else {
        changes.append(
          Impact.NeedChange(
            kind: .added, oldID: nil, newID: name(new, need: index), title: new.needs[index].title,
            basis: nil,
            differences: [], reach: reach(of: (new, index)), suspects: []))
        continue
      }
      let differences = differences(match.old, index)
      let isRenamed = old.needs[match.old].id != new.needs[index].id
      guard isRenamed || !differences.isEmpty else { continue }
      let changesMeaning = differences.contains { ["title", "statement", "acceptance"].contains($0.part) }
      var looked = isRenamed ? stillCiting(match.old) : []
      if changesMeaning {
        looked = suspects(index).filter { one in !looked.contains { $0.passage == one.passage } } + looked
      }
      changes.append(
        Impact.NeedChange(
          kind: isRenamed ? .renamed : .changed, oldID: name(old, need: match.old),
          newID: name(new, need: index),
          title: new.needs[index].title, basis: match.basis, differences: differences,
          reach: reach(of: (old, match.old), (new, index)),
          suspects: looked))
    }
    for index in matcher.removed {
      changes.append(
        Impact.NeedChange(
          kind: .removed, oldID: name(old, need: index), newID: nil, title: old.needs[index].title,
          basis: nil,
          differences: [], reach: reach(of: (old, index)), suspects: stillCiting(index)))
    }
    return changes
  }

  private func differences(_ before: Int, _ after: Int) -> [Impact.Difference] {
    let (a, b) = (old.needs[before], new.needs[after])
    return [
      difference("title", [a.title.text], [b.title.text]),
      difference("statement", text(a.statement), text(b.statement)),
      difference("acceptance", a.acceptance.map(\.text), b.acceptance.map(\.text)),
      difference("priority", text(a.priority?.rawValue), text(b.priority?.rawValue)),
      difference("customers", a.customers.map(\.text), b.customers.map(\.text)),
      difference("services", names(a.services, old), names(b.services, new)),
      difference("metrics", a.metrics.map(\.name), b.metrics.map(\.name)),
      difference("depends on", a.dependsOn.map(\.name), b.dependsOn.map(\.name)),
      difference("not built because", text(a.notBuiltBecause), text(b.notBuiltBecause)),
      difference("assumptions", a.assumptions.map(\.text), b.assumptions.map(\.text)),
    ].compactMap(\.self)
  }

  private func text(_ passage: Passage?) -> [String] {
    passage.map { $0.text.isEmpty ? [] : [$0.text] } ?? []
  }
  private func text(_ word: String?) -> [String] { word.map { [$0] } ?? [] }

  /// Names of services, by key where they are known, so that another spelling is no change.
  private func names(_ links: [Link], _ graph: LinkGraph) -> [String] {
    links.map { $0.target.map { graph.services[$0].key } ?? $0.name }
  }

  /// What stands on one side only; order and blanks do not matter.
  private func difference(_ part: String, _ before: [String], _ after: [String]) -> Impact.Difference? {
    let (a, b) = (Set(before), Set(after))
    if a == b { return nil }
    return Impact.Difference(
      part: part, removed: before.filter { !b.contains($0) }, added: after.filter { !a.contains($0) })
  }

  /// What cites a need whose meaning changed, and says the same as before.
  private func suspects(_ need: Int) -> [Impact.Suspect] {
    let node = new.needs[need]
    var found: [Impact.Suspect] = []
    for claim in node.claims { found.append(.init(kind: "claim", passage: new.claims[claim].text)) }
    for index in node.questions where oldTexts.contains(Self.whole(new.questions[index])) {
      found.append(.init(kind: "question", passage: new.questions[index].text))
    }
    for step in node.steps { found.append(.init(kind: "step", passage: new.steps[step].title)) }
    for other in new.needs where other.dependsOn.contains(where: { $0.target == need }) {
      found.append(.init(kind: "need", passage: other.title))
    }
    for metric in node.metrics.compactMap(\.target) {
      let statement = new.metrics[metric].statement
      if oldTexts.contains(statement.text) { found.append(.init(kind: "metric", passage: statement)) }
    }
    return found.filter { $0.kind == "question" || oldTexts.contains($0.passage.text) }
  }

  /// Where the new version still cites the ID of a need that is gone or has another one now.
  private func stillCiting(_ need: Int) -> [Impact.Suspect] {
    let id = old.needs[need].id
    guard old.needs[need].hasWrittenID, !new.needs.contains(where: { $0.id == id }) else { return [] }
    let texts = new.claims.map(\.text) + new.questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) }
    let links = new.dangling.filter { $0.name.uppercased() == id.uppercased() }.map {
      Passage($0.name, at: $0.place)
    }
    let citing = texts.filter { cites($0.text, id) }
    let others = links.filter { link in !citing.contains { $0.place.range.overlaps(link.place.range) } }
    return (citing + others).map { Impact.Suspect(kind: "citation", passage: $0) }
  }

  /// Whether an ID stands in a text, not as the beginning of a longer one.
  private func cites(_ text: String, _ id: String) -> Bool {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }).contains { $0 == id }
  }

  // MARK: Metrics and services

  func metrics() -> [Impact.ItemChange] {
    let before = byName(old.metrics.indices.filter { old.metrics[$0].origin == .declared }) {
      name(old, metric: $0)
    }
    let after = byName(new.metrics.indices.filter { new.metrics[$0].origin == .declared }) {
      name(new, metric: $0)
    }
    return changes(before, after) { before, after in
      difference("statement", [old.metrics[before].statement.text], [new.metrics[after].statement.text]).map {
        [$0]
      }
        ?? []
    } describe: { graph, index in
      let needs = graph.metrics[index].needs
      let title = graph.metrics[index].title
      return (title.text, title.place, needs, reach(of: needs.map { (graph, $0) }))
    }
  }

  func services() -> [Impact.ItemChange] {
    let before = byName(old.services.indices.filter { !old.services[$0].documents.isEmpty }) {
      old.services[$0].key
    }
    let after = byName(new.services.indices.filter { !new.services[$0].documents.isEmpty }) {
      new.services[$0].key
    }
    return changes(before, after, differences: serviceDifferences) { graph, index in
      let service = graph.services[index]
      var reach = Impact.Reach()
      add(graph, service: index, to: &reach)
      return (service.name, service.places.first, service.needs, sorted(reach))
    }
  }

  private func serviceDifferences(_ before: Int, _ after: Int) -> [Impact.Difference] {
    let (a, b) = (old.services[before], new.services[after])
    return [
      difference("owner", owners(a, old), owners(b, new)),
      difference("apis", a.apis.map { old.apis[$0].name }, b.apis.map { new.apis[$0].name }),
      difference("calls", a.dependencies.map(\.service.name), b.dependencies.map(\.service.name)),
      difference("stores", a.stores.map(\.name), b.stores.map(\.name)),
      difference("emits", a.emits.map(\.text), b.emits.map(\.text)),
      difference("lifecycle", [a.lifecycle.rawValue], [b.lifecycle.rawValue]),
    ].compactMap(\.self)
  }

  private func owners(_ service: ServiceNode, _ graph: LinkGraph) -> [String] {
    service.owners.map { $0.target.map { graph.teams[$0].key } ?? $0.name }
  }

  private func byName(_ indices: [Int], _ name: (Int) -> String) -> [String: Int] {
    Dictionary(indices.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func changes(
    _ before: [String: Int], _ after: [String: Int], differences: (Int, Int) -> [Impact.Difference],
    describe: (LinkGraph, Int) -> (name: String, place: Place?, needs: [Int], reach: Impact.Reach)
  ) -> [Impact.ItemChange] {
    Set(before.keys).union(after.keys).sorted().compactMap { id in
      let kind: Impact.Kind
      var found: [Impact.Difference] = []
      switch (before[id], after[id]) {
      case (let a?, let b?):
        found = differences(a, b)
        if found.isEmpty { return nil }
        kind = .changed
      case (nil, _): kind = .added
      case (_, nil): kind = .removed
      }
      let graph = kind == .removed ? old : new
      guard let index = after[id] ?? before[id] else { return nil }
      let (name, place, needs, reach) = describe(graph, index)
      return Impact.ItemChange(
        kind: kind, id: id, name: name, place: place, differences: found,
        needs: needs.map { self.name(graph, need: $0) }, reach: reach)
    }
  }

  // MARK: Reach

  private func reach(of needs: (LinkGraph, Int)...) -> Impact.Reach { reach(of: needs) }

  private func reach(of needs: [(LinkGraph, Int)]) -> Impact.Reach {
    var reach = Impact.Reach()
    for (graph, need) in needs {
      for service in graph.services(ofNeed: need) { add(graph, service: service, to: &reach) }
      reach.metrics += graph.needs[need].metrics.compactMap(\.target).map { name(graph, metric: $0) }
    }
    return sorted(reach)
  }

  private func add(_ graph: LinkGraph, service: Int, to reach: inout Impact.Reach) {
    let node = graph.services[service]
    reach.services.append(node.key)
    reach.teams += node.owners.compactMap(\.target).map { graph.teams[$0].key }
    reach.apis += node.apis.map { graph.apis[$0].name }
  }

  private func sorted(_ reach: Impact.Reach) -> Impact.Reach {
    var reach = reach
    reach.services = Array(Set(reach.services)).sorted()
    reach.teams = Array(Set(reach.teams)).sorted()
    reach.apis = Array(Set(reach.apis)).sorted()
    reach.metrics = Array(Set(reach.metrics)).sorted()
    return reach
  }
}
