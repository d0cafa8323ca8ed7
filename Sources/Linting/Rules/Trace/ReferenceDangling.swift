import Diagnostics
import Tracing

/// A name in a label line or a citation that leads nowhere.
struct ReferenceDangling: GraphRule {
  static let about = About(
    name: "trace/reference-dangling",
    summary: "What a label line or a citation names exists.",
    why: """
      A link to nothing looks like a link to everybody who does not follow it. It is usually a slip of the pen, or \
      what is left when something was renamed: then “Formerly:” or “Also known as:” keeps old links alive.
      """,
    source: "Every traceability tool refuses dangling links; github.com/strictdoc-project/strictdoc",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Measured by: M-1
          - Served by: «Biling API»
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Depends on: «N-9»
          - Measured by: «M-4»
        """),
      Example(.solution, "### Solution\n\nEach renter gets one amount [N-1] and one date per month [«N-7»]."),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Measured by: M-1
          - Served by: Rent Engine
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Depends on: the landlord's bank
        """
      ).beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata:
            name: rent-engine
            title: Rent Engine
          spec:
            type: service
            lifecycle: production
            owner: payments
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: payments
          spec:
            type: team
            children: []
          """),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    // What a document declares is told again for each of its links that lead nowhere.
    var declared: [Declared: [String]] = [:]
    for name in graph.dangling {
      var ids: [String] = []
      if name.suggestion == nil, name.kind == .need || name.kind == .metric, let document = name.document {
        let key = Declared(document: document, areNeeds: name.kind == .need)
        ids = declared[key] ?? declaredIDs(name.kind, graph, document)
        declared[key] = ids
      }
      report.add(
        message(name), at: name.place, help: help(name, graph, declared: ids),
        cap: name.isCertain ? nil : .note)
    }
  }

  private struct Declared: Hashable {
    let document: Int
    let areNeeds: Bool
  }

  private func message(_ name: DanglingName) -> String {
    let cited = "“\(Places.short(name.name))”"
    if let instead = name.instead { return "\(cited) is \(instead)" }
    switch name.kind {
    case .need: return "there is no need \(cited)"
    case .metric: return "there is no metric \(cited)"
    case .service:
      return name.isCertain ? "there is no service \(cited)" : "the catalogue knows no service \(cited)"
    case .api: return name.isCertain ? "there is no API \(cited)" : "the catalogue knows no API \(cited)"
    case .store:
      return name.isCertain ? "there is no resource \(cited)" : "the catalogue knows no resource \(cited)"
    }
  }

  private func help(_ name: DanglingName, _ graph: LinkGraph, declared ids: [String]) -> String {
    if let near = name.suggestion { return "Did you mean “\(near)”?" }
    switch name.kind {
    case .need, .metric:
      let noun = name.kind == .need ? "need" : "metric"
      if ids.isEmpty { return "Declare the \(noun), or remove the link." }
      return "This document declares \(Places.list(ids)). Correct the ID, or declare the \(noun)."
    case .service:
      return graph.catalog == .none || name.document == nil && graph.catalog == .complete
        ? "Declare the service, or correct the name."
        : "Add it to the catalogue, declare it in the document, or correct the name."
    case .api, .store: return "Add it to the catalogue, or correct the name."
    }
  }

  /// The IDs a document declares, shortened to first and last where there are many.
  private func declaredIDs(_ kind: DanglingName.Kind, _ graph: LinkGraph, _ document: Int) -> [String] {
    let node = graph.documents[document]
    let ids =
      kind == .need
      ? node.needs.filter { graph.needs[$0].hasWrittenID }.map { graph.needs[$0].id }
      : node.metrics.filter { graph.metrics[$0].hasWrittenID }.map { graph.metrics[$0].id }
    guard ids.count > 4, let first = ids.first, let last = ids.last else { return ids }
    return ["\(first) to \(last)"]
  }
}
