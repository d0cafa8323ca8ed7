import Diagnostics
import Hashing
import SourceText

/// Names findings so that they are recognised after the lines around them moved.
///
/// A fingerprint is made of the rule, the file, the text the finding stands in and, for like ones, their number in the
/// file. Lines and columns have no part in it: a line added above changes nothing.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  /// The fingerprint of a finding: 64 hexadecimal digits. Call it in the order of the findings of a file.
  mutating func next(_ finding: Finding, in source: SourceFile, path: String) -> String {
    let line = source.line(at: finding.range.lowerBound)
    let text = source[source.lineRange(line)].split(separator: " ").joined(separator: " ")
    let key = [finding.rule, path, text]
    let name = ContentHash(of: key).hex
    let count = seen[name, default: 0]
    seen[name] = count + 1
    return count == 0 ? name : ContentHash(of: key + [String(count)]).hex
  }
}
