import Glibc
import Linting
import Workspace

/// A file to check.
struct LintJob: Sendable {
  enum Input: Sendable { case file, standardInput }
  let path: String
  let input: Input
  /// Whether it must be a PR/FAQ: named on the command line or in the configuration.
  let isNamed: Bool
  let plan: DocumentPlan
}

/// Finds the files behind the paths of a command line, and what holds for each.
struct LintJobs {
  private(set) var jobs: [LintJob] = []
  private(set) var errors: [FileError] = []

  /// Finds the files, each once, in byte order of their paths.
  ///
  /// - Throws: a `Failure` for a configuration that cannot be used, or one whose `documents` match nothing.
  init(_ paths: [String], stdinPath: String, _ planner: inout Planner) throws {
    var named: [String] = []
    var folders: [String] = []
    for path in paths where path != "-" {
      if FilePath.isFolder(path) { folders.append(path) } else { named.append(path) }
    }
    var search = FileSearch()
    let files = search.find(in: named)
    errors = files.errors
    var must = Set(files.files)
    var found: [String] = []
    // Configurations that hold somewhere in the folders, in the order met.
    var configurations: [ConfigurationFile] = []
    func note(_ configuration: ConfigurationFile) {
      if !configurations.contains(where: { $0 === configuration }) { configurations.append(configuration) }
    }
    search.suffixes += ConfigurationFile.names
    for folder in folders {
      let configuration = try planner.configuration(in: folder)
      note(configuration)
      search.exclude = configuration.exclude
      search.patternFolder = configuration.folder
      let result = search.find(in: [folder])
      add(result.errors)
      for path in result.files {
        // Only what ends as a configuration does may be one.
        let folded = path.lowercased()
        guard ConfigurationFile.names.contains(where: { folded.hasSuffix($0) }) else {
          found.append(path)
          continue
        }
        if ConfigurationFile.names.contains(FilePath.name(of: path)) {
          note(try planner.configuration(in: FilePath.folder(of: path)))
        }
      }
    }
    for configuration in configurations {
      must.formUnion(try documents(of: configuration, in: folders, &planner))
    }
    for path in Array(must) + (must.isEmpty ? found : found.filter { !must.contains($0) }) {
      let plan = try planner.plan(for: path)
      let isNamed = must.contains(path)
      // A search passes over what the nearest configuration excludes, even if it began above that.
      if !isNamed, let exclude = plan.configuration.exclude,
        let relative = planner.relative(path, to: plan.configuration), exclude.selects(relative)
      {
        continue
      }
      jobs.append(LintJob(path: path, input: .file, isNamed: isNamed, plan: plan))
    }
    if paths.contains("-") {
      jobs.append(
        LintJob(
          path: stdinPath, input: .standardInput, isNamed: true, plan: try planner.plan(for: stdinPath)))
    }
    jobs.sort { FilePath.isBefore($0.path, $1.path) }
    // Folders may lie within each other.
    jobs = jobs.indices.filter { index in
      index == 0 || jobs[index].input == .standardInput
        || FilePath.isBefore(jobs[index - 1].path, jobs[index].path)
    }.map { jobs[$0] }
  }

  private mutating func add(_ more: [FileError]) {
    for error in more where !errors.contains(error) { errors.append(error) }
  }

  /// The files below the folders that a configuration says must be PR/FAQs.
  private mutating func documents(
    of configuration: ConfigurationFile, in folders: [String], _ planner: inout Planner
  ) throws -> [String] {
    if configuration.documents.isEmpty { return [] }
    let search = DocumentSearch.search(for: configuration)
    let all = try DocumentSearch.all(of: configuration, &planner)
    let within = folders == [configuration.folder] ? all : search.find(in: folders)
    add(within.errors)
    return try within.files.filter { path in
      try planner.configuration(in: FilePath.folder(of: path)) === configuration
    }
  }
}

/// The documents that a configuration names.
enum DocumentSearch {
  /// The search for them.
  static func search(for configuration: ConfigurationFile) -> FileSearch {
    var search = FileSearch()
    search.documents = GlobList(configuration.documents.map(\.pattern.text))
    search.exclude = configuration.exclude
    search.patternFolder = configuration.folder
    return search
  }

  /// All of them, wherever they lie.
  ///
  /// - Throws: a `Failure` for a pattern that matches nothing: a check of nothing would pass for ever.
  static func all(of configuration: ConfigurationFile, _ planner: inout Planner) throws -> FileSearch.Result {
    let all = search(for: configuration).find(in: [configuration.folder])
    let relative = all.files.compactMap { planner.relative($0, to: configuration) }
    for (pattern, file) in configuration.documents {
      guard let glob = GlobPattern(pattern.text), !glob.isNegated else { continue }
      let list = GlobList([glob])
      if relative.contains(where: { list.selects($0) }) { continue }
      throw planner.lookup.loader.failure(
        pattern.text.contains(where: { "*?[".contains($0) })
          ? "\"\(pattern.text)\" matches no file" : "there is no file \"\(pattern.text)\"",
        at: pattern.range, in: file,
        help: "Paths are relative to \(configuration.folder == "." ? "this folder" : configuration.folder). "
          + "Correct or remove the pattern; what git ignores, and what \"exclude\" names, is not looked at.")
    }
    return all
  }
}
