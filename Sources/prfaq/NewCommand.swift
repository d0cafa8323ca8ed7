import ArgumentParser
import Glibc
import Workspace

/// `prfaq new`: writes a document from a template.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a document from a template.",
    discussion: """
      Examples:
        prfaq new                                      prfaq.md in the current folder
        prfaq new plans/search.md --template internal-tool
        prfaq new --launch-set launch                  release and FAQ, customer experience, user manual
        prfaq new --list                               all templates, those of the configuration and its packs, too
      """)

  @Argument(help: "The file to write (default: prfaq.md).", completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "The template, one of those that --list shows (default: standard).", valueName: "name"),
    completion: .list(DocumentTemplates.builtIn.map(\.0)))
  var template: String = "standard"

  @Option(
    help: ArgumentHelp("Write the three launch documents into this folder.", valueName: "folder"),
    completion: .directory)
  var launchSet: String?

  @Flag(help: "List the templates.")
  var list = false

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if launchSet != nil, file != nil {
      throw ValidationError("--launch-set names its files itself; leave out FILE.")
    }
  }

  func run() throws {
    let palette = Output.palette(colors.color, for: STDERR_FILENO)
    let lookup = try configuration.lookup(palette)
    let templates = try DocumentTemplates(
      try lookup.configuration(in: FilePath.real(".") ?? "/"), palette: palette)
    if list {
      Output.write(templates.text(Output.palette(colors.color)))
    } else if let launchSet {
      try writeLaunchSet(launchSet, templates)
    } else {
      let path = file ?? "prfaq.md"
      try AtomicWriter.create(path, try templates.named(template).bytes())
      Output.write("Wrote \(path). Fill in what stands in brackets, then run: prfaq lint \(path)\n")
    }
  }

  /// Writes all files or none: what was made is removed when one fails.
  private func writeLaunchSet(_ folder: String, _ templates: DocumentTemplates) throws {
    let companions = ["customer-experience.md", "user-manual.md"]
    let names = ["prfaq.md"] + companions
    let contents = [try templates.named(template).bytes()] + (try companions.map(templates.companion))
    let files = zip(names, contents).map { (path: "\(folder)/\($0)", bytes: $1) }
    let isOwnFolder = mkdir(folder, 0o777) == 0
    var written: [String] = []
    do {
      for file in files {
        try AtomicWriter.create(file.path, file.bytes)
        written.append(file.path)
      }
    } catch {
      for path in written { unlink(path) }
      if isOwnFolder { rmdir(folder) }
      throw error
    }
    Output.write("Wrote \(names.joined(separator: ", ")) into \(folder). Start with \(files[0].path).\n")
  }
}
