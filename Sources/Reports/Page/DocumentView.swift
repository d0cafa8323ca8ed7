import Backlogs
import Diagnostics
import Tracing

/// Everything a report says about one document.
struct DocumentView {
  let graph: LinkGraph
  let page: DocumentPage
  let backlog: DocumentBacklog
  let map: MapGraph
  private let trend: Trend?
  private let index: Int

  init(
    _ graph: LinkGraph, _ index: Int, _ page: DocumentPage, _ backlog: DocumentBacklog, _ trend: Trend?,
    services: [Int]
  ) {
    self.index = index
    self.trend = trend
    self.graph = graph
    self.page = page
    self.backlog = backlog
    map = MapGraph(graph, document: index, services: services)
    document = graph.documents[index]
  }

  private let document: DocumentNode

  /// What the document is called.
  static func name(_ document: DocumentNode) -> String {
    !document.product.isEmpty ? document.product : !document.title.isEmpty ? document.title : document.path
  }

  /// The views below the text that have something to show, with their titles.
  private var views: [(name: String, title: String)] {
    var views: [(String, String)] = [("text", "Document"), ("map", "Map")]
    if !map.services.isEmpty, !map.needs.isEmpty { views.append(("matrix", "Matrix")) }
    if !board.isEmpty { views.append(("board", "Board")) }
    if !map.teams.isEmpty { views.append(("teams", "Teams")) }
    return views
  }

  private var board: BoardView { BoardView(graph, backlog) }

  /// The bar at the top: where to go, and which findings to show.
  func bar(isPart: Bool, index: String?) -> HTML {
    var html = HTML()
    html.open("header", ["class": "bar"])
    if !isPart {
      html.element("a", ["class": "skip", "href": "#\(page.prefix)text"], text: "Skip to the text")
    }
    html.element("p", text: DocumentView.name(document))
    html.open("nav", ["aria-label": isPart ? "Views of \(DocumentView.name(document))" : "Views"])
    if let index { html.element("a", ["href": index], text: "All documents") }
    for view in views { html.element("a", ["href": "#\(page.prefix)\(view.name)"], text: view.title) }
    html.markup("</nav>")
    if !isPart, !page.findings.isEmpty {
      DocumentView.switches(to: &html) { severity in
        page.findings.count { $0.finding.severity == severity }
      }
    }
    html.markup("</header>\n")
    return html
  }

  /// The switches for findings in the margin.
  static func switches(to html: inout HTML, count: (Severity) -> Int) {
    html.markup("<fieldset class=\"switches\"><legend>In the margin</legend>")
    for severity in [Severity.error, .warning, .note] {
      html.open("label", ["class": severity.rawValue])
      html.open("input", ["type": "checkbox", "id": "show-\(severity.rawValue)", "checked": ""])
      let word =
        switch severity {
        case .error: "blocking"
        case .warning: "to improve"
        case .note: count(severity) == 1 ? "note" : "notes"
        }
      html.text("\(count(severity)) \(word)")
      html.markup("</label>")
    }
    html.markup("</fieldset>")
  }

  /// Text and views.
  func content() -> HTML {
    var html = HTML()
    masthead(to: &html)
    let language = page.language == "und" ? nil : page.language
    html.open("article", ["id": "\(page.prefix)text", "lang": language, "dir": "auto"])
    html.markup("\n")
    html.append(page.body)
    html.markup("</article>\n")
    for view in views.dropFirst() {
      html.open("section", ["class": "view", "id": "\(page.prefix)\(view.name)"])
      switch view.name {
      case "map": mapView(to: &html)
      case "matrix":
        html.markup("<h2>Who serves which need</h2>\n")
        MatrixView(graph: graph, map: map).write(to: &html)
      case "board":
        html.markup(
          "<h2>The board</h2>\n<p class=\"lead\">What the document asks for, by the team that owns it. Each card names the need it comes from.</p>\n"
        )
        board.write(to: &html)
      default: teamsView(to: &html)
      }
      html.markup("</section>\n")
    }
    return html
  }

  private func masthead(to html: inout HTML) {
    html.markup("<div class=\"masthead\">")
    var facts = ["Status: \(document.status)"]
    if !page.launch.isEmpty { facts.append("launch \(page.launch)") }
    if !page.owners.isEmpty { facts.append(page.owners.joined(separator: ", ")) }
    facts.append("\(page.minutes) min to read")
    html.element("p", ["class": "facts"], text: facts.joined(separator: " · "))
    html.open("p", ["class": "readiness \(page.readiness.state.rawValue)"])
    html.text(page.readiness.state == .ready ? "✓ " : page.readiness.state == .draft ? "◌ " : "✗ ")
    html.text(page.readiness.text + ".")
    let gravest = page.findings.map(\.finding.severity).max()
    if let first = page.findings.first(where: { $0.finding.severity == gravest }) {
      html.element("a", ["href": "#\(first.id)"], text: "Start with line \(first.line)")
    }
    html.markup("</p></div>\n")
  }

  private func mapView(to html: inout HTML) {
    html.markup("<h2>From need to service to team</h2>\n")
    guard !map.needs.isEmpty else {
      html.markup(
        "<p class=\"lead\">No customer need is declared yet. <code>prfaq annotate</code> starts the list from what the text says.</p>\n"
      )
      if !map.services.isEmpty { MapView(graph, map, prefix: page.prefix).write(to: &html) }
      return
    }
    if graph.needs[map.needs[0]].origin != .declared {
      html.markup(
        "<p class=\"lead\">These needs are inferred from the text; none is declared. <code>prfaq annotate</code> writes them down.</p>\n"
      )
    } else {
      html.markup(
        "<p class=\"lead\">Point at a box, or move to it by keyboard, to light its path. A need leads to its row below.</p>\n"
      )
    }
    NeedCoverage(map.needs, graph).write(to: &html)
    if let trend { TrendView.line(trend, index, to: &html) }
    MapView(graph, map, prefix: page.prefix).write(to: &html)
    NeedTable(graph: graph, map: map, prefix: page.prefix).write(to: &html)
  }

  private func teamsView(to html: inout HTML) {
    html.markup("<h2>The teams</h2>\n")
    let others = graph.teams.count - map.teams.count
    if others > 0 {
      html.markup("<p class=\"lead\">")
      html.text("\(Count.text(others, "other team has", "other teams have")) no part in it.")
      html.markup("</p>\n")
    }
    var items: [Int: Int] = [:]
    for item in backlog.items where item.kind != .epic && item.kind != .wont {
      if let team = item.team { items[team, default: 0] += 1 }
    }
    TeamsView(graph: graph, teams: map.teams, items: items).write(to: &html)
  }
}
