import Backlogs
import Glibc
import Linting
import PRFAQ
import Reporting
import Reports
import SourceText
import Tracing
import Workspace

/// The documents of a report: checked, rendered and linked.
struct ReportInput {
  let graph: LinkGraph
  let notes: [DocumentNotes]
  let pages: [DocumentPage]
  /// How the documents were earlier; nil where that is not known or not wanted.
  let history: History?
  /// What is to be said about what is not in the report.
  let remarks: String

  /// What is kept of a document.
  private struct Read: Sendable {
    let unit: TraceUnit
    let notes: DocumentNotes
    let page: DocumentPage
  }

  /// A document that was checked, and how it is read again.
  private struct Job: Sendable {
    let checked: CheckedDocument
    let source: SourceFile
    let plan: DocumentPlan
    let number: Int
  }

  /// Checks as `prfaq lint` does, then renders and links what it found.
  ///
  /// - Throws: a `Failure` or `FileError` for what cannot be found, read or recognised.
  init(
    _ paths: [String], _ option: CatalogOption, _ configuration: ConfigurationOptions, gate: Status?,
    stdinPath: String, colors: ColorChoice, trend: ReportTrend
  ) throws {
    let palette = Output.palette(colors, for: STDERR_FILENO)
    let lookup = try configuration.lookup(palette)
    let catalog = try Catalog.load(
      option, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: colors)
    var run = LintRun(
      lookup: lookup, choice: RuleChoice(), profile: nil, gate: gate, stdinPath: stdinPath,
      errorPalette: palette,
      catalog: catalog)
    run.keepsSources = true
    var documents: [CheckedDocument] = []
    let report = try run.lint(try run.find(paths)) { documents.append($0) }
    if let failure = report.failures.first {
      for other in report.failures.dropFirst() { other.print() }
      throw failure
    }
    var planner = Planner(lookup, RuleChoice())
    var jobs: [Job] = []
    for (checked, source) in zip(documents.filter { !$0.isCatalog }, report.sources) {
      guard checked.isRecognised else {
        throw Failure(
          "\(source.path) is not recognised as a PR/FAQ",
          help:
            "\"prfaq outline\" shows how it is read; a marker comment such as <!-- prfaq: problem --> settles it."
        )
      }
      let plan = try planner.plan(for: source.path)
      jobs.append(Job(checked: checked, source: source, plan: plan, number: jobs.count))
    }
    guard !jobs.isEmpty else {
      throw Failure(
        "there is no PR/FAQ to show in \(paths.joined(separator: ", "))",
        help: report.rest.closedDocuments > 0
          ? "\(report.rest.closedDocuments) launched or rejected left out; --gate review takes them in."
          : "Name a document, or start one with \"prfaq new\".")
    }
    let reads = Parallel.map(jobs) { job in
      let document = PRFAQDocument(job.source, options: job.plan.options)
      return Read(
        unit: TraceUnit(document), notes: DocumentNotes(document),
        page: DocumentPage(
          document, findings: job.checked.findings, isDraft: job.checked.isDraft, number: job.number))
    }
    graph = LinkGraph(reads.map(\.unit), catalog?.organization)
    notes = reads.map(\.notes)
    pages = reads.map(\.page)
    var remarks =
      report.rest.closedDocuments > 0
      ? "note: \(report.rest.closedDocuments) launched or rejected left out; --gate review takes them in\n"
      : ""
    history = try trend.history(
      ReportHistory(
        run: run, plans: jobs.map(\.plan), sources: jobs.map(\.source),
        standard: run.standard(try planner.plan(for: "."))), &remarks)
    self.remarks = remarks
  }
}
