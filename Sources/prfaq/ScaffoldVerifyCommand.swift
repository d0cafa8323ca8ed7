import ArgumentParser

struct ScaffoldVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "verify")
}
