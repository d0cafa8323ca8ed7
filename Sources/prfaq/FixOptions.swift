import ArgumentParser
import Glibc
import Linting
import Reporting
import SourceText
import Workspace

/// The options on changing documents.
struct FixOptions: ParsableArguments {
  @Flag(help: "Make the fixes that are certain, then report what is left.")
  var fix = false

  @Flag(help: "With --fix or --diff: make the fixes, too, after which a sentence should be read again.")
  var unsafeFixes = false

  @Flag(
    help: "Show what --fix would change, as a patch, and change nothing; exit with 1 when there is something."
  )
  var diff = false

  func validate() throws {
    if fix, diff { throw ValidationError("--diff changes nothing: leave out --fix.") }
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes needs --fix or --diff.") }
  }

  /// Whether documents are fixed at all.
  var isOn: Bool { fix || diff }
}

/// A document and what it would be after its fixes.
struct FixedDocument: Sendable {
  let path: String
  let old: [UInt8]
  let result: Fixer.Result
}

/// Writes fixed documents, or shows what would change.
struct FixRun {
  /// Shows the difference of all documents; gives the exit status.
  func show(_ documents: [FixedDocument], palette: Palette) -> Int32 {
    var made = 0
    var files = 0
    for document in documents where document.result.bytes != document.old {
      made += document.result.made
      files += 1
      let edits = UnifiedDiff.edits(from: document.old, to: document.result.bytes)
      let diff = UnifiedDiff.text(path: document.path, old: document.old, edits: edits, palette: palette)
      // A patch must hold the bytes as they are; a terminal must not obey them.
      let isShown = isatty(STDOUT_FILENO) == 1 && !palette.isOn
      Output.write(isShown ? Array(Failure.harmless(String(decoding: diff, as: UTF8.self)).utf8) : diff)
    }
    Output.writeError(
      made == 0
        ? "Nothing to fix\(leftovers(documents)).\n"
        : "\(FixRun.count(made, "fix", "fixes")) in \(FixRun.count(files, "file", "files"))\(leftovers(documents)).\n"
    )
    return made == 0 ? 0 : 1
  }

  /// Writes the documents that change.
  ///
  /// - Throws: what cannot be written; a file that somebody changed meanwhile is left alone.
  func write(_ documents: [FixedDocument]) throws {
    var made = 0
    var files = 0
    for document in documents where document.result.bytes != document.old {
      guard try FileReader.read(document.path) == document.old else {
        throw Failure(
          "\(document.path): the file has changed while it was checked", help: "Run the command again.")
      }
      try AtomicWriter.replace(document.path, document.result.bytes)
      made += document.result.made
      files += 1
    }
    Output.writeError(
      made == 0
        ? "Nothing to fix\(leftovers(documents)).\n"
        : "Fixed \(FixRun.count(made, "finding", "findings")) in \(FixRun.count(files, "file", "files"))"
          + "\(leftovers(documents)).\n")
  }

  /// What was not done, and how to have it done.
  private func leftovers(_ documents: [FixedDocument]) -> String {
    let unsafe = documents.reduce(0) { $0 + $1.result.unsafe }
    let refused = documents.reduce(0) { $0 + $1.result.refused }
    var text = ""
    if unsafe > 0 { text += "; \(FixRun.count(unsafe, "fix", "fixes")) more with --unsafe-fixes" }
    if refused > 0 {
      text += "; \(FixRun.count(refused, "fix", "fixes")) left out that would change how the document is read"
    }
    return text
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
