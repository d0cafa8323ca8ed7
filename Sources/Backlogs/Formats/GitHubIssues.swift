import JSONText
import Tracing

/// The backlog as bodies for GitHub's REST interface, one a line: `{"id", "uid", "parent", "request"}`.
///
/// `request` goes to `POST /repos/OWNER/REPO/issues` as it is. Parents stand before their children: whoever sends the
/// lines keeps the `id` (not the number) of each answer and names it as `sub_issue_id` to
/// `POST /repos/OWNER/REPO/issues/NUMBER/sub_issues` of the parent.
public enum GitHubIssues {
  /// Sub-issues GitHub takes for one parent, closed ones counted.
  public static let mostChildren = 100
  /// Characters GitHub takes for a body.
  static let bodyLimit = 65_536

  /// An epic with more children than GitHub takes.
  public struct TooManyChildren: Error, Sendable, Equatable {
    /// The epic's id.
    public let parent: String
    /// How many it has.
    public let count: Int
  }

  /// Writes the lines, handing over bytes document by document.
  ///
  /// - Returns: how many items are left out because they are not built.
  /// - Throws: before anything is written of a document with too many children.
  public static func write(
    _ backlog: Backlog, items documents: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) throws(TooManyChildren) -> Int {
    var leftOut = 0
    for index in backlog.graph.documents.indices {
      let items = documents(index).items
      try checkChildren(items)
      var bytes: [UInt8] = []
      for isEpic in [true, false] {
        for item in items where item.kind != .wont && (item.kind == .epic) == isEpic {
          bytes += line(item, backlog.graph)
        }
      }
      leftOut += items.count { $0.kind == .wont }
      output(bytes)
    }
    return leftOut
  }

  private static func checkChildren(_ items: [BacklogItem]) throws(TooManyChildren) {
    var counts: [String: Int] = [:]
    for item in items {
      guard let parent = item.parent else { continue }
      counts[parent, default: 0] += 1
    }
    for item in items {
      if let count = counts[item.id], count > mostChildren {
        throw TooManyChildren(parent: item.id, count: count)
      }
    }
  }

  private static func line(_ item: BacklogItem, _ graph: LinkGraph) -> [UInt8] {
    var json = JSONWriter(isCompact: true)
    json.object { json in
      json.field("id", item.id)
      json.field("uid", item.uid)
      json.key("parent")
      if let parent = item.parent { json.value(parent) } else { json.null() }
      json.key("request")
      json.object { json in
        json.field("title", item.title)
        json.field("body", body(of: item, graph))
        json.strings("labels", Labels.of(item, graph))
      }
    }
    json.finish()
    return json.take()
  }

  private static func body(of item: BacklogItem, _ graph: LinkGraph) -> String {
    let text = PlainText(item: item, graph: graph)
    var blocks = text.paragraphs.map { MarkdownText.escaped($0, isQuiet: true) }
    if !item.acceptance.isEmpty {
      blocks.append("### Accepted when")
      blocks.append(
        item.acceptance.map { "- [ ] " + MarkdownText.escaped($0.text, isQuiet: true) }.joined(
          separator: "\n"))
    }
    if let people = text.people { blocks.append(MarkdownText.escaped(people, isQuiet: true)) }
    if let waits = text.waits { blocks.append(MarkdownText.escaped(waits, isQuiet: true)) }
    let footer = "---\n" + MarkdownText.escaped(text.footer, isQuiet: true)
    let room = bodyLimit - footer.unicodeScalars.count - 2
    var body = blocks.joined(separator: "\n\n")
    if body.unicodeScalars.count > room { body = Wording.clip(String(body.prefix(room - 1)), room - 1) }
    return body.isEmpty ? footer : body + "\n\n" + footer
  }
}
