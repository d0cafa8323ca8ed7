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
      """)

  @Argument(help: "The file to write (default: prfaq.md).", completion: .file())
  var file: String?

  @Option(
    help: "standard, internal-tool, open-source or press-release (default: standard).",
    completion: Template.completion, transform: Template.read)
  var template: Template?

  @Option(
    help: ArgumentHelp("Write the three launch documents into this folder.", valueName: "folder"),
    completion: .directory)
  var launchSet: String?

  func validate() throws {
    if launchSet != nil, file != nil {
      throw ValidationError("--launch-set names its files itself; leave out FILE.")
    }
  }

  func run() throws {
    if let launchSet {
      try writeLaunchSet(launchSet)
    } else {
      let path = file ?? "prfaq.md"
      let name = (template ?? .standard).rawValue
      try AtomicWriter.create(path, try Self.embedded("documents/\(name).md"))
      Output.write("Wrote \(path). Fill in what stands in brackets, then run: prfaq lint \(path)\n")
    }
  }

  /// Writes all files or none: what was made is removed when one fails.
  private func writeLaunchSet(_ folder: String) throws {
    let sources = [
      ("prfaq.md", "documents/\((template ?? .standard).rawValue).md"),
      ("customer-experience.md", "documents/launch-set/customer-experience.md"),
      ("user-manual.md", "documents/launch-set/user-manual.md"),
    ]
    let names = sources.map(\.0)
    let files = try sources.map { (path: "\(folder)/\($0.0)", bytes: try Self.embedded($0.1)) }
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

  private static func embedded(_ path: String) throws -> [UInt8] {
    guard let template = EmbeddedTemplates.files.first(where: { $0.path == path }) else {
      throw Failure("this build of prfaq lacks the template \(path)")
    }
    return Array(template.text.utf8)
  }
}
