import Tracing

/// The chain from needs over services to teams, as nodes and links for a drawing.
private struct Drawing {
  enum Shape { case need, unserved, service, new, team }
  struct Node {
    let id: String
    let label: String
    let shape: Shape
  }
  struct Edge {
    let from: String
    let to: String
    let isDashed: Bool
    let label: String
  }
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  init(_ view: TraceView) {
    let graph = view.graph
    let shown = Set(view.services)
    var teams: [Int] = []
    for need in view.needs {
      nodes.append(
        Node(
          id: "n\(need)", label: view.label(need),
          shape: view.state(ofNeed: need) == .missing ? .unserved : .need))
      let direct = Set(graph.needs[need].services.compactMap(\.target))
      for service in graph.services(ofNeed: need) where shown.contains(service) {
        edges.append(
          Edge(
            from: "n\(need)", to: "s\(service)", isDashed: false,
            label: direct.contains(service) ? "" : "by a step"))
      }
    }
    for service in view.services {
      let node = graph.services[service]
      nodes.append(Node(id: "s\(service)", label: node.name, shape: node.lifecycle == .new ? .new : .service))
      for dependency in node.dependencies {
        guard let target = dependency.service.target, shown.contains(target) else { continue }
        edges.append(
          Edge(
            from: "s\(service)", to: "s\(target)", isDashed: dependency.kind == .asynchronous,
            label: dependency.kind == .bypass
              ? "bypasses the API" : dependency.kind == .asynchronous ? "events" : "calls"))
      }
      if let team = node.team {
        teams.append(team)
        edges.append(Edge(from: "s\(service)", to: "t\(team)", isDashed: false, label: ""))
      }
    }
    for team in Set(teams).sorted() {
      nodes.append(Node(id: "t\(team)", label: graph.teams[team].name, shape: .team))
    }
  }
}

/// A Mermaid flowchart.
public enum TraceMermaid {
  /// Links beyond this many are refused by Mermaid unless it is configured otherwise.
  public static let linkLimit = 500

  /// The flowchart, and how many links it has.
  public static func text(of view: TraceView) -> (text: String, links: Int) {
    let drawing = Drawing(view)
    var text = "flowchart LR\n"
    for node in drawing.nodes {
      let label = escape(node.label)
      switch node.shape {
      case .need: text += "  \(node.id)([\"\(label)\"]):::need\n"
      case .unserved: text += "  \(node.id)([\"\(label)\"]):::unserved\n"
      case .service: text += "  \(node.id)[\"\(label)\"]:::service\n"
      case .new: text += "  \(node.id)[\"\(label) (new)\"]:::new\n"
      case .team: text += "  \(node.id){{\"\(label)\"}}:::team\n"
      }
    }
    for edge in drawing.edges {
      let arrow = edge.isDashed ? "-.->" : "-->"
      text += "  \(edge.from) \(arrow)\(edge.label.isEmpty ? "" : "|\(edge.label)|") \(edge.to)\n"
    }
    text += "  classDef need fill:#e8f1ff,stroke:#2b6cb0,color:#10243e\n"
    text += "  classDef unserved fill:#ffe9e6,stroke:#c0392b,color:#4a120b,stroke-width:2px\n"
    text += "  classDef service fill:#f4f4f4,stroke:#666666,color:#222222\n"
    text += "  classDef new fill:#eaf7ea,stroke:#2f855a,color:#14361f,stroke-dasharray:4 3\n"
    text += "  classDef team fill:#fff7dd,stroke:#b7791f,color:#3d2a08\n"
    return (text, drawing.edges.count)
  }

  /// Text within quotation marks: everything that Mermaid, Markdown or HTML could read as more is written as a number.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.clean(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".", "-", "?", "'", "/", "(", ")", "%":
        result.unicodeScalars.append(scalar)
      case let scalar where scalar.value > 0x7F: result.unicodeScalars.append(scalar)
      default: result += "#\(scalar.value);"
      }
    }
    return result
  }
}

/// A graph for Graphviz.
public enum TraceDOT {
  /// The graph.
  public static func text(of view: TraceView) -> String {
    let drawing = Drawing(view)
    var text =
      "digraph trace {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", style=filled, color=\"#666666\"];\n"
    for node in drawing.nodes {
      let look =
        switch node.shape {
        case .need: "shape=box, style=\"filled,rounded\", fillcolor=\"#e8f1ff\""
        case .unserved:
          "shape=box, style=\"filled,rounded\", fillcolor=\"#ffe9e6\", color=\"#c0392b\", penwidth=2"
        case .service: "shape=box, fillcolor=\"#f4f4f4\""
        case .new: "shape=box, style=\"filled,dashed\", fillcolor=\"#eaf7ea\""
        case .team: "shape=hexagon, fillcolor=\"#fff7dd\""
        }
      text += "  \(node.id) [label=\"\(escape(node.label))\", \(look)];\n"
    }
    for edge in drawing.edges {
      var look: [String] = []
      if edge.isDashed { look.append("style=dashed") }
      if !edge.label.isEmpty { look.append("label=\"\(edge.label)\"") }
      text += "  \(edge.from) -> \(edge.to)\(look.isEmpty ? "" : " [\(look.joined(separator: ", "))]");\n"
    }
    return text + "}\n"
  }

  /// Text within quotation marks: neither ends the string nor is an escape of Graphviz or an HTML entity.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.clean(text).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
