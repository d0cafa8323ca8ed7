import SourceText
import YAMLTree

/// Writes nodes in one line each for comparison: `@start-end` and the content, an item or entry per line.
func dump(_ node: YAMLNode, indent: Int = 0) -> String {
  let blanks = String(repeating: " ", count: indent)
  let place = "@\(node.range.lowerBound)-\(node.range.upperBound)"
  switch node.content {
  case .scalar(let scalar):
    let mark =
      switch scalar.style {
      case .plain: ""
      case .singleQuoted: "'"
      case .doubleQuoted: "\""
      case .literal: "|"
      case .folded: ">"
      }
    let text = scalar.text.replacing("\n", with: "⏎")
    return "\(blanks)\(place) \(mark)\(text)\(mark)\n"
  case .sequence(let items):
    return "\(blanks)\(place) list\n" + items.map { dump($0, indent: indent + 2) }.joined()
  case .mapping(let entries):
    return "\(blanks)\(place) map\n"
      + entries.map { dump($0.key, indent: indent + 2) + dump($0.value, indent: indent + 4) }.joined()
  }
}

/// The documents of a text, dumped.
func dump(_ text: String, in range: Range<Int>? = nil) throws -> String {
  try YAMLReader.read(SourceFile(text, path: "t.yaml"), in: range).map { dump($0) }.joined()
}

/// The error of a text, or nil when it can be read.
func error(_ text: String, limits: YAMLLimits = YAMLLimits()) -> YAMLError? {
  do throws(YAMLError) {
    _ = try YAMLReader.read(SourceFile(text, path: "t.yaml"), limits: limits)
    return nil
  } catch {
    return error
  }
}
