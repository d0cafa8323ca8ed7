import Tracing

/// The labels of an item: no blanks, commas or `~`, at most 50 characters, so that every tracker takes them.
enum Labels {
  static func of(_ item: BacklogItem, _ graph: LinkGraph) -> [String] {
    var labels = ["type:\(item.kind.rawValue)"]
    labels += item.needs.map { "need:\($0)" }
    labels += item.metrics.map { "metric:\($0)" }
    if let service = item.service { labels.append("service:\(graph.services[service].key)") }
    if let team = item.team { labels.append("team:\(graph.teams[team].key)") }
    if let priority = item.priority { labels.append("priority:\(priority.word)") }
    return labels.map(safe).uniqued()
  }

  private static func safe(_ label: String) -> String {
    String(label.map { " ,~\t\n\r".contains($0) ? "-" : $0 }.prefix(50))
  }
}
