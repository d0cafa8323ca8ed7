public import Tracing

/// Taking what is known of a service from the link graph.
extension ServiceBrief {
  /// Why a service of the graph cannot be made.
  public enum Refusal: Error, Sendable, Equatable {
    /// No team owns it.
    case noOwner
    /// More than one team owns it.
    case owners([String])
    /// An operation cannot be read.
    case operation(String, reason: String)
  }

  /// Reads a service of one document.
  ///
  /// - Parameters:
  ///   - service: index of the service.
  ///   - document: index of the document whose needs count.
  ///   - hash: the first 16 digits of the hash of the document's bytes.
  /// - Throws: what has to be settled first, with the place where.
  public init(
    service index: Int, of graph: LinkGraph, document documentIndex: Int, hash: String
  ) throws(Refusal) {
    let service = graph.services[index]
    let document = graph.documents[documentIndex]
    let owners = service.owners.reduce(into: [String]()) { names, link in
      let name = link.target.map { graph.teams[$0].name } ?? link.name
      if !names.contains(name) { names.append(name) }
    }
    guard let owner = owners.first else { throw .noOwner }
    if owners.count > 1 { throw .owners(owners) }
    let product =
      document.product.isEmpty ? document.title.isEmpty ? document.key : document.title : document.product
    self.init(
      name: Self.name(service), owner: Name(title: owner, slug: Self.slug(owner)),
      system: Name(title: product, slug: Self.slug(product)),
      document: Document(
        title: document.title, key: Self.word(document.key), path: document.path, hash: hash))
    if let system = service.system { self.system = Name(title: system, slug: Self.slug(system)) }
    summary = service.purpose
    isNew = service.lifecycle == .new
    customers = document.customers.map(\.text)
    let served = Set(service.needs + service.steps.flatMap { graph.steps[$0].needs.compactMap(\.target) })
    needs = served.sorted().filter { graph.needs[$0].document == documentIndex }.map { Self.need($0, graph) }
    operations = try Self.operations(of: service, graph)
    for dependency in service.dependencies where dependency.kind == .synchronous {
      guard let target = dependency.service.target else { continue }
      let provider = graph.services[target]
      if calls.contains(where: { $0.name.title == provider.name }) { continue }
      calls.append(
        Provider(
          name: Self.name(provider), operations: (try? Self.operations(of: provider, graph)) ?? []))
    }
    for caller in graph.services
    where caller.dependencies.contains(where: { $0.kind == .synchronous && $0.service.target == index }) {
      callers.append(
        Caller(name: Self.name(caller), team: caller.team.map { Self.slug(graph.teams[$0].key) }))
    }
    emits = service.emits.map(\.text)
    for api in service.apis.map({ graph.apis[$0] }) where api.type == "asyncapi" {
      for event in api.operations where !emits.contains(event) { emits.append(event) }
    }
    stores = service.stores.map(\.name)
    if let team = service.team.map({ graph.teams[$0] }) {
      people = team.members
      onCall = team.onCall.map(\.text)
      self.owner.slug = Self.slug(team.key)
    }
  }

  private static func name(_ service: ServiceNode) -> Name {
    Name(title: service.name, slug: slug(service.key))
  }

  private static func word(_ key: String) -> String { AnswerKind.word.holds(key) ? key : slug(key) }

  private static func need(_ index: Int, _ graph: LinkGraph) -> Need {
    let need = graph.needs[index]
    return Need(
      id: word(need.id), title: need.title.text, detail: need.statement.text,
      priority: need.priority?.rawValue,
      customer: need.customers.map(\.text).joined(separator: ", "),
      metrics: need.metrics.compactMap(\.target).map { target in
        let metric = graph.metrics[target]
        return Metric(id: word(metric.id), title: metric.title.text, statement: metric.statement.text)
      },
      acceptances: need.acceptance.map(\.text))
  }

  private static func operations(of service: ServiceNode, _ graph: LinkGraph) throws(Refusal)
    -> [ServiceOperation]
  {
    var found: [ServiceOperation] = []
    for api in service.apis.map({ graph.apis[$0] }) {
      let isDeclared = api.type == "operation"
      // Only these have methods and paths; what an AsyncAPI contract names are events.
      guard isDeclared || api.type == "openapi" else { continue }
      for text in isDeclared ? [api.name] : api.operations {
        var operation: ServiceOperation
        do throws(ServiceOperation.Mistake) { operation = try ServiceOperation(text) } catch {
          // A contract of the catalogue may hold more than this tool makes, such as HEAD.
          if !isDeclared { continue }
          throw .operation(text, reason: error.reason)
        }
        // A contract holds a path once, so its parameters have the names they were first given.
        if let first = found.first(where: { $0.shape == operation.shape }) { operation = operation.at(first) }
        if found.contains(operation) { continue }
        found.append(operation)
      }
    }
    return found
  }
}
