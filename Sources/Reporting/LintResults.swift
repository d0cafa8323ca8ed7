public import Diagnostics
public import SourceText

/// What one document gave: its findings, and of its text no more than reports show of them.
public struct CheckedDocument: Sendable {
  /// The lines on which findings stand.
  public let source: SourceLines
  /// Its findings, in the order they are shown.
  public let findings: [Finding]
  /// Whether it was checked as a draft, where what is missing or open is only noted.
  public let isDraft: Bool
  /// Whether it was recognised as a PR/FAQ.
  public let isRecognised: Bool
  /// Whether it is a catalogue file and no document.
  public let isCatalog: Bool

  /// Makes the result of one document.
  public init(
    source: SourceFile, findings: [Finding], isDraft: Bool = false, isRecognised: Bool = true,
    isCatalog: Bool = false
  ) {
    self.init(
      source: CheckedDocument.lines(of: source, findings), findings: findings, isDraft: isDraft,
      isRecognised: isRecognised, isCatalog: isCatalog)
  }

  private init(
    source: SourceLines, findings: [Finding], isDraft: Bool, isRecognised: Bool, isCatalog: Bool
  ) {
    self.isCatalog = isCatalog
    self.source = source
    self.findings = findings
    self.isDraft = isDraft
    self.isRecognised = isRecognised
  }

  /// Number of findings of a severity.
  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The same document with some of its findings only.
  public func with(_ findings: [Finding]) -> CheckedDocument {
    CheckedDocument(
      source: source, findings: findings, isDraft: isDraft, isRecognised: isRecognised, isCatalog: isCatalog)
  }

  /// The same document with other findings.
  ///
  /// - Parameter file: the document itself, in which they stand.
  public func with(_ findings: [Finding], in file: SourceFile) -> CheckedDocument {
    CheckedDocument(
      source: CheckedDocument.lines(of: file, findings), findings: findings, isDraft: isDraft,
      isRecognised: isRecognised, isCatalog: isCatalog)
  }

  private static func lines(of source: SourceFile, _ findings: [Finding]) -> SourceLines {
    var ranges: [Range<Int>] = []
    for finding in findings {
      ranges.append(finding.range)
      if let fix = finding.fix { ranges.append(fix.range) }
      for related in finding.related where related.path == nil { ranges.append(related.range) }
    }
    return SourceLines(source, keeping: ranges)
  }
}

/// The documents of a run, and what was counted besides.
public struct LintResults: Sendable {
  /// The documents checked, in the order they are shown.
  public var documents: [CheckedDocument]
  /// What was looked at besides them, and left out of them.
  public var rest: LintTotals

  /// Collects results.
  public init(
    documents: [CheckedDocument], otherFiles: Int = 0, closedDocuments: Int = 0, unreadFiles: Int = 0,
    isPartial: Bool = false
  ) {
    self.documents = documents
    rest = LintTotals(isPartial: isPartial)
    rest.otherFiles = otherFiles
    rest.closedDocuments = closedDocuments
    rest.unreadFiles = unreadFiles
  }

  /// Everything counted.
  public var totals: LintTotals {
    var totals = LintTotals()
    for document in documents { totals.add(document) }
    totals.add(rest: rest)
    return totals
  }
}

/// What is counted over a run: all that the last lines of a report need, however many documents there were.
public struct LintTotals: Sendable {
  /// Documents and catalogue files, recognised or not.
  public private(set) var documents = 0
  /// PR/FAQs checked.
  public private(set) var recognised = 0
  /// Named files that are no PR/FAQs.
  public private(set) var unrecognised = 0
  /// Whether a document was checked as a draft.
  public private(set) var hasDrafts = false
  /// Markdown files found in folders that are no PR/FAQs.
  public var otherFiles = 0
  /// PR/FAQs left out because they are launched or rejected.
  public var closedDocuments = 0
  /// Files that could not be read.
  public var unreadFiles = 0
  /// Whether only some rules ran, so that silence does not mean ready.
  public var isPartial: Bool
  /// Findings left out because a baseline knows them.
  public var knownFindings = 0
  /// Findings left out because they stand on lines that did not change.
  public var unchangedFindings = 0
  /// By the rank of a severity; nil where there is none of it.
  private var findings: [Findings?] = Array(repeating: nil, count: Severity.allCases.count)

  /// The findings of a severity: their number, and where the first stands.
  private struct Findings {
    var count = 0
    let path: String
    let line: Int
  }

  /// Starts with nothing.
  public init(isPartial: Bool = false) { self.isPartial = isPartial }

  /// Counts the next document.
  public mutating func add(_ document: CheckedDocument) {
    documents += 1
    if !document.isRecognised { unrecognised += 1 }
    if document.isRecognised, !document.isCatalog { recognised += 1 }
    if document.isDraft { hasDrafts = true }
    for finding in document.findings {
      let rank = finding.severity.rank
      if findings[rank] == nil {
        findings[rank] = Findings(
          path: document.source.path, line: document.source.line(at: finding.range.lowerBound))
      }
      findings[rank]?.count += 1
    }
  }

  /// Adds what was counted besides documents.
  public mutating func add(rest: LintTotals) {
    otherFiles += rest.otherFiles
    closedDocuments += rest.closedDocuments
    unreadFiles += rest.unreadFiles
    isPartial = isPartial || rest.isPartial
    knownFindings += rest.knownFindings
    unchangedFindings += rest.unchangedFindings
  }

  /// Number of findings of a severity.
  public func count(_ severity: Severity) -> Int { findings[severity.rank]?.count ?? 0 }

  /// The gravest finding's severity; nil when there is none.
  public var worst: Severity? { Severity.allCases.last { count($0) > 0 } }

  /// Where the first finding of a severity stands.
  func first(_ severity: Severity) -> (path: String, line: Int)? {
    findings[severity.rank].map { ($0.path, $0.line) }
  }
}
