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
        prfaq new                     start a document, prfaq.md, from a template
        prfaq lint                    check all PR/FAQs below the current folder
        prfaq lint plan.md            check one document
        prfaq outline plan.md         show how a document is read
        prfaq explain faq-missing     why a rule matters, with examples

      Exit status: 0 clean, 1 findings, 2 wrong usage, configuration or input.
      """,
    version: "0.1.0",
    subcommands: [
      OutlineCommand.self, LintCommand.self, RulesCommand.self, ExplainCommand.self, NewCommand.self,
      ConfigCommand.self,
      CompletionsCommand.self,
    ])

  /// Refuses a mistyped subcommand with a suggestion; the parser would only call it unexpected.
  static func checkSubcommand(_ arguments: [String]) throws {
    guard var name = arguments.first, !name.hasPrefix("-") else { return }
    if name == "config", arguments.count > 1 {
      let part = arguments[1]
      let parts = ConfigCommand.configuration.subcommands.map { $0._commandName }
      if !part.hasPrefix("-"), !parts.contains(part) {
        throw Failure(
          "there is no command \"config \(part)\"",
          help: Spelling.nearest(to: part, in: parts).map { "Did you mean \"prfaq config \($0)\"?" }
            ?? "Use one of \(parts.joined(separator: ", ")).")
      }
    }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    if name == "help", arguments.count > 1 { name = arguments[1] }
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
}
