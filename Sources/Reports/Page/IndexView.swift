import Diagnostics
import Tracing

/// The index of a portfolio: one row a document.
struct IndexView {
  let graph: LinkGraph
  let pages: [DocumentPage]
  let trend: Trend?
  /// Where each document's page is.
  let address: (Int) -> String

  func write(to html: inout HTML) {
    html.markup("<div class=\"page index\" id=\"index\">\n<h1>")
    html.text(Count.text(pages.count, "document", "documents"))
    html.markup("</h1>\n")
    summary(to: &html)
    if let trend { TrendView(trend: trend).write(to: &html) }
    if pages.count > 12 {
      html.markup(
        "<label class=\"filter\" for=\"filter\">Find a document <input type=\"search\" id=\"filter\" autocomplete=\"off\"></label>\n"
      )
    }
    html.markup(
      "<div class=\"wide\"><table class=\"documents\"><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Status</th><th scope=\"col\">Readiness</th><th scope=\"col\">Needs</th>"
    )
    if let trend {
      html.element("th", ["scope": "col"], text: "Since \(TrendWords.since(trend))")
    }
    html.markup(
      "<th scope=\"col\">Answered</th><th scope=\"col\">Measured</th><th scope=\"col\">Tested</th><th scope=\"col\">Served</th></tr></thead><tbody>\n"
    )
    for index in pages.indices { row(index, to: &html) }
    html.markup("</tbody></table></div>\n")
    if !graph.teams.isEmpty {
      html.markup("<h2>The teams</h2>\n")
      TeamsView(graph: graph, teams: Array(graph.teams.indices), items: nil).write(to: &html)
    }
    html.markup("</div>\n")
  }

  private func summary(to html: inout HTML) {
    func count(_ state: Readiness.State) -> Int { pages.count { $0.readiness.state == state } }
    var parts = ["\(count(.ready)) ready for review"]
    if count(.draft) > 0 { parts.append(Count.text(count(.draft), "draft", "drafts")) }
    if count(.blocked) > 0 { parts.append("\(count(.blocked)) not ready") }
    let needs = pages.indices.reduce(0) { $0 + MapGraph.needs(of: $1, graph).count }
    parts.append(Count.text(needs, "need", "needs"))
    html.element("p", ["class": "facts"], text: parts.joined(separator: " · "))
  }

  private func row(_ index: Int, to html: inout HTML) {
    let document = graph.documents[index]
    let page = pages[index]
    html.markup("<tr><th scope=\"row\">")
    html.element("a", ["href": address(index)], text: DocumentView.name(document))
    html.element("span", ["class": "path"], text: document.path)
    html.markup("</th>")
    html.element("td", ["data-label": "Status"], text: document.status)
    let sign = page.readiness.state == .ready ? "✓" : page.readiness.state == .draft ? "◌" : "✗"
    html.open(
      "td", ["class": "state \(page.readiness.state.rawValue)", "data-label": "Readiness"])
    html.text("\(sign) ")
    html.text(IndexView.short(page))
    html.markup("</td>")
    let needs = MapGraph.needs(of: index, graph)
    html.element("td", ["data-label": "Needs"], text: String(needs.count))
    if let trend { TrendView.cell(trend, index, to: &html) }
    let coverage = NeedCoverage(needs, graph)
    for (label, count) in zip(["Answered", "Measured", "Tested", "Served"], coverage.parts.map(\.count)) {
      let isUnknown = coverage.total == 0
      html.element(
        "td",
        [
          "class": isUnknown ? "unknown" : count < coverage.total ? "missing" : nil,
          "data-label": label,
        ],
        text: isUnknown ? "n/a" : "\(count * 100 / coverage.total) %")
    }
    html.markup("</tr>\n")
  }

  private static func short(_ page: DocumentPage) -> String {
    func count(_ severity: Severity) -> Int { page.findings.count { $0.finding.severity == severity } }
    let parts = [(count(.error), "blocking"), (count(.warning), "to improve")].filter { $0.0 > 0 }
    return parts.isEmpty ? "ready" : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
