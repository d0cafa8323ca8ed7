import Hummingbird

/// The operations of api/openapi.yaml, one function each.
///
/// Each does what its method and path make plain: keep a JSON object, give it back, list, remove.
<%if has-unbuilt%>
/// Where they make nothing plain, it answers 501 until you have written it.
<%end%>
/// Replace the bodies with what the operations mean to your customers, in the contract first.
struct Operations: Sendable {
  let resources: Resources

  /// The paths of the contract with the methods they offer, for 405 answers.
<%if routes%>
  static let routes: [Route] = [
<%each routes%>
<%if route.first%>
<%if route.last%>
    Route(path: "<%route.path:path%>", allow: <%route.allow:swift%>)
<%else%>
    Route(path: "<%route.path:path%>", allow: <%route.allow:swift%>),
<%end%>
<%else%>
    Route(path: "<%route.path:path%>", allow: <%route.allow:swift%>),
<%end%>
<%end%>
  ]
<%else%>
  static let routes: [Route] = []
<%end%>

  func register(on api: RouterGroup<Context>) {
<%if not operations%>
    // TODO: declare the first operation in the PR/FAQ and in api/openapi.yaml, then register it here.
<%end%>
<%each operations%>
    api.<%operation.method:word%>("<%operation.path:path%>", use: <%operation.id:swift-name%>)
<%end%>
  }
<%each operations%>

  /// <%operation.summary:swift-comment%>
  @Sendable
  func <%operation.id:swift-name%>(request: Request, context: Context) async throws -> Response {
<%if operation.is-replace%>
    let key = try context.key(request)
    return .json(try await resources.save(try await request.object(), at: key))
<%end%>
<%if operation.is-create%>
    let key = try context.newKey(request)
    return .json(try await resources.save(try await request.object(), at: key), status: .created)
<%end%>
<%if operation.is-read%>
    guard let document = try await resources.read(try context.key(request)) else {
      throw Problem(.notFound, "Nothing is kept at this path.")
    }
    return .json(document)
<%end%>
<%if operation.is-list%>
    let (after, limit) = try request.page()
    let page = try await resources.list(under: try context.collection(request), after: after, limit: limit)
    return .json(List(items: page.items, next: page.next))
<%end%>
<%if operation.is-remove%>
    guard try await resources.remove(try context.key(request)) else {
      throw Problem(.notFound, "Nothing is kept at this path.")
    }
    return Response(status: .noContent)
<%end%>
<%if operation.is-unbuilt%>
    try context.checkParameters()
<%if operation.has-body%>
    _ = try await request.object()
<%end%>
    // TODO: nothing says where the answer comes from. Write it here and take 501 out of the contract.
    throw Problem.notBuilt("<%operation.verb:word%> <%operation.path:path%>")
<%end%>
  }
<%end%>
}

/// One page of a list.
struct List: Encodable {
  let items: [JSONValue]
  let next: String?
}
