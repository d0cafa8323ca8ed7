import Tracing

/// The overview a person reads: what is covered, what is missing and where, and which service serves which need.
public struct TraceText {
  let view: TraceView
  let width: Int
  let palette: Palette
  /// Rows of a list that are shown before the rest is only counted.
  static let shown = 20

  /// Prepares an overview.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - palette: its colours.
  public init(_ view: TraceView, width: Int, palette: Palette) {
    self.view = view
    self.width = max(60, width)
    self.palette = palette
  }

  private var graph: LinkGraph { view.graph }

  /// The whole overview.
  public var text: String {
    var parts = [head, hasDeclared ? coverage : ""].filter { !$0.isEmpty }
    parts += [missing, matrix, inferred, suggestions, remarks].filter { !$0.isEmpty }
    return parts.joined(separator: "\n")
  }

  /// Whether there is anything to cover.
  private var hasDeclared: Bool { Coverage.Kind.allCases.contains { graph.coverage($0).percent != nil } }

  private var head: String {
    let documents = Verdict.number(graph.documents.count, "PR/FAQ", "PR/FAQs")
    var facts = [
      Verdict.number(view.needs.count, "need", "needs"),
      Verdict.number(graph.metrics.count, "metric", "metrics"),
    ]
    if !graph.steps.isEmpty { facts.append(Verdict.number(graph.steps.count, "step", "steps")) }
    let teams = Set(view.services.compactMap { graph.services[$0].team }).count
    facts.append(
      Verdict.number(view.services.count, "service", "services") + " of "
        + Verdict.number(teams, "team", "teams"))
    var text = ""
    if graph.documents.count == 1, let document = graph.documents.first {
      text += palette.bold(TerminalText.clean(document.title.isEmpty ? document.path : document.title)) + "\n"
    }
    return text + palette.dim("\(documents): \(facts.joined(separator: ", "))") + "\n"
  }

  // MARK: Coverage

  private static let barWidth = 20

  private var coverage: String {
    var text = palette.bold("Coverage") + "\n"
    let rows = Coverage.Kind.allCases.map { graph.coverage($0) }
    let column = rows.map { $0.kind.rawValue.utf8.count }.max() ?? 0
    for row in rows {
      let name = row.kind.rawValue
      text += "  " + name + String(repeating: " ", count: column - name.utf8.count + 2)
      guard let percent = row.percent else {
        text += palette.dim(String(repeating: "·", count: Self.barWidth) + "    n/a  nothing to cover") + "\n"
        continue
      }
      let shown = TraceText.percent(percent)
      text += bar(row) + String(repeating: " ", count: 6 - shown.count) + shown + "  "
      var facts = ["\(row.covered.count) of \(row.total)"]
      if !row.justified.isEmpty { facts.append("\(row.justified.count) justified") }
      if !row.missing.isEmpty { facts.append(palette.red("\(row.missing.count) missing")) }
      text += facts.joined(separator: ", ") + "\n"
    }
    return text
  }

  private func bar(_ row: Coverage) -> String {
    // What is there at all shows, however small its share.
    func cells(_ count: Int) -> Int {
      count == 0 ? 0 : max(1, (count * Self.barWidth + row.total / 2) / row.total)
    }
    let missing = min(cells(row.missing.count), Self.barWidth - (row.missing.count < row.total ? 1 : 0))
    let justified = min(cells(row.justified.count), Self.barWidth - missing)
    let covered = Self.barWidth - missing - justified
    return palette.green(String(repeating: "█", count: covered))
      + palette.yellow(String(repeating: "▒", count: justified))
      + palette.red(String(repeating: "░", count: missing))
  }

  /// `86 %`; never 100 % where something is missing.
  static func percent(_ value: Double) -> String {
    let whole = Int(value.rounded())
    return "\(whole == 100 && value < 100 ? 99 : whole) %"
  }

  // MARK: Missing

  private var missing: String {
    var text = ""
    for kind in Coverage.Kind.allCases {
      let missing = graph.coverage(kind).missing
      if missing.isEmpty { continue }
      text += "  " + palette.yellow(kind.rawValue) + "\n"
      let rows = missing.prefix(Self.shown).map { row($0, kind) }
      let column = rows.map { TerminalText.width(of: $0.place) }.max() ?? 0
      for row in rows {
        let pad = String(repeating: " ", count: column - TerminalText.width(of: row.place) + 2)
        text += "    " + palette.blue(row.place) + pad
        text += TerminalText.truncate(row.name, to: max(20, width - column - 6)) + "\n"
      }
      if missing.count > Self.shown {
        text += palette.dim("    and \(missing.count - Self.shown) more") + "\n"
      }
    }
    return text.isEmpty ? "" : palette.bold("Missing") + "\n" + text
  }

  private func row(_ index: Int, _ kind: Coverage.Kind) -> (place: String, name: String) {
    switch kind {
    case .needClaim, .needMetric, .needAcceptance, .needService:
      return (TraceText.place(graph.needs[index].title.place), TerminalText.clean(view.label(index)))
    case .stepService:
      return (
        TraceText.place(graph.steps[index].title.place), TerminalText.clean(graph.steps[index].title.text)
      )
    case .serviceAPI, .serviceTeam:
      let service = graph.services[index]
      return (service.places.first.map(TraceText.place) ?? "", TerminalText.clean(service.name))
    }
  }

  // MARK: Needs and services

  private static let matrixServices = 26
  private static let matrixNeeds = 60

