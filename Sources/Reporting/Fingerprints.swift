import Diagnostics
import Hashing
import SourceText

/// Names findings so that they are recognised after the lines around them moved.
///
/// A fingerprint is made of the rule, the file, the text the finding stands in and, for like ones, their number in the
/// file. Lines and columns have no part in it: a line added above changes nothing.
struct Fingerprints {
  private let source: SourceLines
  private let path: String
  private var seen: [ContentHash: Int] = [:]
  /// The line asked for last, its text with single blanks: findings come line by line.
  private var line = 0
  private var text = ""

  /// Prepares for the findings of one file.
  init(_ source: SourceLines, path: String) {
    self.source = source
    self.path = path
  }

  /// The fingerprint of a finding: 64 hexadecimal digits. Call it in the order of the findings of the file.
  mutating func next(_ finding: Finding) -> String {
    let number = source.line(at: finding.range.lowerBound)
    if number != line {
      line = number
      text = Self.singleBlanks(source[source.lineRange(number)])
    }
    let key = [finding.rule, path, text]
    let name = ContentHash(of: key)
    let count = seen[name, default: 0]
    seen[name] = count + 1
    return count == 0 ? name.hex : ContentHash(of: key + [String(count)]).hex
  }

  /// The text of a line with one blank between words and none around them.
  private static func singleBlanks(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: Array(bytes.split(separator: 0x20).joined(separator: [0x20])), as: UTF8.self)
    }
    // A blank with an accent on it is a letter of its own.
    return String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }
}
