import ArgumentParser
import Diagnostics
import Glibc
import Linting
import Reporting
import Workspace

/// A report asked for: its format, and the file it goes to.
struct ReportRequest: Sendable, Equatable {
  let format: LintFormat
  /// Nil for standard output.
  let file: String?

  /// Reads `sarif=out.sarif` or `github`.
  static func read(_ word: String) throws -> ReportRequest {
    guard let sign = word.firstIndex(of: "=") else {
      return ReportRequest(format: try LintFormat.read(word), file: nil)
    }
    let file = String(word[word.index(after: sign)...])
    guard !file.isEmpty else { throw ValidationError("name a file after \"=\", or leave \"=\" out.") }
    return ReportRequest(format: try LintFormat.read(String(word[..<sign])), file: file)
  }
}

/// How findings are shown, and where.
struct ReportOptions: ParsableArguments {
  @Option(
    help: "text, concise, json, sarif, github, gitlab or junit (default: text).",
    completion: LintFormat.completion,
    transform: LintFormat.read)
  var format: LintFormat?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report into a file, or without a file to standard output instead of --format; may be repeated.",
      valueName: "format=file"),
    transform: ReportRequest.read)
  var reports: [ReportRequest] = []

  @Flag(help: "Count the findings of each rule, after them or in their place with --format text.")
  var statistics = false

  func validate() throws {
    let shown = reports.filter { $0.file == nil }
    if shown.count + (format == nil ? 0 : 1) > 1 {
      throw ValidationError(
        "only one format can go to standard output: name a file for the others, as in sarif=out.sarif.")
    }
    let files = reports.compactMap(\.file)
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("two reports cannot go to the same file, \(twice).")
    }
    for report in reports {
      if let file = report.file?.lowercased(), file.hasSuffix(".md") || file.hasSuffix(".markdown") {
        throw ValidationError("a report does not go into a Markdown file, which may be somebody's document.")
      }
    }
  }

  /// The format that goes to standard output.
  var shownFormat: LintFormat { reports.first { $0.file == nil }?.format ?? format ?? .text }

  /// Prints and writes all that was asked for.
  func write(
    _ results: LintResults, rules: [RuleInfo], failLevel: Severity?, colors: ColorChoice
  ) throws {
    let place = Self.place()
    let context = ReportContext(
      version: PRFAQCommand.configuration.version, rules: rules, failLevel: failLevel, prefix: place.below,
      root: place.root)
    print(shownFormat, results, context, Output.palette(colors)) { Output.write($0) }
    if statistics {
      let toErrors = shownFormat != .text && shownFormat != .concise
      let palette = Output.palette(colors, for: toErrors ? STDERR_FILENO : STDOUT_FILENO)
      let table = StatisticsReport.text(of: results, palette: palette)
      toErrors ? Output.writeError(table) : Output.write(table)
    }
    for report in reports {
      guard let file = report.file else { continue }
      var bytes: [UInt8] = []
      print(report.format, results, context, .plain) { bytes += $0 }
      try AtomicWriter.replace(file, bytes)
    }
  }

  private func print(
    _ format: LintFormat, _ results: LintResults, _ context: ReportContext, _ palette: Palette,
    to output: ([UInt8]) -> Void
  ) {
    switch format {
    case .json: JSONReport.write(results, to: output)
    case .sarif: SARIFReport.write(results, context, to: output)
    case .gitlab: GitLabReport.write(results, context, to: output)
    case .junit: JUnitReport.write(results, context, to: output)
    case .github: output(Array(GitHubReport.text(of: results, context).utf8))
    case .concise:
      for document in results.documents { output(Array(ConciseReport.text(of: document).utf8)) }
      output(Array(ConciseReport.summary(of: results).utf8))
    case .text:
      var report = TextReport(width: Output.width, palette: palette) { rule in
        context.rules.first { $0.name == rule }?.why
      }
      for document in results.documents { output(Array(report.text(of: document).utf8)) }
      output(Array(report.summary(of: results).utf8))
    }
  }

  /// The top of the repository, and the folders from there to the current one; outside a repository, the current one
  /// is the top.
  private static func place() -> (root: [String], below: [String]) {
    let current = FilePath.real(".").map { $0.split(separator: "/").map(String.init) } ?? []
    var parts = current
    while access("/" + (parts + [".git"]).joined(separator: "/"), F_OK) != 0 {
      if parts.popLast() == nil { return (current, []) }
    }
    return (parts, Array(current[parts.count...]))
  }
}

extension RuleInfo {
  /// What reports say about a rule; the page is the first one its source names.
  init(_ about: About) {
    let words = about.source.split {
      $0 == " " || $0 == "\n" || $0 == "(" || $0 == ")" || $0 == "," || $0 == ";"
    }
    let address = words.first { $0.hasPrefix("https://") }.map { word in
      var word = word
      while word.last == "." || word.last == ":" { word.removeLast() }
      return String(word)
    }
    self.init(
      name: about.name, summary: about.summary, why: about.why, severity: about.severity, address: address)
  }
}
