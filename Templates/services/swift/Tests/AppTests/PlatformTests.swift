import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import App

/// What holds for every path: health, authentication, problem details, request IDs.
@Suite struct PlatformTests {
  @Test func healthNeedsNoToken() async throws {
    let answer = try await send(.get, "/health", to: try await migratedService(), token: nil)
    #expect(answer.status == 200)
    #expect(answer.body == #"{"status":"up"}"#)
  }

  @Test func readyOnlyWithEveryMigration() async throws {
    let service = try Service(configuration: try testConfiguration())
    #expect(try await send(.get, "/ready", to: service, token: nil).status == 503)
    _ = try await service.migrations.up(service.database)
    #expect(try await send(.get, "/ready", to: service, token: nil).status == 200)
  }

  @Test func unknownPathIs404() async throws {
    let answer = try await send(.get, "/nowhere", to: try await migratedService())
    #expect(answer.status == 404)
    #expect(answer.headers[.contentType] == "application/problem+json")
  }

  @Test func knownPathWithAnotherMethodIs405() async throws {
    let answer = try await send(.delete, "/health", to: try await migratedService())
    #expect(answer.status == 405)
    #expect(answer.headers[.allow] == "GET")
  }

  @Test func keepsAPlainRequestID() async throws {
    let service = try await migratedService()
    let kept = try await send(.get, "/health", to: service, headers: [.requestID: "order-42"])
    #expect(kept.headers[.requestID] == "order-42")
    let replaced = try await send(.get, "/health", to: service, headers: [.requestID: "a b\u{7f}"])
    #expect(replaced.headers[.requestID]?.count == 36)
  }

  @Test func refusesToStartWithoutTokens() {
    #expect(throws: Configuration.Fault.self) { try Tokens("") }
    #expect(throws: Configuration.Fault.self) { try Tokens("local=short") }
    #expect(throws: Configuration.Fault.self) { try Tokens("local-token") }
  }

  @Test func theLineAboutAnAnswerKnowsTheCaller() async throws {
    let service = try await migratedService()
    let context = testContext()
    let head = HTTPRequest(
      method: .get, scheme: "http", authority: "test", path: "/", headerFields: [.authorization: "Bearer local-token"])
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    _ = try await Authentication(tokens: service.tokens, policy: service.policy)
      .handle(request, context: context) { _, _ in Response(status: .ok) }
    #expect(context.caller == "local")
  }

  @Test func tellsTokensApart() throws {
    let tokens = try Tokens("a=token-one,b=token-two,a=token-three")
    #expect(tokens.caller(of: "token-two") == "b")
    #expect(tokens.caller(of: "token-three") == "a")
    #expect(tokens.caller(of: "token-tw") == nil)
    #expect(tokens.caller(of: "token-two-") == nil)
  }

  @Test(arguments: ["PORT": "70000", "LOG_LEVEL": "loud"])
  func refusesASettingItCannotUse(name: String, value: String) {
    #expect(throws: Configuration.Fault.self) { try Configuration(environment: [name: value]) }
  }
}
