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
        prfaq explain custom/no-synergy          a rule of the configuration
      """)

  @Argument(help: "The rule; its category may be left out.", completion: .list(AllRules.names))
  var rule: String

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func run() throws {
    let palette = Output.palette(colors.color)
    if let about = AllRules.abouts.first(where: { $0.name == rule || $0.name.hasSuffix("/" + rule) }) {
      Output.write(Explanation(about, width: Output.width, palette: palette).text)
      return
    }
    let custom = try CustomRules.inForce(configuration, colors)
    guard let found = custom.named(rule) else { throw unknown(custom) }
    Output.write(
      CustomExplanation(
        rule: found.value, origin: found.origin.text, standing: custom.standing(found.value),
        width: Output.width, palette: palette
      ).text)
  }

  private func unknown(_ custom: CustomRules) -> Failure {
    do {
      _ = try RuleNames.rule(rule, custom: custom.rules.map(\.value.about.name))
      return Failure("there is no rule \"\(rule)\"")
    } catch {
      return Failure(error.message, help: error.help)
    }
  }
}
