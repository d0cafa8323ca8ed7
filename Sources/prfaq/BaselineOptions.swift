import ArgumentParser
import Diagnostics
import Glibc
import Linting
import Reporting
import SourceText
import Workspace

/// The options on findings that a project already knows.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Leave out the findings that this file knows.", valueName: "file"), completion: .file()
  )
  var baseline: String?

  @Flag(help: "Write all findings of this run into the file of --baseline.")
  var writeBaseline = false

  @Flag(help: "Remove from the file of --baseline what is settled.")
  var pruneBaseline = false

  @Flag(help: "Exit with 1 when the baseline knows findings that are settled.")
  var baselineStrict = false

  func validate() throws {
    let flags = [
      ("--write-baseline", writeBaseline), ("--prune-baseline", pruneBaseline),
      ("--baseline-strict", baselineStrict),
    ].filter(\.1).map(\.0)
    if baseline == nil, let first = flags.first {
      throw ValidationError("\(first) needs the file: --baseline FILE.")
    }
    if writeBaseline, flags.count > 1 {
      throw ValidationError("--write-baseline writes everything anew: leave out \(flags[1]).")
    }
  }
}

/// A baseline in use.
struct BaselineRun {
  private let path: String
  private let folder: String
  private let old: Baseline
  private let options: BaselineOptions
  private let choice: RuleChoice
  /// Whether the run judges documents otherwise than the baseline was written, so that nothing can be called settled.
  private let isGated: Bool

  /// What came of comparing.
  struct Outcome {
    /// Whether the run fails because of the baseline itself.
    var fails = false
  }

  /// Reads the file, if there is one and it is wanted.
  ///
  /// - Throws: a `Failure` for a file that is missing or no baseline; a file that is none is never overwritten.
  init?(_ options: BaselineOptions, choice: RuleChoice, isGated: Bool, palette: Palette) throws {
    guard let path = options.baseline else { return nil }
    self.path = path
    self.options = options
    self.choice = choice
    self.isGated = isGated
    guard let folder = FilePath.real(FilePath.folder(of: path)) else {
      throw Failure("there is no folder \"\(FilePath.folder(of: path))\"", help: "Make the folder first.")
    }
    self.folder = folder
    var info = stat()
    if options.writeBaseline, stat(path, &info) != 0 {
      old = Baseline([])
      return
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileReader.read(path) } catch {
      throw Failure(
        "\(path): \(error.message)",
        help: error.kind == .notFound ? "Make it with --write-baseline." : error.help)
    }
    let source = SourceFile(bytes, path: path)
    do { old = try Baseline(source) } catch {
      throw Failure(
        text: ErrorReport.text(error.message, at: error.range, in: source, help: error.help, palette: palette)
      )
    }
  }

  /// Takes the known findings out of the results, and keeps the file as the options ask.
  ///
  /// - Returns: whether the run fails because of the baseline itself.
  func apply(to results: inout LintResults) throws -> Outcome {
    var covered: Set<String> = []
    let documents = results.documents.map { document in
      let path = self.relative(document.source.path)
      covered.insert(path)
      return (path: path, findings: document.findings)
    }
    let folder = self.folder
    let match = BaselineMatch(
      old, documents,
      isCovered: { !isGated && covered.contains($0.path) && choice.mayRun($0.rule) },
      isGone: { access(folder == "/" ? "/" + $0 : folder + "/" + $0, F_OK) != 0 })
    if options.writeBaseline {
      try write(documents, untouched: match)
      return Outcome()
    }
    for index in results.documents.indices {
      results.documents[index] = results.documents[index].with(match.new[index])
    }
    results.rest.knownFindings = match.known
    var outcome = Outcome()
    if match.settled.isEmpty, !options.pruneBaseline { return outcome }
    let count = match.settled.count
    let entries = "\(count) \(count == 1 ? "entry" : "entries")"
    if options.pruneBaseline {
      let new = Baseline(match.current)
      if new.entries != old.entries { try AtomicWriter.replace(path, BaselineWriter.bytes(new)) }
      Output.writeError("Removed \(entries) from \(TerminalText.clean(path)).\n")
    } else {
      Output.writeError(
        "\(options.baselineStrict ? "error" : "note"): \(entries) of \(TerminalText.clean(path)) "
          + "\(count == 1 ? "is" : "are") settled\nhelp: Remove \(count == 1 ? "it" : "them") with --prune-baseline.\n"
      )
      outcome.fails = options.baselineStrict
    }
    return outcome
  }

  /// Writes all findings of this run, and keeps what the run did not look at.
  private func write(
    _ documents: [(path: String, findings: [Finding])], untouched match: BaselineMatch
  ) throws {
    var entries: [Baseline.Entry] = []
    for document in documents {
      entries += document.findings.compactMap { Baseline.Entry($0, path: document.path) }
    }
    let count = entries.count
    var open: [Baseline.Entry: Int] = [:]
    for entry in entries { open[entry, default: 0] += 1 }
    // What matched is among the findings already; the rest is what nobody looked for.
    for entry in match.current {
      if let number = open[entry], number > 0 { open[entry] = number - 1 } else { entries.append(entry) }
    }
    let new = Baseline(entries)
    try AtomicWriter.replace(path, BaselineWriter.bytes(new))
    let files = Set(documents.filter { !$0.findings.isEmpty }.map(\.path)).count
    var text =
      "Wrote \(count) \(count == 1 ? "finding" : "findings") of \(files) \(files == 1 ? "document" : "documents") "
      + "to \(TerminalText.clean(path))"
    let kept = new.entries.count - count
    if kept > 0 { text += ", and kept \(kept) of documents or rules that were not looked at" }
    Output.writeError(text + ".\n")
  }

  /// A document's path relative to the folder of the baseline, so that entries hold on every machine.
  private func relative(_ path: String) -> String {
    let folder = FilePath.real(FilePath.folder(of: path)) ?? FilePath.real(".") ?? "/"
    return FilePath.relativeUpwards(
      (folder == "/" ? "/" : folder + "/") + FilePath.name(of: path), from: self.folder)
  }
}

/// Writes baseline files.
enum BaselineWriter {
  static func bytes(_ baseline: Baseline) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("formatVersion", Baseline.formatVersion)
      $0.key("findings")
      $0.array {
        for entry in baseline.entries {
          $0.object {
            $0.field("path", entry.path)
            $0.field("rule", entry.rule)
            $0.field("section", entry.section)
            $0.field("fingerprint", entry.fingerprint)
          }
        }
      }
    }
    json.finish()
    return json.take()
  }
}
