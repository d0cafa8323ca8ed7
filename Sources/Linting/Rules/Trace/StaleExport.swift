import Diagnostics
public import SourceText
import Tracing

/// A backlog that was accepted of a document, and does not say what the document says now.
struct StaleExport: GraphRule {
  static let about = About(
    name: "trace/stale-export",
    summary: "The backlog accepted of a document says what the document says.",
    why: """
      Teams work from the backlog and reviewers read the document. Where the two part, somebody builds what nobody \
      decided, and the next reader believes a document that work has left behind.
      """,
    source:
      "research: users ask to have children flagged when their parent changes, github.com/useblocks/sphinx-needs/issues/685",
    severity: .warning, nature: .declared,
    examples: [
      Example(.headline, "# «Rentwise shows renters what they owe before it is due»").accepted(
        "1 new, 2 changed"),
      Example([:], note: "Nothing was accepted of it, so nothing can be out of date."),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for backlog in report.staleBacklogs {
      report.add(
        "the backlog accepted of this document is out of date: \(backlog.changes)", at: backlog.place,
        help: "\"prfaq backlog plan\" shows what changed, \"prfaq backlog accept\" records it.")
    }
  }
}

/// A document whose accepted backlog does not say what it says.
public struct StaleBacklog: Sendable, Equatable {
  /// Where to speak of it: the document's title.
  public let place: Place
  /// What changed, in words: `1 new, 2 changed`.
  public let changes: String

  /// Describes one.
  public init(at place: Place, _ changes: String) {
    self.place = place
    self.changes = changes
  }
}
