import Diagnostics
import Linting
import PRFAQ
import Reporting
import Reports
import SourceText
import Tracing
import Workspace

/// Reads and checks what the documents of a report were like earlier, as they are checked now: with today's rules,
/// configuration and catalogue.
struct ReportHistory {
  let run: LintRun
  /// What holds for each document.
  let plans: [DocumentPlan]
  /// The documents as they are now.
  let sources: [SourceFile]
  /// What holds for catalogue files.
  let standard: GraphScope.Entry

  /// A version of a document.
  private struct Version: Sendable {
    let number: Int
    let unit: TraceUnit
    let bytes: [UInt8]
    let checked: CheckedDocument
    let linked: LinkedDocument?
  }

  private struct Job: Sendable {
    let number: Int
    let blob: String
    let bytes: [UInt8]
  }

  /// The points before now; nil where there is none that differs from now.
  func read(_ history: GitHistory, since revision: String?) throws -> History? {
    var points: [Trend.Point] = []
    // What each document was at the point before, and what it is made of.
    var versions: [Int: Version] = [:]
    var blobs: [Int: String] = [:]
    for (position, point) in history.points.enumerated() {
      let changed = plans.indices.filter { point.blobs[$0] != blobs[$0] }
      let contents = try history.contents(of: Set(changed.compactMap { point.blobs[$0] }))
      var jobs: [Job] = []
      for number in changed {
        versions[number] = nil
        blobs[number] = point.blobs[number]
        guard let blob = point.blobs[number], let bytes = contents[blob] else { continue }
        jobs.append(Job(number: number, blob: blob, bytes: bytes))
      }
      let launchSets = LaunchSets()
      for version in Parallel.map(jobs, { self.version($0, launchSets) }) {
        if let version { versions[version.number] = version }
      }
      // The last commit usually is what lies in the work tree.
      if position == history.points.count - 1,
        plans.indices.allSatisfy({ versions[$0]?.bytes == sources[$0].bytes })
      {
        break
      }
      points.append(try self.point(point.name, versions))
    }
    return points.isEmpty ? nil : History(points, since: revision)
  }

  private func version(_ job: Job, _ launchSets: LaunchSets) -> Version? {
    let plan = plans[job.number]
    let document = PRFAQDocument(
      SourceFile(job.bytes, path: sources[job.number].path), options: plan.options)
    if document.kind == .none { return nil }
    let settings = run.settings(for: document, plan, launchSets)
    let linked = LinkedDocument(
      document, settings, plan.linter, catalog: run.catalog, options: plan.options, keepsText: true,
      isEarlier: true)
    return Version(
      number: job.number, unit: linked?.unit ?? TraceUnit(document), bytes: document.source.bytes,
      checked: CheckedDocument(
        source: document.source, findings: plan.linter.lint(document, settings),
        isDraft: settings.status == .draft),
      linked: linked)
  }

  private func point(_ name: String, _ versions: [Int: Version]) throws -> Trend.Point {
    let there = versions.values.sorted { $0.number < $1.number }
    var graph = GraphLint(catalog: run.catalog, standard: standard)
    var documents: [CheckedDocument] = []
    for version in there { graph.add(version.checked, version.linked) { documents.append($0) } }
    try graph.finish { documents.append($0) }
    var places: [Int?] = Array(repeating: nil, count: plans.count)
    for (index, version) in there.enumerated() { places[version.number] = index }
    return Trend.Point(
      name: name, LinkGraph(there.map(\.unit), run.catalog?.organization), documents: places,
      checks: documents.prefix(there.count).map { checked in
        CheckSummary(
          errors: checked.count(.error), warnings: checked.count(.warning), notes: checked.count(.note),
          isDraft: checked.isDraft)
      })
  }
}
