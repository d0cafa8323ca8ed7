import Tracing

/// Needs against services, with who owns each service.
struct MatrixView {
  let graph: LinkGraph
  let map: MapGraph

  func write(to html: inout HTML) {
    html.markup(
      "<div class=\"wide\"><table class=\"matrix\"><caption>● named by the need, ○ by way of a process step</caption><thead><tr><th scope=\"col\">Need</th>"
    )
    for service in map.services { html.element("th", ["scope": "col"], text: graph.services[service].name) }
    html.markup("</tr><tr class=\"owners\"><th scope=\"row\">owned by</th>")
    for service in map.services {
      let owners = graph.services[service].owners
      if owners.isEmpty {
        html.markup("<td class=\"missing\">✗ no team</td>")
      } else {
        let names = owners.map { owner in
          owner.target.map { graph.teams[$0].name } ?? "\(owner.name) (unknown)"
        }
        html.element("td", ["class": owners.count > 1 ? "missing" : nil], text: names.joined(separator: ", "))
      }
    }
    html.markup("</tr></thead><tbody>\n")
    for need in map.needs { row(need, to: &html) }
    html.markup("</tbody></table></div>\n")
  }

  private func row(_ index: Int, to html: inout HTML) {
    let need = graph.needs[index]
    let direct = Set(need.services.compactMap(\.target))
    let all = Set(graph.services(ofNeed: index))
    html.markup("<tr><th scope=\"row\">")
    if need.hasWrittenID {
      html.element("span", ["class": "id"], text: need.id)
      html.markup(" ")
    }
    html.text(need.title.text)
    html.markup("</th>")
    if all.isEmpty, !map.services.isEmpty {
      let reason = need.notBuiltBecause?.text
      html.element(
        "td",
        ["class": "none \(reason == nil ? "missing" : "justified")", "colspan": "\(map.services.count)"],
        text: reason.map { "Not built because \($0)" } ?? "✗ no service")
      html.markup("</tr>\n")
      return
    }
    for service in map.services {
      if direct.contains(service) {
        html.markup("<td class=\"hit\"><span role=\"img\" aria-label=\"served\">●</span></td>")
      } else if all.contains(service) {
        html.markup(
          "<td class=\"hit\"><span role=\"img\" aria-label=\"served by way of a step\">○</span></td>")
      } else {
        html.markup("<td></td>")
      }
    }
    html.markup("</tr>\n")
  }
}
