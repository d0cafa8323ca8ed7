import ArgumentParser
import Diagnostics
import Linting
import Reporting

/// `prfaq rules`: lists what is checked.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List all rules, those of the configuration, too.",
    discussion: """
      Examples:
        prfaq rules
        prfaq rules --format json
      """)

  @Option(
    help: "text, json, or markdown: a page on the program's own rules (default: text).",
    completion: RulesFormat.completion, transform: RulesFormat.read)
  var format: RulesFormat = .text

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func run() throws {
    if format == .markdown {
      Output.write(RulesMarkdown().text)
      return
    }
    // Whoever looks for the right name in a configuration that is in disorder still gets the list.
    let custom = Result { try CustomRules.inForce(configuration, colors) }
    let known = try? custom.get()
    switch format {
    case .text: printText(known?.rules ?? [])
    case .json: printJSON(known?.rules ?? [])
    case .markdown: break
    }
    _ = try custom.get()
  }

  private func printText(_ custom: [SettledConfiguration.Decided<CustomRule>]) {
    let palette = Output.palette(colors.color)
    var text = ""
    let all = AllRules.abouts + custom.map(\.value.about)
    for category in AllRules.categories + [CustomRule.category] {
      let abouts = all.filter { $0.category == category }
      if abouts.isEmpty { continue }
      if !text.isEmpty { text += "\n" }
      text += palette.bold(category) + "\n"
      let column = abouts.map(\.name.count).max() ?? 0
      for about in abouts {
        let word = about.severity?.rawValue ?? "off"
        let padded = word + String(repeating: " ", count: 9 - word.count)
        text += "  " + (about.severity.map { palette.severity($0, padded) } ?? palette.dim(padded))
        text +=
          about.name + String(repeating: " ", count: column - about.name.count + 2)
          + TerminalText.clean(about.summary) + "\n"
      }
    }
    Output.write(text)
  }

  private func printJSON(_ custom: [SettledConfiguration.Decided<CustomRule>]) {
    var json = JSONWriter()
    json.object {
      $0.field("formatVersion", "1.0")
      $0.key("rules")
      $0.array {
        let origins = custom.map { ($0.value.about, Optional($0.origin.text)) }
        for (about, origin) in AllRules.abouts.map({ ($0, nil) }) + origins {
          $0.object {
            $0.field("name", about.name)
            $0.field("category", about.category)
            $0.field("severity", about.severity?.rawValue ?? "off")
            $0.field("summary", about.summary)
            $0.field("why", about.why)
            $0.field("source", about.source)
            if let origin { $0.field("origin", origin) }
            if let judged = about.judged {
              $0.key("judged")
              $0.object {
                $0.field("right", judged.right)
                $0.field("total", judged.total)
              }
            }
            $0.key("profiles")
            $0.object {
              for profile in Profile.all {
                if let own = profile.severities[about.name] { $0.field(profile.name, own?.rawValue ?? "off") }
              }
            }
          }
        }
      }
    }
    json.finish()
    Output.write(json.take())
  }
}
