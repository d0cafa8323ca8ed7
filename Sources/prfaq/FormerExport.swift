import Backlogs
import Glibc
import Workspace

/// Tells a file that an earlier export wrote from one that somebody wrote.
enum FormerExport {
  /// Refuses a file that is no former export of the same format as this program wrote it.
  ///
  /// A table that a spreadsheet has saved again has lost its quotation marks, and a board in which somebody ticked a box
  /// no longer has the sum at its end; both are what a person wrote.
  static func check(_ path: String, _ format: BacklogFormat) throws {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > 0 else { return }
    let bytes = try FileReader.read(path, limit: 1 << 30)
    guard !isExport(bytes, format) else { return }
    throw Failure(
      "\(path) is there already, and it is not as an export in this format left it",
      help: "Choose another name, or replace it with --force.")
  }

  private static func isExport(_ bytes: [UInt8], _ format: BacklogFormat) -> Bool {
    func begins(_ text: String) -> Bool { bytes.starts(with: Array(text.utf8)) }
    switch format {
    case .json: return begins("{\n  \"formatVersion\": \"1.") && bytes.suffix(2).elementsEqual("}\n".utf8)
    case .jsonl, .github: return begins("{\"id\":\"") && bytes.suffix(2).elementsEqual("}\n".utf8)
    case .csv: return begins(BacklogCSV.columns.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n")
    case .jiraCSV:
      return begins(
        "\"Issue Type\",\"Issue ID\",\"Parent\",\"Summary\",\"Description\",\"Priority\",\"Labels\"")
    case .markdown: return BacklogMarkdown.isUntouched(bytes)
    }
  }
}
