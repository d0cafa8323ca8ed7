import Diagnostics
import SourceText
import YAMLTree

/// What one catalogue file declares, before it is put together with the others.
struct CatalogFile: Sendable {
  let source: SourceFile
  private(set) var isComplete = true
  var problems: [CatalogProblem] = []

  var teams: [Team] = []
  var people: [Person] = []
  var services: [Service] = []
  var apis: [PublishedAPI] = []
  var stores: [Store] = []
  var systems: [System] = []
  /// Links that stand at the other end: `spec.children` of a team, `spec.dependencyOf` of a service or store.
  var children: [Reverse] = []
  var dependencies: [Reverse] = []

  /// `target` names the entity that gets a link to `origin`.
  struct Reverse: Sendable {
    let target: String
    let namespace: String
    let origin: Located<String>
  }

  init(_ source: SourceFile) {
    self.source = source
    if let fault = source.faults.first {
      note("this is not valid UTF-8 text", at: fault.range, help: "Save the file as UTF-8.")
      return
    }
    // Every node but those of aliases takes a byte, so only aliases can reach a limit as large as the file.
    let limits = YAMLLimits(nodes: max(100_000, source.bytes.count))
    let (documents, errors) = YAMLReader.readEach(source, limits: limits)
    for document in documents { read(document) }
    for error in errors {
      note(error.message, at: error.range, help: error.help, related: error.related)
    }
  }

  /// Notes a problem at a range of the file.
  mutating func note(_ message: String, at range: Range<Int>, help: String, related: Range<Int>? = nil) {
    problems.append(
      CatalogProblem(
        message, at: Place(source, range), help: help, related: related.map { Place(source, $0) }))
  }

  private mutating func read(_ document: YAMLNode) {
    guard case .mapping(let entries) = document.content else {
      note(
        "an entity must hold keys with values", at: document.range,
        help: "Start it with \"apiVersion: \(CatalogVocabulary.version)\" and \"kind: Component\".")
      return
    }
    guard let kind = kind(of: document, entries) else { return }
    checkKeys(entries, CatalogVocabulary.topKeys, in: "an entity")
    guard let metadata = document.entry("metadata"), !metadata.value.isNull else {
      note(
        "this \(kind.rawValue) has no metadata", at: start(of: document),
        help: "Add \"metadata:\", and below it \"name:\" with a name of its own.")
      return
    }
    guard case .mapping(let metadataEntries) = metadata.value.content else {
      return wrongType(metadata, "metadata", "hold keys with values")
    }
    checkKeys(metadataEntries, CatalogVocabulary.metadataKeys, in: "metadata")
    let annotations = annotations(of: metadata.value)
    readCompleteness(annotations)
    // What these say concerns Backstage alone.
    if [.domain, .location, .template].contains(kind) { return }
    guard let spec = spec(of: document) else { return }
    checkKeys(spec.entries, kind.specKeys, in: "the spec of a \(kind.rawValue)")
    guard let head = head(kind, metadata, spec, annotations) else { return }
    let entity = CatalogEntity(kind: kind, head: head, spec: spec, annotations: annotations)
    switch kind {
    case .group: readTeam(entity)
    case .user: readPerson(entity)
    case .system: readSystem(entity)
    case .component: readService(entity)
    case .api: readAPI(entity)
    case .resource: readStore(entity)
    case .domain, .location, .template: break
    }
  }

  /// The kind; nil for an entity that is none of ours, with a problem noted where it was meant to be one.
  private mutating func kind(of document: YAMLNode, _ entries: [YAMLEntry]) -> CatalogKind? {
    guard let kindEntry = document.entry("kind"), let word = kindEntry.value.string, !word.isEmpty else {
      guard isOurs(document, kind: nil) else { return nil }
      note(
        "this entity has no kind", at: document.entry("kind")?.key.range ?? start(of: document),
        help: "Add \"kind:\" with Group, User, System, Component, API or Resource.")
      return nil
    }
    let kind = CatalogKind(rawValue: word)
    guard isOurs(document, kind: kind) else { return nil }
    if kind != nil { return kind }
    let names = CatalogKind.allCases.map(\.rawValue)
    let near = Spelling.nearest(to: word, in: names) ?? CatalogFile.synonyms[word.lowercased()]
    note(
      "unknown kind \"\(word)\"", at: kindEntry.value.range,
      help: near.map { "Did you mean \"\($0)\"?" } ?? "Use one of \(names.joined(separator: ", ")).")
    return nil
  }

  /// What people call the kinds.
  private static let synonyms = [
    "team": "Group", "department": "Group", "person": "User", "member": "User", "service": "Component",
    "library": "Component", "website": "Component", "database": "Resource", "queue": "Resource",
    "store": "Resource",
  ]

