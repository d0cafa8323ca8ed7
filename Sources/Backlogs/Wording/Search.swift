extension StringProtocol {
  /// The first place where another text occurs, byte by byte; nil where it does not.
  func firstRange(of other: String) -> Range<Index>? {
    let sought = Array(other.utf8)
    guard let lead = sought.first else { return nil }
    let bytes = utf8
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == lead {
        var end = at
        var matched = 0
        while matched < sought.count, end < bytes.endIndex, bytes[end] == sought[matched] {
          matched += 1
          end = bytes.index(after: end)
        }
        if matched == sought.count { return at..<end }
      }
      at = bytes.index(after: at)
    }
    return nil
  }

  /// Whether another text occurs in it.
  func holds(_ other: String) -> Bool { firstRange(of: other) != nil }
}
