public import SourceText

/// Shows a mistake in a file that is not a document, such as the configuration.
public enum ErrorReport {
  /// The message with the source line, the place underlined, and what to do.
  ///
  /// - Parameters:
  ///   - related: another place of the file to look at, shown with its line.
  ///   - elsewhere: a place of another file to look at, shown with its file and line.
  public static func text(
    _ message: String, at range: Range<Int>, in source: SourceFile, help: String, related: Range<Int>? = nil,
    elsewhere: (source: SourceFile, range: Range<Int>)? = nil, palette: Palette
  ) -> String {
    let ranges = [range] + (related.map { [$0] } ?? [])
    return self.text(
      message, at: range, in: SourceLines(source, keeping: ranges), help: help, related: related,
      elsewhere: elsewhere, palette: palette)
  }

  /// The same for a file of which only some lines are kept.
  public static func text(
    _ message: String, at range: Range<Int>, in source: SourceLines, help: String, related: Range<Int>? = nil,
    elsewhere: (source: SourceFile, range: Range<Int>)? = nil, palette: Palette
  ) -> String {
    let snippet = Snippet(source, width: 100, palette: palette)
    let other = elsewhere.map { elsewhere in
      Snippet(
        SourceLines(elsewhere.source, keeping: [elsewhere.range]), width: 100, palette: palette)
    }
    let gutter = max(
      snippet.gutter(for: range), related.map { snippet.gutter(for: $0) } ?? 1,
      elsewhere.flatMap { other?.gutter(for: $0.range) } ?? 1)
    let pad = String(repeating: " ", count: gutter)
    let frame = palette.blue(pad + " |") + "\n"
    let position = source.position(at: range.lowerBound)
    var text = palette.red("error") + palette.bold(": " + TerminalText.clean(message)) + "\n"
    text += palette.blue(pad + "-->")
    text += " \(TerminalText.clean(source.path)):\(position.line):\(position.column)\n" + frame
    for line in snippet.lines(for: range, gutter: gutter) { text += line + "\n" }
    if let related {
      for line in snippet.lines(for: related, gutter: gutter, mark: "-", severity: nil) {
        text += line + "\n"
      }
    }
    if let elsewhere, let other {
      let position = elsewhere.source.position(at: elsewhere.range.lowerBound)
      text += frame + palette.blue(pad + ":::")
      text += " \(TerminalText.clean(elsewhere.source.path)):\(position.line):\(position.column)\n" + frame
      for line in other.lines(for: elsewhere.range, gutter: gutter, mark: "-", severity: nil) {
        text += line + "\n"
      }
    }
    return text + frame + palette.bold("help:") + " " + TerminalText.clean(help) + "\n"
  }
}
