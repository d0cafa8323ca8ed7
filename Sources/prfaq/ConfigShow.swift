import ArgumentParser
import Diagnostics
import Glibc
import Linting
import PRFAQ
import Reporting
import SourceText
import Workspace

/// `prfaq config show`: the settings in force for one document, and where each comes from.
struct ConfigShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the settings in force for a document, and where each comes from.",
    discussion: """
      Examples:
        prfaq config show plans/search.md
        prfaq config show plans/search.md --format json
      """)

  @Argument(help: "The document.", completion: .file())
  var file: String

  @Option(
    help: "text or json (default: text).", completion: ListFormat.completion, transform: ListFormat.read)
  var format: ListFormat = .text

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var colors: ColorOption

  func run() throws {
    let palette = Output.palette(colors.color, for: STDERR_FILENO)
    let lookup = try options.lookup(palette)
    let run = LintRun(
      lookup: lookup, choice: RuleChoice(), profile: nil, gate: nil, stdinPath: "<stdin>",
      errorPalette: palette
    )
    var planner = Planner(lookup, RuleChoice())
    let bytes = try FileReader.read(file)
    let plan = try planner.plan(for: file)
    let document = PRFAQDocument(SourceFile(bytes, path: file), options: plan.options)
    let settings = run.settings(for: document, plan, LaunchSets())
    let shown = ShownSettings(document, plan, settings)
    switch format {
    case .text: Output.write(shown.text(Output.palette(colors.color)))
    case .json: Output.write(shown.json())
    }
  }
}

/// The settings of one document as they are printed.
struct ShownSettings {
  /// One setting.
  struct Line {
    let name: String
    let value: String
    /// The place that decided it; nil for the default.
    let origin: String?
  }

  let path: String
  private(set) var files: [String] = []
  private(set) var general: [Line] = []
  private(set) var located: [Line] = []
  private(set) var limits: [Line] = []
  private(set) var words: [Line] = []
  private(set) var rules: [Line] = []
  private(set) var sections: [Line] = []

  init(_ document: PRFAQDocument, _ plan: DocumentPlan, _ settings: Settings) {
    path = document.source.path
    files = plan.configuration.files.map(ConfigCommand.name)
    for file in plan.configuration.files {
      func add(_ name: String, _ texts: [Configuration.Text]) {
        located += texts.map { text in
          let origin = file.source.map { "\($0.path):\($0.line(at: text.range.lowerBound))" }
          return Line(name: name, value: text.text, origin: origin)
        }
      }
      add("documents", file.documents)
      add("exclude", file.exclude)
      add("catalog", file.catalog)
      add("templates documents", [file.documentTemplates].compactMap { $0 })
      add("templates services", [file.serviceTemplates].compactMap { $0 })
    }
    let settled = plan.settled
    let front = document.frontMatter
    func line(_ value: FrontMatter.Value?) -> String? {
      value.map { "\(path):\(document.source.line(at: $0.range.lowerBound))" }
    }
    let profileOrigin: String? =
      if let value = front.profile, Profile.named(value.text.lowercased()) != nil {
        line(value)
      } else if let own = settled.profile {
        own.origin.text
      } else if settings.profile.name == Profile.all[0].name {
        nil
      } else {
        front.concept.map { "concept \($0.text)" } ?? "a release without FAQ"
      }
    general = [
      Line(name: "profile", value: settings.profile.name, origin: profileOrigin),
      Line(name: "status", value: settings.status.rawValue, origin: line(front.status)),
      Line(name: "concept", value: settings.concept.rawValue, origin: line(front.concept)),
      Line(
        name: "rule-set", value: "\(settled.ruleSet?.value ?? AllRules.ruleSet)",
        origin: settled.ruleSet?.origin.text),
    ]
    limits = Limit.allCases.map { limit in
      let number = settings.limit(limit)
      let origin =
        settled.limits[limit]?.origin.text
        ?? settings.profile.limits[limit].map { _ in "profile \(settings.profile.name)" }
      return Line(name: limit.rawValue, value: number == Int.max ? "none" : "\(number)", origin: origin)
    }
    words += settled.products.map { Line(name: "products", value: $0.value, origin: $0.origin.text) }
    words += settled.jargon.map { Line(name: "jargon", value: $0.value, origin: $0.origin.text) }
    words += settled.acronyms.map { Line(name: "acronyms", value: $0.value, origin: $0.origin.text) }
    for role in Role.allCases {
      words += (settled.aliases[role] ?? []).map {
        Line(name: "aliases \(role.rawValue)", value: $0.value, origin: $0.origin.text)
      }
    }
    for about in AllRules.abouts + settled.customRules.map(\.value.about) {
      let severity = plan.linter.severity(of: about, in: settings.profile)
      rules.append(
        Line(
          name: about.name, value: severity?.rawValue ?? "off",
          origin: Self.origin(of: about, settled, settings.profile)))
    }
    for section in settled.sections {
      let names = section.value.sections.map(\.text).joined(separator: ", ")
      for rule in section.value.rules {
        sections.append(
          Line(
            name: rule.name.text, value: "\(rule.severity?.rawValue ?? "off") in \(names)",
            origin: section.origin.text))
      }
    }
  }

  private static func origin(
    of about: About, _ settled: SettledConfiguration, _ profile: Profile
  ) -> String? {
    if let rule = settled.rules[about.name] { return rule.origin.text }
    if let first = settled.select.first {
      return settled.select.first { $0.value == about.name || $0.value == about.category }?.origin.text
        ?? first.origin.text
    }
    if let number = settled.ruleSet, about.since > number.value {
      return "preview: rule set \(about.since)"
    }
    if profile.severities[about.name] != nil { return "profile \(profile.name)" }
    return settled.customRules.first { $0.value.about.name == about.name }?.origin.text
  }

  func text(_ palette: Palette) -> String {
    var text = palette.bold(TerminalText.clean(path)) + "\n"
    if files.isEmpty { text += "No configuration: the defaults hold.\n" }
    for (index, file) in files.reversed().enumerated() {
      text += (index == 0 ? "Configuration: " : "  builds on ") + file + "\n"
    }
    func add(_ title: String, _ lines: [Line]) {
      if lines.isEmpty { return }
      text += "\n" + palette.bold(title) + "\n"
      let names = lines.map { TerminalText.clean($0.name) }
      let values = lines.map { TerminalText.clean($0.value) }
      let nameWidth = names.map(\.count).max() ?? 0
      let valueWidth = min(40, values.map(\.count).max() ?? 0)
      for (index, line) in lines.enumerated() {
        let name = names[index] + String(repeating: " ", count: nameWidth - names[index].count)
        let value = values[index]
        let gap = String(repeating: " ", count: max(0, valueWidth - value.count))
        text += "  \(name)  \(value)"
        text += line.origin.map { gap + "  " + palette.dim(TerminalText.clean($0)) } ?? ""
        text += "\n"
      }
    }
    add("General", general)
    add("Files", located)
    add("Limits", limits)
    add("Vocabulary", words)
    add("Rules", rules)
    add("In sections", sections)
    return text
  }

  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formatVersion", "1.0")
      json.field("path", path)
      json.key("configuration")
      json.array { for file in files { $0.value(file) } }
      for (name, lines) in [
        ("general", general), ("files", located), ("limits", limits), ("vocabulary", words), ("rules", rules),
        ("sections", sections),
      ] {
        json.key(name)
        json.array {
          for line in lines {
            $0.object {
              $0.field("name", line.name)
              $0.field("value", line.value)
              if let origin = line.origin { $0.field("origin", origin) }
            }
          }
        }
      }
    }
    json.finish()
    return json.take()
  }
}
