import Foundation
import Hummingbird
import Logging
import Synchronization

/// What is known about a request while it is answered.
public struct Context: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// The client's `X-Request-Id`, or one made here; in the answer, in each log line and in each problem.
  public var requestID = ""
  private let identity = Identity()

  /// Who calls, by the name the token was given to; empty before authentication. Copies of a context share it, so that
  /// the log line about the answer, written outside authentication, knows it too.
  public var caller: String {
    get { identity.caller.withLock { $0 } }
    nonmutating set { identity.caller.withLock { $0 = newValue } }
  }

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }
}

private final class Identity: Sendable {
  let caller = Mutex("")
}
