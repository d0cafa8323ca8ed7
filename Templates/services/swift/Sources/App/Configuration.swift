import Logging

/// Bounds that protect the service from one request.
enum Limits {
  static let bodyBytes = 1_048_576
  static let pageSize = 1...100
  static let idBytes = 1...64
}

/// The service's settings, all from the environment.
public struct Configuration: Sendable {
  /// A setting that cannot be used, in words for the person who made it.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
      self.description = description
    }
  }

  public var host: String
  public var port: Int
  public var databasePath: String
  public var migrationsPath: String
  public var policyPath: String
  public var logLevel: Logger.Level
  /// `caller=token,caller=token`; read by ``Tokens``.
  public var tokens: String

  public init(environment: [String: String]) throws {
    host = environment["HOST"] ?? "127.0.0.1"
    guard let port = Int(environment["PORT"] ?? "8080"), (0...65535).contains(port) else {
      throw Fault("PORT is a number from 0 to 65535, not \(environment["PORT"] ?? "")")
    }
    self.port = port
    guard let level = Logger.Level(rawValue: environment["LOG_LEVEL"] ?? "info") else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault("LOG_LEVEL is one of \(levels), not \(environment["LOG_LEVEL"] ?? "")")
    }
    logLevel = level
    databasePath = environment["DATABASE_PATH"] ?? "<%service.slug:slug%>.sqlite"
    migrationsPath = environment["MIGRATIONS_PATH"] ?? "migrations"
    policyPath = environment["POLICY_PATH"] ?? "security/policy.json"
    tokens = environment["API_TOKENS"] ?? ""
  }
}
