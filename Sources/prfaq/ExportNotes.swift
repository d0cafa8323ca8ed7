import Backlogs
import Diagnostics
import Reporting
import Tracing

/// What an export says on standard error.
struct ExportNotes {
  /// Remarks that are shown before the rest is only counted.
  private static let shown = 8

  let graph: LinkGraph

  init(_ graph: LinkGraph) { self.graph = graph }

  /// The warnings, the number of notes, and a summary.
  func text(_ documents: [Int: DocumentBacklog], _ extra: [String], wrote path: String?) -> String {
    var text = ""
    var warnings = 0
    var notes = 0
    var items = 0
    var leftOut = 0
    var empty: [String] = []
    for index in graph.documents.indices {
      guard let document = documents[index] else { continue }
      items += document.itemCount
      leftOut += document.leftOut
      if document.itemCount == 0 { empty.append(graph.documents[index].path) }
      for remark in document.remarks {
        if remark.severity == .note {
          notes += 1
          continue
        }
        warnings += 1
        if warnings > Self.shown { continue }
        text += "\(remark.severity.rawValue)[\(remark.check.rawValue)]: "
        text += "\(remark.source.file):\(remark.source.line): \(remark.message)\n"
      }
    }
    if warnings > Self.shown {
      text += "\(warnings - Self.shown) more warnings are in the export's diagnostics.\n"
    }
    text += extra.map { "note: \($0)\n" }.joined()
    for path in empty.prefix(Self.shown) { text += "note: \(path): nothing in it can be made an item\n" }
    if notes > 0 {
      text += "note: \(notes) smaller remarks are in the export's diagnostics (--format json)\n"
    }
    if leftOut > 0 {
      text +=
        "note: \(leftOut) inferred need\(leftOut == 1 ? " is" : "s are") left out; --min-confidence low shows all\n"
    }
    if let path { text += "Wrote \(path): \(items) item\(items == 1 ? "" : "s").\n" }
    return Failure.harmless(text)
  }
}
