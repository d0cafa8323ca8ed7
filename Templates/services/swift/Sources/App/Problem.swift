import Foundation
import HTTPTypes
import Hummingbird

/// An answer that says what went wrong, as RFC 9457 problem details.
public struct Problem: Error, Sendable {
  public let status: HTTPResponse.Status
  public let detail: String
  public var headers: HTTPFields = [:]

  public init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
    self.status = status
    self.detail = detail
    self.headers = headers
  }

  /// What an operation answers until its team has written it.
  static func notBuilt(_ operation: String) -> Problem {
    Problem(.notImplemented, "\(operation) is declared in the contract and not built yet.")
  }

  private struct Body: Encodable {
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    let instance: String
  }

  /// The answer; `request` is the request's ID, which finds its lines in the log.
  func response(to request: String) -> Response {
    let body = Body(
      title: status.reasonPhrase, status: status.code, detail: detail, instance: "urn:request:\(request)")
    var response = Response.json(body, status: status)
    response.headers[.contentType] = "application/problem+json"
    response.headers.append(contentsOf: headers)
    return response
  }
}

extension Response {
  /// An answer whose body is `value` as JSON, keys in order.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return Response(status: .internalServerError) }
    return Response(
      status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: data)))
  }
}
