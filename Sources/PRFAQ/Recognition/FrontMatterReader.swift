import SourceText
import YAMLTree

extension FrontMatter {
  /// Keys this tool knows.
  public static let knownKeys = [
    "document", "product", "key", "customers", "status", "stage", "concept", "launch", "owners", "reviewers",
    "profile",
  ]

  /// Reads the YAML between a first line `---` and the next line `---` or `...`.
  convenience init(_ source: SourceFile) {
    guard let (range, bodyStart) = Self.place(in: source) else {
      self.init(bodyStart: source.markLength)
      return
    }
    do {
      self.init(range: range, bodyStart: bodyStart, root: try YAMLReader.read(source, in: range).first)
    } catch {
      self.init(range: range, bodyStart: bodyStart, error: error)
    }
  }

  /// The bytes between the two lines, and where the text begins after them.
  private static func place(in source: SourceFile) -> (range: Range<Int>, bodyStart: Int)? {
    guard source.lineCount > 1, isFence(source, 1, source.markLength, closing: false) else { return nil }
    var line = 2
    while line <= source.lineCount, !isFence(source, line, 0, closing: true) { line += 1 }
    guard line <= source.lineCount else { return nil }
    let range = Int(source.lineStarts[1])..<Int(source.lineStarts[line - 1])
    // `---` may also be a thematic break: front matter begins with a key or is empty.
    guard looksLikeYAML(source, range) else { return nil }
    return (range, line < source.lineCount ? Int(source.lineStarts[line]) : source.bytes.count)
  }

  private static func isFence(_ source: SourceFile, _ line: Int, _ skip: Int, closing: Bool) -> Bool {
    var range = source.lineRange(line)
    range = max(range.lowerBound, skip)..<range.upperBound
    var end = range.upperBound
    while end > range.lowerBound, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 { end -= 1 }
    let text = source.bytes[range.lowerBound..<max(range.lowerBound, end)]
    return text.elementsEqual([0x2D, 0x2D, 0x2D]) || (closing && text.elementsEqual([0x2E, 0x2E, 0x2E]))
  }

  /// Whether the first line with text is a comment, or has a colon.
  private static func looksLikeYAML(_ source: SourceFile, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, [0x20, 0x0A, 0x0D].contains(source.bytes[at]) { at += 1 }
    if at >= range.upperBound { return true }
    if source.bytes[at] == 0x23 { return source.bytes[at..<range.upperBound].contains(0x3A) }
    while at < range.upperBound, source.bytes[at] != 0x0A, source.bytes[at] != 0x0D {
      if source.bytes[at] == 0x3A { return true }
      at += 1
    }
    return false
  }
}
