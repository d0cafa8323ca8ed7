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

  @Option(
    help: ArgumentHelp("Configuration file, instead of the prfaq.yaml found upwards.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add \"-\" to the paths.")
    }
  }

  func run() throws {
    let configuration = try ConfigurationFile.load(config, colors: colors.color)
    let run = LintRun(
      linter: Linter(try selection(configuration.content)),
      profile: try profile.map { try Names.profile($0, option: "--profile") }, gate: gate,
      configuration: configuration, stdinPath: stdinFilename ?? "<stdin>",
      errorPalette: Output.palette(colors.color, for: STDERR_FILENO))
    let (results, failures) = run.lint(paths.isEmpty ? ["."] : paths)
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

  /// What the command line says wins over the configuration: `--select` replaces its list, and a rule selected
  /// here runs even if the configuration ignores it; `--ignore` adds to it.
  private func selection(_ configuration: Configuration) throws -> Linter.Selection {
    var selection = configuration.selection
    let selected = try Names.rules(select, option: "--select")
    if !selected.isEmpty {
      selection.select = selected
      selection.ignore.subtract(selected)
    }
    selection.ignore.formUnion(try Names.rules(ignore, option: "--ignore"))
    return selection
  }
}
