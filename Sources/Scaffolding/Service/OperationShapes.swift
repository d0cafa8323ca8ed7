/// What the operations of one service mean together: which one makes what another one reads.
struct OperationShapes {
  /// What an operation does, as far as its path and its neighbours make plain.
  enum Work: String, CaseIterable {
    /// POST on a collection.
    case create
    /// PUT.
    case replace
    /// GET of what a PUT or POST makes.
    case read
    /// GET of a collection a POST adds to.
    case list
    /// DELETE of what can be read.
    case remove
    /// Anything else: the contract has it, the first version answers 501.
    case unbuilt
  }

  private let known: Set<String>
  /// The resources, each once, in order of first mention.
  let resources: [String]
  private let byPascal: [String: String]

  init(_ operations: [ServiceOperation]) {
    known = Set(operations.map { $0.verb + " " + $0.shape })
    var resources: [String] = []
    var byPascal: [String: String] = [:]
    for operation in operations where byPascal[Self.pascal(operation.resource)] == nil {
      byPascal[Self.pascal(operation.resource)] = operation.resource
      resources.append(operation.resource)
    }
    self.resources = resources
    self.byPascal = byPascal
  }

  /// The resource of an operation; names that are equal as types are one.
  func resource(of operation: ServiceOperation) -> String {
    byPascal[Self.pascal(operation.resource)] ?? operation.resource
  }

  func work(of operation: ServiceOperation) -> Work {
    let shape = operation.shape
    let endsFixed = !shape.hasSuffix("{}")
    let parent = shape.lastIndex(of: "/").map { String(shape[..<$0]) } ?? ""
    let isMade = known.contains("PUT " + shape) || (!endsFixed && known.contains("POST " + parent))
    switch operation.verb {
    case "PUT": return .replace
    case "POST": return endsFixed ? .create : .unbuilt
    case "GET" where isMade: return .read
    case "GET" where endsFixed && known.contains("POST " + shape): return .list
    case "DELETE" where isMade: return .remove
    default: return .unbuilt
    }
  }

  private static func pascal(_ word: String) -> String { (try? EscapeContext.pascal.escape(word)) ?? word }
}
