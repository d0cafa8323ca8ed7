/// Decides which addresses a reader may follow from a report.
enum SafeLink {
  /// The address where it leads to the web or to a mailbox; nil for `javascript:`, `data:`, files, and paths that lead
  /// nowhere from where the report lies.
  static func address(_ address: String) -> String? {
    let start = address.prefix(8).lowercased()
    for scheme in ["https://", "http://", "mailto:"] where start.hasPrefix(scheme) { return address }
    return nil
  }
}
