import JSONText
import Reporting
import SourceText
import Tracing

/// Prints what a new version changes.
enum ImpactReport {
  // MARK: Text

  static func text(_ impact: Impact, old: String, new: String, palette: Palette) -> String {
    var text = palette.bold("\(TerminalText.clean(old)) → \(TerminalText.clean(new))") + "\n"
    if impact.isEmpty { return text + "No need, metric or service changed.\n" }
    for change in impact.needs {
      text +=
        "\n" + mark(change.kind, palette) + " " + palette.bold(identity(change)) + " "
        + clean(change.title.text)
      text += palette.dim("  \(place(change.title.place))") + basis(change) + "\n"
      text += differences(change.differences, palette) + reach(change.reach, palette)
      for suspect in change.suspects {
        text += "    " + palette.yellow("check again") + " \(suspect.kind), \(place(suspect.passage.place)): "
        text += TerminalText.truncate(clean(suspect.passage.text), to: 72) + "\n"
      }
    }
    text += items("Metrics", impact.metrics, palette) + items("Services", impact.services, palette)
    return text + "\n" + summary(impact) + "\n"
  }

  private static func items(_ title: String, _ changes: [Impact.ItemChange], _ palette: Palette) -> String {
    if changes.isEmpty { return "" }
    var text = "\n\(title)\n"
    for change in changes {
      text += mark(change.kind, palette) + " " + palette.bold(clean(change.id))
      if change.name != change.id { text += " " + clean(change.name) }
      if let place = change.place { text += palette.dim("  \(self.place(place))") }
      text += "\n" + differences(change.differences, palette)
      if !change.needs.isEmpty { text += "    used by  \(clean(change.needs.joined(separator: ", ")))\n" }
    }
    return text
  }

  private static func clean(_ text: String) -> String { TerminalText.clean(text) }

  private static func place(_ place: Place) -> String { "\(clean(place.path)):\(place.line)" }

  private static func mark(_ kind: Impact.Kind, _ palette: Palette) -> String {
    switch kind {
    case .added: palette.green("+")
    case .changed: palette.yellow("~")
    case .renamed: palette.cyan(">")
    case .removed: palette.red("-")
    }
  }

  private static func identity(_ change: Impact.NeedChange) -> String {
    if change.kind == .renamed, let old = change.oldID, let new = change.newID {
      return "\(clean(old)) → \(clean(new))"
    }
    return clean(change.newID ?? change.oldID ?? "")
  }

  private static func basis(_ change: Impact.NeedChange) -> String {
    switch change.basis {
    case nil: ""
    case .stated: "  (stated by Formerly)"
    case .sameTitle: "  (same title)"
    case .similar: "  (much the same words: is it the same need?)"
    }
  }

  private static func differences(_ differences: [Impact.Difference], _ palette: Palette) -> String {
    var text = ""
    for difference in differences {
      var label = difference.part + String(repeating: " ", count: max(1, 17 - difference.part.count))
      for (sign, values) in [("-", difference.removed), ("+", difference.added)] {
        for value in values {
          let line = "\(sign) \(clean(value))"
          text += "    \(label)\(sign == "-" ? palette.red(line) : palette.green(line))\n"
          label = String(repeating: " ", count: label.count)
        }
      }
    }
    return text
  }

  private static func reach(_ reach: Impact.Reach, _ palette: Palette) -> String {
    var parts: [String] = []
    if !reach.services.isEmpty { parts.append("services " + reach.services.joined(separator: ", ")) }
    if !reach.teams.isEmpty { parts.append("teams " + reach.teams.joined(separator: ", ")) }
    if !reach.metrics.isEmpty { parts.append("metrics " + reach.metrics.joined(separator: ", ")) }
    if !reach.apis.isEmpty {
      parts.append("\(reach.apis.count) operation\(reach.apis.count == 1 ? "" : "s")")
    }
    if parts.isEmpty { return "" }
    return "    " + palette.dim("reaches") + "          " + clean(parts.joined(separator: " · ")) + "\n"
  }

  static func summary(_ impact: Impact) -> String {
    var parts: [String] = []
    for (kind, word) in [
      (Impact.Kind.added, "added"), (.changed, "changed"), (.renamed, "renamed"), (.removed, "removed"),
    ] {
      let count = impact.needs.count { $0.kind == kind }
      if count > 0 { parts.append("\(count) \(word)") }
    }
    var text = parts.isEmpty ? "No need changed" : "Needs: " + parts.joined(separator: ", ")
    let services = impact.allServices
    let teams = impact.allTeams
    if !services.isEmpty {
      text += ". Reaches \(services.count) service\(services.count == 1 ? "" : "s")"
      if !teams.isEmpty {
        text +=
          " of \(teams.count) team\(teams.count == 1 ? "" : "s"): " + clean(teams.joined(separator: ", "))
      }
    }
    let suspects = impact.needs.reduce(0) { $0 + $1.suspects.count }
    if suspects > 0 { text += ". \(suspects) link\(suspects == 1 ? "" : "s") to check again" }
    return text + "."
  }

  // MARK: JSON

  /// Writes `{"formatVersion": "1.0", "old", "new", "needs": [...], "metrics": [...], "services": [...], "teams"}`.
  static func writeJSON(_ impact: Impact, old: String, new: String, _ output: ([UInt8]) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.field("formatVersion", "1.0")
      json.field("old", old)
      json.field("new", new)
      json.key("needs")
      json.array { json in
        for change in impact.needs {
          json.object { json in
            json.field("kind", change.kind.rawValue)
            if let id = change.oldID { json.field("oldId", id) }
            if let id = change.newID { json.field("newId", id) }
            if let basis = change.basis { json.field("basis", basis.rawValue) }
            json.field("title", change.title.text)
            json.field("path", change.title.place.path)
            json.field("line", change.title.place.line)
            write(change.differences, &json)
            write(change.reach, &json)
            json.key("suspects")
            json.array { json in
              for suspect in change.suspects {
                json.object { json in
                  json.field("kind", suspect.kind)
                  json.field("text", suspect.passage.text)
                  json.field("path", suspect.passage.place.path)
                  json.field("line", suspect.passage.place.line)
                }
              }
            }
          }
        }
      }
      write("metrics", impact.metrics, &json)
      write("services", impact.services, &json)
      strings("teams", impact.allTeams, &json)
    }
    json.finish()
    output(json.take())
  }

  private static func write(_ name: String, _ changes: [Impact.ItemChange], _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for change in changes {
        json.object { json in
          json.field("kind", change.kind.rawValue)
          json.field("id", change.id)
          json.field("name", change.name)
          if let place = change.place {
            json.field("path", place.path)
            json.field("line", place.line)
          }
          write(change.differences, &json)
          strings("needs", change.needs, &json)
          write(change.reach, &json)
        }
      }
    }
  }

  private static func write(_ differences: [Impact.Difference], _ json: inout JSONWriter) {
    json.key("differences")
    json.array { json in
      for difference in differences {
        json.object { json in
          json.field("part", difference.part)
          strings("removed", difference.removed, &json)
          strings("added", difference.added, &json)
        }
      }
    }
  }

  private static func write(_ reach: Impact.Reach, _ json: inout JSONWriter) {
    strings("services", reach.services, &json)
    strings("teams", reach.teams, &json)
    strings("apis", reach.apis, &json)
    strings("metrics", reach.metrics, &json)
  }

  private static func strings(_ name: String, _ values: [String], _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in for value in values { json.value(value) } }
  }
}
