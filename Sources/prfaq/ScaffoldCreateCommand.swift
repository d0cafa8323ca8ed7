import ArgumentParser
import Diagnostics
import Glibc
import Hashing
import Linting
import PRFAQ
import Reporting
import Scaffolding
import SourceText
import Tracing
import Workspace

/// `prfaq scaffold create`: makes the repository of a service.
struct ScaffoldCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make the repository of a service a PR/FAQ names; nothing is ever overwritten.",
    discussion: """
      The service stands in the PR/FAQ, with its owner and what it offers:

        ## Services and teams
        - **Basket Promise** (owned by Storefront, new) tells a shopper what they will get.
          - API: `POST /v1/baskets/{basketId}/items`, `GET /v1/baskets/{basketId}`
          - Calls: Stock Map

      All of the repository is made, or nothing. The same document gives the same bytes.

      Examples:
        prfaq scaffold create "Basket Promise" --from prfaq.md
        prfaq scaffold create basket-promise --from prfaq.md --catalog org --github-org fairbrook
        prfaq scaffold create basket-promise --from prfaq.md --dry-run --format json

      Exit status: 0 made, 2 the service is not declared well enough, or something is in the way.
      """)

  @Argument(help: "The service: its name, or the short form of it.")
  var service: String

  @Option(
    help: ArgumentHelp("The PR/FAQ that names the service.", valueName: "prfaq"), completion: .file())
  var from: String

  @OptionGroup var catalog: CatalogOption

  @Option(help: ArgumentHelp("The stack (default: swift).", valueName: "name"))
  var stack: String?

  @Option(
    help: ArgumentHelp(
      "The folder to make (default: the short form of the service's name).", valueName: "folder"),
    completion: .directory)
  var into: String?

  @Option(
    name: .customLong("github-org"),
    help: ArgumentHelp(
      "The organisation on GitHub that the teams belong to (default: example).", valueName: "name"))
  var organization: String?

  @Option(
    help: ArgumentHelp(
      "Take the templates from this folder (default: \"templates:\" of .prfaq.yml or its packs, else the program's own).",
      valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Flag(help: "Check and render everything, write nothing, and list the files.")
  var dryRun = false

  @Option(
    help: "text or json (default: text).", completion: ListFormat.completion, transform: ListFormat.read)
  var format: ListFormat = .text

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func run() throws {
    let brief = try brief()
    let stack = try loadStack()
    let answers = brief.answers()
    if let mistake = ServiceAnswers.schema.mistakes(in: answers).first {
      throw Failure("\(from): \(mistake)", help: "Correct it in the document or the catalogue.")
    }
    let output: Stack.Output
    do throws(TemplateProblem) { output = try stack.render(answers) } catch {
      throw Failure(text: ServiceTemplates.text(error, palette: errorPalette))
    }
    let folder = into ?? brief.name.slug
    // The dry run differs from the real one in nothing but this last step.
    if dryRun {
      try NewFolder.check(folder, output.files)
    } else {
      try NewFolder.create(folder, output.files)
    }
    let result = ScaffoldResult(
      brief: brief, folder: folder, isDryRun: dryRun, output: output, warnings: brief.warnings + advice(brief)
    )
    switch format {
    case .json: Output.write(result.json)
    case .text:
      for warning in result.warnings { Output.writeError("warning: \(TerminalText.clean(warning))\n") }
      Output.write(result.text(palette: Output.palette(colors.color)))
    }
  }

  private var errorPalette: Palette { Output.palette(colors.color, for: STDERR_FILENO) }

  private func advice(_ brief: ServiceBrief) -> [String] {
    organization != nil
      ? []
      : [
        "CODEOWNERS names @\(brief.organization)/\(brief.owner.slug); give your organisation with --github-org."
      ]
  }

  // MARK: The service

  private func brief() throws -> ServiceBrief {
    let lookup = try configuration.lookup(errorPalette)
    var planner = Planner(lookup, RuleChoice())
    let options = try planner.plan(for: from).options
    let file = try lookup.configuration(in: FilePath.real(".") ?? "/")
    let catalog = try Catalog.load(catalog, file, colors: colors.color)
    let source = SourceFile(try FileReader.read(from), path: from)
    let document = PRFAQDocument(source, options: options)
    guard document.kind != .none else {
      throw Failure("\(from) is no PR/FAQ", help: "\"prfaq outline \(from)\" shows how it is read.")
    }
    let graph = LinkGraph([TraceUnit(document)], catalog?.organization)
    let index = try find(in: graph)
    var brief: ServiceBrief
    do throws(ServiceBrief.Refusal) {
      brief = try ServiceBrief(
        service: index, of: graph, document: 0, hash: ContentHash(of: source.bytes).hex(16))
    } catch {
      throw failure(error, graph.services[index], source)
    }
    if let organization {
      guard AnswerKind.team.holds("@\(organization)/team") else {
        throw Failure(
          "--github-org: \"\(organization)\" is no name on GitHub", help: "Use letters, digits and dashes.")
      }
      brief.organization = organization
    }
    brief.launch = Self.launch(of: document)
    return brief
  }

  private func find(in graph: LinkGraph) throws -> Int {
    if let index = graph.service(named: service) { return index }
    let names = graph.services.map(\.name)
    if let near = graph.nearestService(to: service) {
      throw Failure("\(from) names no service \"\(service)\"", help: "Did you mean \"\(near)\"?")
    }
    throw Failure(
      "\(from) names no service \"\(service)\"",
      help: names.isEmpty
        ? "Declare it below a heading \"Services and teams\": - **\(service)** (owned by TEAM) does ..."
        : "It names \(names.joined(separator: ", ")).")
  }

  /// The launch day of the front matter, else of the dateline.
  private static func launch(of document: PRFAQDocument) -> Day? {
    if let text = document.frontMatter.launch?.text, let day = Day(text) { return day }
    guard let date = document.dateline?.date, date.form == .day else { return nil }
    guard let year = date.year, let month = date.month, let day = date.day else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private func failure(_ refusal: ServiceBrief.Refusal, _ node: ServiceNode, _ source: SourceFile) -> Failure
  {
    let message: String
    let help: String
    switch refusal {
    case .noOwner:
      message = "no team owns \(node.name)"
      help = "Write \"(owned by TEAM)\" after its name, or name the owner in the catalogue."
    case .owners(let owners):
      message = "\(node.name) has more than one owner: \(owners.joined(separator: ", "))"
      help = "A service is owned by one team end to end. Choose one."
    case .operation(let text, let reason):
      message = "the operation \"\(text)\" of \(node.name) cannot be read: \(reason)"
      help = "Correct it after \"API:\", each operation in back-ticks."
    }
    guard let place = node.places.first(where: { $0.path == source.path }) else {
      return Failure(message, help: help)
    }
    return Failure(
      text: ErrorReport.text(message, at: place.range, in: source, help: help, palette: errorPalette))
  }

  // MARK: Templates

  private func loadStack() throws -> Stack {
    let store = try ServiceTemplates.store(
      templates, try configuration.lookup(errorPalette), palette: errorPalette)
    // A folder with one stack leaves no choice.
    let name = stack ?? (store.stacks.count == 1 ? store.stacks[0] : "swift")
    guard store.stacks.contains(name) else {
      throw Failure(
        "\(store.name) has no stack \"\(name)\"",
        help: Spelling.nearest(to: name, in: store.stacks).map { "Did you mean \"\($0)\"?" }
          ?? (store.stacks.isEmpty
            ? "It has none at all." : "It has \(store.stacks.joined(separator: ", "))."))
    }
    let (loaded, problems) = Stack.load(name, from: store, schema: ServiceAnswers.schema)
    guard let loaded else {
      throw Failure(
        text: problems.map { ServiceTemplates.text($0, palette: errorPalette) }.joined(separator: "\n"))
    }
    return loaded
  }
}
