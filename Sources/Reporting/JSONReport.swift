import Diagnostics
import SourceText

/// The report a program reads. Columns are 1-based and count Unicode scalars; `endColumn` is exclusive.
public struct JSONReport: LintReport {
  /// Version of the format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  private var json = JSONWriter()
  private var output: ReportOutput

  /// Starts a report whose bytes go to `send`.
  public init(to send: @escaping ([UInt8]) -> Void) {
    output = ReportOutput(send)
    json.beginObject()
    json.field("formatVersion", Self.formatVersion)
    json.key("findings")
    json.beginArray()
  }

  /// Writes the findings of the next document.
  public mutating func add(_ document: CheckedDocument) {
    for finding in document.findings { Self.write(finding, of: document, to: &json) }
    output.take(&json)
  }

  /// Ends with the counts.
  public mutating func finish(_ totals: LintTotals) {
    json.endArray()
    json.key("summary")
    json.object {
      $0.field("documents", totals.recognised)
      $0.field("otherFilesSkipped", totals.otherFiles)
      $0.field("closedDocumentsSkipped", totals.closedDocuments)
      $0.field("filesNotRead", totals.unreadFiles)
      if totals.knownFindings > 0 { $0.field("baselineFindingsLeftOut", totals.knownFindings) }
      if totals.unchangedFindings > 0 { $0.field("unchangedFindingsLeftOut", totals.unchangedFindings) }
      $0.field("errors", totals.count(.error))
      $0.field("warnings", totals.count(.warning))
      $0.field("notes", totals.count(.note))
    }
    json.endObject()
    json.finish()
    output.take(&json, isLast: true)
  }

  private static func write(_ finding: Finding, of document: CheckedDocument, to json: inout JSONWriter) {
    json.object {
      $0.field("rule", finding.rule)
      $0.field("severity", finding.severity.rawValue)
      $0.field("message", finding.message)
      $0.field("path", document.source.path)
      write(finding.range, in: document.source, to: &$0)
      $0.field("help", finding.help)
      if let section = finding.identity?.section, !section.isEmpty { $0.field("section", section) }
      if let fix = finding.fix {
        $0.key("fix")
        $0.object {
          $0.field("safe", fix.isSafe)
          $0.field("replacement", fix.replacement)
          write(fix.range, in: document.source, to: &$0)
        }
      }
      guard !finding.related.isEmpty else { return }
      $0.key("related")
      $0.array {
        for related in finding.related {
          $0.object {
            $0.field("message", related.message)
            $0.field("path", related.path ?? document.source.path)
            // Bytes of another file cannot be turned into lines here.
            if let place = related.place {
              write(place.start, place.end, to: &$0)
            } else if related.path == nil {
              write(related.range, in: document.source, to: &$0)
            }
          }
        }
      }
    }
  }

  private static func write(_ range: Range<Int>, in source: SourceLines, to json: inout JSONWriter) {
    write(source.position(at: range.lowerBound), source.position(at: range.upperBound), to: &json)
  }

  private static func write(_ start: Position, _ end: Position, to json: inout JSONWriter) {
    json.field("line", start.line)
    json.field("column", start.column)
    json.field("endLine", end.line)
    json.field("endColumn", end.column)
  }
}
