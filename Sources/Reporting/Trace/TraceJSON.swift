import JSONText
import SourceText
import Tracing

/// The link graph as a program reads it; `TraceSchema` describes it.
public enum TraceJSON {
  /// Version of the format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  /// The whole graph that documents declare: their needs, and the services and teams these reach.
  public static func bytes(of view: TraceView) -> [UInt8] {
    let graph = view.graph
    var json = JSONWriter()
    json.object {
      $0.field("formatVersion", formatVersion)
      $0.field("catalog", catalog(graph.catalog))
      $0.list("documents", graph.documents) { json, document in
        json.field("key", document.key)
        json.field("path", document.path)
        json.field("title", document.title)
        json.field("product", document.product)
        json.field("status", document.status)
      }
      $0.list("needs", Array(graph.needs.indices)) { write(need: $1, view, &$0) }
      $0.list("metrics", Array(graph.metrics.indices)) { write(metric: $1, graph, &$0) }
      $0.list("steps", graph.steps) { write($1, graph, &$0) }
      let services = reached(view)
      $0.list("services", services) { write(service: $1, graph, &$0) }
      $0.list("teams", Set(services.compactMap { graph.services[$0].team }).sorted()) {
        write(team: $1, graph, &$0)
      }
      $0.key("coverage")
      $0.object { for kind in Coverage.Kind.allCases { write(graph.coverage(kind), view, &$0) } }
      $0.list("suggestions", graph.suggestions) { json, suggestion in
        json.field("service", graph.services[suggestion.service].key)
        if let need = suggestion.need { json.field("need", graph.qualifiedID(ofNeed: need)) }
        json.place(suggestion.place)
      }
      $0.list("dangling", graph.dangling) { json, name in
        json.field("kind", name.kind.rawValue)
        json.field("name", name.name)
        json.field("certain", name.isCertain)
        if let near = name.suggestion { json.field("suggestion", near) }
        json.place(name.place)
      }
    }
    json.finish()
    return json.take()
  }

  /// Services shown, and those they depend on.
  private static func reached(_ view: TraceView) -> [Int] {
    let targets = view.services.flatMap { view.graph.services[$0].dependencies.compactMap(\.service.target) }
    return Set(view.services + targets).sorted()
  }

  private static func catalog(_ state: LinkGraph.CatalogState) -> String {
    switch state {
    case .none: "none"
    case .partial: "partial"
    case .complete: "complete"
    }
  }

  private static func write(need index: Int, _ view: TraceView, _ json: inout JSONWriter) {
    let graph = view.graph
    let need = graph.needs[index]
    json.field("id", graph.qualifiedID(ofNeed: index))
    json.field("title", need.title.text)
    json.field("statement", need.statement.text)
    json.key("origin")
    json.object {
      switch need.origin {
      case .inferred(let rule, let confidence):
        $0.field("kind", "inferred")
        $0.field("rule", rule)
        $0.field("confidence", confidence.rawValue)
      case .declared, .catalog, .named: $0.field("kind", "declared")
      }
    }
    if let priority = need.priority { json.field("priority", priority.rawValue) }
    json.field("state", view.state(ofNeed: index).rawValue)
    if let reason = need.notBuiltBecause { json.field("reason", reason.text) }
    json.names("customers", need.customers.map(\.text))
    json.names("acceptance", need.acceptance.map(\.text))
    json.names("metrics", need.metrics.compactMap(\.target).map { metricID($0, graph) })
    json.names("services", graph.services(ofNeed: index).map { graph.services[$0].key })
    json.names("teams", graph.teams(ofNeed: index).map { graph.teams[$0].key })
    json.names("dependsOn", need.dependsOn.compactMap(\.target).map { graph.qualifiedID(ofNeed: $0) })
    json.list("claims", need.claims) { $0.place(graph.claims[$1].text.place) }
    json.list("questions", need.questions) { $0.place(graph.questions[$1].text.place) }
    json.place(need.title.place)
  }

