public import Diagnostics

/// Colours of a terminal, or none.
public struct Palette: Sendable {
  /// Whether escape sequences are written at all.
  public let isOn: Bool

  /// Makes a palette; an empty one when `isOn` is false.
  public init(isOn: Bool) { self.isOn = isOn }

  /// Without colours.
  public static let plain = Palette(isOn: false)

  /// What text is painted with.
  enum Brush {
    case bold, dim, red, green, yellow, blue, cyan

    /// That of a severity.
    static func severity(_ severity: Severity) -> Brush {
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    }

    fileprivate var code: StaticString {
      switch self {
      case .bold: "1"
      case .dim: "2"
      case .red: "1;31"
      case .green: "1;32"
      case .yellow: "1;33"
      case .blue: "1;34"
      case .cyan: "1;36"
      }
    }
  }

  private func paint(_ brush: Brush, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(brush.code)m\(text)\u{1B}[0m" : text
  }

  /// Strong text.
  public func bold(_ text: String) -> String { paint(.bold, text) }
  /// Text of less weight.
  public func dim(_ text: String) -> String { paint(.dim, text) }
  /// What blocks.
  public func red(_ text: String) -> String { paint(.red, text) }
  /// What is in order.
  public func green(_ text: String) -> String { paint(.green, text) }
  /// What should be better.
  public func yellow(_ text: String) -> String { paint(.yellow, text) }
  /// Frames, gutters and places.
  public func blue(_ text: String) -> String { paint(.blue, text) }
  /// What is worth knowing.
  public func cyan(_ text: String) -> String { paint(.cyan, text) }

  /// The colour of a severity.
  public func severity(_ severity: Severity, _ text: String) -> String { paint(.severity(severity), text) }

  /// Appends what `body` appends, painted; nothing around nothing. A string for each piece of a report would cost more
  /// than the piece.
  @inline(__always)
  func paint(_ brush: Brush, _ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
    guard isOn else { return body(&output) }
    let start = output.count
    output += [0x1B, 0x5B]
    brush.code.withUTF8Buffer { output.append(contentsOf: $0) }
    output.append(0x6D)
    let begun = output.count
    body(&output)
    if output.count == begun {
      output.removeLast(output.count - start)
    } else {
      output += "\u{1B}[0m".utf8
    }
  }
}

extension [UInt8] {
  /// Appends a byte several times.
  mutating func append(_ byte: UInt8, times: Int) {
    for _ in 0..<Swift.max(0, times) { append(byte) }
  }

  /// Appends a number.
  mutating func append(decimal number: Int) {
    if number < 0 { return append(contentsOf: String(number).utf8) }
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends a text.
  @inline(__always)
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
