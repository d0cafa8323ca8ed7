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

  static func text(_ problem: TemplateProblem, palette: Palette) -> String {
    ErrorReport.text(
      problem.message, at: problem.range, in: problem.source, help: problem.help, palette: palette)
  }
}
