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

  /// Whether somebody will compare the findings with those of other runs, or write down what that takes.
  var needsIdentities = true

  /// Whether the texts of the documents are wanted afterwards.
  var keepsSources = false

  /// The files of a run, and what holds for them.
  struct Files {
    let jobs: [LintJob]
    /// What could not be looked at.
    let errors: [FileError]
    /// What holds for everything that is no document.
    let standard: GraphScope.Entry
    /// What holds for single catalogue files, where it is something else, by path.
    let catalogEntries: [String: GraphScope.Entry]
    /// Whether any rule on links may run; where none may, links cost nothing.
    let hasLinks: Bool
    /// Whether folders were searched, rather than single files named.
    let hasWholeFolders: Bool

    /// The rules of the projects' own, each once.
    var customRules: [About] {
      var seen: Set<ObjectIdentifier> = []
      let plans = jobs.map(\.plan).filter { seen.insert(ObjectIdentifier($0)).inserted }
      let abouts = plans.flatMap { $0.linter.customRules.map(\.about) }
      return Array(Dictionary(abouts.map { ($0.name, $0) }) { $0.why < $1.why ? $0 : $1 }.values)
    }

    /// What holds for each document, by path.
    var plans: [String: DocumentPlan] { Dictionary(jobs.map { ($0.path, $0.plan) }) { first, _ in first } }
  }

  /// What came of a run, besides the documents.
  struct Report {
    /// What was counted besides the documents.
    var rest: LintTotals
    var failures: [Failure]
    /// The documents that were fixed or could be.
    var fixed: [FixedDocument] = []
    /// The texts of the documents, in their order, where they are wanted.
    var sources: [SourceFile] = []
  }

  /// What became of a file.
  private enum Outcome: Sendable {
    case checked(CheckedDocument, failures: [Failure], LinkedDocument?, fixed: FixedDocument?, SourceFile?)
    case other
    case closed(LinkedDocument?)
    case failed(FileError)
  }

  /// A document that the rules are to look at.
  private struct OpenDocument {
    let job: LintJob
    let document: PRFAQDocument
    let settings: Settings
    let linked: LinkedDocument?
    let fixed: FixedDocument?
  }

  /// What is known of a file before the rules look at it.
  private enum Prepared {
    case settled(Outcome)
    case open(OpenDocument)
  }

  /// Finds the files behind paths.
  ///
  /// - Throws: a `Failure` for a configuration that cannot be used.
  func find(_ paths: [String]) throws -> Files {
    var planner = Planner(lookup, choice)
    let found = try LintJobs(paths, stdinPath: stdinPath, &planner)
    let plan = try planner.plan(for: ".")
    let catalogPlans = try (catalog?.files ?? []).map { ($0.path, try planner.plan(for: $0.path)) }
    let others = catalogPlans.filter { $1 !== plan }.map { ($0, standard($1)) }
    return Files(
      jobs: found.jobs, errors: found.errors, standard: standard(plan),
      catalogEntries: Dictionary(others) { first, _ in first },
      hasLinks: Self.mayRunGraphRules(found.jobs.map(\.plan) + catalogPlans.map(\.1) + [plan]),
      hasWholeFolders: paths.contains { FilePath.isFolder($0) })
  }

  /// Checks files and hands each document over as soon as all is known of it and of those before it; what could not be
  /// read or understood is told in the end. The result does not depend on the number of threads.
  ///
  /// - Throws: a `Failure` or `FileError` for a file that was changed while it was checked.
  func lint(_ files: Files, each: (CheckedDocument) -> Void) throws -> Report {
    let launchSets = LaunchSets()
    var report = Report(
      rest: LintTotals(isPartial: files.jobs.contains { $0.plan.linter.isPartial }),
      failures: files.errors.map { Failure($0) })
    report.rest.unreadFiles = files.errors.count
    var graph = GraphLint(catalog: catalog, standard: files.standard)
    graph.files = files.catalogEntries
    graph.hasWholeFolders = files.hasWholeFolders
    Parallel.inOrder(files.jobs, bundles: 16, { outcomes(of: $0, launchSets, hasLinks: files.hasLinks) }) {
      outcome in
      switch outcome {
      case .checked(let document, let failures, let linked, let fixed, let source):
        graph.add(document, linked, each: each)
        report.failures += failures
        if let fixed { report.fixed.append(fixed) }
        if let source { report.sources.append(source) }
      case .other: report.rest.otherFiles += 1
      case .closed(let linked):
        report.rest.closedDocuments += 1
        if let linked { graph.add(closed: linked) }
      case .failed(let error):
        report.failures.append(Failure(error))
        report.rest.unreadFiles += 1
      }
    }
    if files.hasLinks { try graph.finish(each: each) }
    return report
  }

  /// What holds for catalogue files: what the current folder's configuration says.
  func standard(_ plan: DocumentPlan) -> GraphScope.Entry {
    let settings = Settings(
      profile: profile ?? plan.settled.profile?.value ?? Profile.all[0],
      limits: plan.settled.limits.mapValues(\.value))
    return GraphScope.Entry(settings, plan.linter)
  }

  /// A comment that names no rule silences nothing: its author must learn of it.
  private func failures(_ mistakes: [Suppressions.UnknownName], in source: SourceFile) -> [Failure] {
    if mistakes.isEmpty { return [] }
    let lines = SourceLines(source, keeping: mistakes.map(\.range))
    return mistakes.map { mistake in
      Failure(
        text: ErrorReport.text(
          "there is no rule or category \"\(mistake.name)\"", at: mistake.range, in: lines,
          help: mistake.suggestion.map { "Did you mean \"\($0)\"?" } ?? "\"prfaq rules\" lists them all.",
          palette: errorPalette))
    }
  }

  /// Whether any rule on links may run; where none may, links cost nothing.
  private static func mayRunGraphRules(_ plans: [DocumentPlan]) -> Bool {
    var asked: Set<ObjectIdentifier> = []
    return plans.contains { asked.insert(ObjectIdentifier($0)).inserted && $0.linter.mayRunGraphRules }
  }

  /// Bytes of documents that are read before any of them is checked.
  private static let bundleBytes = 128 << 10

  /// Reads some documents, then checks them rule by rule: what a processor keeps at hand of the reader's or a rule's
  /// instructions serves the next document, where other rules would have pushed it out.
  private func outcomes(of jobs: ArraySlice<LintJob>, _ launchSets: LaunchSets, hasLinks: Bool) -> [Outcome] {
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(jobs.count)
    var bundle: [(job: LintJob, source: Result<SourceFile, FileError>)] = []
    var bytes = 0
    for job in jobs {
      let source = read(job)
      bundle.append((job, source))
      if case .success(let source) = source { bytes += source.bytes.count }
      guard bytes >= Self.bundleBytes else { continue }
      outcomes += self.outcomes(of: bundle, launchSets, hasLinks: hasLinks)
      bundle.removeAll(keepingCapacity: true)
      bytes = 0
    }
    return outcomes + self.outcomes(of: bundle, launchSets, hasLinks: hasLinks)
  }

  private func outcomes(
    of bundle: [(job: LintJob, source: Result<SourceFile, FileError>)], _ launchSets: LaunchSets,
    hasLinks: Bool
  ) -> [Outcome] {
    var documents = PRFAQDocument.read(
      bundle.compactMap { file in (try? file.source.get()).map { ($0, file.job.plan.options) } }
    ).makeIterator()
    let prepared: [Prepared] = bundle.compactMap { file in
      if case .failure(let error) = file.source { return .settled(.failed(error)) }
      return documents.next().map { prepare($0, for: file.job, launchSets, hasLinks: hasLinks) }
    }
    var checked = check(
      prepared.compactMap { if case .open(let document) = $0 { document } else { nil } }
    ).makeIterator()
    return prepared.compactMap { prepared in
      switch prepared {
      case .settled(let outcome): outcome
      case .open(let document): checked.next().map { outcome(of: document, $0) }
      }
    }
  }

  /// Checks documents, as many in a row as share a linter at once.
  private func check(_ open: [OpenDocument]) -> [Linter.Checked] {
    var checked: [Linter.Checked] = []
    checked.reserveCapacity(open.count)
    var start = 0
    while start < open.count {
      let plan = open[start].job.plan
      let end = open[start...].firstIndex { $0.job.plan !== plan } ?? open.count
      checked += plan.linter.lint(
        open[start..<end].map { ($0.document, $0.settings) }, identified: needsIdentities)
      start = end
    }
    return checked
  }

  private func read(_ job: LintJob) -> Result<SourceFile, FileError> {
    do throws(FileError) {
      let bytes = try job.input == .file ? FileReader.read(job.path) : FileReader.readStandardInput()
      return .success(SourceFile(bytes, path: job.path))
    } catch {
      return .failure(error)
    }
  }

  /// Settles what needs no rules, and makes the rest ready for them.
  private func prepare(
    _ read: PRFAQDocument, for job: LintJob, _ launchSets: LaunchSets, hasLinks: Bool
  ) -> Prepared {
    var document = read
    if document.kind == .none {
      guard job.isNamed else { return .settled(.other) }
      return .settled(
        .checked(
          unrecognised(document, job.plan), failures: [], nil, fixed: nil,
          keepsSources ? document.source : nil))
    }
    let settings = settings(for: document, job.plan, launchSets)
    let linter = job.plan.linter
    let isClosed = gate == nil && (settings.status == .launched || settings.status == .rejected)
    var fixed: FixedDocument? = nil
    if let fixing, !isClosed {
      // A comment may silence what only the links between documents show.
      let isLinked = hasLinks && LinkedDocument.isLinked(document, catalog: catalog)
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
    let linked =
      hasLinks
      ? LinkedDocument(
        document, settings, linter, catalog: catalog, options: job.plan.options,
        keepsText: job.input == .standardInput || fixing != nil) : nil
    if isClosed { return .settled(.closed(linked)) }
    return .open(
      OpenDocument(job: job, document: document, settings: settings, linked: linked, fixed: fixed))
  }

  private func outcome(of open: OpenDocument, _ checked: Linter.Checked) -> Outcome {
    let source = open.document.source
    return .checked(
      CheckedDocument(source: source, findings: checked.findings, isDraft: open.settings.status == .draft),
      failures: failures(checked.unknownNames, in: source), open.linked, fixed: open.fixed,
      keepsSources ? source : nil)
  }

  /// What can be said of a named file that is no PR/FAQ: that it is none, and whether it is text at all. Rules about
  /// the content would only flood.
  private func unrecognised(_ document: PRFAQDocument, _ plan: DocumentPlan) -> CheckedDocument {
    let findings = plan.linter.forFiles.lint(
      document, Settings(profile: profile ?? Profile.all[0]), identified: needsIdentities)
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
      companions: plan.profilesWithCompanions.contains(profile.name)
        ? launchSets.companions(of: document) : nil)
  }
}
