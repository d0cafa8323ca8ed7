import Diagnostics
import Foundation
import Reporting
import SourceText
import Testing

@Suite struct ReportTests {
  private static let source = SourceFile("# Plan\n\nThe price is TBD.\nSold by Ada.\n", path: "plan.md")
  private static let placeholder = Finding(
    rule: "structure/placeholder-left", severity: .error, message: "\"TBD\" is a placeholder", range: 21..<24,
    help: "Write the price.")
  private static let quote = Finding(
    rule: "writing/hype", severity: .warning, message: "twice \"Ada\"", range: 34..<37,
    help: "Say it once.", related: [Finding.Related(range: 2..<6, message: "first here")])

  private static func checked(_ findings: [Finding], isDraft: Bool = false) -> CheckedDocument {
    CheckedDocument(source: source, findings: findings, isDraft: isDraft)
  }

  /// What a text report says of documents, without its last lines.
  private static func text(of documents: CheckedDocument..., palette: Palette = .plain) -> String {
    let all = Collected()
    var report = TextReport(
      width: 60, palette: palette, why: { $0 == "writing/hype" ? nil : "A reader stops at \($0)." },
      to: all.take)
    for document in documents { report.add(document) }
    report.finish(LintTotals())
    return String(all.text.dropLast("0 PR/FAQs checked.\n".count))
  }

  private static func concise(_ document: CheckedDocument) -> String {
    let all = Collected()
    var report = ConciseReport(to: all.take)
    report.add(document)
    report.finish(LintTotals())
    return all.text
  }

  /// The last lines of a report.
  private static func summary(of results: LintResults) -> String {
    let all = Collected()
    var report = ConciseReport(to: all.take)
    report.finish(results.totals)
    return all.text
  }

  /// What a report hands over.
  private final class Collected {
    var bytes: [UInt8] = []
    var text: String { String(decoding: bytes, as: UTF8.self) }
    func take(_ more: [UInt8]) { bytes += more }
  }