  private var matrix: String {
    if view.needs.isEmpty || view.services.isEmpty { return "" }
    let columns = view.services.filter {
      !graph.services[$0].needs.isEmpty || !graph.services[$0].steps.isEmpty
    }
    if columns.isEmpty { return "" }
    if columns.count > Self.matrixServices || view.needs.count > Self.matrixNeeds { return list }
    let letters = (0..<columns.count).map { String(UnicodeScalar(UInt8(65 + $0))) }
    let titles = view.needs.map { TerminalText.clean(view.label($0)) }
    let teams = view.needs.map { TerminalText.clean(view.teamNames(ofNeed: $0).joined(separator: ", ")) }
    let cells = columns.count * 2
    let longest = min(titles.map { TerminalText.width(of: $0) }.max() ?? 0, max(24, width - cells - 24))
    var text = palette.bold("Needs and services") + "\n"
    text +=
      "  " + String(repeating: " ", count: longest + 2) + palette.bold(letters.joined(separator: " ")) + "\n"
    for (row, need) in view.needs.enumerated() {
      let title = TerminalText.truncate(titles[row], to: longest)
      let direct = Set(graph.needs[need].services.compactMap(\.target))
      let all = Set(graph.services(ofNeed: need))
      let marks = columns.map { direct.contains($0) ? "●" : all.contains($0) ? "○" : "·" }
      var line = "  " + title + String(repeating: " ", count: longest - TerminalText.width(of: title) + 2)
      line += marks.joined(separator: " ") + "  "
      let room = max(10, width - longest - cells - 6)
      switch view.state(ofNeed: need) {
      case .covered: line += TerminalText.truncate(teams[row], to: room)
      case .justified: line += palette.yellow("not built")
      case .missing: line += palette.red("no service")
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    text += "\n"
    let names = columns.map { service -> String in
      let node = graph.services[service]
      return TerminalText.clean(
        node.lifecycle == .existing ? node.name : "\(node.name) (\(node.lifecycle.rawValue))")
    }
    let column = names.map { TerminalText.width(of: $0) }.max() ?? 0
    for (index, service) in columns.enumerated() {
      let pad = String(repeating: " ", count: column - TerminalText.width(of: names[index]) + 2)
      text += "  " + palette.bold(letters[index]) + " " + names[index] + pad
      text +=
        view.teamName(ofService: service).map { palette.dim(TerminalText.clean($0)) }
        ?? palette.red("no team")
      text += "\n"
    }
    return text
  }

  /// The matrix as a list, where it would be too large to look at.
  private var list: String {
    var text = palette.bold("Needs and services") + "\n"
    for need in view.needs.prefix(Self.shown) {
      text += "  " + TerminalText.truncate(TerminalText.clean(view.label(need)), to: width - 2) + "\n"
      for service in graph.services(ofNeed: need) {
        let team = view.teamName(ofService: service).map { " (\($0))" } ?? ""
        text +=
          "    "
          + TerminalText.truncate(TerminalText.clean(graph.services[service].name + team), to: width - 4)
          + "\n"
      }
    }
    if view.needs.count > Self.shown {
      text += palette.dim("  and \(view.needs.count - Self.shown) more needs; --format csv shows all") + "\n"
    }
    return text
  }

  // MARK: What is not counted

  private var inferred: String {
    let needs = graph.needs.indices.filter { graph.needs[$0].origin != .declared }
    if needs.isEmpty { return "" }
    // The surest first, each kind in the order of the documents.
    let sorted = needs.sorted { (confidence($1), $0) < (confidence($0), $1) }
    var text =
      palette.bold("Inferred needs") + palette.dim(" (not counted until \"prfaq annotate\" writes them in)")
      + "\n"
    let rows = sorted.prefix(Self.shown).map { (TraceText.place(graph.needs[$0].title.place), $0) }
    let column = rows.map { TerminalText.width(of: $0.0) }.max() ?? 0
    for (place, need) in rows {
      let word = confidence(need).rawValue
      text += "    " + palette.blue(place)
      text += String(repeating: " ", count: column - TerminalText.width(of: place) + 2)
      text += palette.dim(word) + String(repeating: " ", count: 8 - word.utf8.count)
      text += TerminalText.truncate(
        TerminalText.clean(graph.needs[need].title.text), to: max(20, width - column - 14))
      text += "\n"
    }
    if needs.count > Self.shown { text += palette.dim("    and \(needs.count - Self.shown) more") + "\n" }
    return text
  }

  private func confidence(_ need: Int) -> Confidence {
    if case .inferred(_, let confidence) = graph.needs[need].origin { return confidence }
    return .high
  }

  private var suggestions: String {
    if graph.suggestions.isEmpty { return "" }
    var text = palette.bold("Mentioned, not linked") + palette.dim(" (not counted)") + "\n"
    for suggestion in graph.suggestions.prefix(Self.shown) {
      text += "    " + palette.blue(TraceText.place(suggestion.place)) + "  "
      text += TerminalText.clean(graph.services[suggestion.service].name)
      if let need = suggestion.need { text += palette.dim(" in ") + TerminalText.clean(view.id(need)) }
      text += "\n"
    }
    if graph.suggestions.count > Self.shown {
      text += palette.dim("    and \(graph.suggestions.count - Self.shown) more") + "\n"
    }
    return text
  }

  private var remarks: String {
    var text = ""
    if !graph.dangling.isEmpty {
      text +=
        Verdict.number(graph.dangling.count, "name leads", "names lead") + " nowhere; \"prfaq lint\" shows "
      text += graph.dangling.count == 1 ? "it.\n" : "them.\n"
    }
    return text
  }
}
