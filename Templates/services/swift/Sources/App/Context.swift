import Foundation
import Hummingbird
import Logging

/// What is known about a request while it is answered.
public struct Context: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// The client's `X-Request-Id`, or one made here; in the answer, in each log line and in each problem.
  public var requestID = ""
  /// Who calls, by the name the token was given to; empty before authentication.
  public var caller = ""

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }
}
