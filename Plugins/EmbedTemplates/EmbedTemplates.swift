import Foundation
import PackagePlugin

/// Writes the files of `Templates/`, with their relative paths, into one Swift file.
///
/// `.embedInCode` flattens names, so two templates called `README.md` would collide.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "Templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    let keys: [URLResourceKey] = [.isRegularFileKey]
    let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
    var files: [URL] = []
    while let file = walker?.nextObject() as? URL {
      if try file.resourceValues(forKeys: Set(keys)).isRegularFile == true { files.append(file) }
    }
    files.sort { $0.path() < $1.path() }
    return [
      .buildCommand(
        displayName: "Embedding Templates",
        executable: try context.tool(named: "template-embedder").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
