import Dispatch
import Glibc
import Linting
import PRFAQ
import SourceText
import Tracing
import Workspace

/// The documents and the catalogue of a run, linked.
struct Portfolio {
  let graph: LinkGraph
  /// Markdown files found in folders that are no PR/FAQs.
  let otherFiles: Int

  private enum Outcome: Sendable {
    case unit(TraceUnit)
    case other
    case failed(FileError)
  }

  /// Reads and links files and folders; a file that is named must be a PR/FAQ.
  ///
  /// - Throws: a `Failure` or `FileError` for what cannot be found, read or recognised.
  init(
    _ paths: [String], _ option: CatalogOption, config: String?, colors: ColorChoice,
    stdinPath: String = "<stdin>"
  ) throws {
    let configuration = try ConfigurationFile.load(config, colors: colors)
    let catalog = try Catalog.load(option, configuration, colors: colors)
    var search = FileSearch()
    search.patternFolder = configuration.folder
    let content = configuration.content
    if !content.exclude.isEmpty { search.exclude = GlobList(content.exclude.map(\.text)) }
    let named = search.find(in: paths.filter { $0 != "-" && !Portfolio.isFolder($0) })
    let found = search.find(in: paths.filter { $0 != "-" && Portfolio.isFolder($0) })
    if let error = (named.errors + found.errors).first { throw error }
    let must = Set(named.files)
    var files = must.union(found.files).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if paths.contains("-") { files.append("-") }
    let options = ReaderOptions(aliases: content.aliases)
    let finder = catalog.map { MentionFinder($0.organization) }
    var units: [TraceUnit] = []
    var others = 0
    for (path, outcome) in zip(files, Portfolio.outcomes(of: files, stdinPath, options, finder)) {
      switch outcome {
      case .unit(let unit): units.append(unit)
      case .failed(let error): throw error
      case .other:
        if !must.contains(path), path != "-" {
          others += 1
          continue
        }
        throw Failure(
          "\(path == "-" ? stdinPath : path) is not recognised as a PR/FAQ",
          help:
            "\"prfaq outline\" shows how it is read; a marker comment such as <!-- prfaq: problem --> settles it."
        )
      }
    }
    guard !units.isEmpty else {
      throw Failure(
        "there is no PR/FAQ in \(paths.joined(separator: ", "))",
        help: others == 0
          ? "Name a document, or start one with \"prfaq new\"."
          : "\(others) other Markdown files were found; \"prfaq outline FILE\" shows how one is read.")
    }
    graph = LinkGraph(units, catalog?.organization)
    otherFiles = others
  }

  private static func outcomes(
    of files: [String], _ stdinPath: String, _ options: ReaderOptions, _ finder: MentionFinder?
  ) -> [Outcome] {
    if files.count < 2 { return files.map { outcome(of: $0, stdinPath, options, finder) } }
    return [Outcome](unsafeUninitializedCapacity: files.count) { buffer, count in
      nonisolated(unsafe) let slots = buffer
      let chunk = max(1, files.count / 512)
      DispatchQueue.concurrentPerform(iterations: (files.count + chunk - 1) / chunk) { turn in
        for index in turn * chunk..<min(files.count, (turn + 1) * chunk) {
          slots.initializeElement(at: index, to: outcome(of: files[index], stdinPath, options, finder))
        }
      }
      count = files.count
    }
  }

  private static func outcome(
    of path: String, _ stdinPath: String, _ options: ReaderOptions, _ finder: MentionFinder?
  ) -> Outcome {
    do throws(FileError) {
      let bytes = try path == "-" ? FileReader.readStandardInput() : FileReader.read(path)
      let document = PRFAQDocument(SourceFile(bytes, path: path == "-" ? stdinPath : path), options: options)
      return document.kind == .none ? .other : .unit(TraceUnit(document, mentions: finder))
    } catch {
      return .failed(error)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
