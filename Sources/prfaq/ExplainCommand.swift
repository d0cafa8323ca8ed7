import ArgumentParser
import Diagnostics
import Linting
import Reporting

/// `prfaq explain`: why a rule matters, with examples.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, with examples.",
    discussion: """
      Examples:
        prfaq explain structure/headline-missing
        prfaq explain headline-missing
      """)

  @Argument(help: "The rule; its category may be left out.", completion: .list(AllRules.names))
  var rule: String

  @OptionGroup var colors: ColorOption

  func run() throws {
    Output.write(
      Explanation(try about(), width: Output.width, palette: Output.palette(colors.color)).text)
  }

  private func about() throws -> About {
    if !rule.contains("/"), let about = AllRules.abouts.first(where: { $0.name.hasSuffix("/" + rule) }) {
      return about
    }
    do { return try RuleNames.rule(rule) } catch { throw Failure(error.message, help: error.help) }
  }
}
