import Hashing
import Tracing

/// The backlog as a board for people: by team, with boxes to tick, criteria, and where each item comes from.
public enum BacklogMarkdown {
  /// Writes the board. Items are rendered document by document and put in order team by team.
  public static func write(
    _ backlog: Backlog, items documents: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) {
    let graph = backlog.graph
    var board = Board(graph: graph)
    for index in graph.documents.indices {
      for item in documents(index).items { board.add(item) }
    }
    var seal = Seal(sealed)
    board.write {
      seal.add($0)
      output($0)
    }
    output(seal.line)
  }

  /// Whether a board is as it was written.
  public static func isUntouched(_ bytes: [UInt8]) -> Bool { Seal.isUnbroken(bytes, sealed) }

  private static let sealed = "backlog export"

  /// The parts of the board, rendered.
  private struct Board {
    let graph: LinkGraph
    var needs: [UInt8] = []
    var decisions: [UInt8] = []
    /// Items by team (nil: none yet) and by rank: stories by priority, then tasks, then spikes.
    var columns: [Int?: [Int: [UInt8]]] = [:]
    var counts: [BacklogItem.Kind: Int] = [:]

    init(graph: LinkGraph) { self.graph = graph }

    private static let ranks: [(rank: Int, title: String)] = [
      (0, "Stories"), (1, "Stories"), (2, "Stories"), (3, "Stories"), (4, "Tasks"), (5, "To find out"),
    ]

    mutating func add(_ item: BacklogItem) {
      counts[item.kind, default: 0] += 1
      switch item.kind {
      case .epic: if item.needs == [item.id] { needs += need(item).utf8 }
      case .wont: decisions += decision(item).utf8
      case .story, .task, .spike:
        columns[item.team, default: [:]][rank(item), default: []] += entry(item).utf8
      }
    }

    private func rank(_ item: BacklogItem) -> Int {
      switch item.kind {
      case .task: 4
      case .spike: 5
      default:
        switch item.priority {
        case .must: 0
        case .should: 1
        case .could: 2
        default: 3
        }
      }
    }

    // MARK: Rendering

    private func need(_ item: BacklogItem) -> String {
      var text = "- \(MarkdownText.code(item.id)) \(MarkdownText.escaped(item.title))"
      if let priority = item.priority { text += " · \(priority.rawValue)" }
      return text + "\n"
    }

    private func decision(_ item: BacklogItem) -> String {
      var text = "- **\(MarkdownText.escaped(item.title))**"
      if let reason = item.description.last, !reason.isEmpty {
        text += "  \n  " + MarkdownText.escaped(reason)
      }
      return text + "  \n  " + footer(item) + "\n"
    }

    private func entry(_ item: BacklogItem) -> String {
      var head = "- [\(item.status == .done ? "x" : " ")] **\(MarkdownText.escaped(item.title))**"
      var facts: [String] = []
      if let priority = item.priority { facts.append(priority.rawValue) }
      if let estimate = item.estimate { facts.append("\(estimate.number) \(estimate.unit.rawValue)") }
      if item.status == .inProgress { facts.append("in progress") }
      if item.isSuspect { facts.append("suspect: what it comes from has changed") }
      if !facts.isEmpty { head += " · " + facts.joined(separator: " · ") }
      var blocks = [head]
      let text = PlainText(item: item, graph: graph)
      blocks += text.paragraphs.map { "  " + MarkdownText.escaped($0) }
      if !item.acceptance.isEmpty {
        blocks.append(
          "  Accepted when:\n"
            + item.acceptance.map { "  - [ ] " + MarkdownText.escaped($0.text) }.joined(separator: "\n"))
      }
      if let people = text.people { blocks.append("  " + MarkdownText.escaped(people)) }
      if !item.dependsOn.isEmpty {
        blocks.append("  Depends on \(item.dependsOn.map(MarkdownText.code).joined(separator: ", "))")
      }
      blocks.append("  " + footer(item))
      return blocks.joined(separator: "\n\n") + "\n\n"
    }

    private func footer(_ item: BacklogItem) -> String {
      var text =
        "<sub>\(MarkdownText.code(item.id)) from \(MarkdownText.escaped(item.source.file)):\(item.source.line)"
      if let section = item.source.section.last { text += ", “\(MarkdownText.escaped(section))”" }
      return text + "</sub>"
    }

    // MARK: The whole

    mutating func write(to output: ([UInt8]) -> Void) {
      let single = graph.documents.count == 1 ? graph.documents.first : nil
      let name = single.map { $0.product.isEmpty ? $0.title : $0.product } ?? ""
      output(
        Array("# Backlog\(name.isEmpty ? "" : ": " + MarkdownText.escaped(name))\n\n\(summary)\n\n".utf8))
      section("## Needs\n\n", needs, to: output)
      for team in graph.teams.indices where columns[team] != nil {
        write(
          columns.removeValue(forKey: team) ?? [:], "## \(MarkdownText.escaped(graph.teams[team].name))\n\n",
          to: output)
      }
      if let rest = columns[nil] { write(rest, "## No team yet\n\n", to: output) }
      section("## Not in this backlog\n\n", decisions, to: output)
    }

    private var summary: String {
      let words: [(BacklogItem.Kind, String, String)] = [
        (.story, "story", "stories"), (.task, "task", "tasks"), (.spike, "spike", "spikes"),
      ]
      let parts = words.compactMap { kind, one, many in
        counts[kind].map { "\($0) \($0 == 1 ? one : many)" }
      }
      return parts.isEmpty ? "Nothing to do yet." : Wording.capitalised(Wording.list(parts)) + "."
    }

    private func section(_ heading: String, _ bytes: [UInt8], to output: ([UInt8]) -> Void) {
      if bytes.isEmpty { return }
      output(Array(heading.utf8) + bytes + [0x0A])
    }

    private func write(_ column: [Int: [UInt8]], _ heading: String, to output: ([UInt8]) -> Void) {
      output(Array(heading.utf8))
      var last = ""
      for (rank, title) in Self.ranks {
        guard let bytes = column[rank] else { continue }
        if title != last { output(Array("### \(title)\n\n".utf8)) }
        last = title
        output(bytes)
      }
    }
  }
}
