import Diagnostics
import JSONText
import Tracing

/// The backlog for programs: the contract. `Schema.text` describes it.
public enum BacklogJSON {
  /// Version of the format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  /// Writes a backlog, handing over its bytes document by document.
  ///
  /// - Parameter documents: makes the items of a document; it is asked once for each, in order.
  public static func write(
    _ backlog: Backlog, items documents: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) {
    let graph = backlog.graph
    var json = JSONWriter()
    json.beginObject()
    json.field("formatVersion", formatVersion)
    json.key("documents")
    json.array { json in
      for (index, document) in graph.documents.enumerated() {
        json.object { json in
          json.field("key", document.key)
          json.field("path", document.path)
          json.field("title", document.title)
          if !document.product.isEmpty { json.field("product", document.product) }
          json.strings("customers", document.customers.map(\.text))
          json.field("sha256", backlog.notes[index].contentHash)
        }
      }
    }
    writeServices(graph, to: &json)
    writeTeams(graph, to: &json)
    json.key("items")
    json.beginArray()
    output(json.take())
    var remarks: [Remark] = []
    var leftOut = 0
    for index in graph.documents.indices {
      let document = documents(index)
      for item in document.items { ItemJSON.write(item, graph, to: &json) }
      remarks += document.remarks
      leftOut += document.leftOut
      output(json.take())
    }
    json.endArray()
    json.field("leftOut", leftOut)
    json.key("diagnostics")
    json.array { json in for remark in remarks { write(remark, to: &json) } }
    json.endObject()
    json.finish()
    output(json.take())
  }

  /// Writes one item a line, each with the version of the format, handing over bytes document by document.
  public static func writeLines(
    _ backlog: Backlog, items documents: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) {
    for index in backlog.graph.documents.indices {
      var json = JSONWriter()
      var bytes: [UInt8] = []
      for item in documents(index).items {
        json = JSONWriter(isCompact: true)
        ItemJSON.write(item, backlog.graph, to: &json)
        json.finish()
        bytes += json.take()
      }
      output(bytes)
    }
  }

  private static func write(_ remark: Remark, to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", remark.check.rawValue)
      json.field("severity", remark.severity.rawValue)
      json.field("message", remark.message)
      json.field("item", remark.item)
      ItemJSON.write(remark.source, to: &json)
    }
  }

  private static func writeServices(_ graph: LinkGraph, to json: inout JSONWriter) {
    json.key("services")
    json.array { json in
      for service in graph.services {
        json.object { json in
          json.field("key", service.key)
          json.field("name", service.name)
          if !service.purpose.isEmpty { json.field("purpose", service.purpose) }
          json.field("lifecycle", service.lifecycle.rawValue)
          if let team = service.team { json.field("team", graph.teams[team].key) }
          json.strings("aliases", service.aliases)
        }
      }
    }
  }

  private static func writeTeams(_ graph: LinkGraph, to json: inout JSONWriter) {
    json.key("teams")
    json.array { json in
      for team in graph.teams {
        json.object { json in
          json.field("key", team.key)
          json.field("name", team.name)
          json.strings("productOwners", team.productOwners.map(\.text))
        }
      }
    }
  }
}

/// One item as JSON.
enum ItemJSON {
  static func write(_ item: BacklogItem, _ graph: LinkGraph, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", item.id)
      json.field("uid", item.uid)
      json.field("type", item.kind.rawValue)
      if let parent = item.parent { json.field("parent", parent) }
      json.field("document", graph.documents[item.document].key)
      json.field("title", item.title)
      if let story = item.story, !story.text.isEmpty || !story.role.isEmpty {
        json.key("story")
        json.object { json in
          json.field("role", story.role)
          json.field("want", story.want)
          if let reason = story.reason { json.field("reason", reason) }
          if !story.text.isEmpty { json.field("text", story.text) }
        }
      }
      if !item.description.isEmpty { json.field("description", item.description.joined(separator: "\n\n")) }
      if !item.acceptance.isEmpty {
        json.key("acceptance")
        json.array { json in for criterion in item.acceptance { write(criterion, to: &json) } }
      }
      if let priority = item.priority { json.field("priority", priority.word) }
      if let estimate = item.estimate {
        json.key("estimate")
        json.object { json in
          json.key("value")
          json.number(estimate.number)
          json.field("unit", estimate.unit.rawValue)
        }
      }
      if let status = item.status { json.field("status", status.rawValue) }
      json.strings("owners", item.owners)
      json.strings("labels", Labels.of(item, graph))
      json.key("trace")
      json.object { json in
        json.key("needs")
        json.array { json in for need in item.needs { json.value(need) } }
        json.strings("metrics", item.metrics)
        if let service = item.service { json.field("service", graph.services[service].key) }
        if let team = item.team { json.field("team", graph.teams[team].key) }
      }
      json.strings("dependsOn", item.dependsOn)
      if item.isSuspect { json.field("suspect", true) }
      json.key("origin")
      json.object { json in
        switch item.origin {
        case .declared: json.field("kind", "declared")
        case .inferred(let rule, let confidence):
          json.field("kind", "inferred")
          json.field("rule", rule)
          json.field("confidence", confidence.rawValue)
        }
      }
      write(item.source, to: &json)
      json.field("fingerprint", item.fingerprint)
    }
  }

  static func write(_ source: ItemSource, to json: inout JSONWriter) {
    json.key("source")
    json.object { json in
      json.field("file", source.file)
      json.field("line", source.line)
      if source.endLine > source.line { json.field("endLine", source.endLine) }
      json.strings("section", source.section)
    }
  }

  private static func write(_ criterion: Criterion, to json: inout JSONWriter) {
    json.object { json in
      json.field("key", criterion.key)
      json.field("text", criterion.text)
      if let scenario = criterion.scenario {
        if let given = scenario.given { json.field("given", given) }
        json.field("when", scenario.when)
        json.field("then", scenario.then)
      }
      if let source = criterion.source { write(source, to: &json) }
    }
  }
}

extension JSONWriter {
  /// A list of texts; left out where it is empty.
  mutating func strings(_ name: String, _ texts: [String]) {
    if texts.isEmpty { return }
    key(name)
    array { json in for text in texts { json.value(text) } }
  }
}
