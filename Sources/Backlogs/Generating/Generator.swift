import Tracing

/// Makes the items of one document.
struct Generator {
  let graph: LinkGraph
  let notes: DocumentNotes
  let selection: Selection
  let document: DocumentNode
  let key: String
  var backlog: DocumentBacklog
  var taken: Set<String> = []
  /// The epics that metrics hang on, by metric.
  var metricEpics: [Int: String] = [:]
  /// The ids of epics and decisions by need.
  var needItems: [Int: String] = [:]

  /// The services it sets up: indices.
  let newServices: [Int]

  init(
    _ graph: LinkGraph, _ document: Int, _ notes: DocumentNotes, _ selection: Selection, newServices: [Int]
  ) {
    self.newServices = newServices
    self.graph = graph
    self.notes = notes
    self.selection = selection
    self.document = graph.documents[document]
    key = Identity.key(graph.documents[document].key)
    backlog = DocumentBacklog(document: document)
    backlog.selection = selection
  }

  /// The product's name, or words that stand for it.
  var product: String { document.product.isEmpty ? "the product" : document.product }

  mutating func generate() -> DocumentBacklog {
    nameNeeds()
    addNeeds()
    addLooseMetrics()
    addFirstSteps()
    addDiscovery()
    addEnablingWork()
    addOutOfScope()
    resolveDependencies()
    var quality = Quality(graph: graph, notes: notes, document: document)
    backlog.remarks += quality.check(backlog.items)
    backlog.remarks = sorted(backlog.remarks)
    return backlog
  }

  /// Remarks in the order of the items they speak of.
  private func sorted(_ remarks: [Remark]) -> [Remark] {
    var order: [String: Int] = [:]
    for (index, item) in backlog.items.enumerated() { order[item.id] = index }
    return remarks.enumerated().sorted {
      (order[$0.element.item] ?? 0, $0.offset) < (order[$1.element.item] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// An id that no other item of the document has.
  mutating func claim(_ local: String) -> String {
    var id = key + "/" + local
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(key)/\(local)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: - Making one

  /// An item with what all items have.
  func item(
    _ kind: BacklogItem.Kind, _ id: String, parent: String? = nil, title: String, origin: ItemOrigin,
    source: ItemSource,
    root: String? = nil, hasWrittenID: Bool = true
  ) -> BacklogItem {
    BacklogItem(
      id: id, uid: Identity.uid(of: id), kind: kind, parent: parent, document: backlog.document,
      title: Wording.clip(title), story: nil, description: [], acceptance: [], priority: nil, estimate: nil,
      status: nil, service: nil, team: nil, owners: [], needs: [], metrics: [], dependsOn: [], origin: origin,
      source: source, fingerprint: "", upstream: "", isSuspect: false, root: root ?? id,
      hasWrittenID: hasWrittenID,
      formerly: [])
  }

  mutating func add(_ item: BacklogItem) {
    var item = item
    // A control character is shown, not obeyed, whatever the format.
    item.title = Wording.visible(item.title)
    item.description = item.description.map(Wording.visible)
    if let story = item.story {
      item.story = UserStory(
        role: Wording.visible(story.role), want: Wording.visible(story.want),
        reason: story.reason.map(Wording.visible),
        text: Wording.visible(story.text))
    }
    for index in item.acceptance.indices {
      item.acceptance[index].text = Wording.visible(item.acceptance[index].text)
    }
    item.fingerprint = fingerprint(item)
    backlog.items.append(item)
  }

  /// What an item asks for; not where it stands, how urgent it is or who owns it.
  private func fingerprint(_ item: BacklogItem) -> String {
    Identity.fingerprint(
      [
        item.kind.rawValue, item.title, item.story?.text ?? "",
        item.service.map { graph.services[$0].key } ?? "",
      ]
        + [String(item.description.count)] + item.description + item.acceptance.map(\.text))
  }

  func origin(_ origin: NodeOrigin) -> ItemOrigin {
    if case .inferred(let rule, let confidence) = origin {
      return .inferred(rule: rule, confidence: confidence)
    }
    return .declared
  }

  /// The ids an item of a service would have had under the service's other names.
  func formerIDs(of service: ServiceNode, _ id: (_ key: String) -> String) -> [String] {
    service.aliases.map { Slug.make($0) }.filter { $0 != service.key }.uniqued().map(id)
  }

  func qualified(_ need: Int) -> String { needItems[need] ?? graph.qualifiedID(ofNeed: need) }
}
