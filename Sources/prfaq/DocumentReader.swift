import PRFAQ
import SourceText
import Workspace

/// Reads the PR/FAQs behind the paths of a command line, each as its own configuration says, on all processors.
enum DocumentReader {
  private enum Outcome<Result: Sendable>: Sendable {
    case read(Result)
    case other
    case failed(FileError)
  }

  /// What `body` makes of each document, in byte order of the paths; a file that is named must be a PR/FAQ.
  ///
  /// - Parameters:
  ///   - paths: files and folders; `-` for standard input.
  ///   - body: takes what is wanted of a document, whose tree goes afterwards; nil for one that does not count.
  /// - Throws: a `Failure` or `FileError` for what cannot be found, read or recognised, and where nothing is left.
  static func read<Result: Sendable>(
    _ paths: [String], _ lookup: ConfigurationLookup, stdinPath: String = "<stdin>",
    _ body: @Sendable (PRFAQDocument) -> Result?
  ) throws -> [Result] {
    var planner = Planner(lookup, RuleChoice())
    let found = try LintJobs(paths, stdinPath: stdinPath, &planner)
    if let error = found.errors.first { throw error }
    var results: [Result] = []
    var others = 0
    for (job, outcome) in zip(found.jobs, Parallel.map(found.jobs) { outcome(of: $0, body) }) {
      switch outcome {
      case .read(let result): results.append(result)
      case .failed(let error): throw error
      case .other:
        if job.isNamed { throw unrecognised(job.path) }
        others += 1
      }
    }
    guard !results.isEmpty else {
      throw Failure(
        "there is no PR/FAQ in \(paths.joined(separator: ", "))",
        help: others == 0
          ? "Name a document, or start one with \"prfaq new\"."
          : "\(others) other Markdown files were found; \"prfaq outline FILE\" shows how one is read.")
    }
    return results
  }

  /// One document that the user named, given its bytes: those of the file, or of an earlier version of it.
  static func document(_ bytes: [UInt8], named path: String, _ lookup: ConfigurationLookup) throws
    -> PRFAQDocument
  {
    var planner = Planner(lookup, RuleChoice())
    let document = PRFAQDocument(SourceFile(bytes, path: path), options: try planner.plan(for: path).options)
    guard document.kind != .none else { throw unrecognised(path) }
    return document
  }

  private static func unrecognised(_ path: String) -> Failure {
    Failure(
      "\(path) is not recognised as a PR/FAQ",
      help:
        "\"prfaq outline\" shows how it is read; a marker comment such as <!-- prfaq: problem --> settles it."
    )
  }

  private static func outcome<Result: Sendable>(
    of job: LintJob, _ body: (PRFAQDocument) -> Result?
  ) -> Outcome<Result> {
    do throws(FileError) {
      let bytes = try job.input == .file ? FileReader.read(job.path) : FileReader.readStandardInput()
      let document = PRFAQDocument(SourceFile(bytes, path: job.path), options: job.plan.options)
      guard document.kind != .none, let result = body(document) else { return .other }
      return .read(result)
    } catch {
      return .failed(error)
    }
  }
}
