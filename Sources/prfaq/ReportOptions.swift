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

  /// Whether a report tells by what a finding is known again.
  var needIdentities: Bool {
    ([shownFormat] + reports.map(\.format)).contains { format in
      switch format {
      case .json, .sarif, .gitlab: true
      case .text, .concise, .github, .junit: false
      }
    }
  }

  /// Begins to print and write all that was asked for.
  ///
  /// - Parameter customRules: the rules of the projects' own.
  func begin(customRules: [About], failLevel: Severity?, colors: ColorChoice) -> RunningReports {
    let place = Self.place()
    let context = ReportContext(
      version: PRFAQCommand.configuration.version,
      rules: { (AllRules.abouts + customRules).map { RuleInfo($0) }.sorted { $0.name < $1.name } },
      failLevel: failLevel, prefix: place.below, root: place.root)
    func report(
      _ format: LintFormat, _ palette: Palette, to send: @escaping ([UInt8]) -> Void
    ) -> any LintReport {
      switch format {
      case .json: return JSONReport(to: send)
      case .sarif: return SARIFReport(context, to: send)
      case .gitlab: return GitLabReport(context, to: send)
      case .junit: return JUnitReport(context, to: send)
      case .github: return GitHubReport(context, to: send)
      case .concise: return ConciseReport(to: send)
      case .text:
        let why: (String) -> String? = { rule in
          (AllRules.abouts.first { $0.name == rule } ?? customRules.first { $0.name == rule })?.why
        }
        return TextReport(width: Output.width, palette: palette, why: why, to: send)
      }
    }
    let shown = report(shownFormat, Output.palette(colors)) { Output.write($0) }
    var running = RunningReports(shown)
    if statistics {
      let toErrors = shownFormat != .text && shownFormat != .concise
      let palette = Output.palette(colors, for: toErrors ? STDERR_FILENO : STDOUT_FILENO)
      running.count { table in
        let text = table.text(palette: palette)
        toErrors ? Output.writeError(text) : Output.write(text)
      }
    }
    for request in reports {
      guard let path = request.file else { continue }
      let file = SpooledFile(path)
      running.add(report(request.format, .plain, to: file.write), into: file)
    }
    return running
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
    let words = about.source.utf8.split { " \n(),;".utf8.contains($0) }
    let address = words.first { $0.starts(with: "https://".utf8) }.map { word in
      var word = word
      while word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: ":") { word.removeLast() }
      return String(decoding: word, as: UTF8.self)
    }
    self.init(
      name: about.name, summary: about.summary, why: about.why, severity: about.severity, address: address)
  }
}
