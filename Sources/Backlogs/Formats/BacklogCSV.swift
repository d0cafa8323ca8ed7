import Tracing

/// The backlog as a table for spreadsheets: one row an item, every field of the JSON in a column.
public enum BacklogCSV {
  /// The columns, in their order.
  public static let columns = [
    "id", "uid", "type", "parent", "document", "title", "story", "description", "acceptance", "priority",
    "estimate",
    "estimate_unit", "status", "service", "team", "owners", "needs", "metrics", "depends_on", "labels",
    "suspect",
    "origin", "rule", "confidence", "file", "line", "section", "fingerprint",
  ]

  /// Writes the header and the rows, handing over bytes document by document.
  public static func write(
    _ backlog: Backlog, items documents: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) {
    output(CSVRow.bytes(columns))
    for index in backlog.graph.documents.indices {
      var bytes: [UInt8] = []
      for item in documents(index).items {
        bytes += CSVRow.bytes(fields(of: item, backlog.graph).map(CSVRow.guarded))
      }
      output(bytes)
    }
  }

  private static func fields(of item: BacklogItem, _ graph: LinkGraph) -> [String] {
    var rule = ""
    if case .inferred(let name, _) = item.origin { rule = name }
    return [
      item.id, item.uid, item.kind.rawValue, item.parent ?? "", graph.documents[item.document].key,
      item.title,
      item.story?.text ?? "", item.description.joined(separator: "\n\n"),
      item.acceptance.map(\.text).joined(separator: "\n"), item.priority?.word ?? "",
      item.estimate?.number ?? "",
      item.estimate?.unit.rawValue ?? "", item.status?.rawValue ?? "",
      item.service.map { graph.services[$0].key } ?? "", item.team.map { graph.teams[$0].key } ?? "",
      item.owners.joined(separator: "; "), item.needs.joined(separator: " "),
      item.metrics.joined(separator: " "),
      item.dependsOn.joined(separator: " "), Labels.of(item, graph).joined(separator: " "),
      item.isSuspect ? "true" : "", item.origin == .declared ? "declared" : "inferred", rule,
      item.origin.confidence?.rawValue ?? "", item.source.file, String(item.source.line),
      item.source.section.joined(separator: " > "), item.fingerprint,
    ]
  }
}
