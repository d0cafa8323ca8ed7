/// Running text for a terminal.
public enum Paragraph {
  /// The text, broken at blanks into lines of at most `width` columns, each indented by `indent` blanks.
  public static func text(_ text: String, indent: Int, width: Int) -> String {
    var output = [UInt8](repeating: 0x20, count: indent)
    Wrapping.append(text, to: &output, indent: indent, width: width)
    return String(decoding: output, as: UTF8.self)
  }
}
