internal import Tracing

/// Turning what is known of a service into answers for templates.
extension ServiceBrief {
  /// Weeks of the first on-call rotation.
  static let weeks = 8

  /// The answers, as `ServiceAnswers.schema` describes them.
  public func answers() -> Answers {
    var answers = Answers()
    answers.set("service.title", name.title)
    answers.set("service.slug", name.slug)
    answers.set("service.summary", summary)
    answers.set("service.is-new", isNew)
    answers.set("owner.title", owner.title)
    answers.set("owner.slug", owner.slug)
    answers.set("owner.team", handle(owner.slug))
    answers.set("owner.contact", contact)
    answers.set("system.title", system.title)
    answers.set("system.slug", system.slug)
    answers.set("document.title", document.title)
    answers.set("document.key", document.key)
    answers.set("document.path", document.path)
    answers.set("document.hash", document.hash)
    answers.set("customers", customers.map { Self.record([("name", $0)]) })
    let acceptances = acceptanceAnswers()
    answers.set("needs", zip(needs, acceptances).map { need($0, $1) })
    answers.set("acceptances", acceptances.flatMap { $0 })
    answers.set("metrics", metrics.map(Self.metric))
    let ids = operationIDs()
    let shapes = OperationShapes(operations)
    let all = zip(operations, ids).map { Self.operation($0, id: $1, in: shapes) }
    answers.set("operations", all)
    answers.set("resources", shapes.resources.map { Self.record([("name", $0)]) })
    answers.set("has-unbuilt", operations.contains { shapes.work(of: $0) == .unbuilt })
    answers.set("routes", routes(all))
    answers.set(
      "calls",
      calls.map { call in
        var record = Self.record([("title", call.name.title), ("slug", call.name.slug)])
        let shapes = OperationShapes(call.operations)
        record.set(
          "operations",
          call.operations.map { Self.operation($0, id: $0.verb.lowercased() + $0.name, in: shapes) })
        return record
      })
    answers.set(
      "callers",
      callers.map {
        Self.record([
          ("title", $0.name.title), ("slug", $0.name.slug), ("team", handle($0.team ?? $0.name.slug)),
        ])
      })
    answers.set("emits", emits.filter(AnswerKind.word.holds).map { Self.record([("name", $0)]) })
    answers.set("stores", storeNames.map { Self.record([("title", $0.title), ("slug", $0.slug)]) })
    answers.set("shifts", shifts())
    answers.set("people", people.map { Self.record([("name", $0), ("handle", Self.slug($0))]) })
    return answers
  }

  /// All metrics of the needs, each once, in order.
  public var metrics: [Metric] {
    var found: [Metric] = []
    for need in needs {
      for metric in need.metrics where !found.contains(where: { $0.id == metric.id }) { found.append(metric) }
    }
    return found
  }

  /// What keeps a part of the service from being made, and what was left out: sentences.
  public var warnings: [String] {
    var warnings: [String] = []
    if needs.isEmpty {
      warnings.append(
        "\(name.title) serves no need of the document; write \"Served by: \(name.title)\" below one.")
    }
    if operations.isEmpty {
      warnings.append(
        "no operation of \(name.title) is declared, and none is invented; write \"API: `GET /v1/...`\" below it."
      )
    }
    for need in needs where need.acceptances.isEmpty {
      warnings.append("\(need.id) has no \"Accepted when\", so it gets no acceptance test.")
    }
    for event in emits where !AnswerKind.word.holds(event) {
      warnings.append("the event \"\(event)\" is left out: its name must be \(AnswerKind.word.looks).")
    }
    if onCallPeople.count < 2 {
      warnings.append(
        "fewer than two people of \(owner.title) are known, so the on-call rotation is empty; name them with --catalog."
      )
    } else if launch == nil {
      warnings.append("the document has no launch day, so the on-call rotation is empty.")
    }
    return warnings
  }

  /// Who takes turns.
  private var onCallPeople: [String] { onCall.count > 1 ? onCall : people }

  private func handle(_ slug: String) -> String { "@\(organization)/\(slug)" }

  private static func record(_ fields: [(String, String)]) -> Answers {
    var answers = Answers()
    for (name, text) in fields { answers.set(name, text) }
    return answers
  }

