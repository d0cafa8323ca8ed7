public import Diagnostics
public import Tracing

extension LinkGraph {
  /// All findings of the graph rules in force, by path of the file they stand in, in the order they were made.
  public func lint(_ scope: GraphScope) -> [String: [Finding]] {
    var findings: [String: [Finding]] = [:]
    for type in AllRules.graphTypes where scope.mayReport(type.about) {
      var report = GraphReport(about: type.about, scope: scope)
      type.init().check(self, &report)
      findings.merge(report.findings) { $0 + $1 }
    }
    return findings
  }
}
