import MarkdownTree
import SourceText

/// Blocks and spans with the source bytes they cover, one a line.
///
/// `heading «# A»` for a block, then `· code «...»` for the spans
/// in it. Line ends show as `⏎`, carriage returns as `␍`, tabs as `⇥`.
func dump(_ text: String, from bodyStart: Int = 0) -> [String] {
  let tree = MarkdownTree(SourceFile(text), from: bodyStart)
  var lines: [String] = []
  for block in tree.blocks.dropFirst() {
    lines.append("\(block.kind) \(shown(tree.source[block.range]))\(block.isExact ? "" : " inexact")")
    for span in tree.spans[block.spanRange] {
      lines.append("· \(span.kind) \(shown(tree.source[span.range]))")
    }
  }
  return lines
}

/// The plain text of a document.
func plain(_ text: String) -> String {
  let tree = MarkdownTree(SourceFile(text))
  return tree.text(0..<tree.plain.count)
}

private func shown(_ text: String) -> String {
  var result = "«"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "⏎"
    case "\r": result += "␍"
    case "\t": result += "⇥"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "»"
}
