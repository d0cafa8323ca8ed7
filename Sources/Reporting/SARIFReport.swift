import Diagnostics
import SourceText

/// SARIF 2.1.0, which code hosts and editors read.
///
/// Paths are relative to the top of the repository, regions have ends, columns count Unicode scalars, and each result
/// has a fingerprint that survives edits elsewhere. Written document by document.
public struct SARIFReport: LintReport {
  private let context: ReportContext
  private var output: ReportOutput
  /// The rules that found something stand before the first finding, so that all findings have to wait.
  private var waiting: [CheckedDocument] = []

  /// Starts a report whose bytes go to `send`.
  public init(_ context: ReportContext, to send: @escaping ([UInt8]) -> Void) {
    self.context = context
    output = ReportOutput(send)
  }

  /// Keeps the findings of the next document.
  public mutating func add(_ document: CheckedDocument) {
    if !document.findings.isEmpty { waiting.append(document) }
  }

  /// Writes everything.
  public mutating func finish(_ totals: LintTotals) {
    var json = JSONWriter()
    json.beginObject()
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.field("version", "2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    let names = Set(waiting.flatMap { $0.findings.lazy.map(\.rule) })
    // In the order of their names.
    let used = context.rules().filter { names.contains($0.name) }
    json.key("tool")
    json.object {
      $0.key("driver")
      $0.object {
        $0.field("name", "prfaq")
        $0.field("version", context.version)
        $0.key("rules")
        $0.array { for rule in used { Self.write(rule, to: &$0) } }
      }
    }
    json.field("columnKind", "unicodeCodePoints")
    json.key("results")
    json.beginArray()
    let index = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1.name, $0) })
    var fingerprints = Fingerprints()
    for document in waiting {
      let path = context.path(document.source.path)
      let place = Artifact(path)
      for finding in document.findings {
        let fingerprint = fingerprints.next(finding, path: path)
        Self.write(finding, document, place, fingerprint, index[finding.rule], context, to: &json)
      }
      output.take(&json)
    }
    waiting = []
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.finish()
    output.take(&json, isLast: true)
  }

  /// A file as results name it.
  private struct Artifact {
    let uri: String
    let isRelative: Bool

    init(_ path: String) {
      isRelative = !path.hasPrefix("/")
      uri = isRelative ? encoded(path) : "file://" + encoded(path)
    }
  }

  private static func write(_ rule: RuleInfo, to json: inout JSONWriter) {
    json.object {
      $0.field("id", rule.name)
      $0.key("shortDescription")
      $0.object { $0.field("text", rule.summary) }
      $0.key("fullDescription")
      $0.object { $0.field("text", rule.why) }
      $0.key("help")
      $0.object {
        let hint = "prfaq explain \(rule.name)"
        $0.field("text", "\(rule.summary) \(rule.why) More, with examples: \(hint)")
        $0.field("markdown", "**\(rule.summary)**\n\n\(rule.why)\n\nMore, with examples: `\(hint)`")
      }
      if let address = rule.address { $0.field("helpUri", address) }
      $0.key("defaultConfiguration")
      $0.object {
        $0.field("level", rule.severity?.rawValue ?? "none")
        if rule.severity == nil { $0.field("enabled", false) }
      }
    }
  }

  private static func write(
    _ finding: Finding, _ document: CheckedDocument, _ path: Artifact, _ fingerprint: String, _ index: Int?,
    _ context: ReportContext, to json: inout JSONWriter
  ) {
    json.object {
      $0.field("ruleId", finding.rule)
      if let index { $0.field("ruleIndex", index) }
      $0.field("level", finding.severity.rawValue)
      $0.key("message")
      $0.object { $0.field("text", sentence(finding.message) + " " + finding.help) }
      $0.key("locations")
      $0.array { location(path, region(finding.range, document.source), nil, to: &$0) }
      if !finding.related.isEmpty {
        $0.key("relatedLocations")
        $0.array {
          for related in finding.related {
            let place = related.place.map { ($0.start, $0.end) }
            let here = related.path == nil ? region(related.range, document.source) : place
            location(related.path.map { Artifact(context.path($0)) } ?? path, here, related.message, to: &$0)
          }
        }
      }
      $0.key("partialFingerprints")
      $0.object { $0.field("prfaq/v2", fingerprint) }
      if let fix = finding.fix {
        $0.key("fixes")
        $0.array { write(fix, finding.help, path, document.source, to: &$0) }
      }
    }
  }

  private static func sentence(_ text: String) -> String {
    ".!?".contains(text.last ?? " ") ? text : text + "."
  }

  private static func region(_ range: Range<Int>, _ source: SourceLines) -> (Position, Position) {
    (source.position(at: range.lowerBound), source.position(at: range.upperBound))
  }

  private static func location(
    _ path: Artifact, _ region: (Position, Position)?, _ message: String?, to json: inout JSONWriter
  ) {
    json.object {
      $0.key("physicalLocation")
      $0.object {
        artifact(path, to: &$0)
        if let region {
          $0.key("region")
          $0.object { write(region, to: &$0) }
        }
      }
      if let message {
        $0.key("message")
        $0.object { $0.field("text", message) }
      }
    }
  }

  private static func write(_ region: (Position, Position), to json: inout JSONWriter) {
    json.field("startLine", region.0.line)
    json.field("startColumn", region.0.column)
    json.field("endLine", region.1.line)
    json.field("endColumn", region.1.column)
  }

  private static func artifact(_ artifact: Artifact, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object {
      $0.field("uri", artifact.uri)
      if artifact.isRelative { $0.field("uriBaseId", "%SRCROOT%") }
    }
  }

  private static func write(
    _ fix: Fix, _ help: String, _ path: Artifact, _ source: SourceLines, to json: inout JSONWriter
  ) {
    json.object {
      $0.key("description")
      $0.object { $0.field("text", help) }
      $0.key("artifactChanges")
      $0.array {
        $0.object {
          artifact(path, to: &$0)
          $0.key("replacements")
          $0.array {
            $0.object {
              $0.key("deletedRegion")
              $0.object { write(region(fix.range, source), to: &$0) }
              $0.key("insertedContent")
              $0.object { $0.field("text", fix.replacement) }
            }
          }
        }
      }
    }
  }

  /// A path as a URI reference: everything but unreserved characters and `/` in percent form.
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      let lower = byte | 0x20
      if lower &- 0x61 < 26 && byte < 0x80 || byte &- 0x30 < 10 || "-._~/".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
