import HTTPTypes
import Hummingbird

/// Turns every error into problem details, and a known path with another method into 405 with `Allow`, which the
/// router would answer with 404.
struct Problems: RouterMiddleware {
  let routes: [Route]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      if problem.status.code == 500 { context.logger.error("\(problem.detail)") }
      return problem.response(to: context.requestID)
    } catch let error as any HTTPResponseError {
      return explain(error.status, request).response(to: context.requestID)
    } catch {
      context.logger.error("unexpected error", metadata: ["error": "\(error)"])
      return Problem(.internalServerError, "Something went wrong here. Quote the instance when you report it.")
        .response(to: context.requestID)
    }
  }

  private func explain(_ status: HTTPResponse.Status, _ request: Request) -> Problem {
    switch status {
    case .notFound:
      guard let route = routes.first(where: { $0.matches(request.uri.path) }) else {
        return Problem(.notFound, "Nothing is kept at this path.")
      }
      return Problem(
        .methodNotAllowed, "\(request.method.rawValue) is not offered here; \(route.allow) is.",
        headers: [.allow: route.allow])
    case .contentTooLarge:
      return Problem(.contentTooLarge, "The body is larger than \(Limits.bodyBytes) bytes.")
    default:
      return Problem(status, status.reasonPhrase)
    }
  }
}

/// A path of the contract and the methods it offers.
struct Route: Sendable {
  let path: String
  let allow: String

  /// Whether `requested` has the path's shape; `{binId}` stands for any one part.
  func matches(_ requested: String) -> Bool {
    let wanted = path.split(separator: "/")
    let given = requested.split(separator: "/")
    return wanted.count == given.count && zip(wanted, given).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }
}
