public import Diagnostics
public import Tracing

extension Linter {
  /// All findings of the graph rules in force, by path of the file they stand in, in the order they were made.
  public func lint(_ graph: LinkGraph, _ scope: GraphScope) -> [String: [Finding]] {
    var findings: [String: [Finding]] = [:]
    for type in AllRules.graphTypes {
      var report = GraphReport(about: type.about, scope: scope) { severity(of: type.about, in: $0) }
      type.init().check(graph, &report)
      findings.merge(report.findings) { $0 + $1 }
    }
    return findings
  }
}
