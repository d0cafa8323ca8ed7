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
    abstract: "Check PR/FAQs: what is incomplete, and where they do not start from the customer.",
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
      """)

  @Argument(
    help: "Files and folders; \"-\" for standard input. The default is the current folder.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: "text, concise or json (default: text).", completion: LintFormat.completion,
    transform: LintFormat.read)
  var format: LintFormat = .text

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

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add \"-\" to the paths.")
    }
  }

  func run() throws {
    let palette = Output.palette(colors.color, for: STDERR_FILENO)
    let lookup = try configuration.lookup(palette)
    let run = LintRun(
      lookup: lookup, choice: try choice(lookup),
      profile: try profile.map { try Names.profile($0, option: "--profile") }, gate: gate,
      stdinPath: stdinFilename ?? "<stdin>", errorPalette: palette,
      catalog: try Catalog.load(
        catalog, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: colors.color))
    let (results, failures) = try run.lint(paths.isEmpty ? ["."] : paths)
    for failure in failures { failure.print() }
    print(results)
    if !failures.isEmpty { throw ExitCode(Failure.status) }
    if let level = failOn.severity, let worst = results.worst, worst >= level { throw ExitCode(1) }
  }

  private func print(_ results: LintResults) {
    switch format {
    case .json: JSONReport.write(results) { Output.write($0) }
    case .concise:
      for document in results.documents { Output.write(ConciseReport.text(of: document)) }
      Output.write(ConciseReport.summary(of: results))
    case .text:
      var report = TextReport(width: Output.width, palette: Output.palette(colors.color)) { rule in
        AllRules.abouts.first { $0.name == rule }?.why
      }
      for document in results.documents { Output.write(report.text(of: document)) }
      Output.write(report.summary(of: results))
    }
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
