import SourceText
import Tracing

/// What team rules ask of the graph again and again.
extension LinkGraph {
  /// Teams in the sense of the method: those that build and run something, not the departments above them.
  var smallTeams: [TeamNode] { teams.filter(\.isSmallTeam) }
}

extension TeamNode {
  /// Whether it is a team, by the type the catalogue gives it: `team`, `product-team`, `squad`.
  var isSmallTeam: Bool {
    let type = type.lowercased()
    return origin == .catalog && (type == "squad" || type.split { $0 == "-" || $0 == " " }.last == "team")
  }

  /// How a message names it.
  var cited: String { "“\(Places.short(name))”" }
}

extension ServiceNode {
  /// How a message names it.
  var cited: String { "“\(Places.short(name))”" }
}

/// The name of a person as references compare it: `user:default/Ines.Calder` is `ines.calder`.
func personKey(_ written: String) -> String {
  let tail = written.lowercased().split(whereSeparator: { $0 == ":" || $0 == "/" }).last
  return tail.map(String.init) ?? written
}
