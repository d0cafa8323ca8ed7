import JSONText
import SourceText
public import Tracing

/// Why one node is there, and what a change of it touches.
public struct TraceAnswer {
  /// What is asked about.
  public enum Node: Sendable {
    /// A need: its index.
    case need(Int)
    /// A service.
    case service(Int)
    /// A team.
    case team(Int)
  }

  private let graph: LinkGraph
  private let view: TraceView
  private let node: Node
  private let reach: Reach

  /// Looks at one node.
  public init(_ graph: LinkGraph, _ node: Node) {
    self.graph = graph
    self.node = node
    view = TraceView(graph)
    switch node {
    case .need(let need): reach = graph.reach(ofNeed: need)
    case .service(let service): reach = graph.reach(ofServices: [service])
    case .team(let team): reach = graph.reach(ofServices: graph.teams[team].services)
    }
  }

  /// The part of the graph around the node, for tables and drawings.
  public var surroundings: TraceView {
    switch node {
    case .need(let need):
      TraceView(graph, needs: reach.needs, services: (reach.services + graph.services(ofNeed: need)).unique)
    case .service, .team: TraceView(graph, needs: reach.needs, services: reach.services)
    }
  }

  // MARK: Text

  /// The answer for a person.
  public func text(palette: Palette) -> String {
    var lines = Lines(palette: palette)
    switch node {
    case .need(let need): write(need: need, &lines)
    case .service(let service): write(service: service, &lines)
    case .team(let team): write(team: team, &lines)
    }
    return lines.text
  }

  private struct Lines {
    let palette: Palette
    private(set) var text = ""

    init(palette: Palette) { self.palette = palette }

    mutating func head(_ name: String, _ facts: [String], _ place: Place?) {
      text += palette.bold(TerminalText.clean(name))
      let facts = facts.filter { !$0.isEmpty }
      if !facts.isEmpty { text += palette.dim("  " + TerminalText.clean(facts.joined(separator: ", "))) }
      text += "\n"
      if let place { text += "  " + palette.blue(TraceText.place(place)) + "\n" }
    }

    /// The heading of the section that the next row opens; a section without rows is left out.
    private var heading: String? = nil

    mutating func section(_ title: String) { heading = title }

    /// A row: what it is, then the name; nothing where there are no names.
    mutating func row(_ label: String, _ names: [String]) {
      if !names.isEmpty, let title = heading {
        text += "\n" + palette.bold(title) + "\n"
        heading = nil
      }
      for (index, name) in names.enumerated() {
        let shown = index == 0 ? label : ""
        text += "  " + palette.dim(shown + String(repeating: " ", count: max(0, 16 - shown.utf8.count)))
        text += TerminalText.clean(name) + "\n"
      }
    }
  }

  private func need(_ index: Int) -> String {
    let teams = view.teamNames(ofNeed: index)
    return view.label(index) + (teams.isEmpty ? "" : "  (\(teams.joined(separator: ", ")))")
  }

  private func service(_ index: Int) -> String {
    graph.services[index].name + (view.teamName(ofService: index).map { "  (\($0))" } ?? "  (no team)")
  }

  private func write(need index: Int, _ lines: inout Lines) {
    let node = graph.needs[index]
    let state = view.state(ofNeed: index)
    lines.head(view.label(index), [node.priority?.rawValue ?? ""], node.title.place)
    lines.section("Why it is there")
    let customers =
      node.customers.isEmpty ? graph.documents[node.document].customers.prefix(1) : node.customers[...]
    lines.row("for", customers.map(\.text))
    lines.row("because", node.statement.text.isEmpty ? [] : [node.statement.text])
    lines.row("evidence", node.evidence.map(\.text))
    lines.row("assumption", node.assumptions.map(\.text))
    lines.row("needed by", reach.needs.filter { $0 != index }.map(need))
    lines.section("How it is met")
    lines.row(
      "claim",
      node.claims.map { "\(TraceText.place(graph.claims[$0].text.place))  \(graph.claims[$0].text.text)" })
    lines.row(
      "question",
      node.questions.map {
        "\(TraceText.place(graph.questions[$0].text.place))  \(graph.questions[$0].text.text)"
      })
    lines.row("accepted when", node.acceptance.map(\.text))
    lines.row("measured by", node.metrics.compactMap(\.target).map { graph.metrics[$0].statement.text })
    lines.row("served by", graph.services(ofNeed: index).map(service))
    lines.row("in step", node.steps.map { graph.steps[$0].title.text })
    lines.row("depends on", node.dependsOn.compactMap(\.target).map(need))
    switch state {
    case .justified: lines.row("not built", [node.notBuiltBecause?.text ?? ""])
    case .missing: lines.row("served by", ["no service"])
    case .covered: break
    }
    lines.section("What a change touches")
    writeReach(&lines, own: [])
  }