  private static func metric(_ metric: Metric) -> Answers {
    record([("id", metric.id), ("title", metric.title), ("statement", metric.statement)])
  }

  private func need(_ need: Need, _ acceptances: [Answers]) -> Answers {
    var record = Self.record([
      ("id", need.id), ("title", need.title), ("detail", need.detail), ("customer", need.customer),
      ("priority", (need.priority ?? "should").filter { $0 != "'" }),
    ])
    record.set("metrics", need.metrics.map(Self.metric))
    record.set("acceptances", acceptances)
    return record
  }

  /// The conditions of each need, with names that are unique in the whole service.
  private func acceptanceAnswers() -> [[Answers]] {
    var seen: Set<String> = []
    return needs.map { need in
      need.acceptances.enumerated().map { index, text in
        let id = (try? EscapeContext.camel.escape(need.id)) ?? need.id
        var name = "\(id)-accepted-\(index + 1)"
        while !seen.insert(name).inserted { name += "-again" }
        return Self.record([("text", text), ("name", name), ("need", need.id), ("title", need.title)])
      }
    }
  }

  private static func operation(_ operation: ServiceOperation, id: String, in all: OperationShapes) -> Answers
  {
    let work = all.work(of: operation)
    var record = Self.record([
      ("method", operation.verb.lowercased()), ("verb", operation.verb), ("path", operation.path), ("id", id),
      ("summary", "\(operation.verb) \(operation.path)"), ("resource", all.resource(of: operation)),
      ("router", operation.router),
    ])
    record.set("has-body", ["POST", "PUT", "PATCH"].contains(operation.verb))
    record.set("success", work == .create ? 201 : work == .remove ? 204 : 200)
    for verb in ServiceOperation.verbs { record.set("is-" + verb.lowercased(), operation.verb == verb) }
    for one in OperationShapes.Work.allCases { record.set("is-" + one.rawValue, work == one) }
    record.set("has-parameters", !operation.parameters.isEmpty)
    record.set("parameters", operation.parameters.map { Self.record([("name", $0)]) })
    return record
  }

  /// One ID for each operation; `getBaskets`, and `getBaskets2` for the same path of another version.
  private func operationIDs() -> [String] {
    var seen: Set<String> = []
    return operations.map { operation in
      let base = operation.verb.lowercased() + operation.name
      var id = base
      var number = 2
      while !seen.insert(id).inserted {
        id = base + String(number)
        number += 1
      }
      return id
    }
  }

  private func routes(_ all: [Answers]) -> [Answers] {
    var paths: [String] = []
    for operation in operations where !paths.contains(operation.path) { paths.append(operation.path) }
    var names: Set<String> = []
    return paths.compactMap { path in
      let members = operations.indices.filter { operations[$0].path == path }
      guard let first = members.first else { return nil }
      let verbs = members.map { operations[$0].verb }
      var name = (try? EscapeContext.camel.escape(operations[first].name)) ?? operations[first].name
      while !names.insert(name).inserted { name += "Again" }
      var record = Self.record([
        ("path", path), ("router", operations[first].router), ("name", name),
        ("allow", ServiceOperation.verbs.filter(verbs.contains).joined(separator: ", ")),
      ])
      record.set("operations", members.map { all[$0] })
      record.set("parameters", operations[first].parameters.map { Self.record([("name", $0)]) })
      return record
    }
  }

  private var storeNames: [Name] {
    var names: [Name] = []
    for title in stores {
      let slug = Self.slug(title)
      if !names.contains(where: { $0.slug == slug }) { names.append(Name(title: title, slug: slug)) }
    }
    return names
  }

  private func shifts() -> [Answers] {
    let people = onCallPeople
    guard people.count > 1, let launch else { return [] }
    return (0..<Self.weeks).map { week in
      Self.record([
        ("start", launch.monday.adding(7 * week).text), ("primary", people[week % people.count]),
        ("secondary", people[(week + 1) % people.count]),
      ])
    }
  }

  /// The short name of a title, as templates may use it: a letter first.
  static func slug(_ title: String) -> String {
    let slug = Slug.make(title)
    return AnswerKind.slug.holds(slug) ? slug : String(("s-" + slug).prefix(63))
  }
}
