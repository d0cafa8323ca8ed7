internal import Diagnostics
internal import SourceText
internal import Workspace
internal import YAMLTree

/// What the service calls exists in the contracts of its neighbours.
enum ContractCheck {
  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    guard let component = repository.component else { return }
    let declared = component.node[key: "spec"]?[key: "consumesApis"]
    let apis = declared?.items.compactMap { node in node.string.map { (name: last($0), node: node) } } ?? []
    report.found(.contracts, component.file.path)
    let file = repository["api/consumed.yaml"] ?? repository["api/consumed.yml"]
    guard let file, let root = file.root else {
      for api in apis {
        report.wrong(
          .contracts, "no-operations", component.file.source, api.node.range,
          "nothing says which operations of \(api.name) are called",
          "Write api/consumed.yaml: \"\(api.name): [GET /v1/...]\".")
      }
      return
    }
    report.found(.contracts, file.path)
    for entry in root.entries {
      if !apis.contains(where: { $0.name == entry.name }) {
        report.wrong(
          .contracts, "not-declared", file.source, entry.key.range,
          "catalog-info.yaml does not say that \(entry.name) is called",
          Spelling.nearest(to: entry.name, in: apis.map(\.name)).map { "Did you mean \"\($0)\"?" }
            ?? "Add it to spec.consumesApis, so that its owners know who calls.")
        continue
      }
      operations(entry, file.source, repository, &report)
    }
    for api in apis where root[key: api.name] == nil {
      report.wrong(
        .contracts, "no-operations", component.file.source, api.node.range,
        "nothing says which operations of \(api.name) are called", "Add them to \(file.path).")
    }
  }

  /// The name of a reference such as `api:default/stock-map`.
  private static func last(_ reference: String) -> String {
    String(reference.split { $0 == ":" || $0 == "/" }.last ?? "")
  }

  private static func operations(
    _ entry: YAMLEntry, _ source: SourceFile, _ repository: Repository, _ report: inout RepositoryReport
  ) {
    let contract = contract(of: entry.name, repository)
    let offered = contract.map { operations(of: $0) }
    for item in entry.value.items {
      guard let text = item.string else { continue }
      guard let operation = try? ServiceOperation(text) else {
        report.wrong(
          .contracts, "not-an-operation", source, item.range, "\"\(text)\" is no operation",
          "Write method and path, such as GET /v1/items/{itemId}.")
        continue
      }
      guard let offered,
        !offered.contains(where: { $0.verb == operation.verb && $0.shape == operation.shape })
      else {
        continue
      }
      report.wrong(
        .contracts, "unknown-operation", source, item.range, "\(entry.name) does not offer \(text)",
        offered.isEmpty
          ? "Its contract has no operation."
          : "It offers \(offered.map { "\($0.verb) \($0.path)" }.joined(separator: ", ")).")
    }
  }

  /// The neighbour's contract: a copy in this repository, or the one in the folder beside it.
  private static func contract(of name: String, _ repository: Repository) -> YAMLNode? {
    guard AnswerKind.word.holds(name) else { return nil }
    if let copy = repository["api/providers/\(name).yaml"] { return copy.root }
    let path = (repository.folder == "." ? "" : repository.folder + "/") + "../\(name)/api/openapi.yaml"
    guard let bytes = try? FileReader.read(path, limit: 1 << 20) else { return nil }
    return (try? YAMLReader.read(SourceFile(bytes, path: path)))?.first
  }

  private static func operations(of contract: YAMLNode) -> [ServiceOperation] {
    (contract[key: "paths"]?.entries ?? []).flatMap { path in
      path.value.entries.compactMap { try? ServiceOperation("\($0.name.uppercased()) \(path.name)") }
    }
  }
}
