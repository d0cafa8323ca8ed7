import Glibc
import PRFAQ
import SourceText
import Tracing
import Workspace

/// The documents and the catalogue of a run, linked.
struct Portfolio {
  let graph: LinkGraph

  private enum Outcome: Sendable {
    case unit(TraceUnit)
    case other
    case failed(FileError)
  }

  /// Reads and links files and folders; a file that is named must be a PR/FAQ.
  ///
  /// - Throws: a `Failure` or `FileError` for what cannot be found, read or recognised.
  init(
    _ paths: [String], _ option: CatalogOption, _ configuration: ConfigurationOptions, colors: ColorChoice,
    stdinPath: String = "<stdin>"
  ) throws {
    let lookup = try configuration.lookup(Output.palette(colors, for: STDERR_FILENO))
    var planner = Planner(lookup, RuleChoice())
    let found = try LintJobs(paths, stdinPath: stdinPath, &planner)
    if let error = found.errors.first { throw error }
    let catalog = try Catalog.load(
      option, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: colors)
    let finder = catalog.map { MentionFinder($0.organization) }
    var units: [TraceUnit] = []
    var others = 0
    for (job, outcome) in zip(found.jobs, Parallel.map(found.jobs) { Portfolio.outcome(of: $0, finder) }) {
      switch outcome {
      case .unit(let unit): units.append(unit)
      case .failed(let error): throw error
      case .other:
        if !job.isNamed {
          others += 1
          continue
        }
        throw Failure(
          "\(job.path) is not recognised as a PR/FAQ",
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
  }

  private static func outcome(of job: LintJob, _ finder: MentionFinder?) -> Outcome {
    do throws(FileError) {
      let bytes = try job.input == .file ? FileReader.read(job.path) : FileReader.readStandardInput()
      let document = PRFAQDocument(SourceFile(bytes, path: job.path), options: job.plan.options)
      return document.kind == .none ? .other : .unit(TraceUnit(document, mentions: finder))
    } catch {
      return .failed(error)
    }
  }
}
