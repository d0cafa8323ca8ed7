import ArgumentParser
import Glibc
import Linting
import Organization
import PRFAQ
import Reporting
import SourceText
import Tracing
import Workspace

/// `prfaq impact`: what a new version of a document changes, down to the teams.
struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Show what a new version changes, down to the teams.",
    discussion: """
      OLD and NEW are files, folders, or REVISION:PATH as git writes it, the path from the top of the repository. With
      --file both are revisions of that file.

      Examples:
        prfaq impact plan-v1.md plan-v2.md
        prfaq impact HEAD~3:docs/plan.md docs/plan.md
        prfaq impact main HEAD --file docs/plan.md --catalog organization
      """)

  @Argument(help: "The old version.", completion: .file()) var old: String
  @Argument(help: "The new version.", completion: .file()) var new: String

  @Option(
    help: ArgumentHelp("Compare two git revisions of this file.", valueName: "path"), completion: .file())
  var file: String?

  @Option(
    help: "text or json (default: text).", completion: ListFormat.completion, transform: ListFormat.read)
  var format: ListFormat = .text

  @Flag(help: "Exit with 1 where anything changed, for scripts.")
  var exitCode = false

  @OptionGroup var catalog: CatalogOption
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colors: ColorOption

  func run() throws {
    let lookup = try configuration.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    let organization = try Catalog.load(
      catalog, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: colors.color)?.organization
    let before = try version(old, lookup)
    let after = try version(new, lookup)
    let impact = Impact(from: LinkGraph(before, organization), to: LinkGraph(after, organization))
    switch format {
    case .json: ImpactReport.writeJSON(impact, old: name(old), new: name(new)) { Output.write($0) }
    case .text:
      Output.write(
        ImpactReport.text(impact, old: name(old), new: name(new), palette: Output.palette(colors.color)))
    }
    if exitCode, !impact.isEmpty { throw ExitCode(1) }
  }

  private func name(_ version: String) -> String { file.map { "\(version):\($0)" } ?? version }

  /// What one side declares.
  private func version(_ argument: String, _ lookup: ConfigurationLookup) throws -> [TraceUnit] {
    if let file { return [try unit(try GitFile.read(file, at: argument), named: file, lookup)] }
    if access(argument, F_OK) != 0, let colon = argument.firstIndex(of: ":"), colon > argument.startIndex {
      let path = String(argument[argument.index(after: colon)...])
      return [try unit(try GitFile.show(argument), named: path, lookup)]
    }
    if FilePath.isFolder(argument) { return try DocumentReader.read([argument], lookup) { TraceUnit($0) } }
    return [try unit(try FileReader.read(argument), named: argument, lookup)]
  }

  private func unit(_ bytes: [UInt8], named path: String, _ lookup: ConfigurationLookup) throws -> TraceUnit {
    TraceUnit(try DocumentReader.document(bytes, named: path, lookup))
  }
}

/// Reads files out of git's history.
enum GitFile {
  /// A file as it was in a revision; the path as the user gives it, from the current folder.
  static func read(_ path: String, at revision: String) throws -> [UInt8] {
    let isAbsolute = path.hasPrefix("/")
    guard isAbsolute else { return try show("\(revision):./\(path)") }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return try show("\(revision):./\(path[path.utf8.index(after: slash)...])", in: folder)
  }

  /// What `git show REVISION:PATH` prints.
  static func show(_ object: String, in folder: String = ".") throws -> [UInt8] {
    guard !object.hasPrefix("-") else {
      throw Failure("\"\(object)\" is no revision", help: "Write it as HEAD~1:docs/plan.md.")
    }
    let result = try ChildProcess.run("git", ["-C", folder, "cat-file", "blob", object])
    guard result.status == 0 else {
      let reason = result.errors.split(separator: "\n").first.map(String.init) ?? "git failed"
      throw Failure(
        "git does not find \(object): \(reason.hasPrefix("fatal: ") ? String(reason.dropFirst(7)) : reason)",
        help: "\"git log --oneline -- PATH\" lists the revisions of a file.")
    }
    return result.output
  }
}
