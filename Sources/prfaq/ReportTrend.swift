import Reports
import SourceText

/// Whether a report shows where its documents came from, and what is said where it cannot.
struct ReportTrend {
  /// Where to begin, as the user named it.
  let since: String?
  let isWanted: Bool

  /// The points before now; nil where there are none. One document alone has a trend only if the user asks for it.
  ///
  /// - Parameter remarks: gets a line where the user asked for what is not there.
  func history(_ reader: ReportHistory, _ remarks: inout String) throws -> History? {
    guard isWanted, since != nil || reader.sources.count > 1 else { return nil }
    let paths = reader.sources.map(\.path)
    guard let found = try GitHistory(paths, since: since) else {
      if since != nil {
        remarks += "note: no trend: \(paths[0]) is in no git repository, or git is not installed\n"
      }
      return nil
    }
    guard let history = try reader.read(found, since: since) else {
      if let since { remarks += "note: no trend: these documents are as they were at \(since)\n" }
      return nil
    }
    return history
  }
}
