public import Diagnostics
public import SourceText

/// What one document gave.
public struct CheckedDocument: Sendable {
  /// The file.
  public let source: SourceFile
  /// Its findings, in the order they are shown.
  public let findings: [Finding]
  /// Whether it was checked as a draft, where what is missing or open is only noted.
  public let isDraft: Bool
  /// Whether it was recognised as a PR/FAQ.
  public let isRecognised: Bool

  /// Whether it is a catalogue file and no document.
  public let isCatalog: Bool

  /// The same document with other findings.
  public func with(_ findings: [Finding]) -> CheckedDocument {
    CheckedDocument(
      source: source, findings: findings, isDraft: isDraft, isRecognised: isRecognised, isCatalog: isCatalog)
  }

  /// Makes the result of one document.
  public init(
    source: SourceFile, findings: [Finding], isDraft: Bool = false, isRecognised: Bool = true,
    isCatalog: Bool = false
  ) {
    self.isCatalog = isCatalog
    self.source = source
    self.findings = findings
    self.isDraft = isDraft
    self.isRecognised = isRecognised
  }

  /// Number of findings of a severity.
  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// What a run over many files gave.
public struct LintResults: Sendable {
  /// The documents checked, in the order they are shown.
  public var documents: [CheckedDocument]
  /// Markdown files found in folders that are no PR/FAQs.
  public var otherFiles: Int
  /// PR/FAQs left out because they are launched or rejected.
  public var closedDocuments: Int
  /// Files that could not be read.
  public var unreadFiles: Int
  /// Whether only some rules ran, so that silence does not mean ready.
  public var isPartial: Bool
  /// Findings left out because a baseline knows them.
  public var knownFindings = 0
  /// Findings left out because they stand on lines that did not change.
  public var unchangedFindings = 0

  /// Collects results.
  public init(
    documents: [CheckedDocument], otherFiles: Int = 0, closedDocuments: Int = 0, unreadFiles: Int = 0,
    isPartial: Bool = false
  ) {
    self.documents = documents
    self.otherFiles = otherFiles
    self.closedDocuments = closedDocuments
    self.unreadFiles = unreadFiles
    self.isPartial = isPartial
  }

  /// Number of findings of a severity over all documents.
  public func count(_ severity: Severity) -> Int { documents.reduce(0) { $0 + $1.count(severity) } }

  /// The gravest finding's severity; nil when there is none.
  public var worst: Severity? { Severity.allCases.last { count($0) > 0 } }

  /// Number of PR/FAQs checked.
  public var recognised: Int { documents.count { $0.isRecognised && !$0.isCatalog } }
}
