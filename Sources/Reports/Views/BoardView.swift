import Backlogs
import Tracing

/// The backlog as a board: a lane for each team, a column for each state that items are in.
struct BoardView {
  let graph: LinkGraph
  let items: [BacklogItem]
  private let needs: [String: NeedNode]

  init(_ graph: LinkGraph, _ backlog: DocumentBacklog) {
    self.graph = graph
    items = backlog.items
    var needs: [String: NeedNode] = [:]
    for need in graph.documents[backlog.document].needs {
      needs[graph.qualifiedID(ofNeed: need)] = graph.needs[need]
    }
    self.needs = needs
  }

  /// Whether there is anything on it.
  var isEmpty: Bool { !items.contains { $0.kind != .epic } }

  private static let states: [(state: WorkStatus?, title: String)] = [
    (nil, "State not stated"), (.todo, "To do"), (.inProgress, "In progress"), (.done, "Done"),
    (.cancelled, "Given up"),
  ]

  func write(to html: inout HTML) {
    let work = items.filter { $0.kind != .epic && $0.kind != .wont }
    let lanes = Dictionary(grouping: work) { $0.team }
    for team in graph.teams.indices where lanes[team] != nil {
      lane(graph.teams[team].name, lanes[team] ?? [], to: &html)
    }
    if let rest = lanes[nil] { lane("No team yet", rest, to: &html) }
    let decided = items.filter { $0.kind == .wont }
    if !decided.isEmpty { lane("Decided not to build", decided, to: &html) }
  }

  private func lane(_ title: String, _ items: [BacklogItem], to html: inout HTML) {
    html.markup("<section class=\"lane\"><h3>")
    html.text(title)
    html.markup(" ")
    html.element("span", ["class": "count"], text: Count.text(items.count, "item", "items"))
    html.markup("</h3>")
    for (state, name) in BoardView.states {
      let here = items.filter { $0.status == state }
      if here.isEmpty { continue }
      // A heading over the only column would say nothing.
      if here.count < items.count { html.element("h4", text: name) }
      html.markup("<ul class=\"cards\">")
      for item in here { card(item, to: &html) }
      html.markup("</ul>")
    }
    html.markup("</section>\n")
  }

  private func card(_ item: BacklogItem, to html: inout HTML) {
    html.open("li", ["class": "card \(item.kind.rawValue)"])
    html.markup("<p class=\"facts\"><span class=\"kind\">")
    html.text(BoardView.name(of: item.kind))
    html.markup("</span>")
    var facts: [String] = []
    if let priority = item.priority { facts.append(priority.rawValue) }
    if let estimate = item.estimate { facts.append("\(estimate.number) \(estimate.unit.rawValue)") }
    if item.isSuspect { facts.append("suspect") }
    for fact in facts {
      html.markup(" ")
      html.element("span", ["class": "fact"], text: fact)
    }
    html.markup("</p><p class=\"title\">")
    html.text(item.title)
    html.markup("</p>")
    if let need = item.needs.first {
      html.markup("<p class=\"need\">")
      if let node = needs[need] {
        if node.hasWrittenID {
          html.element("span", ["class": "id"], text: node.id)
          html.markup(" ")
        }
        // Most stories are named after their need: saying it twice on one card would be noise.
        if !node.hasWrittenID || !item.title.hasPrefix(node.title.text) { html.text(node.title.text) }
      } else {
        html.text(need)
      }
      html.markup("</p>")
    }
    html.markup("</li>")
  }

  private static func name(of kind: BacklogItem.Kind) -> String {
    switch kind {
    case .epic: "Epic"
    case .story: "Story"
    case .task: "Task"
    case .spike: "To find out"
    case .wont: "Not built"
    }
  }
}
