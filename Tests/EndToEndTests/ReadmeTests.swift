import Foundation
import TestSupport
import Testing

/// A command shown in a `console` block of README.md, with the output shown below it.
struct ShownCommand: CustomTestStringConvertible {
  let command: String
  let output: String
  let line: Int
  var testDescription: String { "line \(line): \(command)" }

  /// All commands of the file, block by block; those of one block run in one folder, one after the other.
  static let blocks: [[ShownCommand]] = {
    let file = Workbench.package.appendingPathComponent("README.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var blocks: [[ShownCommand]] = []
    var lines: [String]? = nil
    var start = 0
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if let shown = lines {
        if line == "```" {
          blocks.append(commands(shown, from: start))
          lines = nil
        } else {
          lines = shown + [line]
        }
      } else if line == "```console" {
        lines = []
        start = index + 2
      }
    }
    return blocks
  }()

  private static func commands(_ lines: [String], from start: Int) -> [ShownCommand] {
    var commands: [ShownCommand] = []
    var current: (command: String, line: Int, output: [String])? = nil
    func finished() -> ShownCommand? {
      current.map { shown in
        ShownCommand(
          command: shown.command, output: shown.output.map { $0 + "\n" }.joined(), line: shown.line)
      }
    }
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("$ ") {
        if let done = finished() { commands.append(done) }
        current = (String(line.dropFirst(2)), start + index, [])
      } else {
        current?.output.append(line)
      }
    }
    if let done = finished() { commands.append(done) }
    return commands
  }
}

@Suite struct ReadmeTests {
  @Test func showsCommands() {
    let commands = ShownCommand.blocks.flatMap { $0 }
    #expect(commands.contains { $0.command.hasPrefix("prfaq lint ") && !$0.output.isEmpty })
    #expect(commands.contains { $0.command.hasPrefix("prfaq outline ") })
  }

  @Test(arguments: ShownCommand.blocks)
  func showsWhatHappens(_ block: [ShownCommand]) throws {
    let bench = try Workbench()
    try FileManager.default.copyItem(
      atPath: Workbench.package.appendingPathComponent("Samples").path, toPath: bench.folder.path("Samples"))
    try FileManager.default.createDirectory(
      atPath: bench.folder.path(".bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.path(".bin/prfaq"), withDestinationPath: try Command.prfaq)
    for shown in block {
      let result = try Command.run(
        "bash", ["-c", "\(shown.command) 2>&1"],
        environment: ["PATH": bench.folder.path(".bin") + ":/usr/bin:/bin"], currentFolder: bench.folder.path)
      #expect(result.stdout == shown.output, "README.md:\(shown.line): \(shown.command)")
    }
  }
}
