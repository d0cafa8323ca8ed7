public import SourceText

/// One thing wrong with a catalogue file.
public struct CatalogProblem: Sendable, Equatable {
  /// Where.
  public let place: Place
  /// What is so, in one sentence without final full stop.
  public let message: String
  /// What to do about it.
  public let help: String
  /// Another place to look at, such as the first of two entities with one name; it may be in another file.
  public let related: Place?

  /// Tells a problem.
  public init(_ message: String, at place: Place, help: String, related: Place? = nil) {
    self.place = place
    self.message = message
    self.help = help
    self.related = related
  }
}
