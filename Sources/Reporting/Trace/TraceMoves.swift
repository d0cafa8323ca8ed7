public import Tracing

/// What giving services to other teams would do: before and after, side by side.
public struct TraceMoves {
  private let before: LinkGraph
  private let after: LinkGraph
  private let palette: Palette

  /// Compares a graph with what it would become.
  public init(_ before: LinkGraph, after: LinkGraph, palette: Palette) {
    self.before = before
    self.after = after
    self.palette = palette
  }

  /// The comparison for a person.
  public var text: String {
    var text = palette.bold("If these services moved") + "\n"
    for index in after.services.indices where before.services[index].team != after.services[index].team {
      text += "  \(TerminalText.clean(after.services[index].name)): "
      text += "\(team(before.services[index].team, before)) → \(team(after.services[index].team, after))\n"
    }
    text += "\n" + palette.bold("Overall") + "\n"
    text += row("needs of one team", needs(before) { $0 == 1 }, needs(after) { $0 == 1 }, isMoreBetter: true)
    text += row("most teams a need", fanOut(before), fanOut(after))
    text += row("steps over teams", shared(before), shared(after))
    text += row("calls across teams", before.crossings.count, after.crossings.count)
    for kind in [Coverage.Kind.serviceTeam, .needService] {
      text += row(
        "\(kind.rawValue) missing", before.coverage(kind).missing.count, after.coverage(kind).missing.count)
    }
    let changed = after.needs.indices.filter { count($0, before) != count($0, after) }
    if !changed.isEmpty {
      text += "\n" + palette.bold("Teams per need") + "\n"
      for need in changed.prefix(TraceText.shown) {
        text += "  " + change(count(need, before), count(need, after))
        text += "  \(TerminalText.clean(TraceView(after).label(need)))\n"
      }
      if changed.count > TraceText.shown { text += "  and \(changed.count - TraceText.shown) more\n" }
    }
    return text + load
  }

  private var load: String {
    var rows: [(name: String, text: String)] = []
    for index in after.teams.indices {
      let old = index < before.teams.count ? before.teams[index].services.count : 0
      let new = after.teams[index].services.count
      guard old != new else { continue }
      var text = change(old, new) + " services"
      let members = after.teams[index].members.count
      if members > 0 { text += " for \(members) members" }
      let needs = after.needs.indices.count { after.teams(ofNeed: $0).contains(index) }
      text += ", \(needs) of the needs"
      if new == 0 { text += palette.yellow("  nothing left to own") }
      rows.append((TerminalText.clean(after.teams[index].name), text))
    }
    let column = rows.map { TerminalText.width(of: $0.name) }.max() ?? 0
    return rows.isEmpty
      ? ""
      : "\n" + palette.bold("Team load") + "\n"
        + rows.map { row in
          "  \(row.name)\(String(repeating: " ", count: column - TerminalText.width(of: row.name) + 2))\(row.text)\n"
        }.joined()
  }

  private func team(_ index: Int?, _ graph: LinkGraph) -> String {
    index.map { TerminalText.clean(graph.teams[$0].name) } ?? "no team"
  }

  private func count(_ need: Int, _ graph: LinkGraph) -> Int { graph.teams(ofNeed: need).count }
  private func fanOut(_ graph: LinkGraph) -> Int { graph.needs.indices.map { count($0, graph) }.max() ?? 0 }
  private func needs(_ graph: LinkGraph, _ test: (Int) -> Bool) -> Int {
    graph.needs.indices.count { test(count($0, graph)) }
  }

  private func shared(_ graph: LinkGraph) -> Int {
    graph.steps.count { step in
      Set(step.services.compactMap(\.target).compactMap { graph.services[$0].team }).count > 1
    }
  }

  private func change(_ old: Int, _ new: Int) -> String { old == new ? "\(old)" : "\(old) → \(new)" }

  private func row(_ label: String, _ old: Int, _ new: Int, isMoreBetter: Bool = false) -> String {
    let text = change(old, new)
    let isBetter = isMoreBetter ? new > old : new < old
    let painted = old == new ? text : isBetter ? palette.green(text) : palette.yellow(text)
    return "  " + label + String(repeating: " ", count: max(1, 22 - label.utf8.count)) + painted + "\n"
  }
}
