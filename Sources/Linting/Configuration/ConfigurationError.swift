import Diagnostics

/// Why a configuration file cannot be used.
public struct ConfigurationError: Error, Sendable, Equatable {
  /// What is wrong, without a full stop.
  public let message: String
  /// The bytes of the file concerned.
  public let range: Range<Int>
  /// What to do about it, as a sentence.
  public let help: String
  /// Another place to look at.
  public let related: Range<Int>?

  /// Makes an error.
  public init(_ message: String, at range: Range<Int>, help: String, related: Range<Int>? = nil) {
    self.message = message
    self.range = range
    self.help = help
    self.related = related
  }

  /// An error for a word that is none of those allowed.
  static func unknown(
    _ message: String, _ word: String, at range: Range<Int>, in words: [String]
  ) -> ConfigurationError {
    if let near = Spelling.nearest(to: word, in: words) {
      return ConfigurationError(message, at: range, help: "Did you mean \"\(near)\"?")
    }
    return ConfigurationError(message, at: range, help: "Use one of \(words.joined(separator: ", ")).")
  }
}
