/// Nodes of one kind, found by any of their names.
///
/// Numbers given by `add` are those of registration until `sort` orders the nodes by key; from then on they are
/// positions in that order.
struct Registry {
  private var keys: [String] = []
  private var byName: [String: Int] = [:]

  var count: Int { keys.count }

  /// The node of a name; nil where nothing has it.
  subscript(name: String) -> Int? { byName[name] }

  /// Registers a node under a key of its own.
  mutating func add(key: String) -> Int {
    let number = keys.count
    keys.append(key)
    if byName[key] == nil { byName[key] = number }
    return number
  }

  /// Gives a node a further name, unless another has it already.
  mutating func name(_ number: Int, _ name: String) {
    if !name.isEmpty, byName[name] == nil { byName[name] = number }
  }

  /// Orders the nodes by key; gives the new position of each number.
  mutating func sort() -> [Int] {
    let keys = keys
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var rank = [Int](repeating: 0, count: keys.count)
    for (position, number) in order.enumerated() { rank[number] = position }
    self.keys = order.map { keys[$0] }
    for (name, number) in byName { byName[name] = rank[number] }
    return rank
  }
}
