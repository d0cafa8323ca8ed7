public import SourceText

/// A name in a label line, a citation or a catalogue that nothing has.
public struct DanglingName: Sendable, Equatable {
  /// What it should have been the name of.
  public enum Kind: String, Sendable {
    /// A need.
    case need
    /// A metric.
    case metric
    /// A service.
    case service
    /// An API of the catalogue.
    case api
    /// A store of the catalogue.
    case store
  }

  /// What it should have been the name of.
  public let kind: Kind
  /// The name as written.
  public let name: String
  /// Where it is written.
  public let place: Place
  /// Index of the document it is written in; nil for a catalogue file.
  public let document: Int?
  /// Whether everything that could have the name is known; where it is not, this is only worth a note.
  public let isCertain: Bool
  /// The nearest known name.
  public let suggestion: String?
  /// What the name is instead, such as "a need"; nil where it is nothing at all.
  public let instead: String?
}
