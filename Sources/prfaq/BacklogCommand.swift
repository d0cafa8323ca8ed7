import ArgumentParser
import Backlogs

/// `prfaq backlog`: from documents to work.
struct BacklogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backlog",
    abstract: "Make a traced backlog, and keep it in step.",
    discussion: """
      Examples:
        prfaq backlog export plan.md                      every item as JSON
        prfaq backlog export plan.md --format markdown    a board to read
        prfaq backlog plan plan.md                        what changed since the backlog was accepted
        prfaq backlog accept plan.md                      record it in prfaq.lock.json
      """,
    subcommands: [
      BacklogExportCommand.self, BacklogPlanCommand.self, BacklogAcceptCommand.self,
      BacklogSchemaCommand.self,
    ])
}

/// `prfaq backlog schema`: prints the contract.
struct BacklogSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of the JSON that \"prfaq backlog export\" writes.")

  func run() throws { Output.write(Schema.text) }
}
