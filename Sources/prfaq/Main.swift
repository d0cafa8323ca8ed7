import ArgumentParser
import Glibc
import Linting
import Reporting
import Workspace

/// Parses, calls, prints, and turns whatever happened into an exit status: 0 done or clean, 1 findings, 2 usage,
/// configuration, input or output, 3 edits that contradict each other.
@main
struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == "lint", let command = LintCommand.usual(arguments.dropFirst()) {
        return try command.run()
      }
      try PRFAQCommand.checkSubcommand(arguments)
      var command = try PRFAQCommand.parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(report(error))
    }
  }

  /// Tells of an error, and gives the exit status; a status alone says nothing.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case let failure as Failure:
      failure.print()
      return failure.code
    case let error as FileError: Failure(error).print()
    case let exit as ExitCode: return exit.rawValue
    default:
      let code = PRFAQCommand.exitCode(for: error)
      let message = PRFAQCommand.fullMessage(for: error)
      if code == .success {
        Output.write(message.hasSuffix("\n") ? message : message + "\n")
        return 0
      }
      // The parser starts with "Error: "; all of this command's messages start in lower case.
      let text = message.hasPrefix("Error: ") ? "error: " + message.dropFirst(7) : message
      // A usage line that lists every option hides the message above it; --help shows it in order.
      let lines = text.split(separator: "\n").filter { !($0.hasPrefix("Usage: ") && $0.count > 100) }
      Output.writeError(Failure.harmless(lines.joined(separator: "\n")) + "\n")
    }
    return Failure.status
  }
}
