import Foundation

/// `template-embedder FOLDER OUTPUT`: writes every file under FOLDER into OUTPUT as Swift source, so that the
/// shipped binary needs no files beside it. Run by the EmbedTemplates plugin only.
@main
struct TemplateEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: template-embedder FOLDER OUTPUT\n".utf8))
      exit(2)
    }
    let root = URL(fileURLWithPath: arguments[1]).standardizedFileURL
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    var code = "/// The files of `Templates/`: path relative to it, content, and whether it may be run.\n"
    code += "enum EmbeddedTemplates {\n"
    code += "  static let files: [(path: String, text: String, isExecutable: Bool)] = [\n"
    for name in names {
      let file = root.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      let isExecutable = FileManager.default.isExecutableFile(atPath: file.path)
      code += "    (\(name.debugDescription), \(text.debugDescription), \(isExecutable)),\n"
    }
    code += "  ]\n}\n"
    try code.write(to: URL(fileURLWithPath: arguments[2]), atomically: true, encoding: .utf8)
  }
}
