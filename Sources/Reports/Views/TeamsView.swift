import Backlogs
import Tracing

/// The teams that take part: size, services and load.
struct TeamsView {
  let graph: LinkGraph
  /// Teams to show: indices.
  let teams: [Int]
  /// Items of the backlog by team; nil to leave the column out.
  let items: [Int: Int]?

  func write(to html: inout HTML) {
    html.markup(
      "<div class=\"wide\"><table class=\"teams\"><thead><tr><th scope=\"col\">Team</th>")
    // A column in which nothing is stated says nothing.
    let hasPeople = teams.contains { !graph.teams[$0].members.isEmpty }
    if hasPeople { html.markup("<th scope=\"col\">People</th>") }
    html.markup("<th scope=\"col\">Services</th><th scope=\"col\">Needs served</th>")
    if items != nil { html.markup("<th scope=\"col\">Items</th>") }
    html.markup("<th scope=\"col\">Depends on</th></tr></thead><tbody>")
    let needs = Dictionary(uniqueKeysWithValues: teams.map { ($0, self.needs(of: $0)) })
    let most = max(1, needs.values.map(\.count).max() ?? 1)
    for team in teams {
      let node = graph.teams[team]
      html.markup("<tr><th scope=\"row\">")
      html.text(node.name)
      if let parent = node.parent {
        html.markup(" ")
        html.element("span", ["class": "parent"], text: graph.teams[parent].name)
      }
      html.markup("</th>")
      if hasPeople, node.members.isEmpty {
        html.markup("<td class=\"unknown\">not stated</td>")
      } else if hasPeople {
        html.element("td", text: String(node.members.count))
      }
      let services = node.services.map { graph.services[$0].name }.joined(separator: ", ")
      html.element(
        "td", ["class": services.isEmpty ? "unknown" : nil], text: services.isEmpty ? "none" : services)
      bar(needs[team]?.count ?? 0, of: most, to: &html)
      if let items { html.element("td", text: String(items[team] ?? 0)) }
      let others = dependencies(of: team)
      html.element(
        "td", ["class": others.isEmpty ? "unknown" : nil],
        text: others.isEmpty ? "no other team" : others.map { graph.teams[$0].name }.joined(separator: ", "))
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table></div>\n")
  }

  private func needs(of team: Int) -> Set<Int> {
    var needs: Set<Int> = []
    for service in graph.teams[team].services {
      needs.formUnion(graph.services[service].needs)
      for step in graph.services[service].steps {
        needs.formUnion(graph.steps[step].needs.compactMap(\.target))
      }
    }
    return needs
  }

  private func dependencies(of team: Int) -> [Int] {
    var others: Set<Int> = []
    for service in graph.teams[team].services {
      for dependency in graph.services[service].dependencies {
        if let target = dependency.service.target, let other = graph.services[target].team, other != team {
          others.insert(other)
        }
      }
    }
    return others.sorted()
  }

  private func bar(_ value: Int, of most: Int, to html: inout HTML) {
    html.markup("<td class=\"load\">")
    html.element("span", text: String(value))
    html.markup("<svg width=\"80\" height=\"8\" viewBox=\"0 0 80 8\" aria-hidden=\"true\">")
    html.open("rect", ["width": "\(80 * value / most)", "height": "8"])
    html.markup("</rect></svg></td>")
  }
}
