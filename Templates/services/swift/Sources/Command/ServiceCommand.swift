import App
import ArgumentParser
import Foundation
import Logging

@main
struct ServiceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "<%service.slug:slug%>",
    abstract: <%service.title:swift%>,
    discussion: """
      Settings come from the environment: HOST, PORT, DATABASE_PATH, MIGRATIONS_PATH, POLICY_PATH, LOG_LEVEL and
      API_TOKENS (caller=token, separated by commas).
      """,
    subcommands: [Serve.self, Migrate.self])
}

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer requests until SIGTERM or SIGINT, then finish those under way.")

  func run() async throws {
    let configuration = try settings()
    LoggingSystem.bootstrap(JSONLog.init)
    var logger = Logger(label: "<%service.slug:slug%>")
    logger.logLevel = configuration.logLevel
    let application = try orExit { try Service(configuration: configuration) }.application(logger: logger) {
      [logger] port in
      logger.info("listening", metadata: ["port": "\(port)"])
    }
    try await application.runService()
  }
}

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the database's schema forward or back.", subcommands: [Up.self, Down.self, Status.self])

  struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Apply every migration that is missing.")

    func run() async throws {
      let (migrations, database) = try open()
      let names = try await migrations.up(database)
      print(names.isEmpty ? "nothing to apply" : names.map { "applied \($0)" }.joined(separator: "\n"))
    }
  }

  struct Down: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take the last migration back. Its data is lost.")

    func run() async throws {
      let (migrations, database) = try open()
      print(try await migrations.down(database).map { "took back \($0)" } ?? "nothing to take back")
    }
  }

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say how many migrations are applied.")

    func run() async throws {
      let (migrations, database) = try open()
      print("\(try await migrations.version(of: database)) of \(migrations.steps.count) migrations applied")
    }
  }

  private static func open() throws -> (Migrations, Database) {
    let configuration = try settings()
    return try orExit {
      (try Migrations(folder: configuration.migrationsPath), try Database(path: configuration.databasePath))
    }
  }
}

private func settings() throws -> App.Configuration {
  try orExit { try App.Configuration(environment: ProcessInfo.processInfo.environment) }
}

/// Says in words what cannot be used and ends with status 2.
private func orExit<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch {
    try FileHandle.standardError.write(contentsOf: Data("error: \(error)\n".utf8))
    throw ExitCode(2)
  }
}
