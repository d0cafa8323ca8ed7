import Diagnostics
import Tracing

/// Holds items against INVEST and the Quality User Story criteria, as far as that can be told from words.
struct Quality {
  let graph: LinkGraph
  let notes: DocumentNotes
  let document: DocumentNode
  /// Titles of epics seen so far, by their slug.
  private var titles: [String: String] = [:]

  init(graph: LinkGraph, notes: DocumentNotes, document: DocumentNode) {
    self.graph = graph
    self.notes = notes
    self.document = document
  }

  /// Points above which a team should cut an item (INVEST: small).
  private static let largestPoints = 13

  mutating func check(_ items: [BacklogItem]) -> [Remark] {
    var remarks: [Remark] = []
    for item in items {
      switch item.kind {
      case .epic where item.needs == [item.id]: remarks += checkNeed(item)
      case .story where item.service != nil: remarks += checkStory(item)
      default: break
      }
    }
    return remarks
  }

  private mutating func checkNeed(_ item: BacklogItem) -> [Remark] {
    var remarks: [Remark] = []
    let isDeclared = item.origin == .declared
    let severity: Severity = isDeclared ? .warning : .note
    func add(_ check: Remark.Check, _ message: String, _ severity: Severity) {
      remarks.append(
        Remark(check: check, severity: severity, message: message, item: item.id, source: item.source))
    }
    let short = Wording.clip(item.title, 80)
    if let first = titles[Slug.make(item.title)] {
      add(.storyNotUnique, "“\(short)” asks for the same as \(first)", .warning)
    } else {
      titles[Slug.make(item.title)] = item.id
    }
    guard notes.isEnglish, let story = item.story else { return remarks }
    if story.role == "a customer" {
      add(.storyWithoutRole, "the document does not say whose need “\(short)” is", severity)
    }
    if story.want.hasPrefix("this: ") {
      add(.storyNotWellFormed, "“\(short)” is no phrase to put behind “I want”; begin with a verb", .note)
    }
    if story.reason == nil {
      add(.storyWithoutReason, "“\(short)” has no metric and no reason why it matters", severity)
    }
    if Quality.asksTwice(item.title) {
      add(
        .storyNotAtomic, "“\(short)” asks for two things; two needs could be met one after the other", .note)
    }
    if item.acceptance.isEmpty {
      add(.storyNotTestable, "“\(short)” has no condition that can be tested", severity)
    }
    if item.title.contains("(") && item.title.contains(")") || item.title.contains(";") {
      add(.storyNotMinimal, "“\(short)” carries a note; put it into the text below", .note)
    }
    if let estimate = item.estimate, estimate.unit == .points, estimate.tenths > Quality.largestPoints * 10 {
      add(.storyTooLarge, "“\(short)” is estimated at \(estimate.number) points; cut it", .note)
    }
    return remarks
  }

  private func checkStory(_ item: BacklogItem) -> [Remark] {
    guard item.team == nil, let service = item.service else { return [] }
    let node = graph.services[service]
    let message =
      node.owners.isEmpty
      ? "no team owns \(node.name), so nobody will take “\(Wording.clip(item.title, 80))”"
      : "\(node.name) has no single team that owns it, so nobody will take “\(Wording.clip(item.title, 80))”"
    return [
      Remark(
        check: .storyWithoutTeam, severity: item.origin == .declared ? .warning : .note, message: message,
        item: item.id,
        source: item.source)
    ]
  }

  /// Whether a title joins two verbs: `Try it and leave it`.
  static func asksTwice(_ title: String) -> Bool {
    guard Verbs.leads(title) else { return false }
    var rest = title[...]
    while let joint = rest.firstRange(of: " and ") {
      rest = rest[joint.upperBound...]
      let words = rest.split(separator: " ", maxSplits: 2)
      // "search and replace" is one thing with two verbs; an object of its own makes it two.
      if Verbs.leads(rest), words.count >= 2 { return true }
    }
    return false
  }
}
