/// The trend of all documents together, above the index.
struct TrendView {
  let trend: Trend

  func write(to html: inout HTML) {
    html.markup("<ul class=\"trends\">")
    let needs = trend.needs
    let covered = trend.covered
    let ready = trend.ready
    let documents = trend.documents
    guard let last = needs.indices.last else { return }
    tile(
      "needs", String(needs[last]), TrendWords.comparison(needs[last], needs[0], trend.start),
      Sparkline(whole: needs, width: 150, height: 34), needs, to: &html)
    tile(
      "needs covered", "\(covered[last]) of \(needs[last])", "\(covered[0]) of \(needs[0]) \(trend.start)",
      Sparkline(whole: needs, part: covered, width: 150, height: 34), covered, to: &html)
    tile(
      "ready for review", "\(ready[last]) of \(documents[last])",
      documents[0] == 0 ? "none was there \(trend.start)" : "\(ready[0]) of \(documents[0]) \(trend.start)",
      Sparkline(whole: documents, part: ready, width: 150, height: 34), ready, to: &html)
    html.markup("</ul>\n")
  }

  private func tile(
    _ title: String, _ number: String, _ words: String, _ line: Sparkline, _ values: [Int],
    to html: inout HTML
  ) {
    html.markup("<li><b>")
    html.text(number)
    html.markup("</b> ")
    html.text(title)
    line.write(label: "\(title): \(TrendWords.values(values, trend))", to: &html)
    html.element("span", ["class": "words"], text: words)
    html.markup("</li>")
  }

  /// A document's trend, in a cell of the index.
  static func cell(_ trend: Trend, _ document: Int, to html: inout HTML) {
    html.open("td", ["class": "trend", "data-label": "Trend"])
    html.markup("<div>")
    drawing(trend, document).write(label: TrendWords.values(trend, document: document), to: &html)
    html.element("span", ["class": "words"], text: TrendWords.change(trend.states(of: document)))
    html.markup("</div></td>")
  }

  /// A document's trend, on its page.
  static func line(_ trend: Trend, _ document: Int, to html: inout HTML) {
    html.markup("<p class=\"trend\">")
    drawing(trend, document).write(label: TrendWords.values(trend, document: document), to: &html)
    html.element(
      "span", ["class": "words"], text: TrendWords.sentence(trend.states(of: document), trend.start))
    html.markup("</p>\n")
  }

  private static func drawing(_ trend: Trend, _ document: Int) -> Sparkline {
    let states = trend.states(of: document)
    return Sparkline(
      whole: states.map { $0?.needs }, part: states.map { $0?.covered }, signs: states.map { $0?.readiness },
      width: 104, height: 26)
  }
}
