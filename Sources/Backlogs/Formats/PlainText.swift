import Tracing

/// The text of an item for trackers: story, paragraphs, criteria and where it comes from.
struct PlainText {
  let item: BacklogItem
  let graph: LinkGraph

  /// The footer by which an item is found again, visible because hidden marks get lost.
  var footer: String {
    var text = "From \(item.source.file)"
    if let section = item.source.section.last { text += ", “\(section)”" }
    return text + " · \(item.id) · \(item.fingerprint.prefix(8))"
  }

  /// The paragraphs of the text before the criteria. The first begins with words of this program, so that no
  /// spreadsheet takes it for a formula.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    if let story = item.story, !story.text.isEmpty { paragraphs.append(story.text) }
    paragraphs += item.description
    return paragraphs
  }

  /// People who answer for it.
  var people: String? {
    item.owners.isEmpty
      ? nil : "\(item.owners.count == 1 ? "Owner" : "Owners"): \(item.owners.joined(separator: ", "))"
  }

  /// What must come first.
  var waits: String? {
    item.dependsOn.isEmpty ? nil : "Depends on: \(item.dependsOn.joined(separator: ", "))"
  }

  /// Words for the kind of an item.
  static func name(of kind: BacklogItem.Kind) -> String {
    switch kind {
    case .epic: "Epic"
    case .story: "Story"
    case .task: "Task"
    case .spike: "Spike"
    case .wont: "Not built"
    }
  }
}
