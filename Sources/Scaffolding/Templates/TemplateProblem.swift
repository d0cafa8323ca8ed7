public import SourceText

/// A mistake in a template or a manifest, at a place in it.
public struct TemplateProblem: Error, Sendable {
  /// The file it is in.
  public let source: SourceFile
  /// The bytes concerned.
  public let range: Range<Int>
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// What to do about it: a sentence.
  public let help: String

  init(_ message: String, at range: Range<Int>, in source: SourceFile, help: String) {
    self.source = source
    self.range = range
    self.message = message
    self.help = help
  }
}
