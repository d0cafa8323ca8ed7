import SourceText
import YAMLTree

/// Reading each kind of entity.
extension CatalogFile {
  mutating func readTeam(_ entity: CatalogEntity) {
    for child in texts("children", of: entity.spec, in: "spec") {
      children.append(
        Reverse(
          target: child.value, namespace: entity.head.namespace,
          origin: Located(entity.head.name.value, child.place)))
    }
    teams.append(
      Team(
        head: entity.head, type: text("type", of: entity.spec, in: "spec")?.value ?? "",
        parent: text("parent", of: entity.spec, in: "spec"),
        members: texts("members", of: entity.spec, in: "spec"),
        managers: list(CatalogVocabulary.manager, of: entity.annotations),
        productOwners: list(CatalogVocabulary.productOwner, of: entity.annotations),
        scrumMasters: list(CatalogVocabulary.scrumMaster, of: entity.annotations),
        onCall: list(CatalogVocabulary.onCall, of: entity.annotations)))
  }

  mutating func readPerson(_ entity: CatalogEntity) {
    people.append(Person(head: entity.head, teams: texts("memberOf", of: entity.spec, in: "spec")))
  }

  mutating func readSystem(_ entity: CatalogEntity) {
    systems.append(System(head: entity.head, owner: text("owner", of: entity.spec, in: "spec")))
  }

  mutating func readService(_ entity: CatalogEntity) {
    readDependents(entity, kind: "component")
    services.append(
      Service(
        head: entity.head, type: type(of: entity),
        lifecycle: text("lifecycle", of: entity.spec, in: "spec")?.value ?? "",
        owner: text("owner", of: entity.spec, in: "spec"),
        system: text("system", of: entity.spec, in: "spec"),
        provides: texts("providesApis", of: entity.spec, in: "spec"),
        consumes: texts("consumesApis", of: entity.spec, in: "spec"),
        dependsOn: texts("dependsOn", of: entity.spec, in: "spec")))
  }

  mutating func readAPI(_ entity: CatalogEntity) {
    let type = type(of: entity)
    apis.append(
      PublishedAPI(
        head: entity.head, type: type, owner: text("owner", of: entity.spec, in: "spec"),
        operations: operations(of: entity, type: type.lowercased())))
  }

  mutating func readStore(_ entity: CatalogEntity) {
    readDependents(entity, kind: "resource")
    stores.append(
      Store(
        head: entity.head, type: type(of: entity), owner: text("owner", of: entity.spec, in: "spec")))
  }

  /// `spec.type` of a kind that must have one.
  private mutating func type(of entity: CatalogEntity) -> String {
    if let type = text("type", of: entity.spec, in: "spec") { return type.value }
    if let example = entity.kind.typeExample, entity.spec[key: "type"]?.isNull ?? true {
      note(
        "the \(entity.kind.rawValue) \"\(entity.head.name.value)\" has no spec.type",
        at: entity.head.name.place.range, help: "Add \"type: \(example)\", or what it is, below \"spec:\".")
    }
    return ""
  }

  private mutating func readDependents(_ entity: CatalogEntity, kind: String) {
    for target in texts("dependencyOf", of: entity.spec, in: "spec") {
      let name = "\(kind):\(entity.head.namespace)/\(entity.head.name.value)"
      dependencies.append(
        Reverse(
          target: target.value, namespace: entity.head.namespace, origin: Located(name, target.place)))
    }
  }
}
