import Reporting
import Workspace

/// The reports of a run, written while documents are still being checked.
struct RunningReports {
  private var shown: any LintReport
  private var files: [(report: any LintReport, file: SpooledFile)] = []
  private var statistics: (table: StatisticsReport, show: (StatisticsReport) -> Void)? = nil
  private var totals = LintTotals()

  /// Starts with the report that goes to standard output.
  init(_ shown: any LintReport) { self.shown = shown }

  /// Counts the findings of each rule, too, for a table that `show` prints.
  mutating func count(_ show: @escaping (StatisticsReport) -> Void) {
    statistics = (StatisticsReport(), show)
  }

  /// Writes a report into a file, too.
  mutating func add(_ report: any LintReport, into file: SpooledFile) { files.append((report, file)) }

  /// Takes the next document.
  mutating func add(_ document: CheckedDocument) {
    totals.add(document)
    shown.add(document)
    statistics?.table.add(document)
    for index in files.indices { files[index].report.add(document) }
  }

  /// Ends all reports; gives everything counted.
  ///
  /// - Parameter rest: what was counted besides documents.
  /// - Throws: a `FileError` for a file that cannot be written.
  mutating func finish(_ rest: LintTotals) throws -> LintTotals {
    totals.add(rest: rest)
    shown.finish(totals)
    if let statistics { statistics.show(statistics.table) }
    for index in files.indices {
      files[index].report.finish(totals)
      try files[index].file.replace()
    }
    return totals
  }
}
