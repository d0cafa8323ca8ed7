import ArgumentParser

/// `prfaq completions`: the completion script of a shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script of a shell.",
    discussion: """
      Examples:
        prfaq completions bash > ~/.local/share/bash-completion/completions/prfaq
        prfaq completions zsh > ~/.zfunc/_prfaq
        prfaq completions fish > ~/.config/fish/completions/prfaq.fish
      """)

  @Argument(help: "bash, zsh or fish.", completion: Shell.completion, transform: Shell.read)
  var shell: Shell

  func run() {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    Output.write(PRFAQCommand.completionScript(for: kind) + "\n")
  }
}
