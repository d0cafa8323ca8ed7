import Testing
import Foundation

/// The examples of the CommonMark specification, as Debian ships them with goldmark.
struct SpecExample: Decodable, Sendable, CustomTestStringConvertible {
  let markdown: String
  let example: Int

  var testDescription: String { "example \(example)" }

  static let path = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"

  /// All examples; empty when the package is not installed.
  static let all: [SpecExample] = {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return (try? JSONDecoder().decode([SpecExample].self, from: data)) ?? []
  }()
}
