import Backlogs
import Diagnostics
import Hashing
import Tracing

/// The short form of a report, for the comment on a pull request.
enum MarkdownReport {
  /// The first line, by which a comment or file is known again. GitHub does not show it.
  static let mark = "<!-- prfaq report -->"
  /// Findings and needs that are shown of all documents before the rest is only counted.
  private static let shownFindings = 10
  private static let shownNeeds = 30
  private static let shownDocuments = 50

  static func text(_ graph: LinkGraph, _ pages: [DocumentPage], _ trend: Trend?) -> String {
    var text = mark + "\n"
    if pages.count == 1 {
      text += one(graph, pages[0])
      if let trend { text += "\n" + escaped(TrendWords.sentence(trend.states(of: 0), trend.start)) + "\n" }
    } else {
      text += many(graph, pages, trend)
    }
    text += findings(pages)
    if pages.count == 1 { text += needs(graph) }
    var seal = Seal(PageFrame.sealed)
    text += "\n"
    seal.add(Array(text.utf8))
    return text + String(decoding: seal.line, as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    let oneLine = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0..<0x20, 0x2028, 0x2029: " "
          case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
    return MarkdownText.escaped(oneLine, isQuiet: true)
  }

  private static func one(_ graph: LinkGraph, _ page: DocumentPage) -> String {
    let document = graph.documents[0]
    let coverage = NeedCoverage(MapGraph.needs(of: 0, graph), graph)
    var text = "### \(escaped(DocumentView.name(document)))\n\n**\(page.readiness.text).** "
    text += "\(page.minutes) min to read, \(Count.text(coverage.total, "need", "needs"))."
    if coverage.total > 0 {
      text +=
        " Of the needs, \(coverage.answered) \(coverage.answered == 1 ? "is" : "are") answered, "
        + "\(coverage.measured) measured, \(coverage.tested) tested and \(coverage.served) served."
    }
    return text + "\n"
  }

  private static func many(_ graph: LinkGraph, _ pages: [DocumentPage], _ trend: Trend?) -> String {
    func count(_ state: Readiness.State) -> Int { pages.count { $0.readiness.state == state } }
    var text = "### \(Count.text(pages.count, "PR/FAQ", "PR/FAQs"))\n\n"
    text +=
      "\(count(.ready)) ready for review, \(count(.draft)) still drafts, \(count(.blocked)) not ready.\n\n"
    if let trend, let last = trend.points.indices.last {
      text +=
        "\(Count.text(trend.needs[last], "need", "needs")), "
        + escaped(TrendWords.comparison(trend.needs[last], trend.needs[0], trend.start))
        + "; \(trend.covered[last]) covered, \(trend.covered[0]) then; "
        + "\(trend.ready[last]) ready for review, \(trend.ready[0]) then.\n\n"
    }
    text += "| document | readiness | needs | answered | measured | with a test | served |\n"
    text += "|---|---|--:|--:|--:|--:|--:|\n"
    // What blocks is what a reviewer looks for.
    let order = pages.indices.sorted {
      let left = pages[$0].readiness.state == .blocked ? 0 : 1
      let right = pages[$1].readiness.state == .blocked ? 0 : 1
      return (left, $0) < (right, $1)
    }
    for index in order.prefix(shownDocuments) {
      let coverage = NeedCoverage(MapGraph.needs(of: index, graph), graph)
      text += "| \(escaped(DocumentView.name(graph.documents[index]))) | \(pages[index].readiness.text) "
      text += "| \(coverage.total) " + coverage.parts.map { "| \($0.count) " }.joined() + "|\n"
    }
    if pages.count > shownDocuments { text += "\nand \(pages.count - shownDocuments) more documents.\n" }
    return text
  }

  private static func findings(_ pages: [DocumentPage]) -> String {
    var all: [(path: String, shown: ShownFinding)] = []
    for page in pages { all += page.findings.map { (page.path, $0) } }
    guard !all.isEmpty else { return "" }
    let order = all.indices.sorted {
      let left = all[$0].shown.finding.severity
      let right = all[$1].shown.finding.severity
      return left == right ? $0 < $1 : left > right
    }
    let serious = order.filter { all[$0].shown.finding.severity > .note }
    let shown = (serious.isEmpty ? order : serious).prefix(shownFindings)
    var text = "\n**Start with**\n\n"
    for index in shown {
      let (path, found) = all[index]
      let finding = found.finding
      text += "- **\(ShownFinding.word(finding.severity).lowercased())** "
      text += "\(MarkdownText.code(oneLine("\(path):\(found.line)"))) "
      text += "\(escaped(BodyRenderer.sentence(finding.message))) \(escaped(finding.help))\n"
    }
    let rest = all.count - shown.count
    if rest > 0 { text += "\nand \(rest) more: `prfaq lint` shows them all.\n" }
    return text
  }

  private static func needs(_ graph: LinkGraph) -> String {
    let needs = MapGraph.needs(of: 0, graph)
    guard !needs.isEmpty else { return "" }
    var text = "\n| need | missing | served by | teams |\n|---|---|---|---|\n"
    for need in needs.prefix(shownNeeds) {
      let node = graph.needs[need]
      let gaps = MapGraph.gaps(ofNeed: need, graph)
      let title = node.hasWrittenID ? "\(node.id) \(node.title.text)" : node.title.text
      let missing =
        node.notBuiltBecause != nil ? "not built" : gaps.isEmpty ? "nothing" : gaps.joined(separator: ", ")
      let services = graph.services(ofNeed: need).map { graph.services[$0].name }.joined(separator: ", ")
      let teams = graph.teams(ofNeed: need).map { graph.teams[$0].name }.joined(separator: ", ")
      text += "| \(escaped(title)) | \(missing) | \(escaped(services)) | \(escaped(teams)) |\n"
    }
    if needs.count > shownNeeds { text += "\nand \(needs.count - shownNeeds) more needs.\n" }
    return text
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension PortfolioReport {
  /// The short form, as Markdown for GitHub.
  public func markdown() -> String { MarkdownReport.text(graph, pages, trend) }
}
