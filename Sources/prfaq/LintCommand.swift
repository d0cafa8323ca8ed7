import ArgumentParser
import Diagnostics
import Glibc
import Linting
import Reporting
import Workspace

/// `prfaq lint`: checks documents.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check documents, and say exactly what to improve.",
    discussion: """
      Folders are searched for Markdown, what git ignores left out; files that are no PR/FAQs are only counted. \
      A file named here must be one.

      Examples:
        prfaq lint                             everything below here
        prfaq lint plan.md --fail-on warning   stricter, for CI
        prfaq lint --select structure docs     only one category
        prfaq lint --gate review draft.md      ask what review will ask
        prfaq lint docs --catalog org          check teams and services, too
        prfaq lint - --stdin-filename plan.md < plan.md
        prfaq lint --fix                       make the fixes that are certain
        prfaq lint --baseline known.json --write-baseline
                                               live with what is there; without
                                               --write-baseline, only what is new
      """)

  @Argument(
    help: "Files and folders; \"-\" for standard input. The default is the current folder.",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var reports: ReportOptions

  @Option(
    help: "Exit with 1 from this severity on: error, warning, note or never (default: error).",
    completion: FailLevel.completion,
    transform: FailLevel.read)
  var failOn: FailLevel = .error

  @Option(
    help: ArgumentHelp("Run only these rules or categories, separated by commas.", valueName: "rules"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Leave out these rules or categories, separated by commas.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    help: "standard, strict, calbucci, internal-tool, open-source, press-release or rfc.",
    completion: .list(Profile.all.map(\.name)))
  var profile: String?

  @Option(
    help: "Check as if the documents had this status: draft, review, approved, launched or rejected.",
    completion: Status.completion, transform: Status.read)
  var gate: Status?

  @Option(help: ArgumentHelp("How to name standard input.", valueName: "path"))
  var stdinFilename: String?

  @OptionGroup var catalog: CatalogOption

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var baseline: BaselineOptions

  @Option(
    help: ArgumentHelp(
      "Report only what stands on lines changed since the current branch left this commit.",
      valueName: "commit"))
  var changedSince: String?

  @OptionGroup var fixes: FixOptions

  @Flag(help: "Print the JSON Schema of --format json and stop.")
  var schema = false

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add \"-\" to the paths.")
    }
    if fixes.fix, paths.contains("-") {
      throw ValidationError("--fix cannot write to standard input; --diff shows what it would change.")
    }
    if fixes.isOn, changedSince != nil {
      throw ValidationError("--fix and --diff change the whole document: leave out --changed-since.")
    }
    if fixes.isOn, baseline.writeBaseline || baseline.pruneBaseline {
      throw ValidationError("Fix first, then write the baseline: two commands.")
    }
  }

  func run() throws {
    if schema {
      Output.write(LintSchema.text)
      return
    }
    let palette = Output.palette(colors.color, for: STDERR_FILENO)
    let lookup = try configuration.lookup(palette)
    let choice = try choice(lookup)
    let known = try BaselineRun(
      baseline, choice: choice, isGated: profile != nil || gate != nil, palette: palette)
    let changes = try changedSince.map { try ChangedLines(since: $0) }
    var run = LintRun(
      lookup: lookup, choice: choice,
      profile: try profile.map { try Names.profile($0, option: "--profile") }, gate: gate,
      stdinPath: stdinFilename ?? "<stdin>", errorPalette: palette,
      catalog: try loadCatalog(lookup, choice))
    // A place that would only be counted may be the new one.
    run.isExhaustive = known != nil || changes != nil
    if fixes.isOn { run.fixing = fixes.unsafeFixes ? .unsafe : .safe }
    let files = try run.find(paths.isEmpty ? ["."] : paths)
    if known == nil, changes == nil, !fixes.isOn {
      run.needsIdentities = reports.needIdentities
      var running = reports.begin(
        customRules: files.customRules, failLevel: failOn.severity, colors: colors.color)
      let report = try run.lint(files) { running.add($0) }
      for failure in report.failures { failure.print() }
      let totals = try running.finish(report.rest)
      return try end(report, totals, isSettled: false)
    }

    // What is fixed, known or unchanged shows only when all is read.
    var results = LintResults(documents: [])
    var report = try run.lint(files) { results.documents.append($0) }
    if fixes.isOn { IdleComments.remove(from: &results, &report.fixed, files.plans) }
    results.rest = report.rest
    let failures = report.failures
    for failure in failures { failure.print() }
    if fixes.diff {
      let status = FixRun().show(report.fixed, palette: Output.palette(colors.color))
      if !failures.isEmpty { throw ExitCode(Failure.status) }
      if status != 0 { throw ExitCode(status) }
      return
    }
    if fixes.fix {
      // Where something is wrong, nothing is written.
      if failures.isEmpty {
        try FixRun().write(report.fixed)
      } else {
        throw ExitCode(Failure.status)
      }
    }
    if baseline.writeBaseline {
      if !failures.isEmpty { throw ExitCode(Failure.status) }
      _ = try known?.apply(to: &results)
      return
    }
    let isSettled = try failures.isEmpty ? known?.apply(to: &results).fails ?? false : false
    if let changes { try ChangeFilter(changes, run, files.plans).apply(to: &results) }
    var running = reports.begin(
      customRules: files.customRules, failLevel: failOn.severity, colors: colors.color)
    for document in results.documents { running.add(document) }
    try end(report, try running.finish(results.rest), isSettled: isSettled)
  }

  /// Ends with the status that the results ask for.
  private func end(_ report: LintRun.Report, _ totals: LintTotals, isSettled: Bool) throws {
    if !report.failures.isEmpty { throw ExitCode(Failure.status) }
    if let level = failOn.severity, let worst = totals.worst, worst >= level { throw ExitCode(1) }
    if isSettled { throw ExitCode(1) }
  }

  /// The catalogue, unless it is only the configuration that names one and no rule that looks at it was chosen.
  private func loadCatalog(_ lookup: ConfigurationLookup, _ choice: RuleChoice) throws -> Catalog? {
    if catalog.paths.isEmpty, !AllRules.graphTypes.contains(where: { choice.mayRun($0.about.name) }) {
      return nil
    }
    return try Catalog.load(
      catalog, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: colors.color)
  }

  /// The rules chosen here; those of the configuration in the current folder may be named.
  private func choice(_ lookup: ConfigurationLookup) throws -> RuleChoice {
    let here = try lookup.configuration(in: FilePath.real(".") ?? "/")
    let custom = here.files.flatMap(\.customRules).map(\.about.name)
    return RuleChoice(
      select: try Names.rules(select, option: "--select", custom: custom),
      ignore: try Names.rules(ignore, option: "--ignore", custom: custom), hasProfile: profile != nil)
  }
}
