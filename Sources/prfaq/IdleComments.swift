import Diagnostics
import Linting
import Reporting
import SourceText

/// Removes comments that silence nothing, where only the whole run can tell: they name rules on links.
enum IdleComments {
  /// Removes them from documents that are fixed anyway, and from the results what was said of them.
  static func remove(
    from results: inout LintResults, _ fixes: inout [FixedDocument], _ plans: [String: DocumentPlan]
  ) {
    let places = Dictionary(fixes.enumerated().map { ($1.path, $0) }) { first, _ in first }
    for index in results.documents.indices {
      let document = results.documents[index]
      let path = document.source.path
      let idle = document.findings.filter { $0.rule == AllRules.unusedSuppression }.compactMap(\.fix)
      guard !idle.isEmpty, let place = places[path], fixes[place].result.isText, let plan = plans[path]
      else { continue }
      let fixer = Fixer(includesUnsafe: false, options: plan.options)
      let source = SourceFile(fixes[place].result.bytes, path: path)
      let (bytes, made) = fixer.make(idle, in: source)
      if made.isEmpty { continue }
      var result = fixes[place].result
      result.bytes = bytes
      result.made += made.count
      fixes[place] = FixedDocument(path: path, old: fixes[place].old, result: result)
      let left = document.findings.filter { finding in finding.fix.map { !made.contains($0) } ?? true }
      results.documents[index] = document.with(
        left.map { $0.moved(pastRemoved: made.map(\.range)) }, in: SourceFile(bytes, path: path))
    }
  }
}
