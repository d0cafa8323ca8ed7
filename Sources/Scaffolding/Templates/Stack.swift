internal import Diagnostics
internal import SourceText
public import Workspace

/// A stack of templates that has been read and checked: the layers of a language over those of all.
public struct Stack: Sendable {
  /// Its name: that of its manifest.
  public let name: String
  /// What it makes, in a few words.
  public let summary: String
  /// The names of its layers, the lowest first.
  public let layers: [String]
  /// The answers no template of it uses.
  public let unusedNames: [String]
  /// How many templates it has.
  public var fileCount: Int { files.count }
  private let files: [File]
  private let commands: [Template]
  private let constants: [String: String]

  private struct File: Sendable {
    let path: Template
    let content: Template
    let isExecutable: Bool
    /// A template that is empty is meant to be; one that only renders to nothing is not written.
    let isEmpty: Bool
  }

  /// What a stack renders to.
  public struct Output: Sendable {
    /// The files, sorted by path.
    public var files: [NewFolder.File] = []
    /// Commands to go on with.
    public var next: [String] = []
  }

  /// Reads a stack and checks all of it.
  ///
  /// - Returns: the stack, nil when anything is wrong, and what is wrong.
  public static func load(
    _ name: String, from store: TemplateStore, schema: AnswerSchema
  ) -> (stack: Stack?, problems: [TemplateProblem]) {
    guard let source = store.manifest(name) else { return (nil, []) }
    let manifest = StackManifest(source)
    var problems = manifest.problems
    var constants = manifest.values
    constants["name"] = name
    let schema = schema.adding(constants: constants.keys)
    var used: Set<String> = []
    func take(_ parsed: (template: Template, problems: [TemplateProblem])) -> Template {
      problems += parsed.problems
      used.formUnion(parsed.template.usedNames)
      return parsed.template
    }
    var files: [String: File] = [:]
    for layer in manifest.layers {
      let members = store.files(of: layer.name)
      if members.isEmpty {
        problems.append(
          TemplateProblem(
            "there is no layer \"\(layer.name)\"", at: layer.range, in: source,
            help: Spelling.nearest(to: layer.name, in: store.layers).map { "Did you mean \"\($0)\"?" }
              ?? "A layer is a folder beside the manifest with at least one file."))
      }
      for member in members {
        let pathSource = SourceFile(Array(member.path.utf8), path: member.source.path)
        let path = TemplateParser.parse(pathSource, place: .name, schema: schema)
        for problem in path.problems {
          problems.append(
            TemplateProblem(
              "in the name of the file: \(problem.message)", at: 0..<0, in: member.source, help: problem.help)
          )
        }
        used.formUnion(path.template.usedNames)
        files[member.path] = File(
          path: path.template,
          content: take(
            TemplateParser.parse(member.source, place: .content(path: member.path), schema: schema)),
          isExecutable: member.isExecutable, isEmpty: member.source.bytes.isEmpty)
      }
    }
    let commands = manifest.next.map {
      take(TemplateParser.parse(source, in: $0, place: .command, schema: schema))
    }
    guard problems.isEmpty else { return (nil, problems) }
    let names = schema.entries.keys.filter { !$0.hasPrefix("stack.") }
    let stack = Stack(
      name: name, summary: manifest.summary, layers: manifest.layers.map(\.name),
      unusedNames: names.filter { !used.contains($0) }.sorted(),
      files: files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value),
      commands: commands,
      constants: constants)
    return (stack, [])
  }

  /// Renders all files in memory; nothing is written.
  public func render(_ answers: Answers) throws(TemplateProblem) -> Output {
    var answers = answers
    for (name, text) in constants { answers.set("stack." + name, text) }
    var output = Output()
    for file in files {
      var renderer = TemplateRenderer(answers)
      let path = try renderer.render(file.path)
      let bytes = try renderer.render(file.content)
      if bytes.isEmpty, !file.isEmpty { continue }
      output.files.append(
        NewFolder.File(
          path: String(decoding: path, as: UTF8.self), bytes: bytes, isExecutable: file.isExecutable))
    }
    output.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for command in commands {
      var renderer = TemplateRenderer(answers)
      output.next.append(String(decoding: try renderer.render(command), as: UTF8.self))
    }
    return output
  }
}