  private static func metricID(_ metric: Int, _ graph: LinkGraph) -> String {
    graph.documents[graph.metrics[metric].document].key + "/" + graph.metrics[metric].id
  }

  private static func write(metric index: Int, _ graph: LinkGraph, _ json: inout JSONWriter) {
    let metric = graph.metrics[index]
    json.field("id", metricID(index, graph))
    json.field("title", metric.title.text)
    json.field("statement", metric.statement.text)
    if let baseline = metric.baseline { json.field("baseline", baseline) }
    if let target = metric.target { json.field("target", target) }
    if let by = metric.by { json.field("by", by) }
    json.names("needs", metric.needs.map { graph.qualifiedID(ofNeed: $0) })
    json.place(metric.title.place)
  }

  private static func write(_ step: StepNode, _ graph: LinkGraph, _ json: inout JSONWriter) {
    json.field("document", graph.documents[step.document].key)
    json.field("title", step.title.text)
    json.names("services", step.services.compactMap(\.target).map { graph.services[$0].key })
    json.names("needs", step.needs.compactMap(\.target).map { graph.qualifiedID(ofNeed: $0) })
    json.place(step.title.place)
  }

  private static func write(service index: Int, _ graph: LinkGraph, _ json: inout JSONWriter) {
    let service = graph.services[index]
    json.field("key", service.key)
    json.field("name", service.name)
    json.field("purpose", service.purpose)
    json.field("lifecycle", service.lifecycle.rawValue)
    if let team = service.team { json.field("team", graph.teams[team].key) }
    json.names("owners", service.owners.map(\.name))
    json.names("apis", service.apis.map { graph.apis[$0].name })
    json.names("stores", service.stores.map { $0.target.map { graph.stores[$0].name } ?? $0.name })
    json.names("needs", service.needs.map { graph.qualifiedID(ofNeed: $0) })
    json.list("dependencies", service.dependencies) { json, dependency in
      json.field("kind", dependency.kind.rawValue)
      json.field("name", dependency.service.name)
      if let target = dependency.service.target { json.field("service", graph.services[target].key) }
      if let api = dependency.api { json.field("api", graph.apis[api].name) }
    }
    if let place = service.places.first { json.place(place) }
  }

  private static func write(team index: Int, _ graph: LinkGraph, _ json: inout JSONWriter) {
    let team = graph.teams[index]
    json.field("key", team.key)
    json.field("name", team.name)
    json.field("members", team.members.count)
    json.names("services", team.services.map { graph.services[$0].key })
  }

  private static func write(_ row: Coverage, _ view: TraceView, _ json: inout JSONWriter) {
    let graph = view.graph
    func name(_ index: Int) -> String {
      switch row.kind {
      case .needClaim, .needMetric, .needAcceptance, .needService: graph.qualifiedID(ofNeed: index)
      case .stepService:
        graph.documents[graph.steps[index].document].key + "/" + graph.steps[index].title.text
      case .serviceAPI, .serviceTeam: graph.services[index].key
      }
    }
    json.key(row.kind.rawValue)
    json.object {
      $0.field("total", row.total)
      $0.field("covered", row.covered.count)
      $0.field("justified", row.justified.count)
      $0.key("percent")
      // Rounded down, so that 100 means all.
      if let percent = row.percent { $0.value(Int(percent)) } else { $0.null() }
      $0.names("missing", row.missing.map(name))
    }
  }
}

extension JSONWriter {
  /// Writes a key and an array of objects.
  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { for element in elements { $0.object { body(&$0, element) } } }
  }

  /// Writes a key and an array of texts.
  mutating func names(_ name: String, _ texts: [String]) {
    key(name)
    array { for text in texts { $0.value(text) } }
  }

  /// Writes path, line and column.
  mutating func place(_ place: Place) {
    field("path", place.path)
    field("line", place.start.line)
    field("column", place.start.column)
  }
}
