import Diagnostics
import Linting
import PRFAQ
import Reporting
import SourceText

/// Leaves of the findings of a run those that a change brought about.
///
/// A finding on what is there counts where it touches a changed line. One on what is not there (no FAQ, no problem)
/// stands on no line of its own: it counts when the old document did not have it.
struct ChangeFilter {
  private let changes: ChangedLines
  private let run: LintRun
  private let plans: [String: DocumentPlan]

  init(_ changes: ChangedLines, _ run: LintRun, _ plans: [String: DocumentPlan]) {
    self.changes = changes
    self.run = run
    self.plans = plans
  }

  func apply(to results: inout LintResults) throws {
    for index in results.documents.indices {
      let document = results.documents[index]
      let kept = try findings(of: document)
      results.rest.unchangedFindings += document.findings.count - kept.count
      results.documents[index] = document.with(kept)
    }
  }

  private func findings(of document: CheckedDocument) throws -> [Finding] {
    if document.findings.isEmpty { return [] }
    let lines: [ClosedRange<Int>]
    switch try changes.lines(of: document.source.path) {
    case .all: return document.findings
    case .none: return []
    case .some(let ranges): lines = ranges
    }
    let source = document.source
    var missed: Set<String>? = nil
    return try document.findings.filter { finding in
      guard let identity = finding.identity, identity.speaksOfAbsence else {
        let first = source.line(at: finding.range.lowerBound)
        let last = source.line(at: max(finding.range.lowerBound, finding.range.upperBound - 1))
        return lines.contains { $0.overlaps(first...max(first, last)) }
      }
      let before = try missed ?? absences(before: document)
      missed = before
      return !before.contains(finding.rule)
    }
  }

  /// The rules that missed something in the old document.
  private func absences(before document: CheckedDocument) throws -> Set<String> {
    guard let plan = plans[document.source.path], let bytes = try changes.old(document.source.path) else {
      return []
    }
    let old = PRFAQDocument(SourceFile(bytes, path: document.source.path), options: plan.options)
    let findings = plan.linter.everything(old, run.settings(for: old, plan, LaunchSets()))
    return Set(findings.filter { $0.identity?.speaksOfAbsence ?? false }.map(\.rule))
  }
}