  @Test func framesEachFinding() {
    #expect(
      Self.text(of: Self.checked([Self.placeholder, Self.quote])) == """
        error[structure/placeholder-left]: "TBD" is a placeholder
         --> plan.md:3:14
          |
        3 | The price is TBD.
          |              ^^^
          |
        why: A reader stops at structure/placeholder-left.
        help: Write the price.

        warning[writing/hype]: twice "Ada"
         --> plan.md:4:9
          |
        4 | Sold by Ada.
          |         ^^^
         ::: plan.md:1:3: first here
        1 | # Plan
          |   ----
          |
        help: Say it once.


        """)
  }

  @Test func explainsARuleOnce() {
    let document = Self.checked([Self.placeholder])
    #expect(Self.text(of: document).contains("why: "))
    #expect(Self.text(of: document, document).components(separatedBy: "why: ").count == 2)
  }

  @Test func writesNoEscapeSequencesOfADocument() {
    let source = SourceFile("\u{1B}]0;title\u{7}TBD", path: "a\u{1B}[2J.md")
    let finding = Finding(
      rule: "a/b", severity: .note, message: "odd \u{1B}[0m", range: 10..<13, help: "Remove \u{9B}1m it.")
    let document = CheckedDocument(source: source, findings: [finding])
    let text = Self.text(of: document)
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    #expect(Self.concise(document).hasPrefix("a␛[2J.md:1:11: note a/b odd ␛[0m\n"))
  }

  @Test func writesOneLinePerFinding() {
    #expect(
      Self.concise(Self.checked([Self.placeholder, Self.quote])) == """
        plan.md:3:14: error structure/placeholder-left "TBD" is a placeholder
        plan.md:4:9: warning writing/hype twice "Ada"
        0 PR/FAQs checked.

        """)
  }

  @Test(arguments: [
    (
      LintResults(documents: [checked([placeholder, quote])]),
      "Not ready for review: 1 blocking, 1 to improve. Start with line 3."
    ),
    (
      LintResults(documents: [checked([quote])]),
      "Ready for review: nothing blocking, 1 to improve. Start with line 4."
    ),
    (LintResults(documents: [checked([])]), "Ready for review."),
  ])
  func saysWhetherADocumentIsReady(_ results: LintResults, _ verdict: String) {
    #expect(Self.summary(of: results) == "1 PR/FAQ checked.\n\(verdict)\n")
  }

  @Test func namesTheFileToStartWithAndCountsTheOthers() {
    let results = LintResults(
      documents: [Self.checked([]), Self.checked([Self.placeholder])], otherFiles: 212, closedDocuments: 2)
    #expect(
      Self.summary(of: results) == """
        2 PR/FAQs checked, 212 other files skipped, 2 launched or rejected skipped (--gate review checks them).
        Not ready for review: 1 blocking. Start with line 3 of plan.md.

        """)
  }

  @Test func neverCallsNothingReady() {
    #expect(
      Self.summary(of: LintResults(documents: [], otherFiles: 1))
        == "0 PR/FAQs checked, 1 other file skipped.\n")
    #expect(
      Self.summary(of: LintResults(documents: [Self.checked([])], unreadFiles: 1))
        == "1 PR/FAQ checked, 1 file not read.\n")
  }

  @Test(arguments: [
    ([], "The selected rules find nothing."),
    ([quote], "The selected rules find nothing blocking, 1 to improve. Start with line 4."),
    ([placeholder], "Not ready for review: 1 blocking. Start with line 3."),
  ])
  func doesNotCallADocumentReadyAfterSomeRulesOnly(_ findings: [Finding], _ verdict: String) {
    let results = LintResults(documents: [Self.checked(findings)], isPartial: true)
    #expect(Self.summary(of: results) == "1 PR/FAQ checked.\n\(verdict)\n")
  }

  @Test func doesNotCallADraftReady() {
    var note = Self.placeholder
    note.severity = .note
    #expect(
      Self.summary(of: LintResults(documents: [Self.checked([note], isDraft: true)])) == """
        1 PR/FAQ checked.
        Still a draft: nothing blocking, 1 note. See what review will ask with --gate review.

        """)
  }

  private struct Read: Decodable, Equatable {
    struct Finding: Decodable, Equatable {
      struct Related: Decodable, Equatable {
        let message: String
        let path: String
        let line: Int
        let column: Int
      }
      let rule, severity, message, path, help: String
      let line, column, endLine, endColumn: Int
      let related: [Related]?
    }
    let formatVersion: String
    let findings: [Finding]
    let summary: [String: Int]
  }

  @Test func writesJSON() throws {
    let all = Collected()
    var report = JSONReport(to: all.take)
    report.write(LintResults(documents: [Self.checked([Self.placeholder, Self.quote])], otherFiles: 3))
    let read = try JSONDecoder().decode(Read.self, from: Data(all.bytes))
    #expect(
      read
        == Read(
          formatVersion: "1.0",
          findings: [
            Read.Finding(
              rule: "structure/placeholder-left", severity: "error", message: "\"TBD\" is a placeholder",
              path: "plan.md", help: "Write the price.", line: 3, column: 14, endLine: 3, endColumn: 17,
              related: nil),
            Read.Finding(
              rule: "writing/hype", severity: "warning", message: "twice \"Ada\"", path: "plan.md",
              help: "Say it once.", line: 4, column: 9, endLine: 4, endColumn: 12,
              related: [Read.Finding.Related(message: "first here", path: "plan.md", line: 1, column: 3)]),
          ],
          summary: [
            "documents": 1, "otherFilesSkipped": 3, "closedDocumentsSkipped": 0, "filesNotRead": 0,
            "errors": 1,
            "warnings": 1, "notes": 0,
          ]))
  }

  @Test func countsJSONColumnsInScalars() throws {
    let source = SourceFile("“😀é” TBD\n", path: "a.md")
    let start = 3 + 4 + 2 + 3 + 1
    let finding = Finding(rule: "a/b", severity: .note, message: "m", range: start..<start + 3, help: "h")
    let all = Collected()
    var report = JSONReport(to: all.take)
    report.write(LintResults(documents: [CheckedDocument(source: source, findings: [finding])]))
    let read = try JSONDecoder().decode(Read.self, from: Data(all.bytes))
    #expect(read.findings.map(\.column) == [6])
    #expect(read.findings.map(\.endColumn) == [9])
  }

  @Test func paintsOnlyWhenAsked() {
    let text = Self.text(of: Self.checked([Self.placeholder]), palette: Palette(isOn: true))
    #expect(text.hasPrefix("\u{1B}[1;31merror[structure/placeholder-left]\u{1B}[0m"))
  }
}
