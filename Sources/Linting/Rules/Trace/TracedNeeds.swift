import PRFAQ
import SourceText
import Tracing

/// What trace rules ask of the graph again and again.
extension LinkGraph {
  /// The declared needs of a document that an author can be held to: only where at least one of them has an ID or a
  /// label, and without those a template left open. Bold points below a heading such as "Requirements" alone promise no links.
  func tracedNeeds(of document: Int) -> [Int] {
    let declared = documents[document].needs.filter {
      needs[$0].origin == .declared && !needs[$0].hasPlaceholder
    }
    return declared.contains { needs[$0].isLabelled } ? declared : []
  }
}

extension NeedNode {
  /// Whether it has an ID or any label.
  var isLabelled: Bool {
    hasWrittenID || priority != nil || !customers.isEmpty || !acceptance.isEmpty || !metrics.isEmpty
      || !services.isEmpty || !dependsOn.isEmpty || notBuiltBecause != nil || !evidence.isEmpty
  }

  /// Whether nobody means to build it: a reason is given, or its priority is "won't".
  var isLeftOut: Bool { notBuiltBecause != nil || priority == .wont }

  /// How a message names it: `N-1 “Know what I owe”`.
  var cited: String { hasWrittenID ? "\(id) “\(Places.short(title.text))”" : "“\(Places.short(title.text))”" }
}

/// One finding per need without something; a single one where none of several has it, for one cause is one finding.
struct MissingLinks {
  let graph: LinkGraph
  /// Completes "none of the 7 needs ...": "says when it is accepted".
  let none: String
  /// Completes "N-1 “...” ...": "does not say when it is accepted".
  let one: String
  let help: String

  func add(_ missing: [Int], of all: [Int], to report: inout GraphReport) {
    guard let first = missing.first else { return }
    if missing.count == all.count, all.count > 1 {
      return report.add(
        "none of the \(all.count) needs \(none)", at: graph.needs[first].title.place, help: help)
    }
    for need in missing {
      report.add("\(graph.needs[need].cited) \(one)", at: graph.needs[need].title.place, help: help)
    }
  }
}
