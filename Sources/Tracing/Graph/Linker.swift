import Organization
import SourceText

/// Makes the link graph: registers every name first, then resolves every link with one table look-up each.
struct Linker {
  let organization: Organization?
  var graph = LinkGraph()
  /// Registered services, in the order of registration until `sortNodes`.
  var services: [ServiceNode] = []
  var teams: [TeamNode] = []
  /// Numbers of the services each document declares.
  var declaredServices: [[Int]] = []
  /// APIs and stores of the catalogue by name.
  var apiNames: [String: Int] = [:]
  var storeNames: [String: Int] = [:]
  /// The dependencies there are already.
  private var relations: Set<Relation> = []
  /// The stores of a service.
  private var storesOfServices: [Int: Set<Int?>] = [:]
  /// What the APIs of a service are called, their operations included.
  private var namesOfAPIs: [Int: Set<String>] = [:]
  /// Components of the catalogue that run nothing.
  lazy var libraries: Set<String> = Set(
    (organization?.services ?? []).map { NameKey.make($0.head.name.value) }.filter {
      graph.serviceNames[$0] == nil
    })
  /// Made when the first name leads nowhere.
  lazy var serviceIndex = NameIndex(services.flatMap { [$0.name, $0.key] + $0.aliases })
  lazy var apiIndex = NameIndex((organization?.apis ?? []).map(\.head.name.value))

  /// A dependency that comes once, however often it is told.
  private struct Relation: Hashable {
    let from: Int
    let kind: Dependency.Kind
    let target: Int?
    let api: Int?
    let store: Int?
  }

  init(_ organization: Organization?) {
    self.organization = organization
    graph.catalog = organization.map { $0.isComplete ? .complete : .partial } ?? .none
  }

  mutating func link(_ units: [TraceUnit]) -> LinkGraph {
    registerCatalog()
    for (index, unit) in units.enumerated() { register(unit, index) }
    for (index, unit) in units.enumerated() { registerNamed(unit, index) }
    sortNodes()
    linkCatalog()
    for (index, unit) in units.enumerated() { linkServices(of: unit, index) }
    let portfolio = Portfolio(units)
    for (index, unit) in units.enumerated() { add(unit, index, portfolio) }
    graph.services = services
    graph.teams = teams
    graph.dangling.sort {
      ($0.document ?? Int.max, $0.place.path, $0.place.range.lowerBound)
        < ($1.document ?? Int.max, $1.place.path, $1.place.range.lowerBound)
    }
    for index in graph.services.indices {
      graph.services[index].needs = graph.services[index].needs.sortedUnique()
      graph.services[index].steps = graph.services[index].steps.sortedUnique()
      graph.services[index].documents = graph.services[index].documents.sortedUnique()
      if let team = graph.services[index].team { graph.teams[team].services.append(index) }
    }
    return graph
  }

  // MARK: Names

  private mutating func register(_ unit: TraceUnit, _ document: Int) {
    var numbers: [Int] = []
    for declared in unit.services {
      let key = NameKey.make(declared.name.text)
      let number: Int
      if let known = graph.serviceNames[key] {
        number = known
        services[number].places.append(declared.name.place)
        if services[number].purpose.isEmpty { services[number].purpose = declared.purpose }
      } else {
        number = addService(declared.name.text, .declared, at: declared.name.place)
        services[number].purpose = declared.purpose
      }
      services[number].documents.append(document)
      if let lifecycle = declared.lifecycle { services[number].lifecycle = lifecycle }
      for alias in declared.aliases {
        graph.serviceNames.name(number, NameKey.make(alias))
        services[number].aliases.append(alias)
      }
      numbers.append(number)
    }
    declaredServices.append(numbers)
    for declared in unit.teams {
      let number: Int
      if let known = team(named: declared.name.text) {
        number = known
        teams[number].places.append(declared.name.place)
      } else {
        number = addTeam(declared.name.text, .declared, at: declared.name.place)
      }
      // What a catalogue says of a team's people wins; documents are read for fewer reasons than it is.
      if teams[number].members.isEmpty { teams[number].members = declared.members.map(\.text) }
      if teams[number].managers.isEmpty { teams[number].managers = declared.managers }
      if teams[number].productOwners.isEmpty { teams[number].productOwners = declared.productOwners }
      if teams[number].scrumMasters.isEmpty { teams[number].scrumMasters = declared.scrumMasters }
      if teams[number].onCall.isEmpty { teams[number].onCall = declared.onCall }
      for alias in declared.aliases {
        graph.teamNames.name(number, NameKey.make(alias))
        teams[number].aliases.append(alias)
      }
    }
  }

