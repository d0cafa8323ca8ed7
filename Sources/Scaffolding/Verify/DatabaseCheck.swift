internal import SourceText

/// Migrations are numbered without holes, and each goes up and down.
enum DatabaseCheck {
  private struct Migration {
    let number: Int
    let digits: Int
    let isUp: Bool
    let stem: String
    let file: Repository.File
  }

  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    let files = repository.files.filter { file in
      file.path.hasSuffix(".sql")
        && file.path.split(separator: "/").dropLast().contains { $0 == "migrations" || $0 == "migrate" }
    }
    guard !files.isEmpty else {
      report.missing(
        .database, "no-migrations", "there are no migrations of a schema",
        "Where the service keeps data, write migrations/0001_NAME.up.sql and .down.sql.")
      return
    }
    var migrations: [Migration] = []
    for file in files {
      report.found(.database, file.path)
      guard let migration = migration(file) else {
        report.wrong(
          .database, "name", file.source, 0..<0, "the name says neither number nor direction",
          "Call it like 0001_baskets.up.sql or 0001_baskets.down.sql.")
        continue
      }
      if isEmpty(file.source) {
        report.wrong(
          .database, "empty", file.source, 0..<0, "this migration does nothing",
          "Write the statements, or remove it.")
      }
      migrations.append(migration)
    }
    let ups = migrations.filter(\.isUp).sorted { ($0.number, $0.file.path) < ($1.number, $1.file.path) }
    let downs = migrations.filter { !$0.isUp }
    var last: Migration? = nil
    for up in ups {
      if !downs.contains(where: { $0.stem == up.stem }) {
        report.wrong(
          .database, "no-way-back", up.file.source, 0..<0, "nothing takes this migration back",
          "Write \(up.stem).down.sql.")
      }
      // Numbers made of a date and time have holes by nature.
      if let last, up.number == last.number {
        report.wrong(
          .database, "same-number", up.file.source, 0..<0, "\(last.file.name) has the same number",
          "Give the later one the next number.")
      } else if up.digits < 8, up.number != (last?.number ?? 0) + 1 {
        report.wrong(
          .database, "hole", up.file.source, 0..<0,
          "the migration before this one, number \((last?.number ?? 0) + 1), is missing",
          "Number migrations from 1 without holes, so that a missing one is noticed.")
      }
      last = up
    }
    for down in downs where !ups.contains(where: { $0.stem == down.stem }) {
      report.wrong(
        .database, "no-way-up", down.file.source, 0..<0, "this takes back a migration that is not there",
        "Write \(down.stem).up.sql, or remove this one.")
    }
  }

  private static func migration(_ file: Repository.File) -> Migration? {
    let name = String(file.name)
    let isUp = name.hasSuffix(".up.sql")
    guard isUp || name.hasSuffix(".down.sql") else { return nil }
    let digits = name.prefix { $0.isNumber && $0.isASCII }
    guard let number = Int(digits) else { return nil }
    return Migration(
      number: number, digits: digits.count, isUp: isUp, stem: String(name.dropLast(isUp ? 7 : 9)), file: file)
  }

  private static func isEmpty(_ source: SourceFile) -> Bool {
    TextSearch.lines(of: source).allSatisfy { $0.text.isEmpty || $0.text.hasPrefix("--") }
  }
}
