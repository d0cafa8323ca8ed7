import Tracing

extension Generator {
  /// What the document leaves out, so that nobody builds it by accident. The same words twice are one decision.
  mutating func addOutOfScope() {
    var seen: Set<String> = []
    for point in notes.outOfScope where selection.takes(confidence(of: point)) {
      guard seen.insert(Slug.make(point.title)).inserted else { continue }
      var decision = item(
        .wont, claim("out-of-scope/\(Identity.slug(point.title))"), title: Wording.capitalised(point.title),
        origin: origin(of: point, rule: "out-of-scope"), source: source(of: point), hasWrittenID: false)
      if !point.detail.isEmpty { decision.description = [Wording.sentence(point.detail)] }
      add(decision)
    }
  }

  /// Which items wait for which: a need's epic for those of the needs it depends on, and its stories for the stories of
  /// these needs in the same service.
  mutating func resolveDependencies() {
    let ids = Set(backlog.items.map(\.id))
    var fingerprints: [String: String] = [:]
    for item in backlog.items where item.kind == .epic || item.kind == .wont {
      fingerprints[item.id] = item.fingerprint
    }
    var upstreamOfNeed: [String: [String]] = [:]
    for need in document.needs {
      guard let id = needItems[need] else { continue }
      upstreamOfNeed[id] = graph.needs[need].dependsOn.compactMap(\.target).map { target in
        needItems[target] ?? graph.qualifiedID(ofNeed: target)
      }
    }
    for index in backlog.items.indices {
      let item = backlog.items[index]
      var upstream: [String] = []
      // A pipeline is the same whatever the words of the needs behind it.
      let isEnabling = item.kind == .task && item.service != nil
      for need in isEnabling ? [] : item.needs {
        if need != item.id { upstream.append(need) }
        upstream += upstreamOfNeed[need] ?? []
      }
      backlog.items[index].upstream = Identity.fingerprint(
        upstream.uniqued().map { fingerprints[$0] ?? $0 })
      if item.kind == .epic, item.needs == [item.id] {
        backlog.items[index].dependsOn = (upstreamOfNeed[item.id] ?? []).uniqued()
      } else if item.kind == .story, let parent = item.parent, let service = item.service {
        backlog.items[index].dependsOn = (upstreamOfNeed[parent] ?? []).map {
          "\($0)/\(graph.services[service].key)"
        }
        .filter { ids.contains($0) }
      }
    }
  }
}
