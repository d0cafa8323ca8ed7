import Tracing

/// The chain of each need as a table: what the map shows, for those who read rather than look.
struct NeedTable {
  let graph: LinkGraph
  let map: MapGraph
  let prefix: String

  func write(to html: inout HTML) {
    html.markup(
      "<div class=\"wide\"><table class=\"needs\"><caption>Every need and its chain</caption><thead><tr><th scope=\"col\">Need</th><th scope=\"col\">Measured by</th><th scope=\"col\">Accepted when</th><th scope=\"col\">Served by</th><th scope=\"col\">Teams</th></tr></thead><tbody>"
    )
    for need in map.needs { row(need, to: &html) }
    html.markup("</tbody></table></div>\n")
  }

  private func row(_ index: Int, to html: inout HTML) {
    let need = graph.needs[index]
    html.open("tr", ["id": "\(prefix)need-\(index)", "tabindex": "-1"])
    html.markup("<th scope=\"row\">")
    if need.hasWrittenID { html.element("span", ["class": "id"], text: need.id) }
    html.markup(" ")
    html.text(need.title.text)
    if let priority = need.priority {
      html.markup(" ")
      html.element("span", ["class": "priority"], text: priority.rawValue)
    }
    html.markup("</th>")
    let metrics = need.metrics.compactMap(\.target).map { graph.metrics[$0] }
    cell(metrics.map(NeedTable.words), missing: "no metric", to: &html)
    cell(need.acceptance.map(\.text), missing: "no condition to test", to: &html)
    if let reason = need.notBuiltBecause {
      html.element("td", ["colspan": "2", "class": "justified"], text: "Not built because \(reason.text)")
    } else {
      let services = graph.services(ofNeed: index)
      cell(services.map { graph.services[$0].name }, missing: "no service", to: &html)
      cell(graph.teams(ofNeed: index).map { graph.teams[$0].name }, missing: "no team", to: &html)
    }
    html.markup("</tr>\n")
  }

  /// A metric with what it moves between.
  static func words(_ metric: MetricNode) -> String {
    var text = metric.hasWrittenID ? "\(metric.id) \(metric.title.text)" : metric.title.text
    if let baseline = metric.baseline, let target = metric.target { text += " (\(baseline) → \(target))" }
    return text
  }

  private func cell(_ values: [String], missing: String, to html: inout HTML) {
    if values.isEmpty {
      html.element("td", ["class": "missing"], text: "✗ \(missing)")
      return
    }
    html.markup("<td>")
    for (number, value) in values.enumerated() {
      if number > 0 { html.markup("<br>") }
      html.text(value)
    }
    html.markup("</td>")
  }
}
