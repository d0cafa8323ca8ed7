import Reporting

/// Where the nodes of a map stand: needs left in the order of the document, services and teams right of them, each near
/// what it hangs together with.
struct MapLayout: Sendable {
  /// A rectangle, and the lines of text in it.
  struct Box: Sendable {
    var x: Int
    var y: Int
    let width: Int
    let height: Int
    let lines: [String]
    let detail: String

    var middle: Int { y + height / 2 }
  }

  /// Boxes of the nodes, by index.
  private(set) var boxes: [Box] = []
  private(set) var height = 0
  /// The nodes of each column, from top to bottom.
  private(set) var columns: [[Int]] = [[], [], []]

  static let width = 1100
  static let top = 34
  private static let lefts = [0, 520, 880]
  private static let widths = [350, 220, 220]
  /// Columns of text that fit into a box of each kind, at 13 pixels.
  private static let fits = [44, 24, 24]
  private static let gap = 12

  init(_ map: MapGraph) {
    for (index, node) in map.nodes.enumerated() {
      let column = MapLayout.column(of: node.kind)
      columns[column].append(index)
      let title = node.label.isEmpty ? node.title : node.label + "  " + node.title
      let lines = MapLayout.wrap(title, columns: MapLayout.fits[column], lines: 2)
      boxes.append(
        Box(
          x: MapLayout.lefts[column], y: 0, width: MapLayout.widths[column], height: 34 + 17 * lines.count,
          lines: lines, detail: TerminalText.truncate(node.detail, to: MapLayout.fits[column] + 4)))
    }
    order(map)
    place(map)
  }

  private static func column(of kind: MapGraph.Kind) -> Int {
    switch kind {
    case .need: 0
    case .service: 1
    case .team: 2
    }
  }

  /// Sorts services by the middle of their needs and teams by the middle of their services, then services once more by
  /// both; needs stay as the document has them, because that is how people look for them.
  private mutating func order(_ map: MapGraph) {
    let flow = map.edges.filter(\.isFlow)
    var neighbours: [[Int]] = Array(repeating: [], count: boxes.count)
    for edge in flow {
      neighbours[edge.from].append(edge.to)
      neighbours[edge.to].append(edge.from)
    }
    // Dependent services stand near each other where nothing else says where they belong.
    for edge in map.edges where !edge.isFlow { neighbours[edge.from].append(edge.to) }
    var rank = Array(repeating: 0.0, count: boxes.count)
    func number() {
      for column in columns {
        for (position, node) in column.enumerated() {
          rank[node] = (Double(position) + 0.5) / Double(column.count)
        }
      }
    }
    func sort(_ column: Int, by other: Set<Int>) {
      let value = Dictionary(
        uniqueKeysWithValues: columns[column].map { node in
          let near = neighbours[node].filter { other.contains(MapLayout.column(of: map.nodes[$0].kind)) }
          let middle = near.isEmpty ? rank[node] : near.reduce(0) { $0 + rank[$1] } / Double(near.count)
          return (node, middle)
        })
      columns[column].sort { (value[$0] ?? 0, $0) < (value[$1] ?? 0, $1) }
      number()
    }
    number()
    for _ in 0..<3 {
      sort(1, by: [0])
      sort(2, by: [1])
      sort(1, by: [0, 2])
    }
    sort(1, by: [0])
    sort(2, by: [1])
  }

  /// Gives each column's boxes the places nearest to what they hang together with that do not overlap.
  private mutating func place(_ map: MapGraph) {
    func total(_ column: [Int]) -> Int {
      column.reduce(0) { $0 + boxes[$1].height + MapLayout.gap } - (column.isEmpty ? 0 : MapLayout.gap)
    }
    let tallest = columns.map(total).max() ?? 0
    height = MapLayout.top + tallest + 8
    var neighbours: [[Int]] = Array(repeating: [], count: boxes.count)
    for edge in map.edges where edge.isFlow { neighbours[edge.to].append(edge.from) }
    for (number, column) in columns.enumerated() {
      // The first column, and any other as tall, is simply stacked.
      var y = MapLayout.top + (number == 0 ? (tallest - total(column)) / 2 : 0)
      for node in column {
        let near = neighbours[node]
        if number > 0, !near.isEmpty {
          let middle = near.reduce(0) { $0 + boxes[$1].middle } / near.count
          y = max(y, middle - boxes[node].height / 2)
        }
        boxes[node].y = y
        y += boxes[node].height + MapLayout.gap
      }
      // What was pushed over the lower edge goes back up.
      var limit = height - 8
      for node in column.reversed() {
        boxes[node].y = min(boxes[node].y, limit - boxes[node].height)
        limit = boxes[node].y - MapLayout.gap
      }
    }
  }

  /// Text on at most so many lines, broken at blanks where that works; what does not fit ends in `…`.
  static func wrap(_ text: String, columns: Int, lines limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var rest = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)[...]
    while let word = rest.first {
      let longer = line.isEmpty ? word : line + " " + word
      if width(of: longer) <= columns {
        line = longer
        rest = rest.dropFirst()
        continue
      }
      if lines.count == limit - 1 || line.isEmpty {
        // Cut within the word: nothing else can be shown of it.
        lines.append(truncate(longer, to: columns))
        if lines.count == limit { return lines }
        rest = rest.dropFirst()
      } else {
        lines.append(line)
      }
      line = ""
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Columns that a text takes in a font whose capitals are a third wider than its small letters.
  private static func width(of text: String) -> Int {
    TerminalText.width(of: text) + text.utf8.reduce(0) { $0 + ($1 &- 0x41 < 26 ? 1 : 0) } / 3
  }

  private static func truncate(_ text: String, to columns: Int) -> String {
    var room = columns
    while true {
      let short = TerminalText.truncate(text, to: room)
      if room <= 1 || width(of: short) <= columns { return short }
      room -= 1
    }
  }
}
