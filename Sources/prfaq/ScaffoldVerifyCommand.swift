import ArgumentParser
import Glibc
import Reporting
import Scaffolding
import Workspace

/// `prfaq scaffold verify`: checks a service's repository.
struct ScaffoldVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the links of a service's repository that no other linter sees.",
    discussion: """
      An owner in every rule, an approval by another than the author, checks whose job exists, stages in order,
      each objective with an alarm, an action and a heading in the runbook, a rotation without holes, migrations that
      go back, every operation authenticated, the same need IDs everywhere. It works on any repository, and says what
      is missing.

      Examples:
        prfaq scaffold verify basket-promise
        prfaq scaffold verify --format json

      Exit status: 0 nothing found, 1 findings, 2 the folder cannot be read.
      """)

  @Argument(help: "The repository (default: the current folder).", completion: .directory)
  var folder: String = "."

  @Option(
    help: "text or json (default: text).", completion: ListFormat.completion, transform: ListFormat.read)
  var format: ListFormat = .text

  @OptionGroup var colors: ColorOption

  func run() throws {
    var info = stat()
    if stat(folder, &info) == 0, info.st_mode & S_IFMT != S_IFDIR {
      throw Failure("\(folder) is no folder", help: "Name the folder that holds the service's repository.")
    }
    let repository = try Repository(folder)
    let report = RepositoryVerifier.verify(repository)
    let shown = VerifyReport(report, folder: folder)
    switch format {
    case .json: Output.write(shown.json)
    case .text: Output.write(shown.text(width: Output.width, palette: Output.palette(colors.color)))
    }
    if !report.findings.isEmpty { throw ExitCode(1) }
  }
}
