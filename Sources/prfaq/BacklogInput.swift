import ArgumentParser
import Backlogs
import Diagnostics
import Glibc
import Linting
import PRFAQ
import Reporting
import SourceText
import Tracing

/// What the commands that make a backlog have in common: documents, catalogue, and which statements count.
struct BacklogOptions: ParsableArguments {
  @Argument(
    help: "Files and folders; \"-\" for standard input. The default is the current folder.",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var catalog: CatalogOption

  @Flag(help: "Leave out needs that are only inferred from wording and place.")
  var declaredOnly = false

  @Option(
    help: "Least confidence of inferred statements: high, medium or low (default: as accepted, else medium).",
    completion: .list(Confidence.allCases.map(\.rawValue)), transform: Confidence.read)
  var minConfidence: Confidence?

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func validate() throws {
    if declaredOnly, minConfidence != nil {
      throw ValidationError("--declared-only and --min-confidence exclude each other.")
    }
  }

  /// What the command line says; nil where it says nothing.
  var selection: Selection? {
    if declaredOnly { return Selection(leastConfidence: nil) }
    return minConfidence.map { Selection(leastConfidence: $0) }
  }
}

extension Confidence: Choice {}

/// The documents of one run, read and linked.
struct BacklogInput {
  let graph: LinkGraph
  let notes: [DocumentNotes]
  /// Documents that came from standard input and so have no lock: indices.
  let unlocked: Set<Int>

  /// What is kept of a document when its tree has gone.
  private struct Read: Sendable {
    let unit: TraceUnit
    let notes: DocumentNotes
  }

  /// Reads and links what the options name.
  ///
  /// - Throws: a `Failure` for what cannot be read, for a named file that is no PR/FAQ, and for two documents with one
  ///   key, as their items would have the same ids.
  init(_ options: BacklogOptions) throws {
    let lookup = try options.configuration.lookup(Output.palette(options.colors.color, for: STDERR_FILENO))
    let catalog = try Catalog.load(
      options.catalog, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: options.colors.color)
    let paths = options.paths.isEmpty ? ["."] : options.paths
    let reads = try DocumentReader.read(paths, lookup) { document -> Read? in
      // The other documents of a launch set tell the same needs again.
      let part = document.frontMatter.document?.text.lowercased() ?? "prfaq"
      return part == "prfaq" ? Read(unit: TraceUnit(document), notes: DocumentNotes(document)) : nil
    }
    let graph = LinkGraph(reads.map(\.unit), catalog?.organization)
    self.graph = graph
    notes = reads.map(\.notes)
    unlocked = Set(graph.documents.indices.filter { graph.documents[$0].path == "<stdin>" })
    try checkKeys()
  }

  /// Ids begin with the document's key, so no two documents may have the same.
  private func checkKeys() throws {
    var seen: [String: Int] = [:]
    for (index, document) in graph.documents.enumerated() {
      guard let first = seen[document.key.lowercased()] else {
        seen[document.key.lowercased()] = index
        continue
      }
      func place(_ index: Int) -> String {
        let document = graph.documents[index]
        return document.keyPlace.map { "\(document.path):\($0.line)" } ?? document.path
      }
      throw Failure(
        "two documents have the key \(document.key): \(place(first)) and \(place(index))",
        help:
          "Items are named after the key. Give one of them a \"key:\" of its own in its front matter, or export them "
          + "one at a time if they are versions of one document.")
    }
  }
}