  /// Registers what documents only name, where nobody claims to know all there is.
  private mutating func registerNamed(_ unit: TraceUnit, _ document: Int) {
    for link in unit.needs.flatMap(\.services) + unit.steps.flatMap(\.services)
    where service(link.name) == nil {
      if unit.services.isEmpty && graph.catalog == .none || graph.catalog == .partial {
        addNamed(link)
      }
    }
    for declared in unit.services {
      for link in declared.calls where service(link.name) == nil && api(link.name) == nil {
        // What nearly is a known name is a slip, not another service.
        if graph.catalog == .partial || graph.catalog == .none && serviceIndex.nearest(to: link.name) == nil {
          addNamed(link)
        }
      }
      guard graph.catalog != .complete else { continue }
      for link in declared.owners where team(named: link.name) == nil {
        _ = addTeam(link.name, .named, at: link.place)
      }
    }
  }

  private mutating func addNamed(_ link: Link) { _ = addService(link.name, .named, at: link.place) }

  mutating func addService(_ name: String, key: String? = nil, _ origin: NodeOrigin, at place: Place) -> Int {
    let number = graph.serviceNames.add(key: NameKey.make(key ?? name))
    services.append(
      ServiceNode(
        key: key ?? Slug.make(name), name: name, aliases: [], purpose: "", origin: origin, places: [place],
        documents: [], lifecycle: .existing, owners: [], apis: [], dependencies: [], stores: [], emits: [],
        system: nil, needs: [], steps: []))
    return number
  }

  mutating func addTeam(_ name: String, key: String? = nil, _ origin: NodeOrigin, at place: Place) -> Int {
    let number = graph.teamNames.add(key: NameKey.withoutTeam(NameKey.make(key ?? name)))
    graph.teamNames.name(number, NameKey.make(key ?? name))
    teams.append(
      TeamNode(
        key: key ?? Slug.make(name), name: name, aliases: [], origin: origin, places: [place], type: "team",
        parent: nil, members: [], managers: [], productOwners: [], scrumMasters: [], onCall: [], services: [])
    )
    return number
  }

  func service(_ name: String) -> Int? { graph.serviceNames[NameKey.make(name)] }
  func team(named name: String) -> Int? { graph.teamNames[NameKey.withoutTeam(NameKey.make(name))] }

  /// The number of an API by the name of a catalogue's; the APIs are registered in its order.
  func api(_ name: String) -> Int? { apiNames[NameKey.make(name)] }

  private mutating func sortNodes() {
    let rank = graph.serviceNames.sort()
    var sorted = services
    for (number, position) in rank.enumerated() { sorted[position] = services[number] }
    services = sorted
    declaredServices = declaredServices.map { $0.map { rank[$0] } }
    let teamRank = graph.teamNames.sort()
    var sortedTeams = teams
    for (number, position) in teamRank.enumerated() { sortedTeams[position] = teams[number] }
    teams = sortedTeams
  }

  // MARK: Services of documents

