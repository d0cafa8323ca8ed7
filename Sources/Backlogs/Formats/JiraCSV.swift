import Tracing

/// The backlog for Jira's CSV import by an administrator, the one that takes parents.
///
/// Epics stand first, because a row's `Parent` must name the `Issue ID` of a row above it. Spikes are tasks with a
/// label, as Jira has no such type by itself; what is not built is left out.
public enum JiraCSV {
  /// What was written, for notes.
  public struct Summary: Sendable, Equatable {
    /// Rows below the header.
    public var rows = 0
    /// Items that are not built and so are no rows.
    public var leftOut = 0
    /// Titles with an apostrophe before them, because a spreadsheet would take them for formulas.
    public var guarded = 0
  }

  /// Rows that Jira recommends at most for one file.
  public static let recommendedRows = 1500

  /// Writes header and rows, handing over bytes document by document. Items are made twice: epics, then the rest.
  public static func write(
    _ backlog: Backlog, items documents: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) -> Summary {
    let graph = backlog.graph
    var summary = Summary()
    var width = 1
    var numbers: [String: Int] = [:]
    for index in graph.documents.indices {
      for item in documents(index).items {
        if item.kind == .wont {
          summary.leftOut += 1
          continue
        }
        width = max(width, Labels.of(item, graph).count)
        if item.kind == .epic { numbers[item.id] = numbers.count + 1 }
      }
    }
    let head = ["Issue Type", "Issue ID", "Parent", "Summary", "Description", "Priority"]
    output(CSVRow.bytes(head + Array(repeating: "Labels", count: width)))
    var next = numbers.count
    for isEpic in [true, false] {
      for index in graph.documents.indices {
        var bytes: [UInt8] = []
        for item in documents(index).items where item.kind != .wont && (item.kind == .epic) == isEpic {
          if !isEpic { next += 1 }
          let number = isEpic ? numbers[item.id] ?? 0 : next
          var labels = Labels.of(item, graph)
          labels += Array(repeating: "", count: width - labels.count)
          if CSVRow.isFormula(item.title) { summary.guarded += 1 }
          let fields = [
            type(of: item), String(number), item.parent.flatMap { numbers[$0] }.map(String.init) ?? "",
            CSVRow.isFormula(item.title) ? "'" + item.title : item.title, description(of: item, graph),
            priority(of: item),
          ]
          bytes += CSVRow.bytes(fields + labels)
          summary.rows += 1
        }
        output(bytes)
      }
    }
    return summary
  }

  private static func type(of item: BacklogItem) -> String {
    switch item.kind {
    case .epic: "Epic"
    case .story: "Story"
    case .task, .spike, .wont: "Task"
    }
  }

  private static func priority(of item: BacklogItem) -> String {
    switch item.priority {
    case .must: "Highest"
    case .should: "High"
    case .could: "Medium"
    case .wont: "Low"
    case nil: ""
    }
  }

  private static func description(of item: BacklogItem, _ graph: LinkGraph) -> String {
    let text = PlainText(item: item, graph: graph)
    var blocks = text.paragraphs.map(wiki)
    if !item.acceptance.isEmpty {
      blocks.append("Accepted when:\n" + item.acceptance.map { "* " + wiki($0.text) }.joined(separator: "\n"))
    }
    if let people = text.people { blocks.append(wiki(people)) }
    if let waits = text.waits { blocks.append(wiki(waits)) }
    blocks.append(wiki(text.footer))
    let whole = blocks.joined(separator: "\n\n")
    return CSVRow.isFormula(whole) ? "Text: " + whole : whole
  }

  /// Text that Jira's wiki markup shows as it is: macros, links, mentions, images and line marks are defused.
  static func wiki(_ text: String) -> String {
    var result = ""
    var before: Character = "\n"
    var isLineStart = true
    var rest = text[...]
    while let character = rest.first {
      switch character {
      case "{", "[", "!", "|": result += "\\" + String(character)
      case "\\": result += "&#92;"
      // At the start of a line or a word these begin a list, a rule or emphasis.
      case "*", "#", "-", "+", "_", "^", "~":
        result += isLineStart || before == " " || before == "(" ? "\\" + String(character) : String(character)
      // `h1. ` and `bq. ` begin a heading and a quotation; a word joiner, which nobody sees, keeps them text.
      case "h", "b":
        let isMark =
          isLineStart
          && (rest.hasPrefix("bq. ")
            || rest.dropFirst().first?.isNumber == true && rest.dropFirst(2).hasPrefix(". "))
        result += isMark ? "\u{2060}" + String(character) : String(character)
      default: result.append(character)
      }
      isLineStart = character == "\n" || isLineStart && character == " "
      before = character
      rest = rest.dropFirst()
    }
    return result
  }
}
