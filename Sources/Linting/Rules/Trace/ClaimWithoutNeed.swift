import Diagnostics
import PRFAQ
import SourceText
import Tracing

/// A claim of the solution that answers no declared need.
struct ClaimWithoutNeed: GraphRule {
  static let about = About(
    name: "trace/claim-without-need",
    summary: "Each claim of the solution cites the need it answers, once needs are declared and cited.",
    why: """
      A claim without a need is something we want to build and nobody asked for. It may be right all the same: then \
      its need is missing from the list, and writing it down is the test.
      """,
    source: "OpenFastTrace: “unwanted” coverage, github.com/itsallcode/openfasttrace",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .solution,
        """
        ### Solution

        Rentwise adds every bill to one account and splits it by the shares the flat agreed [N-2]. Each renter gets \
        one amount and one date per month [N-1]. «It also orders a cleaner on Fridays.»
        """),
      Example(
        .solution,
        """
        ### Solution

        Rentwise adds every bill to one account and splits it by the shares the flat agreed [N-2]. The shares can \
        change from month to month. A guest can be added for a week.

        Each renter gets one amount [N-1]. The date is always the same. So is the account.

        «Cleaners can be ordered on Fridays.» They bring their own tools.
        """, note: "where most sentences cite nothing, each paragraph needs one citation"),
      Example(
        .solution,
        """
        ### Solution

        Rentwise adds every bill to one account and splits it by the shares the flat agreed. [N-2] Each renter gets \
        one amount and one date per month. [N-1]
        """),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for (index, document) in graph.documents.enumerated() {
      let needs = graph.tracedNeeds(of: index)
      let claims = document.claims.filter {
        graph.claims[$0].role == .solution && isClaim(graph.claims[$0].text.text)
      }
      let cited = claims.filter { !graph.claims[$0].needs.isEmpty }
      // Where nothing is cited, need-uncited says so once.
      guard !needs.isEmpty, !cited.isEmpty else { continue }
      let loose = cited.count * 2 >= claims.count ? claims : openings(of: claims, graph)
      for claim in loose where graph.claims[claim].needs.isEmpty {
        report.add(
          "this claim cites no need: “\(Places.short(graph.claims[claim].text.text))”",
          at: graph.claims[claim].text.place,
          help:
            "Write the ID of the need it answers behind it, such as [\(example(needs, graph))], or declare the need."
        )
      }
    }
  }

  private func example(_ needs: [Int], _ graph: LinkGraph) -> String {
    needs.first { graph.needs[$0].hasWrittenID }.map { graph.needs[$0].id } ?? "N-1"
  }

  /// Whether a sentence says something of the product: one that asks, or opens a list, does not.
  private func isClaim(_ text: String) -> Bool {
    !text.hasSuffix(":") && !text.hasSuffix("?") && text.split(separator: " ").count >= 4
  }

  /// The first sentences of paragraphs in which no sentence cites a need.
  ///
  /// Claims of one paragraph follow each other with nothing but a blank or line end between.
  private func openings(of claims: [Int], _ graph: LinkGraph) -> [Int] {
    var openings: [Int] = []
    var first: Int? = nil
    var isCited = false
    for claim in claims {
      let range = graph.claims[claim].text.place
      let previous = claim > 0 ? graph.claims[claim - 1] : nil
      let continues =
        first != nil
        && previous.map { $0.text.place.path == range.path && follows($0, graph.claims[claim]) } ?? false
      if !continues {
        if let first, !isCited { openings.append(first) }
        first = claim
        isCited = false
      }
      if !graph.claims[claim].needs.isEmpty { isCited = true }
    }
    if let first, !isCited { openings.append(first) }
    return openings
  }

  private func follows(_ left: ClaimNode, _ right: ClaimNode) -> Bool {
    // A blank line takes at least two line ends; a new list item a mark as well.
    right.text.place.start.line - left.text.place.end.line <= 1
      && right.text.place.range.lowerBound - left.text.place.range.upperBound <= 2
  }
}
