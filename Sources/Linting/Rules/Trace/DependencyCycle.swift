import Diagnostics
import Tracing

/// Needs that wait for each other.
struct DependencyCycle: GraphRule {
  static let about = About(
    name: "trace/dependency-cycle",
    summary: "No need depends on itself, directly or through others.",
    why: """
      Needs that wait for each other in a circle cannot be ordered: whichever is built first is built without what it \
      depends on. Usually one of the links is a wish, not a dependency.
      """,
    source: "Doorstop and OpenFastTrace both refuse cycles; github.com/doorstop-dev/doorstop",
    severity: .error, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Depends on: «N-2»
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Depends on: N-1
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          - Depends on: N-1
        """),
    ])

  static let evidence = GraphEvidence.portfolio

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    let cycles = Cycles.find(count: graph.needs.count) { graph.needs[$0].dependsOn.compactMap(\.target) }
    for cycle in cycles {
      let isLocal = Set(cycle.map { graph.needs[$0].document }).count == 1
      func name(_ need: Int) -> String { isLocal ? graph.needs[need].id : graph.qualifiedID(ofNeed: need) }
      let links = cycle.indices.compactMap { at -> (place: Link, from: Int)? in
        let next = cycle[(at + 1) % cycle.count]
        return graph.needs[cycle[at]].dependsOn.first { $0.target == next }.map { ($0, cycle[at]) }
      }
      guard let first = links.first else { continue }
      let path = (cycle + [cycle[0]]).map(name).joined(separator: " → ")
      report.add(
        cycle.count == 1 ? "\(name(cycle[0])) depends on itself" : "these needs wait for each other: \(path)",
        at: first.place.place, help: "Remove the link that is only a wish, or split one of the needs.",
        related: links.dropFirst().map {
          ($0.place.place, "\(name($0.from)) depends on \($0.place.name) here")
        })
    }
  }
}
