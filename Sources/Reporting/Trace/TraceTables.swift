import SourceText
import Tracing

extension TraceText {
  /// `path:line:column`
  static func place(_ place: Place) -> String {
    "\(TerminalText.clean(place.path)):\(place.start.line):\(place.start.column)"
  }
}

/// One row for each need and service, for a spreadsheet.
public enum TraceCSV {
  static let header = [
    "document", "line", "need", "title", "priority", "state", "reason", "service", "lifecycle", "team",
    "metrics",
    "acceptance", "claims", "questions",
  ]

  /// The table: commas, CRLF, every field in quotation marks; a need without service has one row.
  public static func text(of view: TraceView) -> String {
    let graph = view.graph
    var text = row(header)
    for index in view.needs {
      let need = graph.needs[index]
      let services = graph.services(ofNeed: index)
      for service in services.isEmpty ? [nil] : services.map(Optional.some) {
        let node = service.map { graph.services[$0] }
        text += row([
          graph.documents[need.document].path, String(need.place.line), graph.qualifiedID(ofNeed: index),
          need.title.text, need.priority?.rawValue ?? "", view.state(ofNeed: index).rawValue,
          need.notBuiltBecause?.text ?? "", node?.name ?? "", node?.lifecycle.rawValue ?? "",
          service.flatMap { view.teamName(ofService: $0) } ?? "",
          need.metrics.compactMap(\.target).map { graph.metrics[$0].id }.joined(separator: "; "),
          String(need.acceptance.count), String(need.claims.count), String(need.questions.count),
        ])
      }
    }
    return text
  }

  private static func row(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// A field in quotation marks. What a spreadsheet would take for a formula gets an apostrophe before it, which it
  /// hides; control characters go.
  private static func quoted(_ field: String) -> String {
    var text = "\""
    if let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text += "'" }
    for scalar in field.unicodeScalars {
      if scalar == "\"" {
        text += "\"\""
      } else if scalar.value >= 0x20, scalar.value != 0x7F {
        text.unicodeScalars.append(scalar)
      } else {
        text += " "
      }
    }
    return text + "\""
  }
}

/// Coverage and matrix as Markdown tables, for a pull request or a wiki.
public enum TraceMarkdown {
  /// The tables.
  public static func text(of view: TraceView) -> String {
    let graph = view.graph
    var text =
      "## Coverage\n\n| Link | Share | Covered | Justified | Missing | Total |\n|---|--:|--:|--:|--:|--:|\n"
    for kind in Coverage.Kind.allCases {
      let row = graph.coverage(kind)
      let share = row.percent.map(TraceText.percent) ?? "n/a"
      text += "| \(kind.rawValue) | \(share) | \(row.covered.count) | \(row.justified.count) | "
      text += "\(row.missing.count) | \(row.total) |\n"
    }
    if view.needs.isEmpty { return text }
    text += "\n## Needs and services\n\n| Need | Services | Teams | Metrics |\n|---|---|---|---|\n"
    for index in view.needs {
      let need = graph.needs[index]
      let services = graph.services(ofNeed: index).map { escape(graph.services[$0].name) }.joined(
        separator: ", ")
      let metrics = need.metrics.compactMap(\.target).map { escape(graph.metrics[$0].id) }.joined(
        separator: ", ")
      let gap = need.notBuiltBecause.map { "*not built: \(escape($0.text))*" } ?? "**none**"
      text += "| \(escape(view.label(index))) | \(services.isEmpty ? gap : services) | "
      text += "\(view.teamNames(ofNeed: index).map(escape).joined(separator: ", ")) | \(metrics) |\n"
    }
    return text
  }

  /// Text that no Markdown reader takes for markup, on one line.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.clean(text).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // A mention or an address would become a link.
      case "@": result += "&#64;"
      case ":": result += text.contains("://") ? "&#58;" : ":"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
