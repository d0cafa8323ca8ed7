import Diagnostics
import SourceText
import Tracing

/// A person who leads more than one team.
struct LeaderShared: GraphRule {
  static let about = About(
    name: "team/leader-shared",
    summary: "Whoever leads a team leads no other.",
    why: """
      “The best way to fail at inventing something is by making it somebody's part-time job.” A leader of two teams is \
      part-time in both, and each waits while the other is served.
      """,
    source: "Dave Limp, quoted in Bryar & Carr, Working Backwards (2021), chapter 3",
    severity: .warning, nature: .declared,
    examples: [
      Example([:]).beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: payments
            annotations: {prfaq/manager: ada, prfaq/product-owner: ben}
          spec: {type: team, children: []}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: vision
            annotations: {prfaq/manager: «user:ada», prfaq/product-owner: cleo}
          spec: {type: team, children: []}
          """),
      Example([:], note: "Leading one team in two ways is leading one team.").beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: payments
            annotations: {prfaq/manager: ada, prfaq/product-owner: ada}
          spec: {type: team, children: []}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: money
            annotations: {prfaq/manager: ada}
          spec: {type: department, children: [payments]}
          """),
    ])

  private struct Post {
    let team: TeamNode
    let role: String
    let name: Passage
  }

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    var posts: [String: [Post]] = [:]
    var order: [String] = []
    for team in graph.smallTeams {
      for (role, people) in [("manager", team.managers), ("product owner", team.productOwners)] {
        for name in people {
          let key = personKey(name.text)
          if posts[key] == nil { order.append(key) }
          if posts[key]?.last?.team.key != team.key {
            posts[key, default: []].append(Post(team: team, role: role, name: name))
          }
        }
      }
    }
    for key in order {
      guard let all = posts[key], all.count > 1 else { continue }
      report.add(
        "“\(Places.short(all[1].name.text))” leads \(all.count) teams: \(Places.list(all.map(\.team.name)))",
        at: all[1].name.place, help: "Give each team a leader who leads nothing else.",
        related: all.enumerated().filter { $0.offset != 1 }.map {
          ($0.element.name.place, "\($0.element.role) of \($0.element.team.name)")
        })
    }
  }
}
