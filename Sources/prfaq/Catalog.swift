import ArgumentParser
import Glibc
import Organization
import Reporting
import SourceText
import Workspace

/// The option of every command that looks at services and teams.
struct CatalogOption: ParsableArguments {
  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "Backstage catalogue of teams and services: a file, or a folder of files; may be repeated. The default is \"catalog:\" of .prfaq.yml.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []
}

/// The catalogue of teams and services that a run works with.
struct Catalog {
  /// What the files declare.
  let organization: Organization
  /// The files, in byte order of their paths.
  let files: [SourceFile]

  /// Problems that are shown before the rest is only counted.
  private static let shownProblems = 20

  /// Reads the catalogue that the command line names, else the one of the configuration; nil where neither names one.
  ///
  /// - Throws: a `Failure` that shows what cannot be found, read or understood.
  static func load(
    _ option: CatalogOption, _ configuration: ConfigurationFile, colors: ColorChoice
  ) throws -> Catalog? {
    var paths = option.paths
    if paths.isEmpty { paths = try configuration.catalogPaths(colors: colors) }
    if paths.isEmpty { return nil }
    // Whatever a named file holds was meant; below a folder there is other YAML, too.
    let named = Set(try find(paths.filter { !FilePath.isFolder($0) }))
    let files = try find(paths).map { SourceFile(try FileReader.read($0), path: $0) }
    let kept = files.filter { named.contains($0.path) || isCatalogInfo($0.path) || looksLikeCatalog($0) }
    guard !kept.isEmpty else {
      throw Failure(
        "there is no catalogue file in \(paths.joined(separator: ", "))",
        help:
          "A catalogue file ends in .yaml and says \"apiVersion: backstage.io/v1alpha1\" and \"kind: Group\", "
          + "\"kind: Component\" and so on.")
    }
    let catalog = Catalog(organization: Organization(kept), files: kept)
    let problems = catalog.organization.problems
    if !problems.isEmpty {
      throw catalog.failure(problems, palette: Output.palette(colors, for: STDERR_FILENO))
    }
    return catalog
  }

  /// Named files, and YAML files below named folders.
  private static func find(_ paths: [String]) throws(FileError) -> [String] {
    var search = FileSearch()
    search.suffixes = [".yaml", ".yml"]
    let found = search.find(in: paths)
    if let error = found.errors.first { throw error }
    return found.files
  }

  private static func isCatalogInfo(_ path: String) -> Bool {
    path == "catalog-info.yaml" || path.hasSuffix("/catalog-info.yaml")
  }

  /// Whether a YAML file found in a folder holds entities.
  private static func looksLikeCatalog(_ file: SourceFile) -> Bool {
    var hasVersion = false
    var hasKind = false
    for start in file.lineStarts.map(Int.init) {
      let line = file.bytes[start...].prefix(80)
      if line.starts(with: "kind:".utf8) { hasKind = true }
      if line.starts(with: "apiVersion:".utf8) {
        let end = line.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? line.endIndex
        if file[line.startIndex..<end].lowercased().contains("backstage") { hasVersion = true }
      }
      if hasVersion, hasKind { return true }
    }
    return false
  }

  private func failure(_ problems: [CatalogProblem], palette: Palette) -> Failure {
    let sources = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    var text = ""
    for problem in problems.prefix(Catalog.shownProblems) {
      guard let source = sources[problem.place.path] else { continue }
      let related = problem.related
      text += ErrorReport.text(
        problem.message, at: problem.place.range, in: source, help: problem.help,
        related: related?.path == source.path ? related?.range : nil,
        elsewhere: related.flatMap { place in
          place.path == source.path ? nil : sources[place.path].map { ($0, place.range) }
        },
        palette: palette)
    }
    if problems.count > Catalog.shownProblems {
      text += "\(problems.count - Catalog.shownProblems) more problems in the catalogue are not shown.\n"
    }
    return Failure(text: text)
  }
}
