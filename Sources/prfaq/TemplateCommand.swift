import ArgumentParser
import Glibc
import Reporting
import Scaffolding

/// `prfaq template`: work on the templates services are made from.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Check and write the templates of services.",
    discussion: """
      Examples:
        prfaq template check Templates/services    check all templates of a folder
        prfaq template names                       the answers and contexts templates may use
      """,
    subcommands: [CheckCommand.self, NamesCommand.self])

  /// `prfaq template check`: checks a folder of templates without a document.
  struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check every template of a folder: names, contexts, blocks and paths.",
      discussion: """
        The folder holds a manifest NAME.yaml for each stack, and a folder for each layer:

          swift.yaml      layers: [base, swift]
          base/...        files of all services
          swift/...       files of services in Swift

        Exit status: 0 all is well, 1 mistakes, 2 the folder cannot be read.
        """)

    @Argument(
      help:
        "The folder (default: \"templates:\" of .prfaq.yml or its packs, else the templates in this program).",
      completion: .directory)
    var folder: String?

    @OptionGroup var configuration: ConfigurationOptions

    @OptionGroup var colors: ColorOption

    func run() throws {
      let errors = Output.palette(colors.color, for: STDERR_FILENO)
      let store = try ServiceTemplates.store(folder, try configuration.lookup(errors), palette: errors)
      let names = store.stacks
      if names.isEmpty {
        throw Failure(
          "\(store.name) has no stack", help: "A stack is a manifest NAME.yaml at the top of the folder.")
      }
      var mistakes = 0
      var layers: Set<String> = []
      for name in names {
        let (stack, problems) = Stack.load(name, from: store, schema: ServiceAnswers.schema)
        let palette = Output.palette(colors.color)
        for problem in problems { Output.write(ServiceTemplates.text(problem, palette: palette) + "\n") }
        mistakes += problems.count
        guard let stack else { continue }
        layers.formUnion(stack.layers)
        let count = stack.fileCount
        Output.write(
          "\(name): \(count) template\(count == 1 ? "" : "s") in \(stack.layers.joined(separator: ", "))\n")
        if !stack.unusedNames.isEmpty {
          let text = "Answers it does not use: \(stack.unusedNames.joined(separator: ", "))."
          Output.write(Paragraph.text(text, indent: 2, width: Output.width))
        }
      }
      if mistakes > 0 {
        Output.write("\(mistakes) mistake\(mistakes == 1 ? "" : "s").\n")
        throw ExitCode(1)
      }
      for layer in store.layers where !layers.contains(layer) {
        Output.write("No stack uses the layer \(layer).\n")
      }
    }
  }

  /// `prfaq template names`: the reference of answers and contexts.
  struct NamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "names",
      abstract: "List the answers and contexts that templates may use.",
      discussion: """
        An insertion is <%NAME:CONTEXT%>, such as <%service.title:yaml%>. Blocks stand alone on a line:
        <%if NAME%>, <%if not NAME%>, <%else%>, <%each LIST%>, <%end%>. <%% is a literal <%.
        """)

    func run() {
      var text = "Answers\n"
      let entries = ServiceAnswers.schema.reference
      let column = (entries.map(\.name.utf8.count).max() ?? 0) + 2
      func row(_ name: String, _ words: String) {
        text += "  " + name + String(repeating: " ", count: max(2, column - name.utf8.count)) + words + "\n"
      }
      for (name, entry) in entries {
        switch entry {
        case .value(let kind): row(name, kind == .text ? "text" : "\(kind.rawValue): \(kind.looks)")
        case .flag: row(name, "yes or no")
        case .list(let item, _): row(name, "list of \(item)")
        }
      }
      row("stack.NAME", "a constant from the stack's manifest")
      text += "\nEvery item of a list also has first, last (yes or no) and number.\n\nContexts\n"
      for context in EscapeContext.allCases { row(context.rawValue, context.summary) }
      Output.write(text)
    }
  }
}
