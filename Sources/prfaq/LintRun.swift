import Diagnostics
import Dispatch
import Glibc
import Linting
import PRFAQ
import Reporting
import SourceText
import Workspace

/// Finds, reads and checks the files of one run.
struct LintRun: Sendable {
  let linter: Linter
  /// The profile of the command line; wins over everything.
  let profile: Profile?
  /// The status of the command line; wins over the documents' own.
  let gate: Status?
  let configuration: ConfigurationFile
  /// How standard input is named.
  let stdinPath: String
  /// The colours of standard error.
  let errorPalette: Palette

  /// A file to check.
  private struct Job: Sendable {
    enum Input: Sendable { case file, standardInput }
    let path: String
    let input: Input
    /// Whether it must be a PR/FAQ: named on the command line or in the configuration.
    let isNamed: Bool
  }

  /// What became of a file.
  private enum Outcome: Sendable {
    case checked(CheckedDocument, mistakes: [Suppressions.UnknownName])
    case other
    case closed
    case failed(FileError)
  }

  /// Checks files and folders, and says what could not be read or understood. The result does not depend on the
  /// number of threads.
  func lint(_ paths: [String]) -> (LintResults, [Failure]) {
    let (jobs, searchErrors) = jobs(for: paths)
    let launchSets = LaunchSets()
    var results = LintResults(documents: [], isPartial: linter.isPartial)
    var failures = searchErrors.map { Failure($0) }
    results.unreadFiles = searchErrors.count
    for outcome in outcomes(of: jobs, launchSets) {
      switch outcome {
      case .checked(let document, let mistakes):
        results.documents.append(document)
        failures += mistakes.map { failure($0, in: document.source) }
      case .other: results.otherFiles += 1
      case .closed: results.closedDocuments += 1
      case .failed(let error):
        failures.append(Failure(error))
        results.unreadFiles += 1
      }
    }
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

  /// The files behind the paths, each once, in byte order of their paths.
  private func jobs(for paths: [String]) -> ([Job], [FileError]) {
    var named: [String] = []
    var folders: [String] = []
    for path in paths where path != "-" {
      if LintRun.isFolder(path) { folders.append(path) } else { named.append(path) }
    }
    var search = FileSearch()
    search.patternFolder = configuration.folder
    let content = configuration.content
    if !content.exclude.isEmpty { search.exclude = GlobList(content.exclude.map(\.text)) }
    let files = search.find(in: named)
    let found = search.find(in: folders)
    var errors = files.errors + found.errors
    var must = Set(files.files)
    if !content.documents.isEmpty, !folders.isEmpty {
      search.documents = GlobList(content.documents.map(\.text))
      let declared = search.find(in: folders)
      must.formUnion(declared.files)
      for error in declared.errors where !errors.contains(error) { errors.append(error) }
    }
    var jobs = must.map { Job(path: $0, input: .file, isNamed: true) }
    jobs += found.files.filter { !must.contains($0) }.map { Job(path: $0, input: .file, isNamed: false) }
    if paths.contains("-") { jobs.append(Job(path: stdinPath, input: .standardInput, isNamed: true)) }
    jobs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return (jobs, errors)
  }

  /// Does the jobs on all processors; each writes into a slot of its own.
  private func outcomes(of jobs: [Job], _ launchSets: LaunchSets) -> [Outcome] {
    let options = configuration.readerOptions
    if jobs.count < 2 { return jobs.map { outcome(of: $0, launchSets, options) } }
    return [Outcome](unsafeUninitializedCapacity: jobs.count) { buffer, count in
      nonisolated(unsafe) let slots = buffer
      // Few enough turns to keep the handing out of work cheap, enough to let a slow file hold up nobody.
      let chunk = max(1, jobs.count / 512)
      DispatchQueue.concurrentPerform(iterations: (jobs.count + chunk - 1) / chunk) { turn in
        for index in turn * chunk..<min(jobs.count, (turn + 1) * chunk) {
          slots.initializeElement(at: index, to: outcome(of: jobs[index], launchSets, options))
        }
      }
      count = jobs.count
    }
  }

  private func outcome(of job: Job, _ launchSets: LaunchSets, _ options: ReaderOptions) -> Outcome {
    let document: PRFAQDocument
    do throws(FileError) {
      let bytes = try job.input == .file ? FileReader.read(job.path) : FileReader.readStandardInput()
      document = PRFAQDocument(SourceFile(bytes, path: job.path), options: options)
    } catch {
      return .failed(error)
    }
    if document.kind == .none {
      return job.isNamed ? .checked(unrecognised(document), mistakes: []) : .other
    }
    let settings = settings(for: document, launchSets)
    if gate == nil, settings.status == .launched || settings.status == .rejected { return .closed }
    return .checked(
      CheckedDocument(
        source: document.source, findings: linter.lint(document, settings), isDraft: settings.status == .draft
      ),
      mistakes: Suppressions(document).unknownNames)
  }

  /// What can be said of a named file that is no PR/FAQ: that it is none, and whether it is text at all. Rules about
  /// the content would only flood.
  private func unrecognised(_ document: PRFAQDocument) -> CheckedDocument {
    let findings = linter.forFiles.lint(document, Settings(profile: profile ?? Profile.all[0]))
    return CheckedDocument(
      source: document.source, findings: findings.filter { $0.rule.hasPrefix("document/") },
      isRecognised: false)
  }

  /// `--profile` beats front matter, which beats the configuration, which beats what kind and concept suggest.
  private func settings(for document: PRFAQDocument, _ launchSets: LaunchSets) -> Settings {
    let declared = document.frontMatter
    let concept = declared.concept.flatMap { Settings.Concept(rawValue: $0.text.lowercased()) }
    var chosen = profile ?? declared.profile.flatMap { Profile.named($0.text.lowercased()) }
    chosen = chosen ?? configuration.content.profile
    if chosen == nil, document.kind == .pressRelease { chosen = Profile.named("press-release") }
    if chosen == nil, let concept { chosen = Profile.named(concept.rawValue) }
    let profile = chosen ?? Profile.all[0]
    let status = gate ?? declared.status.flatMap { Status(rawValue: $0.text.lowercased()) } ?? .review
    return Settings(
      profile: profile, status: status,
      concept: concept ?? Settings.Concept(rawValue: profile.name) ?? .commercial,
      limits: configuration.content.limits, jargon: configuration.content.jargon,
      companions: linter.runs("structure/companion-missing", in: profile)
        ? launchSets.companions(of: document) : nil)
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
