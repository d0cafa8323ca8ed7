import Foundation
import TestSupport
import Testing

@Suite("prfaq lint on many documents")
struct StreamingTests {
  /// Documents enough that reports go out in several pieces.
  private func bench() throws -> Workbench {
    let flawed = try Workbench.sample("flawed")
    var files: [String: String] = [:]
    for number in 0..<60 { files["docs/\(number % 7)/plan\(number).md"] = flawed }
    return try Workbench(files)
  }

  @Test(
    "a report has the documents in the order of their paths, and is the same in a file",
    arguments: ["text", "concise", "json", "sarif", "github", "gitlab", "junit"])
  func order(_ format: String) throws {
    let bench = try bench()
    let shown = try bench.prfaq("lint", "docs", "--format", format)
    #expect(shown.status == 1)
    let file = try bench.prfaq("lint", "docs", "--format", "concise", "--report", "\(format)=report")
    #expect(file.status == 1)
    #expect(try bench.folder.read("report") == shown.stdout)
    #expect(try bench.folder.names() == ["docs", "report"])
    if format == "concise" {
      let paths = shown.stdout.split(separator: "\n").dropLast(2).map { line in
        String(line.prefix { $0 != ":" })
      }
      #expect(Set(paths).count == 60)
      #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  @Test("a document with links comes in its place, with the findings on its links")
  func links() throws {
    let key = "---\ndocument: prfaq\nkey: P%\n---\n"
    let needs = "\n## Customer needs\n\n- **N-1: A renter sees the bill.** At once.\n  - Priority: must\n"
    let text = "# PR/FAQ: Bill\n\n## Headline\n\nRenters see each bill\n"
    let bench = try Workbench([
      "a.md": key.replacingOccurrences(of: "%", with: "A") + text,
      "b.md": key.replacingOccurrences(of: "%", with: "B") + text + needs,
      "c.md": key.replacingOccurrences(of: "%", with: "C") + "<!-- prfaq-disable trace -->\n" + text + needs,
    ])
    let result = try bench.prfaq("lint", "--format", "json", ".")
    let output = try LintOutput(result)
    let paths = output.findings.map(\.path)
    #expect(paths == paths.sorted())
    #expect(Set(paths) == ["a.md", "b.md", "c.md"])
    let links = output.findings.filter { $0.rule.hasPrefix("trace/") }
    #expect(links.contains { $0.path == "b.md" })
    #expect(!links.contains { $0.path == "c.md" })
    // What comes through a pipe cannot be read again.
    let piped = try bench.prfaq(
      "lint", "--format", "json", "-", "--stdin-filename", "b.md", stdin: try bench.folder.read("b.md"))
    let alone = try bench.prfaq("lint", "--format", "json", "b.md")
    #expect(piped.stdout == alone.stdout)
  }
}
