import Diagnostics
import Tracing

/// Reads the names of teams and services in options.
enum BacklogNames {
  /// The team of a name, key or other name.
  static func team(_ name: String, _ graph: LinkGraph) throws -> Int {
    try find(name, "team", graph.teams.map { ($0.key, [$0.name] + $0.aliases) })
  }

  /// The service of a name, key or other name.
  static func service(_ name: String, _ graph: LinkGraph) throws -> Int {
    try find(name, "service", graph.services.map { ($0.key, [$0.name] + $0.aliases) })
  }

  private static func find(_ name: String, _ what: String, _ known: [(key: String, names: [String])]) throws
    -> Int
  {
    let slug = Slug.make(name)
    let found = known.firstIndex { entry in
      entry.key == name || entry.key == slug || entry.names.contains { Slug.make($0) == slug }
    }
    if let found { return found }
    let names = known.map(\.key)
    let help =
      Spelling.nearest(to: slug, in: names).map { "Did you mean \"\($0)\"?" }
      ?? (names.isEmpty
        ? "The documents name no \(what)s; give a catalogue with --catalog."
        : "The \(what)s are \(names.prefix(12).joined(separator: ", "))\(names.count > 12 ? ", ..." : "").")
    throw Failure("there is no \(what) \"\(name)\"", help: help)
  }
}
