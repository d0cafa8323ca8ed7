import Organization
import SourceText

extension Linker {
  /// Types of components that run nothing: what depends on them depends on no service.
  private static let withoutService: Set<String> = ["library", "documentation", "template"]

  /// Registers the teams, services, APIs and stores of the catalogue.
  mutating func registerCatalog() {
    guard let organization else { return }
    for entity in organization.teams {
      let key = entity.head.name.value.lowercased()
      guard graph.teamNames[NameKey.make(key)] == nil else { continue }
      let number = addTeam(entity.head.title, key: key, .catalog, at: entity.head.name.place)
      teams[number].type = entity.type
      teams[number].aliases = entity.head.aliases
      teams[number].members = entity.members.map(\.value)
      teams[number].managers = entity.managers.map(passage)
      teams[number].productOwners = entity.productOwners.map(passage)
      teams[number].scrumMasters = entity.scrumMasters.map(passage)
      teams[number].onCall = entity.onCall.map(passage)
    }
    // Names win over titles, titles over aliases.
    for entity in organization.teams { nameTeam(entity, entity.head.title) }
    for entity in organization.teams { for alias in entity.head.aliases { nameTeam(entity, alias) } }
    for entity in organization.services where !Self.withoutService.contains(entity.type) {
      let key = entity.head.name.value.lowercased()
      guard graph.serviceNames[NameKey.make(key)] == nil else { continue }
      let number = addService(entity.head.title, key: key, .catalog, at: entity.head.name.place)
      services[number].type = entity.type
      services[number].purpose = entity.head.description
      services[number].aliases = entity.head.aliases
      services[number].system = entity.system.map { EntityReference($0.value).name }
      if entity.lifecycle == "deprecated" { services[number].lifecycle = .deprecated }
    }
    for entity in organization.services { nameService(entity, entity.head.title) }
    for entity in organization.services { for alias in entity.head.aliases { nameService(entity, alias) } }
    for entity in organization.apis {
      let name = NameKey.make(entity.head.name.value)
      guard apiNames[name] == nil else { continue }
      apiNames[name] = graph.apis.count
      graph.apis.append(
        APINode(
          name: entity.head.name.value, type: entity.type, operations: entity.operations.map(\.value),
          place: entity.head.name.place, providers: [], consumers: []))
    }
    for entity in organization.apis {
      let title = NameKey.make(entity.head.title)
      if apiNames[title] == nil { apiNames[title] = apiNames[NameKey.make(entity.head.name.value)] }
    }
    for entity in organization.stores {
      let name = NameKey.make(entity.head.name.value)
      guard storeNames[name] == nil else { continue }
      storeNames[name] = graph.stores.count
      graph.stores.append(StoreNode(name: entity.head.title, place: entity.head.name.place, owners: []))
    }
    for entity in organization.stores {
      let title = NameKey.make(entity.head.title)
      if storeNames[title] == nil { storeNames[title] = storeNames[NameKey.make(entity.head.name.value)] }
    }
  }

  private func passage(_ value: Located<String>) -> Passage { Passage(value.value, at: value.place) }

  private mutating func nameTeam(_ entity: Team, _ name: String) {
    guard let number = graph.teamNames[NameKey.make(entity.head.name.value)] else { return }
    graph.teamNames.name(number, NameKey.make(name))
    graph.teamNames.name(number, NameKey.withoutTeam(NameKey.make(name)))
  }

  private mutating func nameService(_ entity: Service, _ name: String) {
    guard let number = graph.serviceNames[NameKey.make(entity.head.name.value)] else { return }
    graph.serviceNames.name(number, NameKey.make(name))
  }

