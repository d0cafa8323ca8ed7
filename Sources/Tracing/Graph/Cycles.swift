/// Finds circles in a graph of numbered nodes.
public enum Cycles {
  /// One circle for each group of nodes that can reach each other, in the order of their smallest nodes.
  ///
  /// A circle begins with the smallest node of its group and is the shortest through it: each node leads to the next,
  /// the last to the first. A node that leads to itself is a circle of one. The time is linear in nodes and links.
  ///
  /// - Parameters:
  ///   - count: nodes are 0 ..< count.
  ///   - successors: where a node leads to.
  public static func find(count: Int, _ successors: (Int) -> [Int]) -> [[Int]] {
    let component = components(count: count, successors)
    var sizes: [Int: Int] = [:]
    for number in component { sizes[number, default: 0] += 1 }
    var seen: Set<Int> = []
    var cycles: [[Int]] = []
    for node in 0..<count where seen.insert(component[node]).inserted || (sizes[component[node]] ?? 0) == 1 {
      if sizes[component[node]] == 1 {
        if successors(node).contains(node) { cycles.append([node]) }
      } else {
        cycles.append(shortest(through: node, component, successors))
      }
    }
    return cycles
  }

  /// For each node, the number of the group of nodes that it can reach and that can reach it (Tarjan, without
  /// recursion).
  public static func components(count: Int, _ successors: (Int) -> [Int]) -> [Int] {
    var component = [Int](repeating: -1, count: count)
    var index = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var stack: [Int] = []
    var calls: [(node: Int, next: [Int], at: Int)] = []
    var counter = 0
    var groups = 0
    for root in 0..<count where index[root] < 0 {
      calls.append((root, successors(root), 0))
      index[root] = counter
      low[root] = counter
      counter += 1
      stack.append(root)
      while let call = calls.last {
        if call.at < call.next.count {
          calls[calls.count - 1].at += 1
          let next = call.next[call.at]
          if index[next] < 0 {
            index[next] = counter
            low[next] = counter
            counter += 1
            stack.append(next)
            calls.append((next, successors(next), 0))
          } else if component[next] < 0 {
            low[call.node] = min(low[call.node], index[next])
          }
          continue
        }
        calls.removeLast()
        if let above = calls.last?.node { low[above] = min(low[above], low[call.node]) }
        if low[call.node] == index[call.node] {
          while let member = stack.popLast() {
            component[member] = groups
            if member == call.node { break }
          }
          groups += 1
        }
      }
    }
    return component
  }

  private static func shortest(through start: Int, _ component: [Int], _ successors: (Int) -> [Int]) -> [Int]
  {
    var previous: [Int: Int] = [:]
    var queue = [start]
    var at = 0
    while at < queue.count {
      let node = queue[at]
      at += 1
      for next in successors(node) where component[next] == component[start] {
        if next == start {
          var path = [node]
          while let last = path.last, last != start, let before = previous[last] { path.append(before) }
          return path.reversed()
        }
        if previous[next] == nil {
          previous[next] = node
          queue.append(next)
        }
      }
    }
    return [start]
  }
}
