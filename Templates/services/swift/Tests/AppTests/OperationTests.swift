import Foundation
import HTTPTypes
import Testing

@testable import App

/// Every operation of the contract, in process through the router.
@Suite struct OperationTests {
<%if operations%>
  static let operations: [(HTTPRequest.Method, String)] = [
<%each operations%>
<%if operation.first%>
<%if operation.last%>
    (.<%operation.method:word%>, "<%operation.path:path%>")
<%else%>
    (.<%operation.method:word%>, "<%operation.path:path%>"),
<%end%>
<%else%>
    (.<%operation.method:word%>, "<%operation.path:path%>"),
<%end%>
<%end%>
  ]

  @Test(arguments: operations)
  func needsATokenThePolicyAllows(method: HTTPRequest.Method, path: String) async throws {
    let service = try await migratedService()
    let path = path.replacingPlaceholders
    for token in [nil, "unknown-token"] {
      let answer = try await send(method, path, to: service, token: token, body: "{}")
      #expect(answer.status == 401)
      #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
    #expect(try await send(method, path, to: service, token: "stranger-token", body: "{}").status == 403)
  }

  @Test(arguments: operations)
  func offersOnlyTheMethodsOfTheContract(method: HTTPRequest.Method, path: String) async throws {
    let service = try await migratedService()
    let answer = try await send(.trace, path.replacingPlaceholders, to: service)
    #expect(answer.status == 405)
    #expect(answer.headers[.allow]?.contains(method.rawValue) == true)
  }
<%end%>
<%each operations%>

  @Test func <%operation.id:swift-name%>() async throws {
    let service = try await migratedService()
    let path = "<%operation.path:path%>".replacingPlaceholders
<%if operation.is-replace%>
    let kept = try await send(.put, path, to: service, body: #"{"note":"first"}"#)
    #expect(kept.status == 200)
    #expect(kept.body.contains(#""note":"first""#))
<%end%>
<%if operation.is-create%>
    let made = try await send(.post, path, to: service, body: #"{"note":"first"}"#)
    #expect(made.status == 201)
    #expect(made.body.contains(#""id":""#))
<%end%>
<%if operation.is-read%>
    #expect(try await send(.get, path, to: service).status == 404)
    _ = try await Resources(database: service.database).save(["note": .string("kept")], at: ResourceKey(path: path))
    let answer = try await send(.get, path, to: service)
    #expect(answer.status == 200)
    #expect(answer.body.contains(#""note":"kept""#))
<%end%>
<%if operation.is-list%>
    let resources = Resources(database: service.database)
    for id in ["a", "b"] {
      _ = try await resources.save([:], at: ResourceKey(parent: path, id: id))
    }
    let answer = try await send(.get, "\(path)?limit=1", to: service)
    #expect(answer.status == 200)
    #expect(answer.body == #"{"items":[{"id":"a"}],"next":"a"}"#)
    #expect(try await send(.get, "\(path)?limit=0", to: service).status == 400)
<%end%>
<%if operation.is-remove%>
    #expect(try await send(.delete, path, to: service).status == 404)
    _ = try await Resources(database: service.database).save([:], at: ResourceKey(path: path))
    #expect(try await send(.delete, path, to: service).status == 204)
<%end%>
<%if operation.is-unbuilt%>
    // TODO: 501 until the operation is written; then say here what it answers.
    #expect(try await send(.<%operation.method:word%>, path, to: service, body: "{}").status == 501)
<%end%>
<%if operation.has-body%>
    #expect(try await send(.<%operation.method:word%>, path, to: service, body: "{").status == 400)
    #expect(try await send(.<%operation.method:word%>, path, to: service, body: "[1]").status == 422)
    #expect(try await send(.<%operation.method:word%>, path, to: service, type: "text/plain", body: "{}").status == 415)
    let large = #"{"note":""# + String(repeating: "x", count: Limits.bodyBytes) + #""}"#
    #expect(try await send(.<%operation.method:word%>, path, to: service, body: large).status == 413)
<%end%>
<%if operation.has-parameters%>
    let wrong = "<%operation.path:path%>".replacingPlaceholders(by: "-no-id")
    #expect(try await send(.<%operation.method:word%>, wrong, to: service, body: "{}").status == 400)
<%end%>
  }
<%end%>
<%if not operations%>
  // TODO: one test for each operation, once the contract has one.
  @Test func declaresNoOperationYet() {
    #expect(Operations.routes.isEmpty)
  }
<%end%>
}
<%if operations%>

extension String {
  /// A path of the contract with `a-1` for each parameter.
  fileprivate var replacingPlaceholders: String { replacingPlaceholders(by: "a-1") }

  fileprivate func replacingPlaceholders(by id: String) -> String {
    split(separator: "/").map { $0.hasPrefix("{") ? "/\(id)" : "/\($0)" }.joined()
  }
}
<%end%>
