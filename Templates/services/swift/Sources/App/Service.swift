import Hummingbird
import Logging

/// Puts the service together: routes, what surrounds them, and where they listen.
public struct Service: Sendable {
  let configuration: Configuration
  let database: Database
  let migrations: Migrations
  let tokens: Tokens
  let policy: Policy

  public init(configuration: Configuration) throws {
    self.configuration = configuration
    tokens = try Tokens(configuration.tokens)
    policy = try Policy(file: configuration.policyPath)
    migrations = try Migrations(folder: configuration.migrationsPath)
    database = try Database(path: configuration.databasePath)
  }

  /// Health and readiness are for the load balancer and need no token. All else is in api/openapi.yaml and does.
  func router() -> Router<Context> {
    let router = Router(context: Context.self)
    router.add(middleware: RequestLog())
    router.add(
      middleware: Problems(
        routes: Operations.routes + [
          Route(path: "/health", allow: "GET"), Route(path: "/ready", allow: "GET"),
        ]))
    router.get("/health") { _, _ in Response.json(["status": "up"]) }
    router.get("/ready") { _, _ in
      let missing = migrations.steps.count - (try await migrations.version(of: database))
      guard missing == 0 else {
        throw Problem(.serviceUnavailable, "The database is \(abs(missing)) migrations away from this build.")
      }
      return Response.json(["status": "ready"])
    }
    Operations(resources: Resources(database: database))
      .register(on: router.group().add(middleware: Authentication(tokens: tokens, policy: policy)))
    return router
  }

  /// The application, ready to run. `onRunning` is told the port, which matters when the configured one is 0.
  public func application(
    logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      router: router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(65))),
      configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
      onServerRunning: { await onRunning($0.localAddress?.port ?? 0) },
      logger: logger)
  }
}
