import ArgumentParser

/// `prfaq scaffold`: from a service named in a PR/FAQ to a repository a team can run.
struct ScaffoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scaffold",
    abstract: "Make and check the repository of a service.",
    discussion: """
      Examples:
        prfaq scaffold create "Basket Promise" --from prfaq.md --catalog org    make basket-promise/
        prfaq scaffold create "Basket Promise" --from prfaq.md --dry-run        only show what would be made
        prfaq scaffold verify basket-promise                                    check what no other linter sees
      """,
    subcommands: [ScaffoldCreateCommand.self, ScaffoldVerifyCommand.self])
}