  private mutating func linkServices(of unit: TraceUnit, _ document: Int) {
    var stores: [String: Int] = [:]
    for (declared, number) in zip(unit.services, declaredServices[document]) {
      for owner in declared.owners { addOwner(owner, team(named: owner.name), to: number) }
      for api in declared.apis { addAPI(api, to: number) }
      for store in declared.stores { addStore(store, to: number, &stores) }
      services[number].emits += declared.emits
      for call in declared.calls { addCall(call, from: number, document) }
      for other in declared.dependsOn { addCall(other, from: number, document, isLabelled: false) }
    }
  }

  mutating func addOwner(_ owner: Link, _ team: Int?, to number: Int) {
    var link = owner
    link.target = team
    let isKnown = services[number].owners.contains {
      $0.target == team && (team != nil || NameKey.make($0.name) == NameKey.make(owner.name))
    }
    if !isKnown { services[number].owners.append(link) }
  }

  private mutating func addAPI(_ api: Passage, to number: Int) {
    let name = NameKey.make(api.text)
    if let known = apiNames[name] {
      if !graph.apis[known].providers.contains(number) { graph.apis[known].providers.append(number) }
      if !services[number].apis.contains(known) {
        services[number].apis.append(known)
        namesOfAPIs[number] = nil
      }
      return
    }
    // An operation of a contract in the catalogue is not another API, nor is one that two documents name.
    if namesOfAPIs[number] == nil {
      namesOfAPIs[number] = Set(
        services[number].apis.flatMap { [graph.apis[$0].name] + graph.apis[$0].operations })
    }
    guard namesOfAPIs[number]?.insert(api.text).inserted ?? true else { return }
    services[number].apis.append(graph.apis.count)
    graph.apis.append(
      APINode(
        name: api.text, type: "operation", operations: [], place: api.place, providers: [number],
        consumers: []))
  }

  private mutating func addStore(_ store: Link, to number: Int, _ own: inout [String: Int]) {
    let name = NameKey.make(store.name)
    var link = store
    // A store the catalogue does not know is its document's own: two products may both keep "orders".
    let known = storeNames[name] ?? own[name]
    link.target = known ?? graph.stores.count
    if known == nil {
      own[name] = graph.stores.count
      graph.stores.append(StoreNode(name: store.name, place: store.place, owners: []))
    }
    if storesOfServices[number] == nil {
      storesOfServices[number] = Set(services[number].stores.map(\.target))
    }
    guard storesOfServices[number]?.insert(link.target).inserted ?? true else { return }
    services[number].stores.append(link)
    if let target = link.target { graph.stores[target].owners.append(number) }
  }

  private mutating func addCall(_ call: Link, from number: Int, _ document: Int, isLabelled: Bool = true) {
    var link = call
    if let target = service(call.name) {
      link.target = target
      services[target].documents.append(document)
      add(Dependency(kind: .synchronous, service: link, api: nil), to: number)
    } else if let api = api(call.name) {
      link.target = graph.apis[api].providers.first
      if !graph.apis[api].consumers.contains(number) { graph.apis[api].consumers.append(number) }
      let kind: Dependency.Kind = graph.apis[api].type == "asyncapi" ? .asynchronous : .synchronous
      add(Dependency(kind: kind, service: link, api: api), to: number)
    } else if let store = storeNames[NameKey.make(call.name)] {
      link.target = graph.stores[store].owners.first { $0 != number }
      add(Dependency(kind: .bypass, service: link, api: nil, store: store), to: number)
    } else if isLabelled {
      add(Dependency(kind: .synchronous, service: link, api: nil), to: number)
      dangle(.service, call, in: document, near: serviceIndex.nearest(to: call.name))
    }
  }

  mutating func add(_ dependency: Dependency, to number: Int) {
    let relation = Relation(
      from: number, kind: dependency.kind, target: dependency.service.target, api: dependency.api,
      store: dependency.store)
    if dependency.service.target != nil, !relations.insert(relation).inserted { return }
    services[number].dependencies.append(dependency)
  }

  // MARK: Needs, steps, claims, questions

