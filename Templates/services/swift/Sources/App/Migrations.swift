import Foundation

/// The scripts of the `migrations` folder: `0001_name.up.sql` with `0001_name.down.sql`, numbered without a hole.
public struct Migrations: Sendable {
  public struct Step: Sendable, Equatable {
    public let number: Int
    public let name: String
    let up: String
    let down: String
  }

  /// What is wrong with the folder or with the database's state.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    public let description: String
  }

  public let steps: [Step]

  public init(folder: String) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Fault(description: "cannot read the folder of migrations at \(folder)")
    }
    var steps: [Step] = []
    for file in names.sorted() where file.hasSuffix(".up.sql") {
      let name = String(file.dropLast(".up.sql".count))
      guard let number = Int(name.prefix { $0 != "_" }), number == steps.count + 1 else {
        throw Fault(description: "\(file): expected number \(steps.count + 1); numbers have no holes")
      }
      guard names.contains("\(name).down.sql") else {
        throw Fault(description: "\(file) has no \(name).down.sql; each step can be taken back")
      }
      steps.append(
        Step(
          number: number, name: name,
          up: try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8),
          down: try String(contentsOfFile: "\(folder)/\(name).down.sql", encoding: .utf8)))
    }
    self.steps = steps
  }

  /// Applies what is missing, in order, and returns the names of the steps applied.
  public func up(_ database: Database) async throws -> [String] {
    var applied: [String] = []
    for step in steps.dropFirst(try await version(of: database)) {
      try await database.migrate(
        step.up, then: "INSERT INTO schema_migrations (version, name) VALUES (?, ?)",
        [.integer(Int64(step.number)), .text(step.name)])
      applied.append(step.name)
    }
    return applied
  }

  /// Takes the last applied step back and returns its name; `nil` when none is applied.
  public func down(_ database: Database) async throws -> String? {
    let version = try await version(of: database)
    guard version > 0 else { return nil }
    guard version <= steps.count else {
      throw Fault(description: "the database is at step \(version), newer than this build, which knows \(steps.count)")
    }
    let step = steps[version - 1]
    try await database.migrate(
      step.down, then: "DELETE FROM schema_migrations WHERE version = ?", [.integer(Int64(step.number))])
    return step.name
  }

  /// How many steps the database has taken.
  public func version(of database: Database) async throws -> Int {
    try await database.run(
      """
      CREATE TABLE IF NOT EXISTS schema_migrations (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
      )
      """)
    let rows = try await database.run("SELECT count(*) FROM schema_migrations")
    guard case .integer(let count)? = rows.first?.first else { return 0 }
    return Int(count)
  }
}
