import Diagnostics
import MarkdownTree
import PRFAQ

/// A part of the document is nested too deeply to be read.
struct TooDeep: Rule {
  static let about = About(
    name: "document/too-deep",
    summary: "Lists and quotes are not nested beyond what is read.",
    why: """
      Quotes and lists inside each other are read \(MarkdownTree.depthLimit) levels deep. What is nested deeper is \
      passed over, so no rule sees it. In a text that people wrote, this is nearly always a slip.
      """,
    source: "A limit of this program, so that a hostile file cannot exhaust memory.",
    severity: .warning, nature: .file,
    examples: [
      Example(
        .appendix, "## Notes\n\n" + String(repeating: "> ", count: MarkdownTree.depthLimit) + "«> Too deep.»",
        note: "\(MarkdownTree.depthLimit + 1) block quotes inside each other."),
      Example(.appendix, "## Notes\n\n> > > Deep enough."),
      Example(
        .appendix,
        "## Notes\n\n" + String(repeating: "> ", count: MarkdownTree.depthLimit)
          + "«> > Two levels too deep.»"),
      Example(.appendix, "## Notes\n\n- bills\n  - gas\n    - January"),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, let range = document.tree.tooDeep else { return }
    report.add(
      "what is nested deeper than \(MarkdownTree.depthLimit) levels is not read",
      at: Places.firstLine(of: range, in: document),
      help: "Take out some of the `>` or list levels around it.")
  }
}
