import Foundation
import HTTPTypes
import Hummingbird

/// Reads and checks what a request brings. Each check has its own answer, documented in api/openapi.yaml.
extension Request {
  /// The body as a JSON object: 415 for another media type, 413 when too large, 400 when it is no JSON, 422 when it
  /// is JSON and no object.
  func object() async throws -> [String: JSONValue] {
    let type = headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
    guard type.trimmingCharacters(in: .whitespaces) == "application/json" else {
      throw Problem(.unsupportedMediaType, "Send the body as application/json.")
    }
    let bytes = try await body.collect(upTo: Limits.bodyBytes)
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes.readableBytesView)) else {
      throw Problem(.badRequest, "The body is not JSON.")
    }
    guard case .object(let object) = value else {
      throw Problem(.unprocessableContent, "The body is not a JSON object.")
    }
    return object
  }

  /// Which part of a list is asked for: `limit` items after the ID `after`. 400 for anything else.
  func page() throws -> (after: String, limit: Int) {
    let after = uri.queryParameters["after"].map(String.init)
    if let after, !after.isPlainID { throw Problem(.badRequest, "after is not an ID of this list.") }
    guard let given = uri.queryParameters["limit"] else { return (after ?? "", 50) }
    guard let limit = Int(given), Limits.pageSize.contains(limit) else {
      throw Problem(.badRequest, "limit is a number from 1 to 100.")
    }
    return (after ?? "", limit)
  }
}

extension Context {
  /// The key of the path asked for. 400 when one of its parameters is not an ID.
  func key(_ request: Request) throws -> ResourceKey {
    try checkParameters()
    return ResourceKey(path: request.uri.path)
  }

  /// The key of a new resource under the path asked for.
  func newKey(_ request: Request) throws -> ResourceKey {
    ResourceKey(parent: try collection(request), id: UUID().uuidString.lowercased())
  }

  /// The path asked for, as the parent of what is kept under it.
  func collection(_ request: Request) throws -> String {
    try checkParameters()
    return "/" + request.uri.path.split(separator: "/").joined(separator: "/")
  }

  func checkParameters() throws {
    for (name, value) in parameters where !String(value).isPlainID {
      throw Problem(
        .badRequest, "\(name) is 1 to 64 letters, digits, '-', '.' or '_', and begins with a letter or digit.")
    }
  }
}

extension String {
  /// Whether the text may be an ID: 1 to 64 plain characters, the first of them a letter or digit.
  var isPlainID: Bool {
    guard let first, first.isLetter || first.isNumber else { return false }
    return Limits.idBytes.contains(utf8.count) && utf8.allSatisfy(\.isPlain)
  }
}
