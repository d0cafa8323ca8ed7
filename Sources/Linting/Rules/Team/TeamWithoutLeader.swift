import Diagnostics
import SourceText
import Tracing

/// A team without a manager or product owner, or with several.
struct TeamWithoutLeader: GraphRule {
  static let about = About(
    name: "team/team-without-leader",
    summary: "A team has one manager and one product owner.",
    why: """
      What is led by a committee is led by whoever has time. One person who does nothing else decides for the team \
      what it builds, and answers for the result.
      """,
    source: "Bryar & Carr, Working Backwards (2021), chapter 3: single-threaded leadership",
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
            name: «vision»
            annotations: {prfaq/manager: cleo}
          spec: {type: team, children: []}
          ---
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: ledger
            annotations: {prfaq/manager: "dan, «eve»", prfaq/product-owner: finn}
          spec: {type: team, children: []}
          """),
      Example([:]).beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: payments
            annotations: {prfaq/manager: ada, prfaq/product-owner: ben}
          spec: {type: team, children: []}
          """),
      Example([:], note: "A catalogue that says nothing about leaders is not asked for them.").beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata: {name: payments}
          spec: {type: team, children: []}
          """),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    let teams = graph.smallTeams
    let hasManagers = teams.contains { !$0.managers.isEmpty }
    let hasOwners = teams.contains { !$0.productOwners.isEmpty }
    for team in teams {
      guard let place = team.places.first else { continue }
      var missing: [String] = []
      var keys: [String] = []
      if hasManagers, team.managers.isEmpty {
        missing.append("manager")
        keys.append("\"prfaq/manager\"")
      }
      if hasOwners, team.productOwners.isEmpty {
        missing.append("product owner")
        keys.append("\"prfaq/product-owner\"")
      }
      if !missing.isEmpty {
        report.add(
          "the team \(team.cited) has no \(Places.list(missing, "and no"))", at: place,
          help: "Add the annotation \(Places.list(keys)), each with one name.")
      }
      for (role, people) in [("managers", team.managers), ("product owners", team.productOwners)]
      where people.count > 1 {
        report.add(
          "the team \(team.cited) has \(people.count) \(role): \(Places.list(people.map(\.text)))",
          at: people[1].place, help: "Name the one who decides.",
          related: [(people[0].place, "the first one")])
      }
    }
  }
}