  private mutating func add(_ unit: TraceUnit, _ index: Int, _ portfolio: Portfolio) {
    let firstNeed = graph.needs.count
    let firstMetric = graph.metrics.count
    graph.metrics += unit.metrics
    for metric in firstMetric..<graph.metrics.count { graph.metrics[metric].document = index }
    let names = DocumentNames(unit, firstNeed: firstNeed, firstMetric: firstMetric)
    for offset in unit.needs.indices {
      var need = unit.needs[offset]
      let number = firstNeed + offset
      need.document = index
      need.metrics = linkMetrics(need.metrics, of: number, in: index, names)
      need.services = linkServed(need.services, in: index, unit)
      for target in need.services.compactMap(\.target) { services[target].needs.append(number) }
      need.dependsOn = need.dependsOn.compactMap { linkNeed($0, in: index, names, portfolio, isLabel: true) }
      graph.needs.append(need)
    }
    let firstStep = graph.steps.count
    for var step in unit.steps {
      let number = graph.steps.count
      step.document = index
      step.services = linkServed(step.services, in: index, unit)
      for target in step.services.compactMap(\.target) { services[target].steps.append(number) }
      step.needs = step.needs.compactMap { linkNeed($0, in: index, names, portfolio, isLabel: true) }
      graph.steps.append(step)
    }
    let firstClaim = graph.claims.count
    for var claim in unit.claims {
      claim.document = index
      claim.needs = claim.needs.compactMap { linkNeed($0, in: index, names, portfolio, isLabel: false) }
      graph.claims.append(claim)
    }
    let firstQuestion = graph.questions.count
    for var question in unit.questions {
      question.document = index
      question.needs = question.needs.compactMap { linkNeed($0, in: index, names, portfolio, isLabel: false) }
      graph.questions.append(question)
    }
    var document = unit.document
    document.needs = firstNeed..<graph.needs.count
    document.metrics = firstMetric..<graph.metrics.count
    document.steps = firstStep..<graph.steps.count
    document.claims = firstClaim..<graph.claims.count
    document.questions = firstQuestion..<graph.questions.count
    graph.documents.append(document)
    graph.citedIDs.append(unit.citedIDs)
    suggest(unit, index)
    if index == portfolio.count - 1 { reverse() }
  }

  /// Fills in the links back from needs to what cites them; every need is there by now.
  private mutating func reverse() {
    for (index, step) in graph.steps.enumerated() {
      for target in step.needs.compactMap(\.target) where graph.needs[target].steps.last != index {
        graph.needs[target].steps.append(index)
      }
    }
    for (index, claim) in graph.claims.enumerated() {
      for target in claim.needs.compactMap(\.target) where graph.needs[target].claims.last != index {
        graph.needs[target].claims.append(index)
      }
    }
    for (index, question) in graph.questions.enumerated() {
      for target in question.needs.compactMap(\.target) where graph.needs[target].questions.last != index {
        graph.needs[target].questions.append(index)
      }
    }
  }

  private mutating func linkServed(_ links: [Link], in document: Int, _ unit: TraceUnit) -> [Link] {
    links.map { link in
      var link = link
      link.target = service(link.name)
      if let target = link.target {
        services[target].documents.append(document)
        if services[target].origin == .named, graph.catalog == .partial {
          dangle(.service, link, in: document, near: nil)
        }
      } else {
        dangle(.service, link, in: document, near: serviceIndex.nearest(to: link.name))
      }
      return link
    }
  }

