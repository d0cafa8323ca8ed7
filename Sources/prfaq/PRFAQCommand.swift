import ArgumentParser
import Diagnostics

/// `prfaq`: the command as a whole.
struct PRFAQCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prfaq",
    abstract:
      "Reads PR/FAQs as source code: shows what is incomplete, and where it does not start from the customer.",
    discussion: """
      Examples:
        prfaq new plan.md                 start a document from a template
        prfaq lint                        check all PR/FAQs below this folder
        prfaq annotate plan.md --write    write the needs in as a list
        prfaq trace plan.md               follow each need to its team
        prfaq backlog export plan.md      the items a team starts with
        prfaq report plan.md --output plan.html

      Exit status: 0 clean, 1 findings, 2 wrong usage, configuration or input.
      """,
    version: "0.1.0",
    subcommands: [
      NewCommand.self,
      LintCommand.self,
      OutlineCommand.self,
      ExplainCommand.self,
      RulesCommand.self,
      AnnotateCommand.self,
      TraceCommand.self,
      ImpactCommand.self,
      BacklogCommand.self,
      ReportCommand.self,
      ScaffoldCommand.self,
      TemplateCommand.self,
      ConfigCommand.self,
      CompletionsCommand.self,
    ])

  /// Refuses a mistyped subcommand with a suggestion; the parser would only call it unexpected.
  static func checkSubcommand(_ arguments: [String]) throws {
    guard var name = arguments.first, !name.hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    if name == "help", arguments.count > 1 { name = arguments[1] }
    if let command = configuration.subcommands.first(where: { $0._commandName == name }) {
      return try checkInner(command, arguments.dropFirst())
    }
    guard !names.contains(name), !name.hasPrefix("-") else { return }
    if let near = Spelling.nearest(to: name, in: names) {
      throw Failure("there is no command \"\(name)\"", help: "Did you mean \"prfaq \(near)\"?")
    }
    let isPath = name.contains(".") || name.contains("/")
    throw Failure(
      "there is no command \"\(name)\"",
      help: isPath
        ? "To check a file or folder, write \"prfaq lint \(name)\"."
        : "The commands are \(names.joined(separator: ", ")).")
  }

  /// The same for commands that have commands of their own, such as `template check`.
  private static func checkInner(_ command: any ParsableCommand.Type, _ arguments: ArraySlice<String>) throws
  {
    let names = command.configuration.subcommands.map { $0._commandName }
    guard !names.isEmpty, let name = arguments.first, !name.hasPrefix("-"), !names.contains(name) else {
      return
    }
    let path = "prfaq \(command._commandName)"
    throw Failure(
      "there is no command \"\(command._commandName) \(name)\"",
      help: Spelling.nearest(to: name, in: names).map { "Did you mean \"\(path) \($0)\"?" }
        ?? "The commands are \(names.map { path + " " + $0 }.joined(separator: ", ")).")
  }
}
