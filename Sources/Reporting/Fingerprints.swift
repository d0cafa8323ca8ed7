import Diagnostics
import Hashing

/// Names findings for programs that compare runs.
///
/// A fingerprint is made of the finding's identity, which baselines know it by, of its file and, for like ones, of their
/// number. Lines, columns and places of the machine have no part in it: a line added above changes nothing.
struct Fingerprints {
  /// How often each was given; a few bytes for each, as there may be hundreds of thousands.
  private var seen: [UInt64: Int] = [:]

  /// The fingerprint of a finding: 64 hexadecimal digits, unlike all others of the run. Call it in the order of the
  /// findings.
  ///
  /// - Parameter path: the file as reports name it.
  mutating func next(_ finding: Finding, path: String) -> String {
    let parts = [Self.stable(path), finding.identity?.fingerprint ?? finding.rule]
    let hash = ContentHash(of: parts)
    let key = hash.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    let count = seen[key, default: 0]
    seen[key] = count + 1
    return count == 0 ? hash.hex : ContentHash(of: parts + [String(count)]).hex
  }

  /// A path outside the repository is known by its name only: where it lies differs between machines.
  private static func stable(_ path: String) -> String {
    guard path.hasPrefix("/") || path.hasPrefix("../") else { return path }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}