  /// Links the entities of the catalogue to each other; services and teams are in their final order.
  mutating func linkCatalog() {
    guard let organization else { return }
    for entity in organization.teams {
      guard let number = graph.teamNames[NameKey.make(entity.head.name.value)], let parent = entity.parent
      else {
        continue
      }
      teams[number].parent = reference(parent.value).flatMap { graph.teamNames[$0] }
    }
    let entities = organization.services.compactMap { entity -> (Service, Int)? in
      graph.serviceNames[NameKey.make(entity.head.name.value)].map { (entity, $0) }
    }
    for (entity, number) in entities {
      if let owner = entity.owner {
        let isPerson = EntityReference(owner.value).kind == "user"
        addOwner(
          Link(owner.value, at: owner.place),
          isPerson ? nil : reference(owner.value).flatMap { graph.teamNames[$0] }, to: number)
      }
      for name in entity.provides {
        guard let api = reference(name.value).flatMap({ apiNames[$0] }) else {
          dangle(.api, name)
          services[number].namesUnknownAPI = true
          continue
        }
        if !graph.apis[api].providers.contains(number) { graph.apis[api].providers.append(number) }
        services[number].apis.append(api)
      }
    }
    let owners =
      organization.apis.map(\.owner) + organization.stores.map(\.owner) + organization.systems.map(\.owner)
    for owner in owners.compactMap(\.self) where EntityReference(owner.value).kind != "user" {
      if reference(owner.value).flatMap({ graph.teamNames[$0] }) == nil {
        graph.strayOwners.append(Link(owner.value, at: owner.place))
      }
    }
    let keepers = storeKeepers(entities)
    for (entity, number) in entities {
      for name in entity.consumes { consume(name, number) }
      for name in entity.dependsOn { depend(name, number, keepers) }
    }
  }

  private mutating func consume(_ name: Located<String>, _ number: Int) {
    guard let api = reference(name.value).flatMap({ apiNames[$0] }) else { return dangle(.api, name) }
    graph.apis[api].consumers.append(number)
    let kind: Dependency.Kind = graph.apis[api].type == "asyncapi" ? .asynchronous : .synchronous
    if graph.apis[api].providers.isEmpty {
      add(Dependency(kind: kind, service: Link(name.value, at: name.place), api: api), to: number)
    }
    for provider in graph.apis[api].providers where provider != number {
      var link = Link(name.value, at: name.place)
      link.target = provider
      add(Dependency(kind: kind, service: link, api: api), to: number)
    }
  }

  private mutating func depend(_ name: Located<String>, _ number: Int, _ keepers: [Int: [Int]]) {
    let written = EntityReference(name.value)
    guard let key = reference(name.value) else { return }
    var link = Link(name.value, at: name.place)
    switch written.kind {
    case "api": consume(name, number)
    case "resource":
      guard let store = storeNames[key] else { return dangle(.store, name) }
      let own = keepers[store] ?? []
      if own.contains(number) {
        link.target = store
        if !services[number].stores.contains(where: { $0.target == store }) {
          services[number].stores.append(link)
          graph.stores[store].owners.append(number)
        }
      } else {
        link.target = own.first
        add(Dependency(kind: .bypass, service: link, api: nil, store: store), to: number)
      }
    case "component", nil:
      if let target = graph.serviceNames[key] {
        link.target = target
        if target != number { add(Dependency(kind: .bypass, service: link, api: nil), to: number) }
      } else if !libraries.contains(key) {
        dangle(.service, name)
      }
    default: break
    }
  }

  /// The services that keep each store: of those that depend on it, the ones of the team that owns it; all of them
  /// where it has no owner, or its owner has none of them.
  private func storeKeepers(_ entities: [(Service, Int)]) -> [Int: [Int]] {
    guard let organization else { return [:] }
    var owners: [Int: Int] = [:]
    for entity in organization.stores {
      if let store = storeNames[NameKey.make(entity.head.name.value)], let owner = entity.owner {
        owners[store] = reference(owner.value).flatMap { graph.teamNames[$0] }
      }
    }
    var users: [Int: [Int]] = [:]
    for (entity, number) in entities {
      for name in entity.dependsOn where EntityReference(name.value).kind == "resource" {
        if let store = reference(name.value).flatMap({ storeNames[$0] }) {
          users[store, default: []].append(number)
        }
      }
    }
    return users.reduce(into: [:]) { result, entry in
      let own = entry.value.filter { owners[entry.key] != nil && services[$0].team == owners[entry.key] }
      result[entry.key] = own.isEmpty ? entry.value : own
    }
  }

  /// The name a reference leads to, as registries know it.
  private func reference(_ text: String) -> String? { NameKey.make(EntityReference(text).name) }

  private mutating func dangle(_ kind: DanglingName.Kind, _ name: Located<String>) {
    let written = EntityReference(name.value).name
    let near: String?
    switch kind {
    case .api: near = apiIndex.nearest(to: written)
    case .service: near = serviceIndex.nearest(to: written)
    default: near = nil
    }
    dangleInCatalog(kind, Link(name.value, at: name.place), near: near)
  }
}
