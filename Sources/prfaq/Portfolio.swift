import Glibc
import Tracing

/// The documents and the catalogue of a run, linked.
struct Portfolio {
  let graph: LinkGraph

  /// Reads and links files and folders; a file that is named must be a PR/FAQ.
  ///
  /// - Throws: a `Failure` or `FileError` for what cannot be found, read or recognised.
  init(
    _ paths: [String], _ option: CatalogOption, _ configuration: ConfigurationOptions, colors: ColorChoice,
    stdinPath: String = "<stdin>"
  ) throws {
    let lookup = try configuration.lookup(Output.palette(colors, for: STDERR_FILENO))
    let catalog = try Catalog.load(
      option, try lookup.configuration(in: FilePath.real(".") ?? "/"), colors: colors)
    let finder = catalog.map { MentionFinder($0.organization) }
    let units = try DocumentReader.read(paths, lookup, stdinPath: stdinPath) {
      TraceUnit($0, mentions: finder)
    }
    graph = LinkGraph(units, catalog?.organization)
  }
}
