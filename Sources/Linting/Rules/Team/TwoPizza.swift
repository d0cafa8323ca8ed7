import Diagnostics
import SourceText
import Tracing

/// A team that two pizzas do not feed.
struct TwoPizza: GraphRule {
  static let about = About(
    name: "team/two-pizza",
    summary: "A team is small enough to be fed by two pizzas.",
    why: """
      The ways in which people can talk past each other grow with the square of their number: 15 pairs among six, 78 \
      among thirteen. A small team decides at its own table; a large one needs meetings about its meetings.
      """,
    source: "Bryar & Carr, Working Backwards (2021), chapter 3: two-pizza teams of no more than ten people",
    severity: .error, nature: .declared,
    examples: [
      Example([:], note: "A warning above ten people, an error above twelve.").beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: «payments»
          spec:
            type: team
            children: []
            members: [ada, ben, cleo, dan, eve, finn, gus, hana, ivo, june, kim]
          """),
      Example([:]).beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: payments
          spec:
            type: team
            children: []
            members: [ada, ben, cleo, dan, eve, finn, gus, hana, ivo, june]
          """),
      Example([:], note: "Departments are not meant to be small.").beside(
        catalog: """
          apiVersion: backstage.io/v1alpha1
          kind: Group
          metadata:
            name: money
          spec:
            type: department
            children: []
            members: [ada, ben, cleo, dan, eve, finn, gus, hana, ivo, june, kim]
          """),
    ])

  static let evidence = GraphEvidence.catalog

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    let limit = report.limit(.teamPeople)
    let maximum = max(limit, report.limit(.teamPeopleMaximum))
    for team in graph.smallTeams where team.members.count > limit {
      guard let place = team.places.first else { continue }
      let count = team.members.count
      report.add(
        count > maximum
          ? "the team \(team.cited) has \(count) people; no team may have more than \(maximum)"
          : "the team \(team.cited) has \(count) people; \(limit) are enough",
        at: place, help: "Split it along its services, so that each part owns some of them whole.",
        cap: count > maximum ? nil : .warning)
    }
  }
}
