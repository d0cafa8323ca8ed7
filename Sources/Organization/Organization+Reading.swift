import Dispatch
public import SourceText

extension Organization {
  /// Reads catalogue files.
  ///
  /// What cannot be read is left out and told in `problems`. Of two entities of one kind, namespace and name the first
  /// counts.
  public init(_ files: [SourceFile]) {
    self.init()
    var assembly = Assembly()
    for file in Organization.read(files) { assembly.add(file) }
    assembly.finish()
    self = assembly.organization
  }

  /// Reads the files on all processors; each goes into a slot of its own, so that the result is the same on any number.
  private static func read(_ files: [SourceFile]) -> [CatalogFile] {
    if files.count < 2 { return files.map { CatalogFile($0) } }
    return [CatalogFile](unsafeUninitializedCapacity: files.count) { buffer, count in
      nonisolated(unsafe) let slots = buffer
      // Few enough turns to keep the handing out of work cheap, enough to let a long file hold up nobody.
      let chunk = max(1, files.count / 256)
      DispatchQueue.concurrentPerform(iterations: (files.count + chunk - 1) / chunk) { turn in
        for index in turn * chunk..<min(files.count, (turn + 1) * chunk) {
          slots.initializeElement(at: index, to: CatalogFile(files[index]))
        }
      }
      count = files.count
    }
  }
}

/// Puts the content of files together.
private struct Assembly {
  var organization = Organization()
  private var teams = NameTable()
  private var people = NameTable()
  private var services = NameTable()
  private var apis = NameTable()
  private var stores = NameTable()
  private var systems = NameTable()
  private var children: [CatalogFile.Reverse] = []
  private var dependencies: [CatalogFile.Reverse] = []

  /// Where the entities of a kind stand, by namespace and name.
  private struct NameTable {
    var indices: [String: Int] = [:]

    static func key(_ name: String, _ namespace: String) -> String { namespace + "/" + name.lowercased() }

    subscript(reference: String, from namespace: String) -> Int? {
      let reference = EntityReference(reference)
      return indices[NameTable.key(reference.name, reference.namespace ?? namespace)]
    }
  }

  mutating func add(_ file: CatalogFile) {
    var problems = file.problems
    Assembly.take(file.teams, CatalogKind.group, { $0.head }, &organization.teams, &teams, &problems)
    Assembly.take(file.people, .user, { $0.head }, &organization.people, &people, &problems)
    Assembly.take(file.services, .component, { $0.head }, &organization.services, &services, &problems)
    Assembly.take(file.apis, .api, { $0.head }, &organization.apis, &apis, &problems)
    Assembly.take(file.stores, .resource, { $0.head }, &organization.stores, &stores, &problems)
    Assembly.take(file.systems, .system, { $0.head }, &organization.systems, &systems, &problems)
    children += file.children
    dependencies += file.dependencies
    if !file.isComplete { organization.isComplete = false }
    problems.sort { $0.place.range.lowerBound < $1.place.range.lowerBound }
    organization.problems += problems
  }

  private static func take<Entity>(
    _ entities: [Entity], _ kind: CatalogKind, _ head: (Entity) -> EntityHead, _ all: inout [Entity],
    _ table: inout NameTable, _ problems: inout [CatalogProblem]
  ) {
    for entity in entities {
      let own = head(entity)
      let key = NameTable.key(own.name.value, own.namespace)
      if let first = table.indices[key] {
        problems.append(
          CatalogProblem(
            "there are two entities of kind \(kind.rawValue) called \"\(own.name.value)\"",
            at: own.name.place,
            help: "Rename or remove one of them; capital letters make no difference.",
            related: head(all[first]).name.place))
      } else {
        table.indices[key] = all.count
        all.append(entity)
      }
    }
  }

  /// Draws the links that stand at their other end, once all names are known.
  mutating func finish() {
    for child in children {
      guard let index = teams[child.target, from: child.namespace] else { continue }
      if organization.teams[index].parent == nil { organization.teams[index].parent = child.origin }
    }
    for dependency in dependencies {
      let kind = EntityReference(dependency.target).kind ?? "component"
      guard kind == "component", let index = services[dependency.target, from: dependency.namespace] else {
        continue
      }
      organization.services[index].dependsOn.append(dependency.origin)
    }
    for person in organization.people {
      for team in person.teams {
        guard let index = teams[team.value, from: person.head.namespace] else { continue }
        organization.teams[index].members.append(Located(person.head.name.value, team.place))
      }
    }
    for index in organization.teams.indices {
      organization.teams[index].members = Assembly.sorted(organization.teams[index].members)
    }
  }

  /// Bare names, each once, the first place of each.
  private static func sorted(_ members: [Located<String>]) -> [Located<String>] {
    var seen: Set<String> = []
    var once: [(key: String, member: Located<String>)] = []
    for member in members {
      let key = EntityReference(member.value).name
      guard seen.insert(key).inserted else { continue }
      let bare = String(member.value.unicodeScalars.suffix(key.unicodeScalars.count))
      once.append((key, Located(bare, member.place)))
    }
    return once.sorted { $0.key < $1.key }.map(\.member)
  }
}
