import ArgumentParser
import Glibc
import Linting
import Reporting
import Reports
import Workspace

/// Formats of `prfaq report`.
enum ReportFormat: String, Choice {
  case html, markdown
}

/// `prfaq report`: one page to look at, for a review meeting.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report to read, print and talk about.",
    discussion: """
      The report is one HTML file that loads nothing from anywhere; printed, it is the document alone, its release on \
      one page. Several documents get an index; a folder as --output gets a page each.

      Examples:
        prfaq report plan.md --output report.html
        prfaq report plans --catalog org --output report.html
        prfaq report plans --output site/             a page per document
        prfaq report plans --since v1.2 --output report.html
        prfaq report plan.md --format markdown        short, for a comment on a pull request
      """)

  @Argument(
    help: "Files and folders; \"-\" for standard input. The default is the current folder.",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var catalog: CatalogOption

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write into this file, or into this folder with a page per document; what somebody wrote or edited stays.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace what is there, whatever it holds.")
  var force = false

  @Option(
    help: "html or markdown (default: html).", completion: ReportFormat.completion,
    transform: ReportFormat.read)
  var format: ReportFormat = .html

  @Option(
    help: "Check as if the documents had this status: draft, review, approved, launched or rejected.",
    completion: Status.completion, transform: Status.read)
  var gate: Status?

  @Option(
    help: ArgumentHelp(
      "Show what became of needs, coverage and readiness since this commit, tag or branch (default: for several documents, from their first commit on).",
      valueName: "ref"))
  var since: String?

  @Flag(help: "Leave git's history out.")
  var noTrend = false

  @Option(help: ArgumentHelp("How to name standard input.", valueName: "path"))
  var stdinFilename: String?

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if noTrend, since != nil { throw ValidationError("--since and --no-trend exclude each other.") }
    if force, output == nil { throw ValidationError("--force goes with --output.") }
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add \"-\" to the paths.")
    }
  }

  func run() throws {
    if format == .html, output == nil, isatty(STDOUT_FILENO) == 1 {
      throw Failure(
        "HTML is not for a terminal", help: "Name a file: prfaq report --output report.html, then open it.")
    }
    let target = try output.map { try ReportTarget($0, format, isForced: force) }
    let input = try ReportInput(
      paths.isEmpty ? ["."] : paths, catalog, configuration, gate: gate,
      stdinPath: stdinFilename ?? "<stdin>",
      colors: colors.color, trend: ReportTrend(since: since, isWanted: !noTrend))
    let report = PortfolioReport(
      input.graph, notes: input.notes, pages: input.pages, history: input.history)
    if let target {
      Output.writeError(try target.write(report) + input.remarks)
      return
    }
    switch format {
    case .markdown: Output.write(report.markdown())
    case .html: report.writePage { Output.write($0) }
    }
    Output.writeError(input.remarks)
  }
}
