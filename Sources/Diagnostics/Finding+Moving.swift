extension Finding {
  /// The finding after bytes beside it were removed from its file.
  ///
  /// - Parameter removed: the bytes that went, by position, without overlaps.
  public func moved(pastRemoved removed: [Range<Int>]) -> Finding {
    func moved(_ offset: Int) -> Int {
      offset - removed.reduce(0) { $0 + max(0, min(offset, $1.upperBound) - $1.lowerBound) }
    }
    func moved(_ range: Range<Int>) -> Range<Int> { moved(range.lowerBound)..<moved(range.upperBound) }
    var finding = Finding(
      rule: rule, severity: severity, message: message, range: moved(range), help: help,
      related: related.map { other in
        other.path == nil ? Related(range: moved(other.range), message: other.message) : other
      },
      fix: fix.map { Fix(range: moved($0.range), replacement: $0.replacement, isSafe: $0.isSafe) },
      batch: batch)
    finding.identity = identity
    return finding
  }
}
