import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded

@testable import App

/// The repository's root, so that tests use the real migrations and the real policy.
let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

func testConfiguration(tokens: String = "local=local-token,stranger=stranger-token") throws -> Configuration {
  try Configuration(environment: [
    "PORT": "0", "DATABASE_PATH": ":memory:", "MIGRATIONS_PATH": "\(root)/migrations",
    "POLICY_PATH": "\(root)/security/policy.json", "API_TOKENS": tokens, "LOG_LEVEL": "critical",
  ])
}

/// A service with an empty database, its schema in place.
func migratedService() async throws -> Service {
  let service = try Service(configuration: try testConfiguration())
  _ = try await service.migrations.up(service.database)
  return service
}

func testContext() -> Context {
  Context(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
}

struct Answer {
  let status: Int
  let headers: HTTPFields
  let body: String
}

/// Sends one request through the router, with no socket between.
func send(
  _ method: HTTPRequest.Method, _ path: String, to service: Service, token: String? = "local-token",
  type: String = "application/json", body: String? = nil, headers: HTTPFields = [:]
) async throws -> Answer {
  var fields = headers
  if let token { fields[.authorization] = "Bearer \(token)" }
  if body != nil { fields[.contentType] = type }
  let request = Request(
    head: HTTPRequest(method: method, scheme: "http", authority: "test", path: path, headerFields: fields),
    body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
  let response = try await service.router().buildResponder().respond(to: request, context: testContext())
  let writer = Collector()
  try await response.body.write(writer)
  return Answer(status: response.status.code, headers: response.headers, body: writer.text)
}

/// Collects an answer's body.
private final class Collector: ResponseBodyWriter {
  private(set) var text = ""

  func write(_ buffer: ByteBuffer) async throws {
    text += String(buffer: buffer)
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
