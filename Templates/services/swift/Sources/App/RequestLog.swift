import Foundation
import HTTPTypes
import Hummingbird

/// Gives each request an ID and writes one log line about its answer. Bodies, tokens and queries are not logged.
struct RequestLog: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.requestID = Self.id(for: request.headers[.requestID])
    context.logger[metadataKey: "request"] = .string(context.requestID)
    let start = ContinuousClock.now
    var response = try await next(request, context)
    response.headers[.requestID] = context.requestID
    response.headers[.contentTypeOptions] = "nosniff"
    response.headers[.cacheControl] = "no-store"
    let elapsed = start.duration(to: .now)
    context.logger.info(
      "answered",
      metadata: [
        "caller": "\(context.caller)",
        "method": "\(request.method.rawValue)",
        "route": "\(context.endpointPath ?? "")",
        "status": "\(response.status.code)",
        "milliseconds": "\(elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)",
      ])
    return response
  }

  /// The client's ID when it is short and plain, so that it cannot forge log lines; else a new one.
  static func id(for given: String?) -> String {
    if let given, (1...64).contains(given.utf8.count), given.utf8.allSatisfy(\.isPlain) { return given }
    return UUID().uuidString.lowercased()
  }
}

extension HTTPField.Name {
  static let requestID = HTTPField.Name("X-Request-Id")!
  static let contentTypeOptions = HTTPField.Name("X-Content-Type-Options")!
}

extension UInt8 {
  /// A letter, a digit, `-`, `.` or `_`.
  var isPlain: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default:
      false
    }
  }
}
