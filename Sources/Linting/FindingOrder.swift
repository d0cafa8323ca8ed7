public import Diagnostics

/// The order in which findings are shown: by place, then by rule.
public enum FindingOrder {
  static func sort(_ findings: inout [Finding]) {
    // They come rule by rule, each by position: most documents have few.
    if findings.count > 40 {
      let unsorted = findings
      var order = Array(findings.indices)
      // Findings are large: places in a list are sorted.
      order.sort {
        isBefore(unsorted[$0], unsorted[$1]) || !isBefore(unsorted[$1], unsorted[$0]) && $0 < $1
      }
      findings = order.map { unsorted[$0] }
      return
    }
    findings.withUnsafeMutableBufferPointer { findings in
      guard let base = findings.baseAddress else { return }
      for index in findings.indices.dropFirst() where isBefore(base[index], base[index - 1]) {
        var at = index - 1
        while at > 0, isBefore(base[index], base[at - 1]) { at -= 1 }
        // From `at` to `index` all go one place on, and the one behind them comes first: nothing is counted or copied.
        let finding = (base + index).move()
        (base + at + 1).moveInitialize(from: base + at, count: index - at)
        (base + at).initialize(to: finding)
      }
    }
  }

  /// Whether a finding is shown before another.
  @inline(__always)
  public static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.range.upperBound != right.range.upperBound {
      return left.range.upperBound < right.range.upperBound
    }
    return left.rule < right.rule
  }
}