  private mutating func linkMetrics(
    _ links: [Link], of need: Int, in document: Int, _ names: DocumentNames
  ) -> [Link] {
    links.compactMap { link in
      var link = link
      switch names[link.name] {
      case .metric(let metric): link.target = metric
      case .need where NameKey.isID(link.name):
        dangle(.metric, link, in: document, near: nil, instead: "a need, not a metric")
      default:
        if NameKey.isID(link.name) {
          dangle(.metric, link, in: document, near: nil)
        } else if let near = names.nearestMetric(to: link.name) {
          dangle(.metric, link, in: document, near: near)
        } else {
          // What is measured is said in words: a metric of its own.
          link.target = graph.metrics.count
          names.addMetric(link.name, graph.metrics.count)
          let text = Passage(link.name, at: link.place)
          let course = MetricCourse(link.name)
          graph.metrics.append(
            MetricNode(
              document: document, id: Slug.make(link.name), hasWrittenID: false, title: text, statement: text,
              place: link.place, origin: .named, baseline: course.baseline, target: course.target,
              by: course.by,
              needs: []))
        }
      }
      if let target = link.target, graph.metrics[target].needs.last != need {
        graph.metrics[target].needs.append(need)
      }
      return link
    }
  }

  /// The link to a need; nil where what is written names no need and does not have to.
  ///
  /// - Parameter isLabel: whether it is the value of a label, where every ID must exist.
  private mutating func linkNeed(
    _ link: Link, in document: Int, _ names: DocumentNames, _ portfolio: Portfolio, isLabel: Bool
  ) -> Link? {
    var link = link
    if link.name.utf8.contains(0x2F), NameKey.isID(link.name) {
      guard let slash = link.name.lastIndex(of: "/") else { return nil }
      guard let other = portfolio.document(ofKey: String(link.name[..<slash])) else {
        // The other document may not be among those looked at.
        return nil
      }
      link.target = portfolio.need(String(link.name[link.name.index(after: slash)...]), in: other)
      if link.target == nil { dangle(.need, link, in: document, near: nil) }
      return link
    }
    switch names[link.name] {
    case .need(let need): link.target = need
    case .metric:
      guard isLabel, NameKey.isID(link.name) else { return nil }
      dangle(.need, link, in: document, near: nil, instead: "a metric, not a need")
    case nil:
      if NameKey.isID(link.name) {
        dangle(.need, link, in: document, near: nil)
      } else if let near = names.nearestNeed(to: link.name) {
        dangle(.need, link, in: document, near: near)
      } else {
        return nil
      }
    }
    return link
  }

  /// Offers the catalogue's services that a document mentions without linking them.
  private mutating func suggest(_ unit: TraceUnit, _ document: Int) {
    guard !unit.mentions.isEmpty else { return }
    let needs = graph.documents[document].needs
    var next = needs.lowerBound
    var offered: Set<Int> = []
    for mention in unit.mentions {
      guard let service = graph.serviceNames[mention.key] else { continue }
      // Both are by position; needs do not overlap.
      while next < needs.upperBound,
        graph.needs[next].place.range.upperBound <= mention.place.range.lowerBound
      {
        next += 1
      }
      let isInside =
        next < needs.upperBound && graph.needs[next].place.range.contains(mention.place.range.lowerBound)
      let need = isInside ? next : nil
      if let need, graph.needs[need].services.contains(where: { $0.target == service }) { continue }
      if need == nil, services[service].documents.last == document { continue }
      guard offered.insert(service << 32 | (need.map { $0 + 1 } ?? 0)).inserted else { continue }
      graph.suggestions.append(
        SuggestedLink(document: document, need: need, service: service, place: mention.place))
    }
  }

  private mutating func dangle(
    _ kind: DanglingName.Kind, _ link: Link, in document: Int?, near: String?, instead: String? = nil
  ) {
    let isCertain = kind == .need || kind == .metric || graph.catalog != .partial
    graph.dangling.append(
      DanglingName(
        kind: kind, name: link.name, place: link.place, document: document, isCertain: isCertain,
        suggestion: near, instead: instead))
  }

  mutating func dangleInCatalog(_ kind: DanglingName.Kind, _ link: Link, near: String?) {
    dangle(kind, link, in: nil, near: near)
  }
}

extension [Int] {
  /// In order, each once.
  func sortedUnique() -> [Int] {
    var unique: [Int] = []
    for value in sorted() where unique.last != value { unique.append(value) }
    return unique
  }
}
