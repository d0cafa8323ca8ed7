import ArgumentParser
import Glibc
import PRFAQ
import Reporting
import SourceText
import Workspace

/// `prfaq outline`: shows how documents are read.
struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "Show how a document is read.",
    discussion: """
      Examples:
        prfaq outline plan.md
        prfaq outline --format json plans/*.md
      """)

  @Argument(help: "Markdown files; \"-\" for standard input.", completion: .file())
  var files: [String]

  @Option(
    help: "text or json (default: text).", completion: ListFormat.completion, transform: ListFormat.read)
  var format: ListFormat = .text

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colors: ColorOption

  func run() throws {
    let lookup = try configuration.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    var planner = Planner(lookup, RuleChoice())
    var documents: [PRFAQDocument] = []
    var hasFailed = false
    for path in files {
      let options = try planner.plan(for: path).options
      do throws(FileError) {
        let bytes = try path == "-" ? FileReader.readStandardInput() : FileReader.read(path)
        documents.append(
          PRFAQDocument(SourceFile(bytes, path: path == "-" ? "<stdin>" : path), options: options))
      } catch {
        Failure(error).print()
        hasFailed = true
      }
    }
    switch format {
    case .json: OutlineJSON.write(documents) { Output.write($0) }
    case .text:
      let width = Output.width
      let palette = Output.palette(colors.color)
      for (index, document) in documents.enumerated() {
        if index > 0 { Output.write("\n") }
        Output.write(OutlineText.text(of: document, width: width, palette: palette))
      }
    }
    if hasFailed { throw ExitCode(Failure.status) }
  }
}