  private func write(service index: Int, _ lines: inout Lines) {
    let node = graph.services[index]
    lines.head(
      node.name,
      [view.teamName(ofService: index).map { "owned by \($0)" } ?? "no team", node.lifecycle.rawValue],
      node.places.first)
    lines.section("Why it is there")
    lines.row("purpose", node.purpose.isEmpty ? [] : [node.purpose])
    lines.row("serves", node.needs.map { view.label($0) })
    lines.row("in step", node.steps.map { graph.steps[$0].title.text })
    let callers = graph.callers()[index]
    lines.row("used by", callers.map(service))
    if node.needs.isEmpty, node.steps.isEmpty, callers.isEmpty {
      lines.row("serves", ["nothing that is declared"])
    }
    lines.section("What it needs")
    lines.row("provides", node.apis.map { graph.apis[$0].name })
    lines.row("keeps", node.stores.map { $0.target.map { graph.stores[$0].name } ?? $0.name })
    lines.row("sends", node.emits.map(\.text))
    for (kind, label) in [
      (Dependency.Kind.synchronous, "calls"), (.asynchronous, "listens to"), (.bypass, "bypasses the API of"),
    ] {
      lines.row(
        label,
        node.dependencies.filter { $0.kind == kind }.map {
          $0.service.target.map(service) ?? "\($0.service.name)  (unknown)"
        })
    }
    lines.section("What a change touches")
    writeReach(&lines, own: [index])
  }

  private func write(team index: Int, _ lines: inout Lines) {
    let node = graph.teams[index]
    lines.head(
      node.name, [node.members.isEmpty ? "" : Verdict.number(node.members.count, "member", "members")],
      node.places.first)
    lines.section("Why it is there")
    lines.row("owns", node.services.map { graph.services[$0].name })
    let own =
      node.services.flatMap { graph.services[$0].needs }
      + node.services.flatMap { graph.services[$0].steps }
      .flatMap { graph.steps[$0].needs.compactMap(\.target) }
    lines.row("serves", own.unique.map { view.label($0) })
    lines.row(
      "in step", node.services.flatMap { graph.services[$0].steps }.unique.map { graph.steps[$0].title.text })
    if node.services.isEmpty { lines.row("owns", ["no service that is known"]) }
    lines.row("manager", node.managers.map(\.text))
    lines.row("product owner", node.productOwners.map(\.text))
    lines.row("scrum master", node.scrumMasters.map(\.text))
    lines.row("on call", node.onCall.map(\.text))
    lines.section("What it needs")
    let targets = node.services.flatMap { graph.services[$0].dependencies.compactMap(\.service.target) }
    lines.row("calls", targets.unique.filter { graph.services[$0].team != index }.map(service))
    lines.section("What a change touches")
    writeReach(&lines, own: node.services)
  }

  private func writeReach(_ lines: inout Lines, own: [Int]) {
    lines.row("needs", reach.needs.map { view.label($0) })
    lines.row("services", reach.services.filter { !own.contains($0) }.map(service))
    lines.row("teams", reach.teams.map { graph.teams[$0].name })
    lines.row("APIs", reach.apis.map { graph.apis[$0].name })
    lines.row("metrics", reach.metrics.map { graph.metrics[$0].title.text })
    if reach.needs.isEmpty, reach.services.count <= own.count { lines.row("", ["nothing that is declared"]) }
  }

  // MARK: JSON

  /// The answer for a program; the schema is that of `TraceSchema`.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("formatVersion", TraceJSON.formatVersion)
      $0.key("focus")
      $0.object { focus in
        switch node {
        case .need(let need):
          focus.field("kind", "need")
          focus.field("id", graph.qualifiedID(ofNeed: need))
        case .service(let service):
          focus.field("kind", "service")
          focus.field("id", graph.services[service].key)
        case .team(let team):
          focus.field("kind", "team")
          focus.field("id", graph.teams[team].key)
        }
        focus.key("because")
        focus.object { writeReasons(&$0) }
        focus.key("touches")
        focus.object { touches in
          touches.names("needs", reach.needs.map { graph.qualifiedID(ofNeed: $0) })
          touches.names("steps", reach.steps.map { graph.steps[$0].title.text })
          touches.names("services", reach.services.map { graph.services[$0].key })
          touches.names("teams", reach.teams.map { graph.teams[$0].key })
          touches.names("apis", reach.apis.map { graph.apis[$0].name })
          touches.names(
            "metrics",
            reach.metrics.map { graph.documents[graph.metrics[$0].document].key + "/" + graph.metrics[$0].id }
          )
        }
      }
    }
    json.finish()
    return json.take()
  }

  private func writeReasons(_ json: inout JSONWriter) {
    switch node {
    case .need(let need):
      let node = graph.needs[need]
      json.names("customers", node.customers.map(\.text))
      json.names("evidence", node.evidence.map(\.text))
      json.names("needs", reach.needs.filter { $0 != need }.map { graph.qualifiedID(ofNeed: $0) })
    case .service(let service):
      json.names("needs", graph.services[service].needs.map { graph.qualifiedID(ofNeed: $0) })
      json.names("steps", graph.services[service].steps.map { graph.steps[$0].title.text })
      json.names("services", graph.callers()[service].map { graph.services[$0].key })
    case .team(let team):
      json.names("services", graph.teams[team].services.map { graph.services[$0].key })
      json.names(
        "needs",
        graph.teams[team].services.flatMap { graph.services[$0].needs }.unique.map {
          graph.qualifiedID(ofNeed: $0)
        })
    }
  }
}

extension [Int] {
  /// In order, each once.
  fileprivate var unique: [Int] { Set(self).sorted() }
}
