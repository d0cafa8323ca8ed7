import Glibc
import Hashing
import Reporting
import Reports
import Workspace

/// Where a report goes: a file, or a folder with a page per document.
struct ReportTarget {
  private let path: String
  private let format: ReportFormat
  private let isFolder: Bool
  /// Whether what a person wrote or edited is replaced, too.
  private let isForced: Bool
  /// The pages of the former run; empty for a file.
  private var former = ReportPages()
  /// Bytes from which on one page is slow to open.
  private static let largePage = 16 << 20

  /// Looks at what is there before anything is read, so that a mistake shows at once.
  ///
  /// - Throws: a `Failure` where something else than an untouched report would be replaced.
  init(_ path: String, _ format: ReportFormat, isForced: Bool) throws {
    self.format = format
    self.isForced = isForced
    isFolder = path.hasSuffix("/") || FilePath.isFolder(path)
    self.path = isFolder && path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if isFolder, format == .markdown {
      throw Failure("--format markdown writes one file", help: "Name a file, such as report.md.")
    }
    if isFolder {
      former = try ReportPages(in: folder, isForced: isForced)
    } else {
      try check(path)
    }
  }

  /// The folder, so that a slash and a name can follow.
  private var folder: String { path == "/" ? "" : path }

  private func check(_ path: String) throws {
    if isForced { return }
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > 0 else { return }
    let bytes = try FileReader.read(path, limit: 1 << 30)
    if PortfolioReport.isUntouched(bytes) { return }
    throw Failure(
      PortfolioReport.isReport(bytes)
        ? "\(path) is a report that was edited since"
        : "\(path) is there already, and it is no report of this program",
      help: "Choose another name, or replace it with --force.")
  }

  /// Writes everything, and gives a line that says so.
  func write(_ report: PortfolioReport) throws -> String {
    isFolder ? try writeFolder(report) : try writeFile(report)
  }

  private func writeFile(_ report: PortfolioReport) throws -> String {
    var bytes: [UInt8] = []
    switch format {
    case .markdown: bytes = Array(report.markdown().utf8)
    case .html: report.writePage { bytes += $0 }
    }
    try AtomicWriter.replace(path, bytes)
    var text = "Wrote \(TerminalText.clean(path)).\n"
    if bytes.count > ReportTarget.largePage {
      text +=
        "note: it has \(bytes.count >> 20) MB; with a folder, such as --output report/, each document has a page of its own\n"
    }
    return text
  }

  private func writeFolder(_ report: PortfolioReport) throws -> String {
    let names = report.fileNames()
    for name in names { try check("\(folder)/\(name)") }
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw Failure("cannot make the folder \(path): \(String(cString: strerror(errno)))")
    }
    var pages = ReportPages()
    // The index last: it leads to pages that are there.
    for number in names.indices.reversed() {
      var bytes: [UInt8] = []
      report.writeFile(number, of: names) { bytes += $0 }
      try AtomicWriter.replace("\(folder)/\(names[number])", bytes)
      pages.add(names[number], bytes)
    }
    // Only when no page leads to them any more, and before they are forgotten.
    let (removed, kept) = try former.removeAll(except: Set(names), in: folder)
    try pages.write(in: folder)
    let count = names.count - 1
    let shown = TerminalText.clean(path)
    var text = "Wrote \(count) \(count == 1 ? "page" : "pages") into \(shown). Open \(shown)/index.html.\n"
    if !removed.isEmpty {
      text +=
        "Removed \(removed.joined(separator: ", ")): \(removed.count == 1 ? "its document is" : "their documents are") not in this report.\n"
    }
    if !kept.isEmpty {
      text +=
        "note: kept \(kept.joined(separator: ", ")), edited since; \(kept.count == 1 ? "its document is" : "their documents are") not in this report\n"
    }
    return text
  }
}
