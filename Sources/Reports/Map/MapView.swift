import Tracing

/// The map as a drawing whose nodes are links, so that it works by keyboard.
struct MapView {
  let graph: LinkGraph
  let map: MapGraph
  let layout: MapLayout
  let prefix: String

  init(_ graph: LinkGraph, _ map: MapGraph, prefix: String) {
    self.graph = graph
    self.map = map
    layout = MapLayout(map)
    self.prefix = prefix
  }

  func write(to html: inout HTML) {
    html.markup("<div class=\"wide\">")
    html.open(
      "svg",
      [
        "class": "map", "viewBox": "0 0 \(MapLayout.width) \(layout.height)", "role": "group",
        "width": "\(MapLayout.width)", "height": "\(layout.height)",
        "aria-label": "Map from needs to services to teams; the table below says the same",
      ])
    for (x, title) in [(0, "Customers need"), (520, "served by"), (880, "owned by")] {
      html.element("text", ["class": "column", "x": "\(x)", "y": "16"], text: title)
    }
    for edge in map.edges where edge.isFlow { write(edge, to: &html) }
    for edge in map.edges where !edge.isFlow { write(edge, to: &html) }
    for index in map.nodes.indices { write(node: index, to: &html) }
    html.close("svg")
    html.markup("</div>\n")
    legend(to: &html)
  }

  private func write(_ edge: MapGraph.Edge, to html: inout HTML) {
    let from = layout.boxes[edge.from]
    let to = layout.boxes[edge.to]
    var classes = "edge \(edge.kind.rawValue)"
    if edge.crossesTeams { classes += " cross" }
    let path: String
    if edge.isFlow {
      let start = from.x + from.width
      let middle = (start + to.x) / 2
      path = "M\(start) \(from.middle)C\(middle) \(from.middle) \(middle) \(to.middle) \(to.x) \(to.middle)"
    } else {
      // Dependencies bulge to the right of the services, the farther the more.
      let right = from.x + from.width
      let bulge = right + 26 + min(64, abs(to.middle - from.middle) / 5)
      let end = to.middle + (to.middle > from.middle ? -7 : 7)
      let start = from.middle + (to.middle > from.middle ? 7 : -7)
      path =
        "M\(right) \(start)C\(bulge) \(start) \(bulge) \(end) \(right + 7) \(end)M\(right + 8) \(end - 4)L\(right + 1) "
        + "\(end)L\(right + 8) \(end + 4)"
    }
    html.open(
      "path",
      [
        "class": classes, "d": path, "data-a": "\(edge.from)", "data-b": "\(edge.to)",
        "data-flow": edge.isFlow ? "" : nil,
      ])
    html.element("title", text: "\(name(edge.from)) \(verb(edge)) \(name(edge.to))")
    html.close("path")
  }

  private func name(_ index: Int) -> String {
    let node = map.nodes[index]
    return node.label.isEmpty ? node.title : node.label
  }

  private func verb(_ edge: MapGraph.Edge) -> String {
    switch edge.kind {
    case .serves: "is served by"
    case .viaStep: "is served, by way of a process step, by"
    case .owns: "is owned by"
    case .calls: edge.crossesTeams ? "calls, across teams," : "calls"
    case .events: "sends events to"
    case .bypass: "reaches, past any API, into"
    }
  }

  private func write(node index: Int, to html: inout HTML) {
    let node = map.nodes[index]
    let box = layout.boxes[index]
    let kind: String
    let target: String
    switch node.kind {
    case .need:
      kind = "need"
      target = "#\(prefix)need-\(node.index ?? 0)"
    case .service:
      kind = "service"
      target = "#\(prefix)\(map.needs.isEmpty ? "map" : "matrix")"
    case .team:
      kind = "team"
      target = "#\(prefix)\(node.index == nil ? "map" : "teams")"
    }
    html.open(
      "a",
      [
        "class": "node \(kind) \(node.state.rawValue)", "href": target, "data-n": "\(index)",
        "aria-label": label(index),
      ])
    html.open(
      "rect",
      [
        "x": "\(box.x + 1)", "y": "\(box.y)", "width": "\(box.width - 2)", "height": "\(box.height)",
        "rx": node.kind == .need ? "14" : node.kind == .service ? "4" : "0",
      ])
    html.close("rect")
    if node.kind == .team {
      html.open("path", ["class": "rail", "d": "M\(box.x + 5) \(box.y)v\(box.height)"])
      html.close("path")
    }
    for (number, line) in box.lines.enumerated() {
      html.element(
        "text", ["class": "title", "x": "\(box.x + 14)", "y": "\(box.y + 20 + 17 * number)"], text: line)
    }
    let y = box.y + box.height - 11
    html.open("path", ["class": "sign", "d": sign(node.state, x: box.x + 19, y: y - 4)])
    html.close("path")
    html.element("text", ["class": "detail", "x": "\(box.x + 30)", "y": "\(y)"], text: box.detail)
    html.close("a")
  }

  /// A shape for each state, so that nothing hangs on colour: tick, half, cross, dash.
  private func sign(_ state: MapGraph.State, x: Int, y: Int) -> String {
    switch state {
    case .covered: "M\(x - 4) \(y)l3 4l6 -8"
    case .partial: "M\(x) \(y - 5)l5 9h-10zM\(x) \(y - 2)v3"
    case .gap: "M\(x - 4) \(y - 4)l8 8M\(x + 4) \(y - 4)l-8 8"
    case .justified: "M\(x - 5) \(y)h10"
    }
  }

  private func label(_ index: Int) -> String {
    let node = map.nodes[index]
    let words =
      switch node.kind {
      case .need: "Need"
      case .service: "Service"
      case .team: "Team"
      }
    var text = "\(words) \(node.label.isEmpty ? "" : node.label + " ")\(node.title): \(node.detail)"
    let next = map.edges.filter { $0.isFlow && $0.from == index }.map { name($0.to) }
    if !next.isEmpty {
      text += "; \(node.kind == .need ? "served by" : "owned by") \(next.joined(separator: ", "))"
    }
    return text
  }

  private func legend(to html: inout HTML) {
    html.markup("<ul class=\"legend\">")
    let needs = map.nodes.filter { $0.kind == .need }
    func count(_ state: MapGraph.State) -> Int { needs.count { $0.state == state } }
    for (state, words) in [
      (MapGraph.State.covered, "covered"), (.partial, "a link is missing"), (.gap, "no service"),
      (.justified, "not built, with a reason"),
    ] where count(state) > 0 {
      html.open("li", ["class": state.rawValue])
      html.markup("<svg width=\"14\" height=\"14\" viewBox=\"-7 -7 14 14\" aria-hidden=\"true\">")
      html.open("path", ["class": "sign", "d": sign(state, x: 0, y: 0)])
      html.close("path")
      html.markup("</svg> ")
      html.text("\(Count.text(count(state), "need", "needs")) \(words)")
      html.close("li")
    }
    let cross = map.edges.filter(\.crossesTeams)
    if !cross.isEmpty {
      html.element(
        "li", ["class": "cross"],
        text: Count.text(cross.count, "dependency across teams", "dependencies across teams")
      )
    }
    html.markup("</ul>\n")
  }
}
