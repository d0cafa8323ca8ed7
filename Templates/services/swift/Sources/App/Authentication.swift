import HTTPTypes
import Hummingbird

/// Lets a request pass only with a bearer token that was given to a caller whom the policy allows the operation.
struct Authentication: RouterMiddleware {
  let tokens: Tokens
  let policy: Policy

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let header = request.headers[.authorization], let token = Self.token(in: header) else {
      throw Problem(
        .unauthorized, "Send a token: Authorization: Bearer TOKEN.", headers: [.wwwAuthenticate: "Bearer"])
    }
    guard let caller = tokens.caller(of: token) else {
      throw Problem(
        .unauthorized, "This token is not known.", headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
    }
    guard policy.allows(caller, "\(request.method.rawValue) \(context.endpointPath ?? "")") else {
      throw Problem(.forbidden, "The security policy does not allow this operation to \(caller).")
    }
    var context = context
    context.caller = caller
    context.logger[metadataKey: "caller"] = .string(caller)
    return try await next(request, context)
  }

  static func token(in header: String) -> Substring? {
    let parts = header.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return parts[1]
  }
}

/// The tokens of `API_TOKENS`: `caller=token`, separated by commas. A caller may have two while they are exchanged.
public struct Tokens: Sendable {
  let pairs: [(caller: String, token: [UInt8])]

  /// Fails on a pair without a name or token, and when there is no pair at all: an API without tokens is open.
  public init(_ list: String) throws {
    pairs = try list.split(separator: ",").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count >= 8 else {
        throw Configuration.Fault("API_TOKENS: write caller=token, each token 8 characters or more")
      }
      return (String(parts[0]), Array(parts[1].utf8))
    }
    guard !pairs.isEmpty else {
      throw Configuration.Fault("API_TOKENS is not set; write caller=token, as in API_TOKENS=local=local-token")
    }
  }

  /// The caller a token was given to. Every token is compared to its end, so that the time taken tells nothing.
  func caller(of token: Substring) -> String? {
    let given = Array(token.utf8)
    var found: String?
    for pair in pairs where Self.equal(pair.token, given) {
      found = pair.caller
    }
    return found
  }

  private static func equal(_ known: [UInt8], _ given: [UInt8]) -> Bool {
    var difference: UInt8 = known.count == given.count ? 0 : 1
    for index in known.indices {
      difference |= known[index] ^ (index < given.count ? given[index] : 0)
    }
    return difference == 0
  }
}
