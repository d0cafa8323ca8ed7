import ArgumentParser
import Backlogs
import Diagnostics
import Glibc
import Reporting
import Tracing
import Workspace

/// Formats of `prfaq backlog export`.
enum BacklogFormat: String, Choice {
  case json, jsonl, markdown, csv
  case jiraCSV = "jira-csv"
  case github
}

/// `prfaq backlog export`: writes the items.
struct BacklogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the backlog: epics, stories, tasks and spikes, each with the need it comes from.",
    discussion: """
      A need becomes an epic, a need and a service that serves it a story of the service's team, a metric a task, and \
      what the internal FAQ leaves open a spike. Priority, estimate and state are written only where the document \
      states them.

      Examples:
        prfaq backlog export plan.md
        prfaq backlog export plan.md --format markdown --team payments
        prfaq backlog export plans --catalog catalog --format jira-csv --output jira.csv
        prfaq backlog export plan.md --format github | while read -r line; do ...; done
      """)

  @OptionGroup var options: BacklogOptions

  @Option(
    help: "json, jsonl, markdown, csv, jira-csv or github (default: json).",
    completion: BacklogFormat.completion,
    transform: BacklogFormat.read)
  var format: BacklogFormat = .json

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write into this file; a file that is no former export is left alone.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file of --output whatever it holds.")
  var force = false

  @Option(help: ArgumentHelp("Only the items of this team.", valueName: "name"))
  var team: String?

  @Option(help: ArgumentHelp("Only the items of this service.", valueName: "name"))
  var service: String?

  func validate() throws {
    if force, output == nil { throw ValidationError("--force goes with --output.") }
  }

  func run() throws {
    let input = try BacklogInput(options)
    let locks = try BacklogLocks(input, colors: options.colors.color)
    let filter = ItemFilter(
      team: try team.map { try BacklogNames.team($0, input.graph) },
      service: try service.map { try BacklogNames.service($0, input.graph) })
    let backlog = Backlog(input.graph, notes: input.notes, selection: options.selection, filter: filter)
    if let output, !force { try FormerExport.check(output, format) }
    let notes = ExportNotes(input.graph)
    var remarks: [Int: DocumentBacklog] = [:]
    let items: (Int) -> DocumentBacklog = { index in
      let document = backlog.document(index, record: locks.record(of: index))
      remarks[index] = DocumentBacklog(remarksOf: document)
      return document
    }
    if let output {
      var bytes: [UInt8] = []
      let extra = try write(backlog, items) { bytes += $0 }
      try AtomicWriter.replace(output, bytes)
      Output.writeError(notes.text(remarks, extra, wrote: output))
    } else {
      let extra = try write(backlog, items) { Output.write($0) }
      Output.writeError(notes.text(remarks, extra, wrote: nil))
    }
  }

  /// Writes in the format asked for, and gives what is to be said about it.
  private func write(
    _ backlog: Backlog, _ items: (Int) -> DocumentBacklog, to output: ([UInt8]) -> Void
  ) throws -> [String] {
    switch format {
    case .json: BacklogJSON.write(backlog, items: items, to: output)
    case .jsonl: BacklogJSON.writeLines(backlog, items: items, to: output)
    case .csv: BacklogCSV.write(backlog, items: items, to: output)
    case .markdown: BacklogMarkdown.write(backlog, items: items, to: output)
    case .jiraCSV:
      let summary = JiraCSV.write(backlog, items: items, to: output)
      var notes: [String] = []
      if summary.leftOut > 0 { notes.append("\(summary.leftOut) not built, and so in no row") }
      if summary.guarded > 0 {
        notes.append(
          "\(summary.guarded) titles begin with an apostrophe, because a spreadsheet would run them as formulas"
        )
      }
      if summary.rows > JiraCSV.recommendedRows {
        notes.append(
          "\(summary.rows) rows; Jira recommends \(JiraCSV.recommendedRows) a file: export document by document"
        )
      }
      return notes
    case .github:
      do {
        let leftOut = try GitHubIssues.write(backlog, items: items, to: output)
        return leftOut > 0 ? ["\(leftOut) not built, and so in no line"] : []
      } catch {
        throw Failure(
          "\(error.parent) has \(error.count) items, and GitHub takes \(GitHubIssues.mostChildren) for one parent",
          help: "Cut the need into several.")
      }
    }
    return []
  }
}
