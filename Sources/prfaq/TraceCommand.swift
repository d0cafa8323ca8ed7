import ArgumentParser
import Diagnostics
import Glibc
import Reporting
import SourceText
import Tracing

/// `prfaq trace`: shows the chain from customer needs to services and teams.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follow each need to its services, APIs and teams.",
    discussion: """
      Needs, metrics, services and owners are read from the documents, and from a Backstage catalogue if there is one.

      Examples:
        prfaq trace                                   everything below here
        prfaq trace plan.md --catalog org             with the teams and services of a catalogue
        prfaq trace docs --need RENT/N-1              why it is there, and what a change touches
        prfaq trace docs --service "Billing API"
        prfaq trace docs --format dot | dot -Tsvg > trace.svg
        prfaq trace docs --fail-under need-service=90 for CI
        prfaq trace docs --move "Billing API=Ledger"  what re-forming teams would do
        prfaq trace plan.md --test-results junit.xml  which needs are proven by a passing test

      Exit status: 0 done, 1 less covered than --fail-under asks or a need's test failed, 2 wrong usage or input.
      """)

  @Argument(
    help: "Files and folders; \"-\" for standard input. The default is the current folder.",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var catalog: CatalogOption

  @Option(
    help: "text, json, csv, markdown, mermaid or dot (default: text).", completion: TraceFormat.completion,
    transform: TraceFormat.read)
  var format: TraceFormat = .text

  @Option(help: ArgumentHelp("Only this need: why it is there, what a change touches.", valueName: "id"))
  var need: String?

  @Option(help: ArgumentHelp("Only this service.", valueName: "name"))
  var service: String?

  @Option(help: ArgumentHelp("Only this team.", valueName: "name"))
  var team: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 where less than this share is covered or justified, such as need-service=90; may be repeated.",
      valueName: "link=percent"),
    transform: CoverageGate.read)
  var failUnder: [CoverageGate] = []

  @Option(
    help: ArgumentHelp(
      "Show what giving a service to another team would do; +Name forms a new team; may be repeated.",
      valueName: "service=team"))
  var move: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show which needs the tests of this JUnit file prove, by their IDs in test names; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var testResults: [String] = []

  @Flag(help: "Print the JSON Schema of --format json and stop.")
  var schema = false

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if [need, service, team].compactMap({ $0 }).count > 1 {
      throw ValidationError("--need, --service and --team are one question each: ask one at a time.")
    }
    if !move.isEmpty, format != .text || need != nil || service != nil || team != nil {
      throw ValidationError(
        "--move compares before and after as text: leave out --format, --need, --service and --team.")
    }
    if !testResults.isEmpty {
      let others = !move.isEmpty || need != nil || service != nil || team != nil
      if others || (format != .text && format != .json) {
        throw ValidationError("--test-results stands alone, with --format text or json.")
      }
    }
  }

  func run() throws {
    if schema {
      Output.write(TraceSchema.text)
      return
    }
    let portfolio = try Portfolio(
      paths.isEmpty ? ["."] : paths, catalog, configuration, colors: colors.color)
    let graph = portfolio.graph
    let palette = Output.palette(colors.color)
    if !testResults.isEmpty {
      let proof = try ProofReport(graph, files: testResults)
      if format == .json {
        Output.write(proof.json)
      } else {
        Output.write(proof.text(width: Output.width, palette: palette))
      }
      try check(graph)
      if proof.isFailing { throw ExitCode(1) }
      return
    }
    if !move.isEmpty {
      let after = graph.moving(try move.map { try read(move: $0, graph) })
      Output.write(TraceMoves(graph, after: after, palette: palette).text)
      try check(after)
      return
    }
    if let node = try node(in: graph) {
      show(TraceAnswer(graph, node), palette)
    } else {
      show(TraceView(graph), palette)
    }
    try check(graph)
  }

  private func show(_ answer: TraceAnswer, _ palette: Palette) {
    switch format {
    case .text: Output.write(answer.text(palette: palette))
    case .json: Output.write(answer.json())
    case .csv, .markdown, .mermaid, .dot: show(answer.surroundings, palette)
    }
  }

  private func show(_ view: TraceView, _ palette: Palette) {
    switch format {
    case .text: Output.write(TraceText(view, width: Output.width, palette: palette).text)
    case .json: Output.write(TraceJSON.bytes(of: view))
    case .csv: Output.write(TraceCSV.text(of: view))
    case .markdown: Output.write(TraceMarkdown.text(of: view))
    case .dot: Output.write(TraceDOT.text(of: view))
    case .mermaid:
      let (text, links) = TraceMermaid.text(of: view)
      Output.write(text)
      if links > TraceMermaid.linkLimit {
        Output.writeError(
          "note: \(links) links; Mermaid draws at most \(TraceMermaid.linkLimit) unless its maxEdges is raised. "
            + "--need, --service or --team shows a part.\n")
      }
    }
  }

  /// Says what is covered less than asked, and ends with 1.
  private func check(_ graph: LinkGraph) throws {
    var isShort = false
    for gate in failUnder {
      let row = graph.coverage(gate.kind)
      guard let percent = row.percent, percent < gate.percent else { continue }
      isShort = true
      let tenths = Int(percent * 10)
      Output.writeError(
        "\(gate.kind.rawValue) is \(tenths / 10).\(tenths % 10) %, less than the \(gate.text) % asked for: "
          + "\(row.missing.count) of \(row.total) missing\n")
    }
    if isShort { throw ExitCode(1) }
  }

  // MARK: Names

  private func node(in graph: LinkGraph) throws -> TraceAnswer.Node? {
    if let need { return .need(try find(need: need, graph)) }
    if let service { return .service(try find(service: service, graph)) }
    if let team { return .team(try find(team: team, graph)) }
    return nil
  }

  private func find(need name: String, _ graph: LinkGraph) throws -> Int {
    let found = graph.needs(named: name)
    guard let first = found.first else {
      throw Failure(
        "there is no need \"\(name)\"",
        help: graph.nearestNeed(to: name).map { "Did you mean \"\($0)\"?" }
          ?? (graph.needs.isEmpty ? "No need is declared here." : "The needs are \(TraceCommand.ids(graph)).")
      )
    }
    if found.count > 1 {
      let ids = found.prefix(5).map { graph.qualifiedID(ofNeed: $0) }
      throw Failure(
        "\"\(name)\" may be any of \(found.count) needs",
        help: "Name its document, too: \(ids.joined(separator: ", ")).")
    }
    return first
  }

  /// The first and last ID of the needs, or all where they are few.
  private static func ids(_ graph: LinkGraph) -> String {
    let ids = graph.needs.indices.map {
      graph.documents.count == 1 ? graph.needs[$0].id : graph.qualifiedID(ofNeed: $0)
    }
    guard ids.count > 8, let first = ids.first, let last = ids.last else {
      return ids.joined(separator: ", ")
    }
    return "\(first) to \(last)"
  }

  private func find(service name: String, _ graph: LinkGraph) throws -> Int {
    if let service = graph.service(named: name) { return service }
    throw Failure(
      "there is no service \"\(name)\"",
      help: graph.nearestService(to: name).map { "Did you mean \"\($0)\"?" }
        ?? (graph.services.isEmpty ? "No service is declared here." : "\"prfaq trace\" lists them all."))
  }

  private func find(team name: String, _ graph: LinkGraph) throws -> Int {
    if let team = graph.team(named: name) { return team }
    throw Failure(
      "there is no team \"\(name)\"",
      help: graph.nearestTeam(to: name).map { "Did you mean \"\($0)\"?" }
        ?? (graph.teams.isEmpty
          ? "No team is named here." : "\"prfaq trace\" lists those that own something."))
  }

  private func read(move text: String, _ graph: LinkGraph) throws -> LinkGraph.Move {
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
      throw Failure(
        "\"\(text)\" is no move",
        help: "Write the service, \"=\" and the team: --move \"Billing API=Ledger\".")
    }
    let service = try find(service: String(text[..<equals]), graph)
    let name = String(text[text.index(after: equals)...])
    if name.hasPrefix("+"), name.count > 1 {
      return LinkGraph.Move(service: service, team: .new(String(name.dropFirst())))
    }
    if graph.team(named: name) == nil, graph.nearestTeam(to: name) == nil {
      throw Failure(
        "there is no team \"\(name)\"",
        help: "To form a new team, write a plus before its name: \"+\(name)\".")
    }
    return LinkGraph.Move(service: service, team: .known(try find(team: name, graph)))
  }
}

/// Formats of the link graph.
enum TraceFormat: String, Choice { case text, json, csv, markdown, mermaid, dot }

/// A share of links that must be covered.
struct CoverageGate: Sendable {
  let kind: Coverage.Kind
  let percent: Double
  /// The number as written.
  let text: String

  /// Reads `need-service=90`.
  static func read(_ word: String) throws -> CoverageGate {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let words = Coverage.Kind.allCases.map(\.rawValue)
    guard let kind = Coverage.Kind(rawValue: parts[0]) else {
      if let near = Spelling.nearest(to: parts[0], in: words) {
        throw ValidationError("did you mean '\(near)'?")
      }
      throw ValidationError("use one of \(words.joined(separator: ", ")), with =PERCENT.")
    }
    var digits = parts.count == 2 ? parts[1] : ""
    if digits.hasSuffix("%") { digits.removeLast() }
    guard let percent = Double(digits), (0...100).contains(percent) else {
      throw ValidationError("write a number from 0 to 100 behind it: \(kind.rawValue)=90.")
    }
    return CoverageGate(kind: kind, percent: percent, text: digits)
  }
}
