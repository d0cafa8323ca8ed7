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
  /// Whether documents are fixed, and with which fixes.
  var fixing: Fixing? = nil
  /// The colours of standard error.
  let errorPalette: Palette
  /// The catalogue that links are checked against; nil where there is none.
  var catalog: Catalog? = nil

  /// Which fixes are made.
  enum Fixing: Sendable { case safe, unsafe }

  /// What came of a run.
  struct Report {
    var results: LintResults
    var failures: [Failure]
    /// The documents that were fixed or could be.
    var fixed: [FixedDocument] = []
    /// What holds for each document, by path.
    var plans: [String: DocumentPlan] = [:]
  }

  /// What became of a file.
  private enum Outcome: Sendable {
    case checked(
      CheckedDocument, mistakes: [Suppressions.UnknownName], LinkedDocument? = nil,
      fixed: FixedDocument? = nil)
    case other
    case closed(LinkedDocument?)
    case failed(FileError)
  }

  /// Checks files and folders, and says what could not be read or understood. The result does not depend on the
  /// number of threads.
  func lint(_ paths: [String]) throws -> Report {
    var planner = Planner(lookup, choice)
    let found = try LintJobs(paths, stdinPath: stdinPath, &planner)
    let jobs = found.jobs
    let launchSets = LaunchSets()
    var results = LintResults(documents: [], isPartial: jobs.contains { $0.plan.linter.isPartial })
    var failures = found.errors.map { Failure($0) }
    var fixes: [FixedDocument] = []
    results.unreadFiles = found.errors.count
    var open: [LinkedDocument] = []
    var closed: [LinkedDocument] = []
    let plan = try planner.plan(for: ".")
    let catalogPlans = try (catalog?.files ?? []).map { ($0.path, try planner.plan(for: $0.path)) }
    let hasLinks = Self.mayRunGraphRules(jobs.map(\.plan) + catalogPlans.map(\.1) + [plan])
    for outcome in Parallel.map(jobs, { outcome(of: $0, launchSets, hasLinks: hasLinks) }) {
      switch outcome {
      case .checked(let document, let mistakes, let linked, let fixed):
        results.documents.append(document)
        if let linked { open.append(linked) }
        if let fixed { fixes.append(fixed) }
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
    if hasLinks {
      GraphLint(
        catalog: catalog, standard: standard(plan),
        files: Dictionary(catalogPlans.filter { $1 !== plan }.map { ($0, standard($1)) }) { first, _ in first
        },
        hasWholeFolders: paths.contains { FilePath.isFolder($0) }
      ).complete(&results, open, closed: closed)
    }
    let plans = Dictionary(jobs.map { ($0.path, $0.plan) }) { first, _ in first }
    if fixing != nil { IdleComments.remove(from: &results, &fixes, plans) }
    return Report(results: results, failures: failures, fixed: fixes, plans: plans)
  }

  /// What holds for catalogue files: what the current folder's configuration says.
  func standard(_ plan: DocumentPlan) -> GraphScope.Entry {
    let settings = Settings(
      profile: profile ?? plan.settled.profile?.value ?? Profile.all[0],
      limits: plan.settled.limits.mapValues(\.value))
    return GraphScope.Entry(settings, plan.linter)
  }

  /// A comment that names no rule silences nothing: its author must learn of it.
  private func failure(_ mistake: Suppressions.UnknownName, in source: SourceFile) -> Failure {
    Failure(
      text: ErrorReport.text(
        "there is no rule or category \"\(mistake.name)\"", at: mistake.range, in: source,
        help: mistake.suggestion.map { "Did you mean \"\($0)\"?" } ?? "\"prfaq rules\" lists them all.",
        palette: errorPalette))
  }

  /// Whether any rule on links may run; where none may, links cost nothing.
  private static func mayRunGraphRules(_ plans: [DocumentPlan]) -> Bool {
    var asked: Set<ObjectIdentifier> = []
    return plans.contains { asked.insert(ObjectIdentifier($0)).inserted && $0.linter.mayRunGraphRules }
  }

  private func outcome(of job: LintJob, _ launchSets: LaunchSets, hasLinks: Bool) -> Outcome {
    var document: PRFAQDocument
    do throws(FileError) {
      let bytes = try job.input == .file ? FileReader.read(job.path) : FileReader.readStandardInput()
      document = PRFAQDocument(SourceFile(bytes, path: job.path), options: job.plan.options)
    } catch {
      return .failed(error)
    }
    if document.kind == .none {
      return job.isNamed ? .checked(unrecognised(document, job.plan), mistakes: []) : .other
    }
    let settings = settings(for: document, job.plan, launchSets)
    let linter = job.plan.linter
    let isClosed = gate == nil && (settings.status == .launched || settings.status == .rejected)
    var fixed: FixedDocument? = nil
    if let fixing, !isClosed {
      // A comment may silence what only the links between documents show.
      let isLinked = hasLinks && LinkedDocument(document, settings, linter, catalog: catalog) != nil
      let fixLinter = isLinked ? linter.narrowed : linter
      let fixer = Fixer(includesUnsafe: fixing == .unsafe, options: job.plan.options)
      let result = fixer.fix(document.source) { text in
        fixLinter.everything(text, self.settings(for: text, job.plan, launchSets))
      }
      fixed = FixedDocument(path: job.path, old: document.source.bytes, result: result)
      if result.made > 0 {
        document = PRFAQDocument(SourceFile(result.bytes, path: job.path), options: job.plan.options)
      }
    }
    let linked = hasLinks ? LinkedDocument(document, settings, linter, catalog: catalog) : nil
    if isClosed { return .closed(linked) }
    return .checked(
      CheckedDocument(
        source: document.source, findings: linked?.document == nil ? linter.lint(document, settings) : [],
        isDraft: settings.status == .draft),
      mistakes: Suppressions(document, customRules: linter.customRules).unknownNames, linked, fixed: fixed)
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
