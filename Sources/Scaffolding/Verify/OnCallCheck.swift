internal import SourceText

/// Somebody is on call each week, nobody two weeks in a row, and there is a runbook.
enum OnCallCheck {
  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    let files = repository.files.filter {
      ["oncall.csv", "on-call.csv", "rotation.csv"].contains($0.name.lowercased())
    }
    if files.isEmpty {
      report.missing(
        .onCall, "no-rotation", "nothing says who is on call",
        "Write ops/oncall.csv: week,first,second, with a Monday and two people in each line.")
    }
    let runbooks = repository.files.filter { $0.name.lowercased().contains("runbook") }
    for file in files + runbooks { report.found(.onCall, file.path) }
    if runbooks.isEmpty {
      report.missing(
        .onCall, "no-runbook", "there is no runbook", "Write ops/runbook.md with a heading for each alarm.")
    }
    for file in files { rotation(file.source, &report) }
  }

  private static func rotation(_ source: SourceFile, _ report: inout RepositoryReport) {
    let lines = TextSearch.lines(of: source).filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    var columns = (date: 0, first: 1, second: 2)
    var rows = lines[...]
    if let head = lines.first, Day(fields(head.text).first ?? "") == nil {
      let names = fields(head.text).map { $0.lowercased() }
      columns.date = names.firstIndex { ["week", "start", "date", "monday"].contains($0) } ?? 0
      columns.first = names.firstIndex { $0.hasPrefix("first") || $0.hasPrefix("primary") } ?? 1
      columns.second = names.firstIndex { $0.hasPrefix("second") || $0.hasPrefix("backup") } ?? 2
      rows = rows.dropFirst()
    }
    func wrong(_ rule: String, _ range: Range<Int>, _ message: String, _ help: String) {
      report.wrong(.onCall, rule, source, range, message, help)
    }
    if rows.isEmpty {
      wrong("nobody", 0..<0, "nobody is on call", "Add a line for each week: its Monday and two people.")
    }
    var last: (day: Day, first: String)? = nil
    for (text, range) in rows {
      let values = fields(text)
      func value(_ column: Int) -> String { column < values.count ? values[column] : "" }
      guard let day = Day(value(columns.date)) else {
        wrong(
          "date", range, "\"\(value(columns.date))\" is no day",
          "Write the Monday of the week, such as 2027-10-04.")
        continue
      }
      let first = value(columns.first)
      let second = value(columns.second)
      defer { last = (day, first) }
      if first.isEmpty || second.isEmpty {
        wrong(
          "one-person", range, "this week has fewer than two people", "Name a second person, who steps in.")
      } else if first.lowercased() == second.lowercased() {
        wrong("same-person", range, "\(first) is first and second at once", "Name another person as second.")
      }
      guard let last else { continue }
      if day.number - last.day.number != 7 {
        wrong(
          "gap", range, "this week begins \(day.number - last.day.number) days after the one before",
          "Weeks are seven days apart; add the one that is missing.")
      } else if first.lowercased() == last.first.lowercased(), !first.isEmpty {
        wrong(
          "twice-in-a-row", range, "\(first) is on call two weeks in a row",
          "Let somebody else take this week.")
      }
    }
  }

  /// The fields of a line of CSV (RFC 4180).
  private static func fields(_ line: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var characters = line.unicodeScalars.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      if isQuoted {
        if character != "\"" {
          field.unicodeScalars.append(character)
        } else if next == "\"" {
          field.unicodeScalars.append(character)
          next = characters.next()
        } else {
          isQuoted = false
        }
      } else if character == "\"", field.allSatisfy({ $0 == " " }) {
        isQuoted = true
        field = ""
      } else if character == "," {
        fields.append(trimmed(field))
        field = ""
      } else {
        field.unicodeScalars.append(character)
      }
    }
    fields.append(trimmed(field))
    return fields
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
