public import Diagnostics

/// What of a baseline was found again in a run.
public struct BaselineMatch: Sendable {
  /// Per document, the findings that are not in the baseline.
  public private(set) var new: [[Finding]] = []
  /// Number of findings that are in it.
  public private(set) var known = 0
  /// Entries whose finding is gone.
  public private(set) var settled: [Baseline.Entry] = []
  /// The baseline as it should be: entries found again as they are today, and those nobody looked for.
  public private(set) var current: [Baseline.Entry] = []

  /// Compares a baseline with the findings of a run.
  ///
  /// An entry first stands for a finding in the same section, then for one of the same text elsewhere in the file
  /// (a heading was renamed), then for one in a file of another name (the file was renamed).
  ///
  /// - Parameters:
  ///   - documents: the findings, by path relative to the folder of the baseline.
  ///   - isCovered: whether the run looked for what an entry stands for.
  ///   - isGone: whether there is no file at a path any more.
  public init(
    _ baseline: Baseline, _ documents: [(path: String, findings: [Finding])],
    isCovered: (Baseline.Entry) -> Bool, isGone: (String) -> Bool
  ) {
    var left = Array(repeating: true, count: baseline.entries.count)
    var isKnown = documents.map { Array(repeating: false, count: $0.findings.count) }

    /// Takes for each open finding the first open entry with the same key.
    func match(
      _ keyOfEntry: (Baseline.Entry) -> Baseline.Entry?, _ keyOfFinding: (Baseline.Entry) -> Baseline.Entry
    ) {
      var open: [Baseline.Entry: [Int]] = [:]
      for (index, entry) in baseline.entries.enumerated().reversed() where left[index] {
        if let key = keyOfEntry(entry) { open[key, default: []].append(index) }
      }
      if open.isEmpty { return }
      for (at, document) in documents.enumerated() {
        for (place, finding) in document.findings.enumerated() where !isKnown[at][place] {
          guard let entry = Baseline.Entry(finding, path: document.path),
            let index = open[keyOfFinding(entry)]?.popLast()
          else { continue }
          left[index] = false
          isKnown[at][place] = true
        }
      }
    }
    func key(_ entry: Baseline.Entry, path: Bool = true, section: Bool = true) -> Baseline.Entry {
      Baseline.Entry(
        path: path ? entry.path : "", rule: entry.rule, section: section ? entry.section : "",
        fingerprint: entry.fingerprint)
    }
    match({ $0 }, { $0 })
    match({ key($0, section: false) }, { key($0, section: false) })
    var gone: [String: Bool] = [:]
    func isGoneOnce(_ path: String) -> Bool {
      if let known = gone[path] { return known }
      let answer = isGone(path)
      gone[path] = answer
      return answer
    }
    match({ isGoneOnce($0.path) ? key($0, path: false) : nil }, { key($0, path: false) })

    for (at, document) in documents.enumerated() {
      new.append(document.findings.indices.filter { !isKnown[at][$0] }.map { document.findings[$0] })
      for (place, finding) in document.findings.enumerated() where isKnown[at][place] {
        known += 1
        if let entry = Baseline.Entry(finding, path: document.path) { current.append(entry) }
      }
    }
    for (index, entry) in baseline.entries.enumerated() where left[index] {
      if isCovered(entry) || isGoneOnce(entry.path) { settled.append(entry) } else { current.append(entry) }
    }
    current.sort()
  }
}
