import Tracing

/// How many of a document's needs have each of their links. A stated reason not to build counts for all of them.
struct NeedCoverage: Sendable, Equatable {
  var total = 0
  var answered = 0
  var measured = 0
  var tested = 0
  var served = 0
  var justified = 0

  init(_ needs: [Int], _ graph: LinkGraph) {
    total = needs.count
    for need in needs {
      let gaps = MapGraph.gaps(ofNeed: need, graph)
      let isJustified = graph.needs[need].notBuiltBecause != nil
      if isJustified { justified += 1 }
      if isJustified || !gaps.contains("not answered") { answered += 1 }
      if isJustified || !gaps.contains("no metric") { measured += 1 }
      if isJustified || !gaps.contains("no test") { tested += 1 }
      if isJustified || !gaps.contains("no service") { served += 1 }
    }
  }

  /// The counts with their words, in the order of the chain.
  var parts: [(word: String, count: Int)] {
    [("answered", answered), ("measured", measured), ("with a test", tested), ("served", served)]
  }

  func write(to html: inout HTML) {
    html.markup("<ul class=\"coverage\">")
    for (word, count) in parts {
      html.open("li", ["class": count == total ? "full" : "short"])
      html.markup("<b>")
      html.text("\(count) of \(total)")
      html.markup("</b>")
      html.markup(
        "<svg width=\"120\" height=\"6\" viewBox=\"0 0 120 6\" aria-hidden=\"true\"><rect class=\"whole\" width=\"120\" height=\"6\"/>"
      )
      html.open(
        "rect", ["class": "share", "width": "\(total == 0 ? 0 : 120 * count / total)", "height": "6"])
      html.markup("</rect></svg>")
      html.text("needs \(word)")
      html.close("li")
    }
    html.markup("</ul>\n")
  }
}
