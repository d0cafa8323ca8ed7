import ArgumentParser
import Backlogs
import Diagnostics
import Dispatch
import Glibc
import Linting
import Organization
import PRFAQ
import Reporting
import SourceText
import Tracing
import Workspace

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

  @Option(
    help: ArgumentHelp("Configuration file, instead of the prfaq.yaml found upwards.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

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

  private enum Outcome: Sendable {
    case read(Read)
    case other
    case failed(FileError)
  }

  /// Reads and links what the options name.
  ///
  /// - Throws: a `Failure` for what cannot be read, for a named file that is no PR/FAQ, and for two documents with one
  ///   key, as their items would have the same ids.
  init(_ options: BacklogOptions) throws {
    let configuration = try ConfigurationFile.load(options.config, colors: options.colors.color)
    let catalog = try Catalog.load(options.catalog, configuration, colors: options.colors.color)
    let paths = options.paths.isEmpty ? ["."] : options.paths
    let (files, named) = try BacklogInput.find(paths, configuration)
    let aliases = configuration.readerOptions
    var reads: [Read] = []
    for (path, outcome) in zip(files, BacklogInput.outcomes(of: files, aliases)) {
      switch outcome {
      case .read(let read): reads.append(read)
      case .failed(let error): throw error
      case .other:
        guard named.contains(path) else { continue }
        throw Failure(
          "\(path == "-" ? "<stdin>" : path) is not recognised as a PR/FAQ",
          help:
            "\"prfaq outline\" shows how it is read; a marker comment such as <!-- prfaq: problem --> settles it."
        )
      }
    }
    guard !reads.isEmpty else {
      throw Failure(
        "there is no PR/FAQ in \(paths.joined(separator: ", "))",
        help: "Name a document, or start one with \"prfaq new\".")
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

  /// The files behind the paths in byte order, and which of them were named.
  private static func find(_ paths: [String], _ configuration: ConfigurationFile) throws -> (
    [String], Set<String>
  ) {
    var search = FileSearch()
    search.patternFolder = configuration.folder
    search.exclude = configuration.exclude
    let found = search.find(in: paths.filter { $0 != "-" })
    if let error = found.errors.first { throw error }
    var named = Set(search.find(in: paths.filter { $0 != "-" && !isFolder($0) }).files)
    var files = found.files
    if paths.contains("-") {
      files.append("-")
      named.insert("-")
    }
    return (files, named)
  }

  private static func outcomes(of files: [String], _ options: ReaderOptions) -> [Outcome] {
    if files.count < 2 { return files.map { outcome(of: $0, options) } }
    return [Outcome](unsafeUninitializedCapacity: files.count) { buffer, count in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: files.count) { index in
        slots.initializeElement(at: index, to: outcome(of: files[index], options))
      }
      count = files.count
    }
  }

  private static func outcome(of path: String, _ options: ReaderOptions) -> Outcome {
    do throws(FileError) {
      let bytes = try path == "-" ? FileReader.readStandardInput() : FileReader.read(path)
      let document = PRFAQDocument(SourceFile(bytes, path: path == "-" ? "<stdin>" : path), options: options)
      // The other documents of a launch set tell the same needs again.
      let part = document.frontMatter.document?.text.lowercased() ?? "prfaq"
      if document.kind == .none || part != "prfaq" { return .other }
      return .read(Read(unit: TraceUnit(document), notes: DocumentNotes(document)))
    } catch {
      return .failed(error)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
