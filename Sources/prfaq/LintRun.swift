import Diagnostics
import Linting
import PRFAQ
import Reporting
import SourceText
import Workspace

/// Finds, reads and checks the files of one run.
struct LintRun: Sendable {
  let lookup: ConfigurationLookup
  /// The rules of the command line.
  let choice: RuleChoice
  /// The profile of the command line; wins over everything.
  let profile: Profile?
  /// The status of the command line; wins over the documents' own.
  let gate: Status?
  /// How standard input is named.
  let stdinPath: String
  /// Whether all findings are wanted, however many are alike.
  var isExhaustive = false
  /// The colours of standard error.
  let errorPalette: Palette
  /// The catalogue that links are checked against; nil where there is none.
  var catalog: Catalog? = nil

  /// What became of a file.
  private enum Outcome: Sendable {
    case checked(CheckedDocument, mistakes: [Suppressions.UnknownName], LinkedDocument?)
    case other
    case closed(LinkedDocument?)
    case failed(FileError)
  }

  /// Checks files and folders, and says what could not be read or understood. The result does not depend on the
  /// number of threads.
  func lint(_ paths: [String]) throws -> (LintResults, [Failure]) {
    var planner = Planner(lookup, choice)
    let found = try LintJobs(paths, stdinPath: stdinPath, &planner)
    let jobs = found.jobs
    let launchSets = LaunchSets()
    var results = LintResults(documents: [], isPartial: jobs.contains { $0.plan.linter.isPartial })
    var failures = found.errors.map { Failure($0) }
    results.unreadFiles = found.errors.count
    var open: [LinkedDocument] = []
    var closed: [LinkedDocument] = []
    for outcome in Parallel.map(jobs, { outcome(of: $0, launchSets) }) {
      switch outcome {
      case .checked(let document, let mistakes, let linked):
        results.documents.append(document)
        if let linked { open.append(linked) }
        failures += mistakes.map { failure($0, in: document.source) }
      case .other: results.otherFiles += 1
      case .closed(let linked):
        results.closedDocuments += 1
        if let linked { closed.append(linked) }
      case .failed(let error):
        failures.append(Failure(error))
        results.unreadFiles += 1
      }
    }
    let plan = try planner.plan(for: ".")
    let settings = Settings(
      profile: profile ?? plan.settled.profile?.value ?? Profile.all[0],
      limits: plan.settled.limits.mapValues(\.value))
    let standard = GraphScope.Entry(settings, plan.linter)
    GraphLint(catalog: catalog, standard: standard).complete(&results, open, closed: closed)
    return (results, failures)
  }

  /// A comment that names no rule silences nothing: its author must learn of it.
  private func failure(_ mistake: Suppressions.UnknownName, in source: SourceFile) -> Failure {
    Failure(
      text: ErrorReport.text(
        "there is no rule or category \"\(mistake.name)\"", at: mistake.range, in: source,
        help: mistake.suggestion.map { "Did you mean \"\($0)\"?" } ?? "\"prfaq rules\" lists them all.",
        palette: errorPalette))
  }

  private func outcome(of job: LintJob, _ launchSets: LaunchSets) -> Outcome {
    let document: PRFAQDocument
    do throws(FileError) {
      let bytes = try job.input == .file ? FileReader.read(job.path) : FileReader.readStandardInput()
      document = PRFAQDocument(SourceFile(bytes, path: job.path), options: job.plan.options)
    } catch {
      return .failed(error)
    }
    if document.kind == .none {
      return job.isNamed ? .checked(unrecognised(document, job.plan), mistakes: [], nil) : .other
    }
    let settings = settings(for: document, job.plan, launchSets)
    let linter = job.plan.linter
    let linked = LinkedDocument(document, settings, linter, catalog: catalog)
    if gate == nil, settings.status == .launched || settings.status == .rejected { return .closed(linked) }
    return .checked(
      CheckedDocument(
        source: document.source, findings: linked?.document == nil ? linter.lint(document, settings) : [],
        isDraft: settings.status == .draft),
      mistakes: Suppressions(document, customRules: linter.customRules).unknownNames, linked)
  }

  /// What can be said of a named file that is no PR/FAQ: that it is none, and whether it is text at all. Rules about
  /// the content would only flood.
  private func unrecognised(_ document: PRFAQDocument, _ plan: DocumentPlan) -> CheckedDocument {
    let findings = plan.linter.forFiles.lint(document, Settings(profile: profile ?? Profile.all[0]))
    return CheckedDocument(
      source: document.source, findings: findings.filter { $0.rule.hasPrefix("document/") },
      isRecognised: false)
  }

  /// `--profile` beats front matter, which beats the configuration, which beats what kind and concept suggest.
  func settings(for document: PRFAQDocument, _ plan: DocumentPlan, _ launchSets: LaunchSets) -> Settings {
    let declared = document.frontMatter
    let settled = plan.settled
    let concept = declared.concept.flatMap { Settings.Concept(rawValue: $0.text.lowercased()) }
    var chosen = profile ?? declared.profile.flatMap { Profile.named($0.text.lowercased()) }
    chosen = chosen ?? settled.profile?.value
    if chosen == nil, document.kind == .pressRelease { chosen = Profile.named("press-release") }
    if chosen == nil, let concept { chosen = Profile.named(concept.rawValue) }
    let profile = chosen ?? Profile.all[0]
    let status = gate ?? declared.status.flatMap { Status(rawValue: $0.text.lowercased()) } ?? .review
    var limits = settled.limits.mapValues(\.value)
    if isExhaustive { limits[.places] = Int.max }
    return Settings(
      profile: profile, status: status,
      concept: concept ?? Settings.Concept(rawValue: profile.name) ?? .commercial,
      limits: limits, jargon: settled.jargon.map(\.value), acronyms: settled.acronyms.map(\.value),
      companions: plan.linter.runs("structure/companion-missing", in: profile)
        ? launchSets.companions(of: document) : nil)
  }
}
