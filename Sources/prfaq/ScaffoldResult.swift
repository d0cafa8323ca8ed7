import Reporting
import Scaffolding
import Workspace

/// What `prfaq scaffold create` has made, or would make.
struct ScaffoldResult {
  let brief: ServiceBrief
  let folder: String
  let isDryRun: Bool
  let output: Stack.Output
  let warnings: [String]

  func text(palette: Palette) -> String {
    let count = output.files.count
    var text =
      "\(isDryRun ? "Would make" : "Made") \(palette.bold(TerminalText.clean(folder))) with \(count) files"
    text +=
      " for \(TerminalText.clean(brief.name.title)), owned by \(TerminalText.clean(brief.owner.title)).\n"
    func row(_ name: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      let pad = String(repeating: " ", count: 12 - name.utf8.count)
      text += "  \(palette.dim(name))\(pad)\(TerminalText.clean(items.joined(separator: ", ")))\n"
    }
    row("needs", brief.needs.map(\.id))
    row("operations", brief.operations.map { "\($0.verb) \($0.path)" })
    row("calls", brief.calls.map(\.name.title))
    row("called by", brief.callers.map(\.name.title))
    if isDryRun {
      text += "\n"
      for file in output.files {
        text += "  \(file.path)\(file.isExecutable ? palette.green(" (may be run)") : "")\n"
      }
      return text + "\nNothing was written.\n"
    }
    text += "\nNext:\n  cd \(Self.quoted(folder))\n"
    for command in output.next { text += "  \(command)\n" }
    return text
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formatVersion", "1.0")
      json.field("service", brief.name.title)
      json.field("slug", brief.name.slug)
      json.field("owner", brief.owner.title)
      json.field("folder", folder)
      json.field("dryRun", isDryRun)
      Self.list("needs", brief.needs.map(\.id), &json)
      Self.list("operations", brief.operations.map { "\($0.verb) \($0.path)" }, &json)
      json.key("files")
      json.array { json in
        for file in output.files {
          json.object { json in
            json.field("path", file.path)
            json.field("bytes", file.bytes.count)
            json.field("executable", file.isExecutable)
          }
        }
      }
      Self.list("warnings", warnings, &json)
      Self.list("next", output.next, &json)
    }
    json.finish()
    return json.take()
  }

  private static func list(_ name: String, _ items: [String], _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for item in items { json.value(item) }
    }
  }

  /// The folder as a shell takes it.
  private static func quoted(_ folder: String) -> String {
    let isPlain = folder.utf8.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "._-/".utf8.contains($0)
    }
    return isPlain ? folder : (try? EscapeContext.shell.escape(folder)) ?? TerminalText.clean(folder)
  }
}
