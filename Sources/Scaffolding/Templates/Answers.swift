/// What templates are filled with: names with their values.
public struct Answers: Sendable, Equatable {
  /// One value.
  public enum Value: Sendable, Equatable {
    /// A text of any kind; the schema says which.
    case text(String)
    /// Yes or no.
    case flag(Bool)
    /// Several things of one sort.
    case list([Answers])
  }

  private var values: [String: Value] = [:]

  /// Starts without any.
  public init() {}

  /// The value of a name; nil when there is none.
  public subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Sets a text.
  public mutating func set(_ name: String, _ text: String) { values[name] = .text(text) }
  /// Sets a number.
  public mutating func set(_ name: String, _ number: Int) { values[name] = .text(String(number)) }
  /// Sets yes or no.
  public mutating func set(_ name: String, _ flag: Bool) { values[name] = .flag(flag) }
  /// Sets a list.
  public mutating func set(_ name: String, _ list: [Answers]) { values[name] = .list(list) }

  /// All names, sorted.
  public var names: [String] { values.keys.sorted() }
}
