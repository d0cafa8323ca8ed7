public import Diagnostics

/// Colours of a terminal, or none.
public struct Palette: Sendable {
  /// Whether escape sequences are written at all.
  public let isOn: Bool

  /// Makes a palette; an empty one when `isOn` is false.
  public init(isOn: Bool) { self.isOn = isOn }

  /// Without colours.
  public static let plain = Palette(isOn: false)

  private func paint(_ code: String, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Strong text.
  public func bold(_ text: String) -> String { paint("1", text) }
  /// Text of less weight.
  public func dim(_ text: String) -> String { paint("2", text) }
  /// What blocks.
  public func red(_ text: String) -> String { paint("1;31", text) }
  /// What is in order.
  public func green(_ text: String) -> String { paint("1;32", text) }
  /// What should be better.
  public func yellow(_ text: String) -> String { paint("1;33", text) }
  /// Frames, gutters and places.
  public func blue(_ text: String) -> String { paint("1;34", text) }
  /// What is worth knowing.
  public func cyan(_ text: String) -> String { paint("1;36", text) }

  /// The colour of a severity.
  public func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: red(text)
    case .warning: yellow(text)
    case .note: cyan(text)
    }
  }
}
