/// Running text for a terminal.
public enum Paragraph {
  /// The text, broken at blanks into lines of at most `width` columns, each indented by `indent` blanks.
  public static func text(_ text: String, indent: Int, width: Int) -> String {
    Wrapping.lines(text, after: String(repeating: " ", count: indent), indent: indent, width: width)
      .joined(separator: "\n") + "\n"
  }
}
