import Linting
import Reporting
import Scaffolding

/// The templates of services inside this program, and how mistakes in templates are shown.
enum ServiceTemplates {
  static var embedded: TemplateStore {
    let prefix = "services/"
    let files = EmbeddedTemplates.files.filter { $0.path.hasPrefix(prefix) }
    return TemplateStore(
      name: "Templates/services",
      files: files.map { (String($0.path.dropFirst(prefix.count)), $0.text, $0.isExecutable) })
  }

  /// The templates of a folder named on the command line, else of the configuration or its packs, else the program's own.
  static func store(
    _ named: String?, _ lookup: ConfigurationLookup, palette: Palette
  ) throws -> TemplateStore {
    if let named { return try TemplateStore(folder: named) }
    let configuration = try lookup.configuration(in: FilePath.real(".") ?? "/")
    guard let file = configuration.files.last(where: { $0.serviceTemplates != nil }),
      let text = file.serviceTemplates
    else { return embedded }
    return try TemplateStore(folder: try TemplateFolders.folder(text, of: file, palette: palette))
  }

  static func text(_ problem: TemplateProblem, palette: Palette) -> String {
    ErrorReport.text(
      problem.message, at: problem.range, in: problem.source, help: problem.help, palette: palette)
  }
}