  /// Whether an entity belongs to Backstage; `apiVersion` tells it from those of Kubernetes and others.
  private mutating func isOurs(_ document: YAMLNode, kind: CatalogKind?) -> Bool {
    guard let entry = document.entry("apiVersion"), let version = entry.value.string, !version.isEmpty else {
      note(
        "this entity has no apiVersion", at: start(of: document),
        help: "Add \"apiVersion: \(CatalogVocabulary.version)\" above its kind.")
      return false
    }
    let group = version.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if group == CatalogVocabulary.group { return true }
    let isSlip =
      Spelling.nearest(to: group, in: [CatalogVocabulary.group]) != nil
      || (kind != nil && !version.contains("/"))
    if isSlip {
      note(
        "unknown apiVersion \"\(version)\"", at: entry.value.range,
        help: "Did you mean \"\(CatalogVocabulary.version)\"?")
    }
    return false
  }

  private mutating func spec(of document: YAMLNode) -> YAMLNode? {
    guard let entry = document.entry("spec"), !entry.value.isNull else {
      return YAMLNode(.mapping([]), range: start(of: document))
    }
    if case .mapping = entry.value.content { return entry.value }
    wrongType(entry, "spec", "hold keys with values")
    return nil
  }

  private mutating func annotations(of metadata: YAMLNode) -> YAMLNode? {
    guard let entry = metadata.entry("annotations"), !entry.value.isNull else { return nil }
    guard case .mapping(let entries) = entry.value.content else {
      wrongType(entry, "metadata.annotations", "hold keys with values")
      return nil
    }
    for entry in entries where entry.name.hasPrefix(CatalogVocabulary.annotationPrefix) {
      if CatalogVocabulary.annotations.contains(entry.name) { continue }
      let near = Spelling.nearest(to: entry.name, in: CatalogVocabulary.annotations)
      note(
        "there is no annotation \"\(entry.name)\"", at: entry.key.range,
        help: near.map { "Did you mean \"\($0)\"?" }
          ?? "Use one of \(CatalogVocabulary.annotations.joined(separator: ", ")).")
    }
    return entry.value
  }

  private mutating func readCompleteness(_ annotations: YAMLNode?) {
    guard let entry = annotations?.entry(CatalogVocabulary.catalogComplete) else { return }
    switch entry.value.string {
    case "false": isComplete = false
    case "true": break
    default:
      note(
        "\"\(entry.name)\" must be true or false",
        at: entry.value.range.isEmpty ? entry.key.range : entry.value.range,
        help: "Write \"false\" when these files cover only a part of the organisation.")
    }
  }

  private mutating func head(
    _ kind: CatalogKind, _ metadata: YAMLEntry, _ spec: YAMLNode, _ annotations: YAMLNode?
  ) -> EntityHead? {
    let fields = metadata.value
    guard let name = text("name", of: fields, in: "metadata") else {
      if fields.entry("name")?.value.isNull ?? true {
        note(
          "this \(kind.rawValue) has no name", at: metadata.key.range,
          help: "Add \"name:\" below \"metadata:\", such as \"name: stock-map\".")
      }
      return nil
    }
    if !CatalogVocabulary.isName(name.value) {
      let better = CatalogVocabulary.name(from: name.value)
      note(
        "\"\(name.value)\" cannot be a name", at: name.place.range,
        help: "A name is 1 to 63 letters and digits with \"-\", \"_\" or \".\" between them"
          + (better.map { ": write \"\($0)\", and put this text into \"title:\"." } ?? "."))
    }
    let title = text("title", of: fields, in: "metadata")
    var display: Located<String>? = nil
    if kind == .group || kind == .user, let profile = spec.entry("profile") {
      display = text("displayName", of: profile.value, in: "spec.profile")
    }
    var aliases = list(CatalogVocabulary.alsoKnownAs, of: annotations).map(\.value)
    if let title, let display, title.value != display.value { aliases.append(display.value) }
    return EntityHead(
      name: name, title: title?.value ?? display?.value ?? name.value,
      description: text("description", of: fields, in: "metadata")?.value ?? "", aliases: aliases,
      namespace: text("namespace", of: fields, in: "metadata")?.value.lowercased() ?? "default")
  }

  /// Where to point for an entity as a whole: its first key.
  private func start(of document: YAMLNode) -> Range<Int> {
    document.entries.first?.key.range ?? document.range
  }
}

/// The parts of an entity from which it is read.
struct CatalogEntity {
  let kind: CatalogKind
  let head: EntityHead
  let spec: YAMLNode
  let annotations: YAMLNode?
}
