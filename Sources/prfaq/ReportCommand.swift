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
      "Write into this file, or into this folder with a page per document; only a former report is replaced.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: "html or markdown (default: html).", completion: ReportFormat.completion,
    transform: ReportFormat.read)
  var format: ReportFormat = .html

  @Option(
    help: "Check as if the documents had this status: draft, review, approved, launched or rejected.",
    completion: Status.completion, transform: Status.read)
  var gate: Status?

  @Option(help: ArgumentHelp("How to name standard input.", valueName: "path"))
  var stdinFilename: String?

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add \"-\" to the paths.")
    }
  }

  func run() throws {
    if format == .html, output == nil, isatty(STDOUT_FILENO) == 1 {
      throw Failure(
        "HTML is not for a terminal", help: "Name a file: prfaq report --output report.html, then open it.")
    }
    let target = try output.map { try ReportTarget($0, format) }
    let input = try ReportInput(
      paths.isEmpty ? ["."] : paths, catalog, configuration, gate: gate,
      stdinPath: stdinFilename ?? "<stdin>",
      colors: colors.color)
    let report = PortfolioReport(input.graph, notes: input.notes, pages: input.pages)
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

/// Where a report goes: a file, or a folder with a page per document.
struct ReportTarget {
  private let path: String
  private let format: ReportFormat
  private let isFolder: Bool
  /// Bytes from which on one page is slow to open.
  private static let largePage = 16 << 20

  /// Looks at what is there before anything is read, so that a mistake shows at once.
  ///
  /// - Throws: a `Failure` where something else than a report would be replaced.
  init(_ path: String, _ format: ReportFormat) throws {
    self.format = format
    var info = stat()
    let isThere = stat(path, &info) == 0
    isFolder = path.hasSuffix("/") || isThere && info.st_mode & S_IFMT == S_IFDIR
    self.path = isFolder && path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if isFolder, format == .markdown {
      throw Failure("--format markdown writes one file", help: "Name a file, such as report.md.")
    }
    if !isFolder { try ReportTarget.check(path) }
  }

  private static func check(_ path: String) throws {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > 0 else { return }
    guard !PortfolioReport.isReport(try FileReader.read(path, limit: 1 << 30)) else { return }
    throw Failure(
      "\(path) is there already, and it is no report of this program", help: "Choose another name.")
  }

  /// Writes everything, and gives a line that says so.
  func write(_ report: PortfolioReport) throws -> String {
    isFolder ? try writeFolder(report) : try writeFile(report)
  }

  private func writeFile(_ report: PortfolioReport) throws -> String {
    var bytes: [UInt8] = []
    switch format {
    case .markdown: bytes = Array(report.markdown().utf8)
    case .html: report.writePage { bytes += $0 }
    }
    try AtomicWriter.replace(path, bytes)
    var text = "Wrote \(TerminalText.clean(path)).\n"
    if bytes.count > ReportTarget.largePage {
      text +=
        "note: it has \(bytes.count >> 20) MB; with a folder, such as --output report/, each document has a page of its own\n"
    }
    return text
  }

  private func writeFolder(_ report: PortfolioReport) throws -> String {
    let names = report.fileNames()
    let folder = path == "/" ? "" : path
    for name in names { try ReportTarget.check("\(folder)/\(name)") }
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw Failure("cannot make the folder \(path): \(String(cString: strerror(errno)))")
    }
    // The index last: it leads to pages that are there.
    for number in names.indices.reversed() {
      var bytes: [UInt8] = []
      report.writeFile(number, of: names) { bytes += $0 }
      try AtomicWriter.replace("\(folder)/\(names[number])", bytes)
    }
    let pages = names.count - 1
    return
      "Wrote \(pages) \(pages == 1 ? "page" : "pages") into \(TerminalText.clean(path)). Open \(TerminalText.clean(path))/index.html.\n"
  }
}
