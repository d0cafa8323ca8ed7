import ArgumentParser
import Glibc
import Linting
import PRFAQ
import Reporting
import SourceText
import Workspace

/// `prfaq config`: shows, checks and tests the configuration.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show and check the configuration.",
    discussion: """
      Examples:
        prfaq config show plans/search.md   the settings in force for a document
        prfaq config check                  is the configuration in order?
        prfaq config test                   do the rules of your own find what they should?
        prfaq config file plans             which file holds for this folder?
        prfaq config schema > prfaq.schema.json
      """,
    subcommands: [ConfigShow.self, ConfigCheck.self, ConfigTest.self, ConfigFile.self, ConfigSchema.self])
}

/// `prfaq config file`: the path of the file in force.
struct ConfigFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Print the configuration file in force for a file or folder.")

  @Argument(help: "A file or folder (default: the current folder).", completion: .file())
  var path: String = "."

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var colors: ColorOption

  func run() throws {
    let lookup = try options.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    let configuration = try lookup.configuration(in: try ConfigCommand.folder(of: path))
    guard let file = configuration.content.source else {
      Output.writeError("There is no configuration for \(path): the defaults hold.\n")
      return
    }
    Output.write(TerminalText.clean(file.path) + "\n")
  }
}

/// `prfaq config check`: reads the configuration and all it builds on.
struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the configuration and all that it builds on; exit status 2 when something is wrong.")

  @Argument(
    help: "Files or folders whose configuration to check (default: the current folder).", completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var colors: ColorOption

  func run() throws {
    let lookup = try options.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    var planner = Planner(lookup, RuleChoice())
    var done: [ConfigurationFile] = []
    for path in paths {
      let configuration = try lookup.configuration(in: try ConfigCommand.folder(of: path))
      if done.contains(where: { $0 === configuration }) { continue }
      done.append(configuration)
      guard let file = configuration.content.source else {
        Output.write("There is no configuration for \(TerminalText.clean(path)): the defaults hold.\n")
        continue
      }
      let errors = Output.palette(colors.color, for: STDERR_FILENO)
      _ = try DocumentTemplates(configuration, palette: errors)
      for file in configuration.files {
        if let text = file.serviceTemplates {
          _ = try TemplateFolders.folder(text, of: file, palette: errors)
        }
      }
      _ = try configuration.catalogPaths(colors: colors.color)
      var text = "\(TerminalText.clean(file.path)) is in order"
      let others = configuration.files.dropLast().map(ConfigCommand.name)
      if !others.isEmpty { text += "; it builds on \(others.joined(separator: ", "))" }
      if !configuration.documents.isEmpty {
        let count = try DocumentSearch.all(of: configuration, &planner).files.count
        text += "; \(count) \(count == 1 ? "document" : "documents") must be PR/FAQs"
      }
      Output.write(text + ".\n")
    }
  }
}

/// `prfaq config test`: runs the project's own rules on their own lines.
struct ConfigTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the rules of your own on their \"bad\" and \"good\" lines; exit status 1 when one fails.")

  @Argument(
    help: "A file or folder whose configuration to test (default: the current folder).", completion: .file())
  var path: String = "."

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var colors: ColorOption

  func run() throws {
    let lookup = try options.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    let configuration = try lookup.configuration(in: try ConfigCommand.folder(of: path))
    let palette = Output.palette(colors.color)
    var rules = 0
    var failed = 0
    for file in configuration.files {
      guard let source = file.source else { continue }
      for rule in file.customRules {
        rules += 1
        let failures = rule.failures()
        for failure in failures {
          Output.write(
            ErrorReport.text(
              failure.message, at: failure.line.range, in: source,
              help: "Correct the rule, or the line.", palette: palette) + "\n")
        }
        if !failures.isEmpty { failed += 1 }
        let lines = rule.bad.count + rule.good.count
        let verdict =
          lines == 0
          ? palette.yellow("untested: it has no \"bad\" and no \"good\" lines")
          : failures.isEmpty ? palette.green("passed") : palette.red("failed")
        Output.write("\(rule.about.name): \(rule.bad.count) bad, \(rule.good.count) good, \(verdict)\n")
      }
    }
    if rules == 0 { Output.write("There are no rules of your own to test.\n") }
    if failed > 0 { throw ExitCode(1) }
  }
}

/// `prfaq config schema`: the JSON Schema of the configuration file.
struct ConfigSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (2020-12) of the configuration, for completion in editors.",
    discussion: """
      Example:
        prfaq config schema > prfaq.schema.json
      Then put this line at the top of .prfaq.yml:
        # yaml-language-server: $schema=prfaq.schema.json
      """)

  func run() { Output.write(SchemaWriter.schema()) }
}

extension ConfigCommand {
  /// The folder whose configuration holds for a path: itself, or the one it lies in.
  static func folder(of path: String) throws -> String {
    guard let real = FilePath.real(path) else {
      // The error of reading says what is wrong, with a suggestion.
      _ = try FileReader.read(path)
      throw Failure("\(path): no such file or folder")
    }
    var info = stat()
    if stat(real, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { return real }
    return FilePath.folder(of: real)
  }

  /// A file that another builds on, with the version of a pack.
  static func name(_ file: Configuration) -> String {
    let path = TerminalText.clean(file.source?.path ?? "")
    return file.version.map { "\(path) (version \(TerminalText.clean($0.text)))" } ?? path
  }
}
